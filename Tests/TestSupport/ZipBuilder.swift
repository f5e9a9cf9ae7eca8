/// Makes small archives, sound or with planted faults.
public struct ZipBuilder {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// An archive without entries.
  public init() {}

  /// An archive of texts by name.
  public init(_ entries: [(name: String, text: String)]) {
    for entry in entries { add(entry.name, Array(entry.text.utf8)) }
  }

  /// Adds an entry as it is packed; the directory may lie about its size, checksum or encryption.
  public mutating func add(
    _ name: String, _ content: [UInt8], claimedSize: Int? = nil, wrongChecksum: Bool = false,
    encrypted: Bool = false, method: UInt16 = 0
  ) {
    let offset = UInt32(bytes.count)
    var header: [UInt8] = []
    put16(&header, 20)
    put16(&header, encrypted ? 1 : 0)
    put16(&header, method)
    put32(&header, 0x5821_0000)
    put32(&header, ZipBuilder.checksum(content) ^ (wrongChecksum ? 1 : 0))
    put32(&header, UInt32(content.count))
    put32(&header, UInt32(claimedSize ?? content.count))
    put16(&header, UInt16(name.utf8.count))
    put16(&header, 0)
    put32(&bytes, 0x0403_4B50)
    bytes += header + Array(name.utf8) + content
    put32(&directory, 0x0201_4B50)
    put16(&directory, 20)
    directory += header
    put16(&directory, 0)
    put16(&directory, 0)
    put16(&directory, 0)
    put32(&directory, 0)
    put32(&directory, offset)
    directory += Array(name.utf8)
    count += 1
  }

  /// The archive.
  public var archive: [UInt8] {
    var all = bytes + directory
    put32(&all, 0x0605_4B50)
    put32(&all, 0)
    put16(&all, count)
    put16(&all, count)
    put32(&all, UInt32(directory.count))
    put32(&all, UInt32(bytes.count))
    put16(&all, 0)
    return all
  }

  private func put16(_ bytes: inout [UInt8], _ value: UInt16) {
    bytes += [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }

  private func put32(_ bytes: inout [UInt8], _ value: UInt32) {
    put16(&bytes, UInt16(truncatingIfNeeded: value))
    put16(&bytes, UInt16(truncatingIfNeeded: value >> 16))
  }

  /// CRC-32 as ZIP uses it, bit by bit.
  static func checksum(_ content: [UInt8]) -> UInt32 {
    var value = UInt32.max
    for byte in content {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320 }
    }
    return ~value
  }
}
