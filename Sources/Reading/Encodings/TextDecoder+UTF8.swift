/// UTF-8: what is valid is copied, what is not is noted.
extension TextDecoder {
  mutating func decodeUTF8() {
    output.reserveCapacity(input.count)
    while position < input.count {
      let length = validLength(at: position)
      if length > 0 {
        for index in position..<position + length { output.append(input[index]) }
        position += length
      } else {
        let count = -length
        fail(at: position, count: count)
        position += count
      }
    }
  }

  /// The length of the character at a position; of the part of one that is broken off, negative.
  private func validLength(at start: Int) -> Int {
    let first = input[start]
    if first < 0x80 { return 1 }
    let length: Int
    // The range of the second byte keeps out overlong forms, surrogates and what is past U+10FFFF.
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return -1
    }
    for index in 1..<length {
      guard start + index < input.count else { return -index }
      let range = index == 1 ? second : 0x80...0xBF
      guard range.contains(input[start + index]) else { return -index }
    }
    return length
  }
}
