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
  private var byLetters: [String: [Int]] = [:]
  private var byStem: [String: [Int]] = [:]
  private var byOpenLetters: [String: [Int]] = [:]
  private var byShortened: [String: [Int]] = [:]

  // A person looks at the likeliest few; names of a long row differ in one word all of them.
  private static let most = 3

  /// The names added before that a name may be a variant of, likeliest first.
  func matches(_ name: NameForms) -> [Match] {
    var matches: [Match] = []
    var seen: Set<Int> = []
    func add(_ found: [Int]?, _ difference: Difference) {
      for position in found ?? [] where seen.insert(position).inserted {
        matches.append(Match(name: position, difference: difference))
      }
    }
    add(byLetters[name.letters], .forms)
    add(byStem[name.stem], .lastWords)
    for open in name.open { add(byOpenLetters[open], .oneCharacter) }
    for short in name.shortened { add(byLetters[short], .oneCharacter) }
    add(byShortened[name.letters], .oneCharacter)
    return Array(matches.prefix(NameVariants.most))
  }

  /// Adds a name; its position is the number of names before it.
  mutating func add(_ name: NameForms) {
    let position = names.count
    names.append(name)
    byLetters[name.letters, default: []].append(position)
    byStem[name.stem, default: []].append(position)
    for open in name.open { byOpenLetters[open, default: []].append(position) }
    for short in name.shortened { byShortened[short, default: []].append(position) }
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
