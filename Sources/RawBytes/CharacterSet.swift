/// A set of characters below U+10000, one bit for each, that is asked about them by their bytes.
public struct CharacterSet: Sendable {
  /// Sixty-four characters a word, in eight kilobytes, so that they stay near.
  ///
  /// First come those of three bytes, by the number that the bytes give, then those of one.
  let words: [UInt64]

  static let wide = 0x400
  static let count = wide + 2

  /// The characters of some ranges for which `holds` is true.
  public init(of ranges: [Range<UInt32>], where holds: (UInt32) -> Bool) {
    var words = [UInt64](repeating: 0, count: CharacterSet.count)
    for range in ranges {
      for scalar in range where holds(scalar) {
        let word = scalar < 0x80 ? CharacterSet.wide + Int(scalar >> 6) : Int(scalar >> 6)
        words[word] |= 1 << UInt64(scalar & 0x3F)
      }
    }
    for word in words.indices where CharacterSet.isDoubtful(word) { words[word] = .max }
    self.words = words
  }

  /// Whether three bytes that give a word must be looked at more strictly: E0 80 to 9F are too
  /// long a form, and ED A0 to BF are surrogates.
  private static func isDoubtful(_ word: Int) -> Bool {
    word < 0x20 || (word >= 0x360 && word < 0x380)
  }
}

extension Span<UInt8> {
  /// Whether a well-formed character of three bytes stands at a position that is not in a set.
  public func isWide(at position: Int, outside set: CharacterSet) -> Bool {
    guard position &+ 2 < count else { return false }
    let first = self[position]
    let second = self[position &+ 1]
    let third = self[position &+ 2]
    guard first & 0xF0 == 0xE0, second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return false }
    let word = Int(first & 0x0F) &<< 6 | Int(second & 0x3F)
    return set.words[word] &>> UInt64(third & 0x3F) & 1 == 0
  }
}
