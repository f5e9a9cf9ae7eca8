import CZstd

/// Packing of bytes by Zstandard.
public enum Zstd {
  /// Bytes that could not be packed or unpacked.
  public struct Failure: Error, Hashable, CustomStringConvertible {
    /// Why.
    public let reason: String

    /// The reason.
    public var description: String { reason }
  }

  /// Packs bytes at a level from 1 to 19; the same bytes give the same result.
  ///
  /// The corresponding C function is `ZSTD_compress`.
  public static func packed(_ bytes: [UInt8], level: Int) throws(Failure) -> [UInt8] {
    let bound = ZSTD_compressBound(bytes.count)
    return unsafe try filled(bound) { target, size in
      unsafe bytes.withUnsafeBytes { source in
        unsafe ZSTD_compress(target, size, source.baseAddress, source.count, Int32(level))
      }
    }
  }

  /// Unpacks bytes whose size is known.
  ///
  /// The corresponding C function is `ZSTD_decompress`.
  public static func unpacked(_ bytes: [UInt8], count: Int) throws(Failure) -> [UInt8] {
    let result = unsafe try filled(count) { target, size in
      unsafe bytes.withUnsafeBytes { source in
        unsafe ZSTD_decompress(target, size, source.baseAddress, source.count)
      }
    }
    guard result.count == count else { throw Failure(reason: "the packed data is of another size") }
    return result
  }

  private static func filled(
    _ size: Int, _ work: (UnsafeMutableRawPointer?, Int) -> Int
  ) throws(Failure) -> [UInt8] {
    var target = [UInt8](repeating: 0, count: size)
    let count = unsafe target.withUnsafeMutableBytes { unsafe work($0.baseAddress, $0.count) }
    guard ZSTD_isError(count) == 0 else {
      throw Failure(reason: unsafe String(cString: ZSTD_getErrorName(count)))
    }
    target.removeLast(size - count)
    return target
  }
}
