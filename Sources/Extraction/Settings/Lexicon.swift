/// The words of a family's settings as folded bytes.
struct Lexicon: Sendable {
  let programmeSuffixes: [Word]
  let projectSuffixes: [Word]
  let totalLabels: [Word]
  let inhouseLabels: [Word]

  init(_ settings: FamilySettings) {
    programmeSuffixes = [Word](longestFirst: settings.programmeSuffixes)
    projectSuffixes = [Word](longestFirst: settings.projectSuffixes)
    totalLabels = [Word](longestFirst: settings.totalLabels)
    inhouseLabels = [Word](longestFirst: settings.inhouseLabels)
  }
}

extension String {
  /// Whether the text ends with one of some folded words.
  func ends(with words: [Word]) -> Bool {
    let bytes = utf8
    return words.contains { word in
      bytes.count >= word.count && bytes.suffix(word.count).elementsEqual(word.bytes)
    }
  }

  /// Whether one of some folded words stands in the text.
  func holds(_ word: Word) -> Bool {
    let bytes = Array(utf8)
    guard bytes.count >= word.count, let first = word.bytes.first else { return false }
    for start in 0...bytes.count - word.count
    where bytes[start] == first && bytes[start..<start + word.count].elementsEqual(word.bytes) {
      return true
    }
    return false
  }
}
