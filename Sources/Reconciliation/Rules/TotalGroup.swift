import Model

/// What keeps figures of one sum together: all of it has to be the same.
struct TotalGroupKey: Hashable {
  var source: Int32
  var project: Int32
  var year: Int32
  var supplement: Int32
  var stage: BudgetKind
  var isPriorYear: Bool
  var isInhouse: Bool

  init(_ line: Line, _ rule: Rule) {
    source = line.source
    project = line.project
    year = line.year
    supplement = line.supplement
    stage = rule.mixedStage(line.stage)
    isPriorYear = line.isPriorYear
    isInhouse = line.level == .inhouseTotal || (line.isInhouse && line.level != .projectTotal)
  }
}

/// The printed totals of a sum and the lines that should add up to them.
struct TotalGroup {
  var key: TotalGroupKey
  var totals: [Int] = []
  var parts: [Int] = []
  var subtotals: [Int] = []
}

extension TotalGroup {
  /// Sorts the lines of a ledger into the sums they belong to, in the order of the sources.
  static func groups(of ledger: Ledger, under rule: Rule) -> [TotalGroup] {
    var groups: [TotalGroup] = []
    var positions: [TotalGroupKey: Int] = [:]
    let covered = ledger.facts.map { rule.covers($0.document) }
    // Neighbouring lines mostly belong together, which saves the look-up.
    var last = 0
    for line in ledger.lines.indices where covered[Int(ledger.lines[line].source)] {
      let key = TotalGroupKey(ledger.lines[line], rule)
      if groups.isEmpty || groups[last].key != key {
        if let known = positions[key] {
          last = known
        } else {
          last = groups.count
          positions[key] = last
          groups.append(TotalGroup(key: key))
        }
      }
      groups[last].put(line, ledger.lines[line])
    }
    return groups
  }

  private mutating func put(_ number: Int, _ line: Line) {
    switch line.level {
    case .projectTotal, .inhouseTotal: totals.append(number)
    case .subtotal: subtotals.append(number)
    case .programme: parts.append(number)
    // A component is a part of a programme, except for the institutes of an in-house total.
    case .component: if line.isInhouse { parts.append(number) }
    }
  }

  /// The lines that add up to the totals: the programmes, or the groups where there are none.
  var addends: [Int] { parts.isEmpty ? subtotals : parts }
}
