/// Hashes of the letters of a name, also with one of them left open or left out.
///
/// A polynomial over the letters gives each of them at once, where joining the other letters anew
/// would take the square of the length. Two names may share a hash by chance: look at the letters.
struct LetterHashes: Hashable {
  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The hash of all letters.
  let whole: UInt64
  private let letters: [Unicode.Scalar]
  /// The hashes of the letters before each position, and of all.
  private let before: [UInt64]
  /// The weights of the letters, the last one's first.
  private let weights: [UInt64]

  init(_ letters: [Unicode.Scalar]) {
    var before: [UInt64] = [0]
    var weights: [UInt64] = [1]
    for (index, letter) in letters.enumerated() {
      before.append(before[index] &* LetterHashes.base &+ UInt64(letter.value))
      weights.append(weights[index] &* LetterHashes.base)
    }
    whole = before[letters.count]
    self.letters = letters
    self.before = before
    self.weights = weights
  }

  /// The hash with the letter at a position left open.
  func open(_ position: Int) -> UInt64 {
    whole &- UInt64(letters[position].value) &* weights[letters.count - 1 - position]
  }

  /// The hash with the letter at a position left out: that of the letters around it.
  func without(_ position: Int) -> UInt64 {
    whole &- (before[position + 1] &- before[position]) &* weights[letters.count - 1 - position]
  }
}
