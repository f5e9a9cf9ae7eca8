/// Decides whether a bracket after a programme's name is part of the name or describes it.
struct BracketChoice {
  let lexicon: Lexicon
  /// The brackets that stand after each name in the text, as keys.
  let brackets: [String: Set<String>]
  private static let longestAcronym = 24

  /// The names with the brackets that belong to them.
  func names(of name: ProgrammeName) -> [String] {
    guard name.names.count == 1, let base = name.names.first, !name.bracket.isEmpty,
      belongs(name.bracket, to: name.key)
    else { return name.names }
    return ["\(base)(\(name.bracket))"]
  }

  /// A bracket belongs to the name if it names something itself, is an abbreviation, or tells this
  /// programme from another of the same name.
  private func belongs(_ bracket: String, to key: String) -> Bool {
    if bracket.ends(with: lexicon.programmeSuffixes) || bracket.holds("を含む") { return true }
    if bracket.holds("事業") || bracket.holds("プログラム") { return true }
    let isAcronym = bracket.unicodeScalars.allSatisfy { $0.value < 0x80 }
    if isAcronym, bracket.utf8.count <= BracketChoice.longestAcronym { return true }
    let isName = bracket.unicodeScalars.allSatisfy { (0x30A1...0x30FE).contains($0.value) }
    if isName { return true }
    let others = (brackets[key] ?? []).filter { !$0.isEmpty }
    let own = ProgrammeName.key(bracket)
    return others.contains { !Likeness.areNear($0, own) && $0 != own }
  }
}
