import Model

extension ReconciliationRun {
  /// A check and its verdict as a row of the published table.
  func entry(
    _ check: Check, _ verdict: Verdict, _ suspects: [String], _ keys: inout KeyGiver
  ) -> ReconciliationEntry {
    let rule = rules[check.rule]
    var entry = ReconciliationEntry()
    entry.rule = rule.id
    entry.document = ledger.facts[check.source].document
    entry.scope = check.scope
    entry.fiscalYear = check.fiscalYear
    entry.leftLabel = check.leftLabel
    entry.rightLabel = check.rightLabel
    entry.status = verdict.status
    entry.severity = rule.severity(of: verdict.status)
    entry.explanation = verdict.explanation(check, ledger)
    entry.suspects = suspects
    entry.evidence = evidence(check)
    if case .yen = check.measure { fill(&entry, verdict) }
    // What the right side prints is the whole; the share of it is an interval.
    if case .share = check.relation { (entry.rightYen, entry.difference) = (nil, nil) }
    entry.id = keys.key(
      "r",
      [
        entry.rule, entry.document, entry.scope, check.fiscalYear.map(String.init) ?? "",
        entry.leftLabel, entry.rightLabel,
      ])
    return entry
  }

  private func fill(_ entry: inout ReconciliationEntry, _ verdict: Verdict) {
    entry.leftYen = verdict.left.printed
    entry.rightYen = verdict.right.printed
    if verdict.left.figures > 0, let interval = verdict.left.sum.interval {
      entry.leftLow = interval.low
      entry.leftHigh = interval.high
    }
    if let interval = verdict.rightInterval {
      entry.rightLow = interval.low
      entry.rightHigh = interval.high
    }
    entry.difference = verdict.difference
    entry.unitYen = verdict.unit > 0 ? verdict.unit : nil
  }

  private func evidence(_ check: Check) -> [String] {
    var rows: [String] = []
    rows.reserveCapacity(check.left.count + check.right.count)
    for side in [check.left, check.right] {
      for operand in side {
        let row = ledger.key(of: operand.origin)
        if !row.isEmpty { rows.append(row) }
      }
    }
    return rows
  }
}
