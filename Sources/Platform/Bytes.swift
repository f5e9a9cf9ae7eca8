import Glibc

/// Searching and comparing bytes as fast as the machine can.
public enum Bytes {
  /// The first place of a byte at or after a position; nothing where it does not come.
  ///
  /// The corresponding C function is `memchr`.
  public static func first(_ byte: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    let rest = bytes.extracting(start...)
    return unsafe rest.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = unsafe memchr(base, Int32(byte), buffer.count)
      else { return nil }
      return unsafe start + (UnsafeRawPointer(found) - base)
    }
  }

  /// Whether two stretches are the same.
  ///
  /// The corresponding C function is `memcmp`.
  public static func areSame(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    a.count == b.count && order(a, b) == 0
  }

  /// How two stretches stand in the order of their bytes: less than zero, zero, or more.
  ///
  /// The corresponding C function is `memcmp`.
  public static func order(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Int {
    let common = min(a.count, b.count)
    let order = unsafe a.withUnsafeBytes { a in
      unsafe b.withUnsafeBytes { b -> Int32 in
        guard common > 0, let a = a.baseAddress, let b = b.baseAddress else { return 0 }
        return unsafe memcmp(a, b, common)
      }
    }
    return order == 0 ? a.count - b.count : Int(order)
  }

  /// A number made of some bytes, the same for the same bytes: eight at a time, multiplied and
  /// folded, so that keys that differ in a digit lie far apart.
  public static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    unsafe bytes.withUnsafeBytes { bytes in
      var state = UInt64(truncatingIfNeeded: bytes.count) &* factor
      var offset = 0
      while offset + 8 <= bytes.count {
        state = mixed(
          state, unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset += 8
      }
      var rest: UInt64 = 0
      while offset < bytes.count {
        rest = rest << 8 | UInt64(unsafe bytes[offset])
        offset += 1
      }
      return mixed(state, rest)
    }
  }

  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word).multipliedFullWidth(by: factor)
    return product.high ^ product.low
  }
}
