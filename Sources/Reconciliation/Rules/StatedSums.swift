import Model

/// `total`, `printed_total` and `components` where a source states, by its layout or its words, of
/// what a figure is the sum.
struct StatedSums {
  let ledger: Ledger
  let rule: Rule
  let position: Int
  let roundings: [String: Rounding]

  /// The lines that are totals of stated sums of this rule.
  var totals: Set<Int> {
    var lines: Set<Int> = []
    for source in ledger.facts.indices {
      for claim in ledger.facts[source].sums where claim.rule == rule.kind.code {
        if let line = claim.total.budgetLine { lines.insert(ledger.firstLines[source] + line) }
      }
    }
    return lines
  }

  /// One check for each stated sum.
  func checks() -> [Check] {
    var checks: [Check] = []
    for source in ledger.facts.indices where rule.covers(ledger.facts[source].document) {
      for sum in ledger.facts[source].sums.indices
      where ledger.facts[source].sums[sum].rule == rule.kind.code {
        checks.append(check(source, sum))
      }
    }
    return checks
  }

  private func check(_ source: Int, _ sum: Int) -> Check {
    let claim = ledger.facts[source].sums[sum]
    var check = Check(
      rule: position, source: source, scope: claim.scope,
      fiscalYear: line(of: claim.total, source).flatMap { ledger.lines[$0].fiscalYear },
      leftLabel: claim.total.label.isEmpty ? "printed total" : claim.total.label,
      rightLabel: rule.kind == .components ? "sum of its components" : "sum of its parts",
      left: [operand(claim.total, source, sum, -1)], right: [])
    let parts = claim.parts.indices.map { operand(claim.parts[$0], source, sum, $0) }
    check.right = policed(parts, in: source, &check.notes)
    if let share = claim.share {
      check.relation = .share(share)
      check.rightLabel = "\(share.text) of the total"
    }
    let stages = stages(of: claim, in: source)
    if stages.count > 1 {
      let names = stages.map(\.rawValue).sorted().joined(separator: ", ")
      check.ruling = Check.Ruling(
        status: .notComparable, reason: "its figures are of different stages (\(names))")
    }
    return check
  }

  /// The stages of a sum's figures, those that the rule lets mix as one.
  private func stages(of claim: SumClaim, in source: Int) -> [BudgetKind] {
    var stages: [BudgetKind] = []
    func add(_ term: SumClaim.Term) {
      guard let line = line(of: term, source) else { return }
      let stage = rule.mixedStage(ledger.lines[line].stage)
      if stage != .other, !stages.contains(stage) { stages.append(stage) }
    }
    add(claim.total)
    for part in claim.parts { add(part) }
    return stages
  }

  private func line(of term: SumClaim.Term, _ source: Int) -> Int? {
    term.budgetLine.map { ledger.firstLines[source] + $0 }
  }

  private func operand(
    _ term: SumClaim.Term, _ source: Int, _ sum: Int, _ number: Int
  ) -> Operand {
    var operand = Operand(
      origin: .term(source: source, sum: sum, term: number), figure: term.figure,
      isSubtracted: term.isSubtracted)
    if operand.figure?.rounding == .unknown,
      let rounding = roundings[ledger.facts[source].document]
    {
      operand.figure?.rounding = rounding
    }
    guard let line = line(of: term, source) else { return operand }
    operand.isShare = number >= 0 && ledger.lines[line].isInner
    operand.link = ledger.lines[line].link
    return operand
  }

  // A source that lists the parts of a sum says itself that they count, unless the rule says not.
  private func policed(_ parts: [Operand], in source: Int, _ notes: inout [String]) -> [Operand] {
    guard rule.reprise == .exclude else { return pooled(parts, in: source, &notes) }
    var counted: [Operand] = []
    for part in parts {
      switch reprise(of: part, in: source) {
      case .none: counted.append(part)
      case .part:
        var share = part
        share.isShare = true
        counted.append(share)
      case .full: break
      }
    }
    return pooled(counted, in: source, &notes)
  }

  private func reprise(of part: Operand, in source: Int) -> Reprise {
    guard case .term(_, let sum, let term) = part.origin,
      let line = line(of: ledger.facts[source].sums[sum].parts[term], source)
    else { return .none }
    return ledger.lines[line].reprise
  }

  /// One shared amount that several parts point to counts once.
  private func pooled(_ parts: [Operand], in source: Int, _ notes: inout [String]) -> [Operand] {
    guard parts.contains(where: \.isShare) else { return parts }
    var seen: Set<Place> = []
    var counted: [Operand] = []
    for part in parts {
      if part.isShare, !seen.insert(ledger.place(of: part.origin)).inserted {
        notes.append("one shared amount, counted once: \(ledger.label(of: part.origin))")
      } else {
        counted.append(part)
      }
    }
    return counted
  }
}
