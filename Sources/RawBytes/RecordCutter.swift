/// Cuts CSV in its plainest form into records and fields: commas, LF behind every record, and
/// quotes only around fields that hold one of these, a quote or CR, or the one empty field of a
/// record.
public struct RecordCutter: Sendable {
  /// The fields of the record, with their quotes, by their place in it; none for a blank line.
  public private(set) var fields: [Range<Int>] = []
  // Where the field begins that is not whole yet.
  private var open = 0
  private var isWhole = true

  /// A cutter before its first record.
  public init() {}

  /// The length of the record that some bytes begin with, with its line end.
  ///
  /// Nothing where the record is not whole: then the same bytes must come with more behind them.
  public mutating func next(in bytes: Span<UInt8>) -> Int? {
    if isWhole {
      fields.removeAll(keepingCapacity: true)
      open = 0
    }
    isWhole = false
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      let text = unsafe PlainText(base: base, count: bytes.count)
      while true {
        let end = text.endOfField(from: open)
        guard end < text.count else { return nil }
        let isLast = text.isLineEnd(end)
        if end > 0 || !isLast { fields.append(open..<end) }
        open = end + 1
        if isLast {
          isWhole = true
          return open
        }
      }
    }
  }
}

/// The bytes that are cut.
@safe private struct PlainText {
  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")

  let base: UnsafePointer<UInt8>
  let count: Int

  /// Whether a record ends at a place where a field does.
  @inline(__always)
  func isLineEnd(_ position: Int) -> Bool {
    let byte = unsafe base[position]
    precondition(byte == 0x0A || byte == PlainText.comma)
    return byte == 0x0A
  }

  /// Where the field ends that begins at a position; the end of the bytes where it is not whole.
  @inline(__always)
  func endOfField(from start: Int) -> Int {
    guard start < count else { return count }
    return unsafe base[start] == PlainText.quote
      ? endOfQuotes(from: start) : endOfPlain(from: start)
  }

  @inline(__always)
  private func endOfPlain(from start: Int) -> Int {
    var position = start
    while position &+ 8 <= count {
      let word = unsafe UnsafeRawPointer(base).loadUnaligned(
        fromByteOffset: position, as: UInt64.self)
      let stops = word.zeros(after: PlainText.comma) | word.zeros(after: 0x0A)
      if stops != 0 { return position &+ stops.trailingZeroBitCount &>> 3 }
      position &+= 8
    }
    while position < count {
      let byte = unsafe base[position]
      if byte == PlainText.comma || byte == 0x0A { return position }
      position &+= 1
    }
    return count
  }

  private func endOfQuotes(from start: Int) -> Int {
    var position = start + 1
    while position < count {
      if unsafe base[position] == PlainText.quote {
        guard position + 1 < count else { return count }
        guard unsafe base[position + 1] == PlainText.quote else { return position + 1 }
        position += 1
      }
      position += 1
    }
    return count
  }
}

extension UInt64 {
  /// A bit in each byte that is some value, and maybe in bytes above such a one: the lowest is right.
  @inline(__always)
  fileprivate func zeros(after value: UInt8) -> UInt64 {
    let word = self ^ (UInt64(value) &* 0x0101_0101_0101_0101)
    return (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}

extension Span<UInt8> {
  /// The first byte, from a position, that the text of a JSON string may have to write otherwise:
  /// control characters, quotes, backslashes, and what U+2028 and U+2029 begin with.
  ///
  /// The end of the bytes where there is none.
  public func firstJSONEscape(from start: Int) -> Int {
    precondition(start >= 0 && start <= count)
    return unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      var position = start
      while position &+ 8 <= bytes.count {
        let word = unsafe base.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        let controls = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
        let stops =
          controls | word.zeros(after: 0x22) | word.zeros(after: 0x5C) | word.zeros(after: 0x7F)
          | word.zeros(after: 0xE2)
        if stops != 0 { return position &+ stops.trailingZeroBitCount &>> 3 }
        position &+= 8
      }
      while position < bytes.count {
        switch unsafe base.load(fromByteOffset: position, as: UInt8.self) {
        case 0..<0x20, 0x22, 0x5C, 0x7F, 0xE2: return position
        default: position &+= 1
        }
      }
      return position
    }
  }
}
