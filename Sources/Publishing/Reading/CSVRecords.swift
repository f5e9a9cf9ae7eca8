import Platform
import RawBytes

/// The records of a CSV file (RFC 4180), found once and cut into fields only where asked.
///
/// Line ends are LF or CRLF. A quote inside a field that does not start with one is a character
/// like any other; text after a closing quote is a fault.
public struct CSVRecords: Sendable {
  /// The file, without a byte order mark.
  public let bytes: [UInt8]
  // Where each record starts; one more at the end, where the file ends.
  let starts: [Int]
  /// Whether a line after the header holds nothing at all.
  public let hasBlankLines: Bool
  // The records after which the count of lines runs ahead of that of records, and by how much.
  private let breaks: [(record: Int, lines: Int)]

  /// Finds the records of a file.
  ///
  /// Whoever compares files byte by byte need not have them validated as UTF-8; texts are then
  /// validated one by one with `validText`.
  public init(_ file: [UInt8], validatesText: Bool = true) throws(CSVFault) {
    let bytes = file.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(file.dropFirst(3)) : file
    if validatesText, let position = CSVRecords.firstInvalid(bytes) {
      throw CSVFault(line: lineNumber(in: bytes, at: position), reason: "a byte is not UTF-8")
    }
    (starts, breaks, hasBlankLines) = try CSVRecords.scan(bytes.span)
    self.bytes = bytes
  }

  /// The number of records, the header included.
  public var count: Int { starts.count - 1 }

  /// The bytes of a record, from 0, without its line end.
  public func range(_ record: Int) -> Range<Int> {
    let start = starts[record]
    var end = starts[record + 1]
    if end > start, bytes[end - 1] == 0x0A {
      end -= 1
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    }
    return start..<end
  }

  /// The first byte of a record, or of its line end.
  public func firstByte(_ record: Int) -> UInt8 { bytes[starts[record]] }

  /// The line a record starts on, from 1.
  public func line(_ record: Int) -> Int {
    var low = 0
    var high = breaks.count
    while low < high {
      let middle = (low + high) / 2
      if breaks[middle].record < record { low = middle + 1 } else { high = middle }
    }
    return record + 1 + (low == 0 ? 0 : breaks[low - 1].lines)
  }

  /// The fields of a record.
  public func fields(_ record: Int) -> [CSVField] {
    var fields: [CSVField] = []
    fields.reserveCapacity(12)
    let range = range(record)
    var position = range.lowerBound
    while true {
      let field = CSVField(in: bytes.span, from: position, to: range.upperBound)
      fields.append(field)
      position = field.outer.upperBound + 1
      if position > range.upperBound { return fields }
    }
  }

  /// One field of a record, from 0; nothing where the record has fewer.
  public func field(_ record: Int, _ column: Int) -> CSVField? {
    let range = range(record)
    var position = range.lowerBound
    var rest = column
    let text = bytes.span
    while position <= range.upperBound {
      if rest > 0, position < range.upperBound, text[position] != UInt8(ascii: "\"") {
        // What is passed over need not be known.
        while position < range.upperBound, text[position] != UInt8(ascii: ",") { position &+= 1 }
        position &+= 1
        rest -= 1
        continue
      }
      let field = CSVField(in: bytes.span, from: position, to: range.upperBound)
      if rest == 0 { return field }
      rest -= 1
      position = field.outer.upperBound + 1
    }
    return nil
  }

  /// Whether a record is written exactly as one of another file.
  public func isSame(_ record: Int, as other: CSVRecords, _ otherRecord: Int) -> Bool {
    // The usual case needs no search for the line ends.
    let mine = bytes.span.extracting(starts[record]..<starts[record + 1])
    let theirs = other.bytes.span.extracting(
      other.starts[otherRecord]..<other.starts[otherRecord + 1])
    if Bytes.areSame(mine, theirs) { return true }
    return Bytes.areSame(
      bytes.span.extracting(range(record)), other.bytes.span.extracting(other.range(otherRecord)))
  }

  /// The text of a field, or nothing where its bytes are not UTF-8.
  public func validText(_ field: CSVField) -> String? {
    guard !field.hasDoubledQuotes else {
      return String(validating: text(field).utf8, as: UTF8.self)
    }
    do {
      return String(copying: try UTF8Span(validating: bytes.span.extracting(field.inner)))
    } catch { return nil }
  }

  /// The text of a field.
  public func text(_ field: CSVField) -> String {
    guard field.hasDoubledQuotes else {
      return String(decoding: bytes[field.inner], as: UTF8.self)
    }
    var text: [UInt8] = []
    append(field, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    if bytes.span.wellFormed.end == bytes.count { return nil }
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch { return error.byteOffsets.lowerBound }
  }

  private static func scan(
    _ bytes: Span<UInt8>
  ) throws(CSVFault) -> ([Int], [(record: Int, lines: Int)], Bool) {
    var starts = [0]
    starts.reserveCapacity(expectedRecords(bytes))
    var breaks: [(record: Int, lines: Int)] = []
    var hasBlankLines = false
    var start = 0
    var quote = Bytes.first(UInt8(ascii: "\""), in: bytes, from: 0)
    while start < bytes.count {
      var end = Bytes.first(0x0A, in: bytes, from: start) ?? bytes.count
      if let first = quote, first < end {
        // A quote on the line: only walking the fields shows where the record ends.
        let record = try walk(bytes, from: start)
        end = record.end
        if record.lineBreaks > 0 {
          breaks.append((starts.count - 1, (breaks.last?.lines ?? 0) + record.lineBreaks))
        }
        quote = Bytes.first(UInt8(ascii: "\""), in: bytes, from: end)
      }
      if end - start < 2, end == start || bytes[start] == 0x0D, start > 0 { hasBlankLines = true }
      start = end + 1
      if start < bytes.count { starts.append(start) }
    }
    if starts.last != bytes.count { starts.append(bytes.count) }
    return (starts, breaks, hasBlankLines)
  }

  /// About how many records there are, by the line ends among the first bytes, so that their list
  /// need not grow step by step.
  private static func expectedRecords(_ bytes: Span<UInt8>) -> Int {
    let sample = min(bytes.count, 1 << 16)
    var lines = 0
    for position in 0..<sample where bytes[position] == 0x0A { lines += 1 }
    return sample == 0 ? 2 : bytes.count / sample * (lines + lines / 16 + 2)
  }

  /// Where the record that starts at a position ends, and how many line breaks stand in its fields.
  private static func walk(
    _ bytes: Span<UInt8>, from start: Int
  ) throws(CSVFault) -> (end: Int, lineBreaks: Int) {
    var position = start
    var lineBreaks = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") {
        let open = position
        let close = CSVField.closingQuote(in: bytes, after: open, to: bytes.count)
        lineBreaks += close.lineBreaks
        position = close.position
        guard position < bytes.count else {
          throw CSVFault(line: lineNumber(in: bytes, at: open), reason: "a quote is not closed")
        }
        position += 1
        if position + 1 < bytes.count, bytes[position] == 0x0D, bytes[position + 1] == 0x0A {
          position += 1
        }
        guard
          position == bytes.count || bytes[position] == UInt8(ascii: ",")
            || bytes[position] == 0x0A
        else {
          throw CSVFault(
            line: lineNumber(in: bytes, at: position), reason: "text follows a closing quote")
        }
      } else {
        while position < bytes.count, bytes[position] != UInt8(ascii: ","), bytes[position] != 0x0A
        { position += 1 }
      }
      if position == bytes.count || bytes[position] == 0x0A { return (position, lineBreaks) }
      position += 1
    }
    return (position, lineBreaks)
  }
}

/// A field of a record: where it stands, and how it is written.
public struct CSVField: Sendable, Hashable {
  /// Its bytes with the quotes around it.
  public let outer: Range<Int>
  /// Its bytes without the quotes around it.
  public let inner: Range<Int>
  /// Whether there are quotes in it, each written twice.
  public let hasDoubledQuotes: Bool

  /// Whether it stands in quotes.
  public var isQuoted: Bool { outer != inner }

  /// The field that starts at a position of a well-formed record.
  init(in bytes: Span<UInt8>, from start: Int, to end: Int) {
    guard start < end, bytes[start] == UInt8(ascii: "\"") else {
      var position = start
      while position < end, bytes[position] != UInt8(ascii: ",") { position &+= 1 }
      outer = start..<position
      inner = outer
      hasDoubledQuotes = false
      return
    }
    let close = CSVField.closingQuote(in: bytes, after: start, to: end)
    outer = start..<close.position + 1
    inner = start + 1..<close.position
    hasDoubledQuotes = close.hasDoubled
  }

  /// The quote that ends a field, or the end where none does.
  static func closingQuote(
    in bytes: Span<UInt8>, after open: Int, to end: Int
  ) -> (position: Int, hasDoubled: Bool, lineBreaks: Int) {
    var position = open + 1
    var hasDoubled = false
    var lineBreaks = 0
    while position < end {
      if bytes[position] == 0x0A { lineBreaks += 1 }
      if bytes[position] == UInt8(ascii: "\"") {
        guard position + 1 < end, bytes[position + 1] == UInt8(ascii: "\"") else { break }
        hasDoubled = true
        position += 1
      }
      position += 1
    }
    return (position, hasDoubled, lineBreaks)
  }
}

/// Why a file is not CSV, and where.
public struct CSVFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// What is wrong.
  public let reason: String

  /// The fault for people.
  public var description: String { "line \(line): \(reason)" }
}

private func lineNumber(in bytes: Span<UInt8>, at position: Int) -> Int {
  var line = 1
  for index in 0..<min(position, bytes.count) where bytes[index] == 0x0A { line += 1 }
  return line
}

private func lineNumber(in bytes: [UInt8], at position: Int) -> Int {
  lineNumber(in: bytes.span, at: position)
}
