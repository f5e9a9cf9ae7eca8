/// Finds the records of delimited text that keeps to the rules, many times faster than the library.
///
/// A record with a zero byte or with a quote where none should stand is not regular: the library
/// must read on from its first byte.
public struct CSVScanner: Sendable {
  private let delimiter: UInt8
  private let quote: UInt8

  /// A record as it lies in the bytes that were scanned.
  public struct Record: Sendable, Hashable {
    /// Its bytes, without what ends it.
    public var range: Range<Int>
    /// Where the next record begins.
    public var next: Int
    /// The number of its fields; zero for a blank line.
    public var fields = 0
    /// Whether a field stands in quotes that holds nothing to need them: no delimiter, quote or
    /// line end.
    public var hasNeedlessQuotes = false
    /// How many line ends stand in its fields.
    public var lineBreaks = 0
  }

  /// What comes next in some bytes.
  public enum Step: Sendable, Hashable {
    /// A record.
    case record(Record)
    /// The beginning of a record, or nothing.
    case incomplete
    /// Something that the library must read.
    case irregular
  }

  /// Makes a scanner of bytes in an encoding that contains ASCII.
  public init(delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8 = UInt8(ascii: "\"")) {
    self.delimiter = delimiter
    self.quote = quote
  }

  /// Finds the record that begins at a position.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - start: Where the record begins.
  ///   - isLast: Whether the text ends where the bytes end.
  public func next(in bytes: Span<UInt8>, from start: Int, isLast: Bool) -> Step {
    precondition(start >= 0 && start <= bytes.count)
    guard start < bytes.count else { return .incomplete }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return .incomplete }
      let text = unsafe Text(
        base: base, count: bytes.count, isLast: isLast, delimiter: delimiter, quote: quote)
      return text.record(from: start)
    }
  }

  /// The bytes of each field of a record that was found, without quotes.
  public func forEachField(
    of record: Record, in bytes: Span<UInt8>, _ take: (Span<UInt8>) -> Void
  ) {
    guard record.fields > 0 else { return }
    var position = record.range.lowerBound
    let end = record.range.upperBound
    while true {
      if position < end, bytes[position] == quote {
        var field: [UInt8] = []
        position += 1
        while true {
          if bytes[position] == quote {
            position += 1
            guard position < end, bytes[position] == quote else { break }
          }
          field.append(bytes[position])
          position += 1
        }
        take(field.span)
      } else {
        let start = position
        while position < end, bytes[position] != delimiter { position += 1 }
        take(bytes.extracting(start..<position))
      }
      guard position < end else { return }
      position += 1
    }
  }
}

/// The bytes that are scanned, and what is looked for in them.
@safe private struct Text {
  let base: UnsafePointer<UInt8>
  let count: Int
  let isLast: Bool
  let delimiter: UInt8
  let quote: UInt8

  func record(from start: Int) -> CSVScanner.Step {
    var record = CSVScanner.Record(range: start..<start, next: start)
    var position = start
    while true {
      let stop = skipPlain(from: position, &record.fields)
      guard stop < count else {
        return isLast ? end(&record, at: stop, length: 0) : .incomplete
      }
      switch unsafe base[stop] {
      case 0x0A: return end(&record, at: stop, length: 1)
      case 0x0D:
        guard stop + 1 < count else {
          return isLast ? end(&record, at: stop, length: 1) : .incomplete
        }
        let isPair = unsafe base[stop + 1] == 0x0A
        return end(&record, at: stop, length: isPair ? 2 : 1)
      case quote:
        guard unsafe stop == start || base[stop - 1] == delimiter else { return .irregular }
        guard let close = closingQuote(after: stop, &record) else { return .irregular }
        guard close >= 0 else { return .incomplete }
        position = close + 1
        guard position < count else {
          // It may be the first of two.
          return isLast ? end(&record, at: position, length: 0) : .incomplete
        }
        let next = unsafe base[position]
        guard next == delimiter || next == 0x0A || next == 0x0D else { return .irregular }
      default: return .irregular
      }
    }
  }

  private func end(
    _ record: inout CSVScanner.Record, at position: Int, length: Int
  ) -> CSVScanner.Step {
    record.range = record.range.lowerBound..<position
    record.next = position + length
    // So far the delimiters were counted.
    record.fields = record.range.isEmpty ? 0 : record.fields + 1
    return .record(record)
  }

  /// Passes what is no quote, line end or zero byte, counting the delimiters.
  @inline(__always)
  private func skipPlain(from start: Int, _ delimiters: inout Int) -> Int {
    let wanted = Text.lanes(of: delimiter)
    let quotes = Text.lanes(of: quote)
    let lineFeeds = Text.lanes(of: 0x0A)
    let returns = Text.lanes(of: 0x0D)
    let zeros = Text.lanes(of: 0)
    var position = start
    while position &+ 16 <= count {
      let next = unsafe UnsafeRawPointer(base).loadUnaligned(
        fromByteOffset: position, as: SIMD16<UInt8>.self)
      let stops =
        (next .== quotes) .| (next .== lineFeeds) .| (next .== returns) .| (next .== zeros)
      let found = Text.halves(next .== wanted)
      let halves = Text.halves(stops)
      if halves.low | halves.high == 0 {
        delimiters &+= Text.sum(found.low &+ found.high)
        position &+= 16
        continue
      }
      // Only what stands before the first stop counts.
      let isLow = halves.low != 0
      let bit = isLow ? halves.low.trailingZeroBitCount : halves.high.trailingZeroBitCount
      let before = (UInt64(1) &<< UInt64(truncatingIfNeeded: bit)) &- 1
      delimiters &+= Text.sum(isLow ? found.low & before : found.low &+ (found.high & before))
      return position &+ (isLow ? 0 : 8) &+ bit &>> 3
    }
    while position < count {
      let byte = unsafe base[position]
      if byte == delimiter {
        delimiters &+= 1
      } else if byte == quote || byte == 0x0A || byte == 0x0D || byte == 0 {
        return position
      }
      position &+= 1
    }
    return position
  }

  /// A byte in all lanes; to repeat it lane by lane would take longer than the step it is for.
  @inline(__always)
  private static func lanes(of byte: UInt8) -> SIMD16<UInt8> {
    let word = UInt64(byte) &* 0x0101_0101_0101_0101
    return unsafe unsafeBitCast(SIMD2(word, word), to: SIMD16<UInt8>.self)
  }

  /// The sum of the bytes of a word, no more than two in each.
  @inline(__always)
  private static func sum(_ word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0x0101_0101_0101_0101) &>> 56)
  }

  /// One bit for each lane of a mask that is set, the lowest of its byte.
  @inline(__always)
  private static func halves(_ mask: SIMDMask<SIMD16<Int8>>) -> (low: UInt64, high: UInt64) {
    let words = unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    return (words[0] & 0x0101_0101_0101_0101, words[1] & 0x0101_0101_0101_0101)
  }

  /// The quote that ends a field, a negative number where it is not there yet, or nothing where
  /// the field is not regular.
  private func closingQuote(after open: Int, _ record: inout CSVScanner.Record) -> Int? {
    var position = open + 1
    var needsQuotes = false
    while position < count {
      let byte = unsafe base[position]
      if byte == quote {
        let isDoubled = unsafe position + 1 < count && base[position + 1] == quote
        if !isDoubled {
          if !needsQuotes { record.hasNeedlessQuotes = true }
          return position + 1 < count || isLast ? position : -1
        }
        needsQuotes = true
        position += 1
      } else if byte == 0 {
        return nil
      } else if byte == delimiter {
        needsQuotes = true
      } else if byte == 0x0D || byte == 0x0A {
        needsQuotes = true
        let isSecond = unsafe byte == 0x0A && base[position - 1] == 0x0D
        if !isSecond { record.lineBreaks += 1 }
      }
      position += 1
    }
    // The library says where a field begins that never ends.
    return isLast ? nil : -1
  }
}
