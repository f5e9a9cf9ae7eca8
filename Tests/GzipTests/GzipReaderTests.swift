import Gzip
import Testing

@Suite struct GzipReaderTests {
  /// `printf 'alpha' | gzip -n`, by its format: header, one stored block, checksum, size.
  static let alpha: [UInt8] =
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + [1, 5, 0, 0xFA, 0xFF] + Array("alpha".utf8)
    + [0x6A, 0x39, 0xE0, 0xD0] + [5, 0, 0, 0]

  @Test func unpacksOneMemberOrMore() throws {
    #expect(try unpack(Self.alpha) == "alpha")
    #expect(try unpack(Self.alpha + Self.alpha) == "alphaalpha")
  }

  @Test func everyTruncationIsAnError() {
    for count in 0..<Self.alpha.count {
      #expect(throws: GzipError.self) { try unpack(Array(Self.alpha[..<count])) }
    }
  }

  @Test func damageIsAnError() {
    for index in [2, 11, 16, 20, 24] {
      var bytes = Self.alpha
      bytes[index] ^= 0x40
      #expect(throws: GzipError.self) { try unpack(bytes) }
    }
    #expect(throws: GzipError.self) { try unpack(Self.alpha + [1, 2, 3]) }
  }

  private func unpack(_ bytes: [UInt8]) throws -> String {
    var reader = try GzipReader()
    var buffer = [UInt8](repeating: 0, count: 3)
    var text: [UInt8] = []
    while case let count = try reader.read(bytes.span, into: &buffer), count > 0 {
      text += buffer[..<count]
    }
    return String(decoding: text, as: UTF8.self)
  }
}
