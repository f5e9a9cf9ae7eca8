/// UTF-16 and UTF-32 in both byte orders.
extension TextDecoder {
  mutating func decodeUTF16(lowByteFirst: Bool) {
    output.reserveCapacity(input.count * 3 / 2)
    while position < input.count {
      guard position + 1 < input.count else { return failRest() }
      let unit = unit16(at: position, lowByteFirst)
      guard UTF16.isLeadSurrogate(unit) || UTF16.isTrailSurrogate(unit) else {
        append(unit)
        position += 2
        continue
      }
      if UTF16.isLeadSurrogate(unit), position + 3 < input.count {
        let low = unit16(at: position + 2, lowByteFirst)
        if UTF16.isTrailSurrogate(low) {
          append(UTF16.decode(UTF16.EncodedScalar([unit, low])))
          position += 4
          continue
        }
      }
      fail(at: position, count: 2)
      position += 2
    }
  }

  mutating func decodeUTF32(lowByteFirst: Bool) {
    output.reserveCapacity(input.count)
    while position < input.count {
      guard position + 3 < input.count else { return failRest() }
      let first = UInt32(unit16(at: position, lowByteFirst))
      let second = UInt32(unit16(at: position + 2, lowByteFirst))
      let value = lowByteFirst ? second << 16 | first : first << 16 | second
      if let scalar = Unicode.Scalar(value) { append(scalar) } else { fail(at: position, count: 4) }
      position += 4
    }
  }

  private func unit16(at index: Int, _ lowByteFirst: Bool) -> UInt16 {
    let first = UInt16(input[index])
    let second = UInt16(input[index + 1])
    return lowByteFirst ? second << 8 | first : first << 8 | second
  }

  private mutating func failRest() {
    fail(at: position, count: input.count - position)
    position = input.count
  }
}
