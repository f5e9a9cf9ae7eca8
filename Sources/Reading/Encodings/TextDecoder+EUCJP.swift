/// EUC-JP with JIS X 0212 and the NEC and IBM rows that Windows adds to JIS X 0208.
extension TextDecoder {
  mutating func decodeEUCJP() {
    output.reserveCapacity(input.count * 3 / 2)
    while position < input.count {
      let first = input[position]
      switch first {
      case 0..<0x80:
        output.append(first)
        position += 1
      case 0x8E: take(count: 2) { $0[1] <= 0xDF ? 0xFF61 + UInt16($0[1] - 0xA1) : 0 }
      case 0x8F:
        take(count: 3) {
          JapaneseTable.supplement.unit(row: Int($0[1]) - 0xA0, cell: Int($0[2]) - 0xA0)
        }
      case 0xA1...0xFE:
        take(count: 2) {
          JapaneseTable.windows.unit(row: Int($0[0]) - 0xA0, cell: Int($0[1]) - 0xA0)
        }
      default:
        fail(at: position, count: 1)
        position += 1
      }
    }
  }

  /// Takes a character of some bytes, of which all but the first lie in 0xA1 to 0xFE.
  private mutating func take(count: Int, _ find: (borrowing Swift.Span<UInt8>) -> UInt16) {
    var length = 1
    while length < count, position + length < input.count,
      (0xA1...0xFE).contains(input[position + length])
    { length += 1 }
    let unit = length == count ? find(input.extracting(position..<position + count)) : 0
    if unit != 0 { append(unit) } else { fail(at: position, count: length) }
    position += length
  }
}
