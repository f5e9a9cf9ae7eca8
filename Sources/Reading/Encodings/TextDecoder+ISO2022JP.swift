/// ISO-2022-JP: escape sequences choose the set that the next bytes are read in.
extension TextDecoder {
  private enum CharacterSet {
    case ascii
    case roman
    case halfWidthKatakana
    case windows
    case supplement
  }

  private static var escapes: [(sequence: [UInt8], set: CharacterSet)] {
    [
      (Array("\u{1B}(B".utf8), .ascii), (Array("\u{1B}(J".utf8), .roman),
      (Array("\u{1B}(I".utf8), .halfWidthKatakana),
      (Array("\u{1B}$(D".utf8), .supplement), (Array("\u{1B}$(B".utf8), .windows),
      (Array("\u{1B}$@".utf8), .windows), (Array("\u{1B}$B".utf8), .windows),
    ]
  }

  mutating func decodeISO2022JP() {
    output.reserveCapacity(input.count * 2)
    let escapes = TextDecoder.escapes
    var set = CharacterSet.ascii
    while position < input.count {
      let byte = input[position]
      if byte == 0x1B {
        let rest = input.extracting(position...)
        if let escape = escapes.first(where: { rest.starts(with: $0.sequence) }) {
          set = escape.set
          position += escape.sequence.count
        } else {
          fail(at: position, count: 1)
          position += 1
        }
        continue
      }
      // Control characters are the same in all sets; a line end goes back to ASCII.
      if byte <= 0x20 {
        if byte == 0x0A || byte == 0x0D { set = .ascii }
        output.append(byte)
        position += 1
        continue
      }
      decode(byte, in: set)
    }
  }

  private mutating func decode(_ byte: UInt8, in set: CharacterSet) {
    switch set {
    case .ascii where byte < 0x80: output.append(byte)
    case .roman where byte == 0x5C: append(0x00A5)
    case .roman where byte == 0x7E: append(0x203E)
    case .roman where byte < 0x80: output.append(byte)
    case .halfWidthKatakana where byte <= 0x5F: append(0xFF61 + UInt16(byte - 0x21))
    case .windows where isPair(byte):
      return takePair(byte, JapaneseTable.windows)
    case .supplement where isPair(byte):
      return takePair(byte, JapaneseTable.supplement)
    default: fail(at: position, count: 1)
    }
    position += 1
  }

  private func isPair(_ byte: UInt8) -> Bool {
    position + 1 < input.count && (0x21...0x7E).contains(byte)
      && (0x21...0x7E).contains(input[position + 1])
  }

  private mutating func takePair(_ byte: UInt8, _ table: JapaneseTable) {
    let unit = table.unit(row: Int(byte) - 0x20, cell: Int(input[position + 1]) - 0x20)
    if unit != 0 { append(unit) } else { fail(at: position, count: 2) }
    position += 2
  }
}
