import Model

/// Turns places in a decoded text into lines and columns, from the first place to the last.
struct LineCounter {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var column = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The place of the character at an offset, which must not lie before the one asked for last.
  mutating func place(of target: Int) -> Place {
    while offset < min(target, bytes.count) {
      let byte = bytes[offset]
      // LF, CR LF and CR each end one line.
      let isFirstOfTwo = byte == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
      if byte == 0x0A || (byte == 0x0D && !isFirstOfTwo) {
        line += 1
        column = 0
      } else if byte & 0xC0 != 0x80, !isFirstOfTwo {
        column += 1
      }
      offset += 1
    }
    return Place(Span(line: line, columns: column..<column + 1))
  }
}
