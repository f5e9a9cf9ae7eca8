import Model

/// The suspects of all mismatches, in words.
struct Suspicions {
  private var texts: [Int: [String]] = [:]

  // A person looks at a handful.
  private static let shown = 5
  // One search looks at every figure of its sum; more mismatches than this have one cause that no
  // single figure is.
  private static let mostSearches = 20_000

  init(_ checks: [Check], _ verdicts: [Verdict], _ ledger: Ledger, _ rules: [Rule]) {
    let mismatches = checks.indices.filter { position in
      verdicts[position].status == .mismatch && checks[position].relation == .sum
    }
    if mismatches.isEmpty { return }
    let memberships = Memberships(checks, verdicts, ledger)
    let outsiders = Outsiders(checks, mismatches: mismatches, ledger, rules)
    let earlier = EarlierFigures(ledger)
    var bySource: [Int: [Int]] = [:]
    for position in mismatches { bySource[checks[position].source, default: []].append(position) }
    for position in mismatches.prefix(Self.mostSearches) {
      let check = checks[position]
      let search = SuspectSearch(
        position, check, ledger, memberships, outsiders.candidates(for: position), earlier,
        others: bySource[check.source] ?? [])
      texts[position] = Self.words(search.suspects(), check, ledger)
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
