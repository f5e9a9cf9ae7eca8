/// Counts and finds bytes sixteen at a time.
extension Span<UInt8> {
  /// How often a byte comes in a stretch.
  public func count(of byte: UInt8, in range: Range<Int>) -> Int {
    count(in: range) {
      $0 == byte
    } wide: {
      $0 .== SIMD16(repeating: byte)
    }
  }

  /// How many characters of UTF-8 begin in a stretch.
  public func characters(in range: Range<Int>) -> Int {
    // 80 to BF continue a character.
    count(in: range) {
      $0 & 0xC0 != 0x80
    } wide: {
      ($0 & SIMD16(repeating: 0xC0)) .!= SIMD16(repeating: 0x80)
    }
  }

  @inline(__always)
  private func count(
    in range: Range<Int>, counts: (UInt8) -> Bool,
    wide: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>
  ) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      var total = 0
      var offset = range.lowerBound
      while offset &+ 16 <= range.upperBound {
        // A lane holds no more than 255.
        var lanes = SIMD16<UInt8>.zero
        var block = Swift.min((range.upperBound &- offset) &>> 4, 255)
        while block > 0 {
          let next = unsafe base.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
          lanes = lanes &+ SIMD16(repeating: 0).replacing(with: 1, where: wide(next))
          offset &+= 16
          block &-= 1
        }
        total &+= Int(SIMD16<UInt16>(truncatingIfNeeded: lanes).wrappedSum())
      }
      while offset < range.upperBound {
        if unsafe counts(base.load(fromByteOffset: offset, as: UInt8.self)) { total &+= 1 }
        offset &+= 1
      }
      return total
    }
  }

  /// The last place of a byte in a stretch; nothing where it does not come.
  public func last(_ byte: UInt8, in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      let wanted = UInt64(byte) &* 0x0101_0101_0101_0101
      var end = range.upperBound
      while end &- 8 >= range.lowerBound {
        let next = unsafe base.loadUnaligned(fromByteOffset: end &- 8, as: UInt64.self) ^ wanted
        // A byte of zero lends from the one above it; others may too, so it is only a hint.
        if (next &- 0x0101_0101_0101_0101) & ~next & 0x8080_8080_8080_8080 != 0 { break }
        end &-= 8
      }
      while end > range.lowerBound {
        end &-= 1
        if unsafe base.load(fromByteOffset: end, as: UInt8.self) == byte { return end }
      }
      return nil
    }
  }
}
