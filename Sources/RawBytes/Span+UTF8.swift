/// Well-formed UTF-8.
extension Span<UInt8> {
  /// Where the well-formed UTF-8 ends that the bytes begin with, and whether U+FFFD is in it.
  public var wellFormed: (end: Int, hasReplacement: Bool) {
    unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return (0, false) }
      let text = unsafe WellFormed(base: base, count: bytes.count)
      return text.end
    }
  }
}

@safe private struct WellFormed {
  let base: UnsafeRawPointer
  let count: Int

  var end: (Int, Bool) {
    var position = 0
    var hasReplacement = false
    while position &+ 8 <= count {
      let word = unsafe base.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let wide = word & 0x8080_8080_8080_8080
      if wide == 0 {
        position &+= 8
        continue
      }
      position &+= wide.trailingZeroBitCount &>> 3
      // Characters of three bytes follow each other in Japanese text.
      while position &+ 4 <= count {
        let next = unsafe base.loadUnaligned(fromByteOffset: position, as: UInt32.self)
        guard next & 0xC0_C0F0 == 0x80_80E0 else { break }
        if next & 0x0F == 0 || next & 0x0F == 0x0D || next & 0xFF_FFFF == 0xBD_BFEF {
          guard length(at: position) == 3 else { return (position, hasReplacement) }
          if next & 0xFF_FFFF == 0xBD_BFEF { hasReplacement = true }
        }
        position &+= 3
      }
      guard position < count else { break }
      let length = length(at: position)
      if length == 0 { return (position, hasReplacement) }
      position &+= length
    }
    while position < count {
      let length = length(at: position)
      if length == 0 { break }
      if length == 3, isReplacement(at: position) { hasReplacement = true }
      position &+= length
    }
    return (position, hasReplacement)
  }

  @inline(__always)
  private func byte(_ position: Int) -> UInt8 {
    unsafe base.load(fromByteOffset: position, as: UInt8.self)
  }

  private func isReplacement(at position: Int) -> Bool {
    byte(position) == 0xEF && byte(position + 1) == 0xBF && byte(position + 2) == 0xBD
  }

  /// The length of the character at a position; zero where it is not well-formed or cut off.
  private func length(at position: Int) -> Int {
    let first = byte(position)
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
    default: return 0
    }
    guard position + length <= count, second.contains(byte(position + 1)) else { return 0 }
    for offset in 2..<max(2, length) where byte(position + offset) & 0xC0 != 0x80 { return 0 }
    return length
  }
}
