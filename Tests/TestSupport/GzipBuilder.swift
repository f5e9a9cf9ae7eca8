/// Makes gzip files and deflated data by hand.
public enum GzipBuilder {
  /// A gzip file of at most 65,535 bytes of content, stored without packing.
  public static func pack(_ content: [UInt8]) -> [UInt8] {
    var deflated: [UInt8] = [1]
    put(UInt32(content.count), 2, &deflated)
    put(~UInt32(content.count), 2, &deflated)
    return wrap(deflated + content, ZipBuilder.checksum(content), content.count)
  }

  /// A gzip file of 1 + 258 × `runs` spaces in about 1.6 bytes a run; the checksum is wrong.
  public static func spaces(runs: Int) -> [UInt8] {
    wrap(deflatedSpaces(runs: runs), 0, 1 + 258 * runs)
  }

  /// 1 + 258 × `runs` spaces, deflated with the fixed codes of RFC 1951.
  public static func deflatedSpaces(runs: Int) -> [UInt8] {
    var bits = BitWriter()
    // The last block, of fixed codes; then a space.
    bits.write(0b110, 3)
    bits.write(0x30 + 0x20, 8)
    for _ in 0..<runs {
      // Length 258 is symbol 285, distance 1 is symbol 0.
      bits.write(0b1100_0101, 8)
      bits.write(0, 5)
    }
    bits.write(0, 7)
    return bits.bytes
  }

  private static func wrap(_ deflated: [UInt8], _ checksum: UInt32, _ count: Int) -> [UInt8] {
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + deflated
    put(checksum, 4, &bytes)
    put(UInt32(count), 4, &bytes)
    return bytes
  }

  private static func put(_ value: UInt32, _ count: Int, _ bytes: inout [UInt8]) {
    for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
  }
}

/// Writes codes with their first bit first into bytes that fill from their lowest bit.
private struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var used = 8

  mutating func write(_ code: UInt16, _ count: Int) {
    for index in (0..<count).reversed() {
      if used == 8 {
        bytes.append(0)
        used = 0
      }
      if code >> index & 1 == 1 { bytes[bytes.count - 1] |= 1 << used }
      used += 1
    }
  }
}
