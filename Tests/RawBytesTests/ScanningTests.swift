import RawBytes
import TestSupport
import Testing

/// Every search is compared with one that looks at each byte by itself.
@Suite struct ScanningTests {
  private static let blocks: [Range<UInt32>] = [0..<0x1_0000]
  private static let starts = CharacterSet(of: blocks) {
    "年7R".unicodeScalars.map(\.value).contains($0)
  }
  private static let goesOn = CharacterSet(of: blocks) {
    "度3 ".unicodeScalars.map(\.value).contains($0)
  }

  /// The place where a text must be looked at, by whole characters.
  private static func slowStop(_ text: String) -> Int? {
    var offset = 0
    let characters = Array(text.unicodeScalars)
    for (index, character) in characters.enumerated() {
      let isUsual = character.value < 0x80 || (0x800..<0x1_0000).contains(character.value)
      if !isUsual { return offset }
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      let mayFollow =
        next.map {
          "度3 ".unicodeScalars.contains($0) || ($0.value >= 0x80 && $0.value < 0x1000)
            || $0.value > 0xFFFF
        }
      if "年7R".unicodeScalars.contains(character), mayFollow ?? true { return offset }
      offset += String(character).utf8.count
    }
    return nil
  }

  @Test func findsWhatASlowSearchFinds() {
    var chance = Seeded(seed: 11)
    let alphabet = Array("年度月令和の研究開発7R3abc \n、é😀".map(String.init))
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...40, using: &chance)).map { _ in
        alphabet.randomElement(using: &chance) ?? ""
      }.joined()
      let bytes = Array(text.utf8)
      let found = bytes.span.firstStop(at: Self.starts, before: Self.goesOn, from: 0)
      // The last nine bytes are left to who asks.
      let expected = min(Self.slowStop(text) ?? bytes.count, bytes.count)
      if found < expected {
        #expect(bytes.count - found < 10, "\(text)")
      } else {
        #expect(found == expected, "\(text)")
      }
    }
  }

  @Test(arguments: [
    [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xFF], [0x80], [0xC2, 0xA0], [0xF0, 0x9F, 0x98, 0x80],
    [0xE3, 0x41, 0x80],
  ])
  func stopsAtWhatIsNoCharacterOfOneOrThreeBytes(_ odd: [UInt8]) {
    let bytes = Array("研究".utf8) + odd + Array("の開発と普及".utf8)
    #expect(bytes.span.firstStop(at: Self.starts, before: Self.goesOn, from: 0) == 6)
  }

  @Test func countsAndFindsAsASlowLoopDoes() {
    var chance = Seeded(seed: 12)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...700, using: &chance)).map { _ in
        UInt8.random(in: 0x08...0x0C, using: &chance) | (Bool.random(using: &chance) ? 0 : 0x80)
      }
      let low = Int.random(in: 0...bytes.count, using: &chance)
      let range = low..<Int.random(in: low...bytes.count, using: &chance)
      #expect(bytes.span.count(of: 0x0A, in: range) == bytes[range].count { $0 == 0x0A })
      #expect(bytes.span.characters(in: range) == bytes[range].count { $0 & 0xC0 != 0x80 })
      #expect(bytes.span.last(0x0A, in: range) == bytes[range].lastIndex(of: 0x0A))
    }
  }

  @Test func countsMoreThanALaneHolds() {
    let bytes = [UInt8](repeating: 0x0A, count: 100_000)
    #expect(bytes.span.count(of: 0x0A, in: 0..<100_000) == 100_000)
  }
}
