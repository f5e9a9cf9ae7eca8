import Model

/// The sums that a text claims by its layout: a project's total and the figures of its programmes,
/// a supplementary budget and its numbered parts.
struct TextSums {
  let units: [Unit]
  let settings: FamilySettings
  /// The figures with their programmes, each the budget line of the same index in the facts.
  let lines: [LinkedAmount]

  /// Adds the claims to the facts.
  func add(to facts: inout Facts) {
    for unit in units.indices {
      for line in lines.indices where lines[line].unit == unit {
        switch lines[line].amount.role {
        case .projectTotal: addTotal(line, unit, isInhouse: false, to: &facts)
        case .inhouseTotal: addTotal(line, unit, isInhouse: true, to: &facts)
        default: break
        }
      }
    }
    for line in lines.indices {
      addComponents(line, to: &facts)
      addShare(line, to: &facts)
    }
  }

  // MARK: Shares

  /// A figure that says what share of its project's total it is.
  private func addShare(_ line: Int, to facts: inout Facts) {
    guard let share = lines[line].amount.share else { return }
    let own = facts.budgetLines[line].row
    let total = lines.indices.first { index in
      let row = facts.budgetLines[index].row
      return row.level == .projectTotal && row.project == own.project
        && row.fiscalYear == own.fiscalYear && row.budgetKind == own.budgetKind
        && !row.isPriorYear
    }
    guard let total else { return }
    append(.total, line, [total], "share of the total", share, to: &facts)
  }

  // MARK: Totals

  private func addTotal(_ total: Int, _ unit: Int, isInhouse: Bool, to facts: inout Facts) {
    var parts = lines.indices.filter { index in
      let amount = lines[index].amount
      return lines[index].unit == unit && amount.isInhouse == isInhouse
        && facts.budgetLines[index].row.project == facts.budgetLines[total].row.project
        && (amount.role == .programme || amount.role == .institute)
        // A share of the total says again what the programme's own figure says.
        && amount.namedProject == nil
        && amount.kind == lines[total].amount.kind
        && amount.fiscalYear == lines[total].amount.fiscalYear
    }
    if parts.isEmpty {
      if !isInhouse { addGroups(total, unit, to: &facts) }
      return
    }
    parts = onceEach(parts)
    let (chosen, note) = withRelisted(parts, total)
    append(.total, total, chosen, note, to: &facts)
  }

  /// One 内数 figure shared by several programmes counts once.
  private func onceEach(_ parts: [Int]) -> [Int] {
    var seen: Set<Int64> = []
    return parts.filter { index in
      guard lines[index].amount.isInner, let yen = lines[index].amount.yen else { return true }
      return seen.insert(yen).inserted
    }
  }

  /// The parts with or without re-listed money, as the family says or as the total itself does.
  private func withRelisted(_ parts: [Int], _ total: Int) -> ([Int], String) {
    let own = parts.filter { lines[$0].amount.reprise != .full }
    if own.count == parts.count { return (parts, "") }
    switch settings.relisted {
    case .included: return (parts, "re-listed money included")
    case .excluded: return (own, "re-listed money left out")
    case .inferred:
      if !agrees(total, parts), agrees(total, own) {
        return (own, "re-listed money left out, inferred from the total")
      }
      return (parts, "re-listed money included, inferred from the total")
    }
  }

  /// Groups in brackets: where one is the sum of the others, it is a sum of its own.
  private func addGroups(_ total: Int, _ unit: Int, to facts: inout Facts) {
    let groups = lines.indices.filter {
      lines[$0].unit == unit && lines[$0].amount.role == .subtotal
    }
    guard !groups.isEmpty else { return }
    if groups.count > 2,
      let whole = groups.first(where: { one in agrees(one, groups.filter { $0 != one }) })
    {
      append(.total, total, [whole], "inferred from the groups", to: &facts)
      append(
        .total, whole, groups.filter { $0 != whole }, "inferred from the groups", to: &facts)
    } else {
      append(.total, total, groups, "", to: &facts)
    }
  }

  /// Whether a figure and a sum of others agree within their rounding; a figure that is only an
  /// upper bound stretches the sum downwards.
  private func agrees(_ total: Int, _ parts: [Int]) -> Bool {
    guard let whole = figure(total)?.interval else { return false }
    var sum: YenInterval? = YenInterval(0, 0)
    for part in parts {
      guard var interval = figure(part)?.interval else { return false }
      if lines[part].amount.isInner { interval.low = min(0, interval.low) }
      sum = sum?.adding(interval)
    }
    return sum.map { whole.meets($0) } ?? false
  }

  // MARK: Components

  private func addComponents(_ parent: Int, to facts: inout Facts) {
    let parts = lines.indices.filter {
      lines[$0].amount.role == .component && lines[$0].amount.parent == lines[parent].index
    }
    if parts.count > 1 { append(.components, parent, parts, "", to: &facts) }
  }

  private func append(
    _ rule: FindingCode, _ total: Int, _ parts: [Int], _ note: String,
    _ share: SumClaim.Share? = nil, to facts: inout Facts
  ) {
    let row = facts.budgetLines[total].row
    // The key of the check is made of this: it names what is summed, not the amounts.
    let names = [row.project, row.programme, row.partNote].filter { !$0.isEmpty }
    let name =
      (names.isEmpty ? row.raw : names.joined(separator: " "))
      + (row.level == .inhouseTotal ? " (in-house)" : "")
    facts.sums.append(
      SumClaim(
        rule: rule, scope: note.isEmpty ? name : "\(name) (\(note))", total: term(total, facts),
        parts: parts.map { term($0, facts) }, share: share))
  }

  private func term(_ index: Int, _ facts: Facts) -> SumClaim.Term {
    let fact = facts.budgetLines[index]
    return SumClaim.Term(
      label: [fact.row.programme, fact.row.partNote, fact.row.raw].first { !$0.isEmpty } ?? "",
      figure: figure(index), budgetLine: index, place: fact.place)
  }

  private func figure(_ index: Int) -> Figure? {
    guard let yen = lines[index].amount.yen, let unit = lines[index].amount.unit else { return nil }
    return Figure(yen: yen, unit: unit, rounding: settings.rounding)
  }
}
