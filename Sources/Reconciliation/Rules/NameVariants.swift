/// Finds names that may be spellings of one name, and joins nothing.
struct NameVariants {
  /// How two names differ.
  enum Difference: Int {
    /// In marks or in forms of a character.
    case forms
    /// In the words at their ends.
    case lastWords
    /// In one character.
    case oneCharacter
  }

  /// A name that another may be a variant of.
  struct Match: Hashable {
    /// The name by its position.
    var name: Int
    var difference: Difference
  }

  private var names: [NameForms] = []
  private var byStem: [String: [Int]] = [:]
  // By the hashes of their letters, of those with one left open, and of those with one left out.
  private var byLetters: [UInt64: [Int]] = [:]
  private var byOpenLetters: [UInt64: [Int]] = [:]
  private var byShortened: [UInt64: [Int]] = [:]

  // A person looks at the likeliest few; names of a long row differ in one word all of them.
  private static let most = 3

  /// The names added before that a name may be a variant of, likeliest first.
  func matches(_ name: NameForms) -> [Match] {
    var matches: [Match] = []
    var seen: Set<Int> = []
    func add(
      _ found: [Int]?, _ difference: Difference, where isMatch: (NameForms) -> Bool = { _ in true }
    ) {
      for position in found ?? [] where !seen.contains(position) && isMatch(names[position]) {
        if matches.count == NameVariants.most { return }
        seen.insert(position)
        matches.append(Match(name: position, difference: difference))
      }
    }
    let gaps = name.gaps
    add(byLetters[name.hashes.whole], .forms) { $0.letters == name.letters }
    add(byStem[name.stem], .lastWords)
    for gap in gaps {
      add(byOpenLetters[name.hashes.open(gap)], .oneCharacter) { name.isSame($0, butAt: gap) }
    }
    for gap in gaps {
      add(byLetters[name.hashes.without(gap)], .oneCharacter) { name.isLonger($0, by: gap) }
    }
    add(byShortened[name.hashes.whole], .oneCharacter) { other in
      other.gaps.contains { other.isLonger(name, by: $0) }
    }
    return matches
  }

  /// Adds a name; its position is the number of names before it.
  mutating func add(_ name: NameForms) {
    let position = names.count
    names.append(name)
    byLetters[name.hashes.whole, default: []].append(position)
    byStem[name.stem, default: []].append(position)
    for gap in name.gaps {
      byOpenLetters[name.hashes.open(gap), default: []].append(position)
      byShortened[name.hashes.without(gap), default: []].append(position)
    }
  }

  /// In what a name and one of its matches differ, for people.
  func words(_ match: Match, _ name: NameForms) -> String {
    let other = names[match.name]
    switch match.difference {
    case .forms:
      let pairs = zip(name.printed.unicodeScalars, other.printed.unicodeScalars)
        .filter { $0.0 != $0.1 }.map { "\($0.0)/\($0.1)" }
      let isSameLength =
        name.printed.unicodeScalars.count == other.printed.unicodeScalars.count
      return isSameLength && !pairs.isEmpty
        ? "they differ in the form of a character (\(pairs.joined(separator: ", ")))"
        : "they differ in marks and conjunctions"
    case .lastWords: return "they differ in their last words"
    case .oneCharacter: return "they differ in one character"
    }
  }
}
