import Testing
import Zstd

@Suite struct ZstdTests {
  @Test(arguments: [0, 1, 1000, 300_000]) func givesBackWhatItPacked(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let packed = try Zstd.packed(bytes, level: 3)
    #expect(try Zstd.unpacked(packed, count: count) == bytes)
    #expect(count < 1000 || packed.count < count / 2)
  }

  @Test func damageIsAnError() throws {
    var packed = try Zstd.packed(Array("予算の額".utf8), level: 3)
    #expect(throws: Zstd.Failure.self) { try Zstd.unpacked(packed, count: 5) }
    packed[0] ^= 1
    #expect(throws: Zstd.Failure.self) { try Zstd.unpacked(packed, count: 12) }
  }
}
