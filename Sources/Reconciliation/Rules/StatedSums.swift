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

  /// Adds one check for each stated sum.
  func add(to checks: inout [Check]) {
    for source in ledger.facts.indices where rule.covers(ledger.facts[source].document) {
      for sum in ledger.facts[source].sums.indices
      where ledger.facts[source].sums[sum].rule == rule.kind.code {
        checks.append(check(source, sum))
      }
    }
  }

  private func check(_ source: Int, _ sum: Int) -> Check {
    let left = operand(source, sum, -1)
    // The claim is not copied, nor its terms: there are as many as a sheet has rows.
    let right = ledger.facts[source].sums[sum].parts.indices.map { operand(source, sum, $0) }
    let label = ledger.facts[source].sums[sum].total.label
    var check = Check(
      rule: position, source: source, scope: ledger.facts[source].sums[sum].scope,
      fiscalYear: line(source, sum, -1).flatMap { ledger.lines[$0].fiscalYear },
      leftLabel: label.isEmpty ? "printed total" : label,
      rightLabel: rule.kind == .components ? "sum of its components" : "sum of its parts",
      left: [left], right: [])
    check.right = policed(right, in: source, rule.reprise, &check.notes)
    if rule.kind == .printedTotal, rule.reprise == .infer,
      right.contains(where: { reprise(of: $0, in: source) != .none }),
      Verdict(check).status == .mismatch
    {
      var without = check
      without.notes = []
      without.right = policed(right, in: source, .exclude, &without.notes)
      if Verdict(without).status.isAgreement {
        without.notes.append("amounts listed elsewhere do not count: the total agrees only so")
        check = without
      }
    }
    if let share = ledger.facts[source].sums[sum].share {
      check.relation = .share(share)
      check.rightLabel = "\(share.text) of the total"
    }
    let stages = stages(source, sum)
    if stages.count > 1 {
      let names = stages.map(\.rawValue).sorted().joined(separator: ", ")
      check.ruling = Check.Ruling(
        status: .notComparable, reason: "its figures are of different stages (\(names))")
    }
    return check
  }

  /// The stages of a sum's figures, those that the rule lets mix as one.
  private func stages(_ source: Int, _ sum: Int) -> [BudgetKind] {
    var stages: [BudgetKind] = []
    for term in -1..<ledger.facts[source].sums[sum].parts.count {
      guard let line = line(source, sum, term) else { continue }
      let stage = rule.mixedStage(ledger.lines[line].stage)
      if stage != .other, !stages.contains(stage) { stages.append(stage) }
    }
    return stages
  }

  // The budget line that the total of a sum (-1) or one of its parts is.
  private func line(_ source: Int, _ sum: Int, _ term: Int) -> Int? {
    let line =
      term < 0
      ? ledger.facts[source].sums[sum].total.budgetLine
      : ledger.facts[source].sums[sum].parts[term].budgetLine
    return line.map { ledger.firstLines[source] + $0 }
  }

  private func operand(_ source: Int, _ sum: Int, _ number: Int) -> Operand {
    let (figure, isSubtracted) =
      number < 0
      ? ledger.facts[source].sums[sum].total.counted
      : ledger.facts[source].sums[sum].parts[number].counted
    var operand = Operand(
      origin: .term(source: source, sum: sum, term: number), figure: figure,
      isSubtracted: isSubtracted)
    if operand.figure?.rounding == .unknown,
      let rounding = roundings[ledger.facts[source].document]
    {
      operand.figure?.rounding = rounding
    }
    guard let line = line(source, sum, number) else { return operand }
    operand.isShare = number >= 0 && ledger.lines[line].isInner
    operand.link = ledger.lines[line].link
    return operand
  }

  // A source that lists the parts of a sum says itself that they count, unless the rule says not.
  private func policed(
    _ parts: [Operand], in source: Int, _ policy: ReprisePolicy, _ notes: inout [String]
  ) -> [Operand] {
    guard policy == .exclude else { return pooled(parts, in: source, &notes) }
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
    guard case .term(_, let sum, let term) = part.origin, let line = line(source, sum, term)
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

extension SumClaim.Term {
  // What a sum takes of it, without its texts.
  fileprivate var counted: (figure: Figure?, isSubtracted: Bool) { (figure, isSubtracted) }
}
