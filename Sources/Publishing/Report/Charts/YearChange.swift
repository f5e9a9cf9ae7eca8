import Model

/// The budgets of two years that follow each other, at the same stage.
struct YearChange {
  /// How many lines a chart can hold.
  private static let most = 12

  let kind: BudgetKind
  /// The later year.
  let year: Int
  /// Those with the greatest amounts, greatest first.
  let rows: [Row]

  /// One project or ministry.
  struct Row: Hashable {
    let name: String
    let before: Int64
    let after: Int64
    /// How many programmes are summed up; 0 where the amounts are printed.
    var count = 0

    /// The difference; nothing where it is too great to be held.
    var difference: Int64? {
      let (difference, overflow) = after.subtractingReportingOverflow(before)
      return overflow ? nil : difference
    }

    /// The difference in hundredths of a percent, cut off.
    var basisPoints: Int64? {
      guard before > 0, let difference else { return nil }
      return Int64(exactly: Int128(difference) * 10_000 / Int128(before))
    }
  }

  /// The changes of all pairs of years that series have, the newest first.
  static func all(_ series: [BudgetSeries]) -> [YearChange] {
    var rows: [Slot: [Row]] = [:]
    for series in series {
      // A stage with two figures for one year has no one figure to draw.
      let stages = Dictionary(grouping: series.points) { Slot(kind: $0.kind, year: $0.year) }
        .compactMapValues { $0.count == 1 && $0[0].yen >= 0 ? $0[0].yen : nil }
      for (slot, after) in stages where slot.kind != .supplementary && slot.kind != .other {
        guard let before = stages[Slot(kind: slot.kind, year: slot.year - 1)] else { continue }
        rows[slot, default: []].append(Row(name: series.name, before: before, after: after))
      }
    }
    return sorted(rows)
  }

  /// The sums of the programmes of each ministry for which one document prints both years: only
  /// such sums are of the same things.
  static func ofMinistries(_ lines: [BudgetLine], _ names: MinistryNames) -> [YearChange] {
    struct Owner: Hashable {
      let document: String
      let ministry: String
    }
    struct Amounts: Hashable {
      let slot: Slot
      let programme: String
    }
    var amounts: [Owner: [Amounts: [Int64]]] = [:]
    for line in lines where line.isPlainProgramme && !line.programme.isEmpty {
      guard let yen = line.amountYen, yen >= 0, let year = line.fiscalYear,
        let ministry = names.sole(line)
      else { continue }
      let key = Amounts(slot: Slot(kind: line.budgetKind, year: year), programme: line.programme)
      amounts[Owner(document: line.document, ministry: ministry), default: [:]][key, default: []]
        .append(yen)
    }
    var rows: [Slot: [Row]] = [:]
    for (owner, amounts) in amounts {
      var sums: [Slot: Row] = [:]
      for (key, after) in amounts where after.count == 1 {
        let earlier = Amounts(
          slot: Slot(kind: key.slot.kind, year: key.slot.year - 1), programme: key.programme)
        guard let before = amounts[earlier], before.count == 1 else { continue }
        let sum = sums[key.slot] ?? Row(name: owner.ministry, before: 0, after: 0, count: 0)
        let (old, oldOverflow) = sum.before.addingReportingOverflow(before[0])
        let (new, newOverflow) = sum.after.addingReportingOverflow(after[0])
        if oldOverflow || newOverflow { continue }
        sums[key.slot] = Row(name: owner.ministry, before: old, after: new, count: sum.count + 1)
      }
      for (slot, row) in sums where row.count > 1 { rows[slot, default: []].append(row) }
    }
    return sorted(rows)
  }

  private struct Slot: Hashable {
    let kind: BudgetKind
    let year: Int
  }

  private static func sorted(_ rows: [Slot: [Row]]) -> [YearChange] {
    let order = BudgetKind.allCases
    return rows.sorted { a, b in
      (b.key.year, order.firstIndex(of: a.key.kind) ?? 0)
        < (a.key.year, order.firstIndex(of: b.key.kind) ?? 0)
    }.map { slot, rows in
      YearChange(
        kind: slot.kind, year: slot.year,
        rows: Array(
          rows.sorted { (max($1.before, $1.after), $0.name) < (max($0.before, $0.after), $1.name) }
            .prefix(most)))
    }
  }
}
