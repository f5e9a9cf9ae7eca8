import Model

/// The suspects of all mismatches, in words.
struct Suspicions {
  private var texts: [Int: [String]] = [:]

  // A person looks at a handful.
  private static let shown = 5
  // Looking at this many figures takes some seconds. More mismatches have one cause that no single
  // figure is.
  private static let mostFigures = 500_000
  // The neighbours a figure may have been taken from, before and after.
  private static let neighbours = 25

  init(_ checks: [Check], _ verdicts: [Verdict], _ ledger: Ledger, _ rules: [Rule]) {
    let mismatches = checks.indices.filter { position in
      verdicts[position].status == .mismatch && checks[position].relation == .sum
    }
    if mismatches.isEmpty { return }
    let memberships = Memberships(checks, verdicts, ledger)
    let outsiders = Outsiders(checks, mismatches: mismatches, ledger, rules)
    let earlier = EarlierFigures(ledger, for: checks, at: mismatches)
    var bySource: [Int: [Int]] = [:]
    for position in mismatches { bySource[checks[position].source, default: []].append(position) }
    var figures = 0
    for list in bySource.keys.sorted().compactMap({ bySource[$0] }) {
      for (number, position) in list.enumerated() {
        guard figures <= Self.mostFigures else {
          texts[position] = ["not looked for: there are too many mismatches"]
          continue
        }
        let candidates = outsiders.candidates(for: position)
        figures += checks[position].right.count + candidates.count
        let window =
          max(0, number - Self.neighbours)..<min(list.count, number + Self.neighbours + 1)
        let search = SuspectSearch(
          position, checks[position], ledger, memberships, candidates, earlier,
          others: list[window].filter { $0 != position })
        texts[position] = Self.words(search.suspects(), checks[position], ledger)
      }
    }
  }

  private static func words(
    _ suspects: [Suspect], _ check: Check, _ ledger: Ledger
  ) -> [String] {
    var words = suspects.prefix(shown).map {
      $0.text(ledger, check.measure, source: check.source)
    }
    if suspects.count > shown {
      words.append("\(suspects.count - shown) more figures could explain it, each less likely")
    }
    return words
  }

  /// The suspects of a check.
  func texts(_ position: Int) -> [String] { texts[position] ?? [] }
}
