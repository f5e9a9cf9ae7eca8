/// Windows code page 932, as browsers and Windows read it.
extension TextDecoder {
  mutating func decodeCP932() {
    output.reserveCapacity(input.count * 3 / 2)
    let table = JapaneseTable.windows
    while position < input.count {
      let first = input[position]
      switch first {
      case 0..<0x80:
        output.append(first)
        position += 1
      case 0xA1...0xDF:
        // Half-width katakana.
        append(TextDecoder.halfWidth(first))
        position += 1
      case 0x81...0x9F, 0xE0...0xFC:
        let isWhole = position + 1 < input.count
        let unit = isWhole ? TextDecoder.pair(first, input[position + 1], table) : 0
        if unit != 0 {
          append(unit)
          position += 2
        } else {
          failPair()
        }
      default:
        fail(at: position, count: 1)
        position += 1
      }
    }
  }

  /// A half-width katakana.
  static func halfWidth(_ byte: UInt8) -> UInt16 { 0xFF61 + UInt16(byte - 0xA1) }

  /// What a pair stands for, or zero.
  static func pair(_ first: UInt8, _ second: UInt8, _ table: JapaneseTable) -> UInt16 {
    guard (0x40...0xFC).contains(second), second != 0x7F else { return 0 }
    // A first byte covers two rows of 94 cells.
    let offset = Int(first) - (first < 0xA0 ? 0x81 : 0xC1)
    let index = offset * 188 + Int(second) - (second < 0x7F ? 0x40 : 0x41)
    // 0xF0 to 0xF9 are the user's own characters, which Unicode keeps in its private area.
    if (0xF0...0xF9).contains(first) { return UInt16(0xE000 + index - 47 * 188) }
    return table.unit(at: index)
  }

  /// Notes a first byte, with its second unless that is a character of its own.
  private mutating func failPair() {
    let isAlone = position + 1 >= input.count || input[position + 1] < 0x80
    fail(at: position, count: isAlone ? 1 : 2)
    position += isAlone ? 1 : 2
  }
}
