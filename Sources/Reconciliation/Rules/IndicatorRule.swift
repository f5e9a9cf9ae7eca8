import Model

/// `series` and `target`: the numbers of an indicator with one another.
struct IndicatorRule {
  let ledger: Ledger
  let rule: Rule
  let position: Int

  /// The checks.
  func checks() -> [Check] {
    var checks: [Check] = []
    for source in ledger.facts.indices where rule.covers(ledger.facts[source].document) {
      for index in ledger.facts[source].indicators.indices {
        if rule.kind == .series {
          if let check = series(source, index) { checks.append(check) }
        } else {
          checks += targets(source, index)
        }
      }
      if rule.kind == .target { checks += cumulativeTargets(source) }
    }
    return checks
  }

  private func indicator(_ source: Int, _ index: Int) -> Indicator {
    ledger.facts[source].indicators[index].row
  }

  private func operand(
    _ value: IndicatorValue, _ source: Int, _ index: Int, year: Int? = nil, scale: Int
  ) -> Operand {
    let isCount = !indicator(source, index).isShare
    return Operand(
      origin: .indicator(source: source, index: index, year: year),
      figure: value.figure(scale: scale, isCount: isCount))
  }

  private func check(
    _ source: Int, _ index: Int, left: (label: String, operands: [Operand]),
    right: (label: String, operands: [Operand]), year: Int?, scale: Int, unit: String
  ) -> Check {
    let row = indicator(source, index)
    let name = row.parent.isEmpty ? row.name : "\(row.parent) / \(row.name)"
    var check = Check(
      rule: position, source: source, scope: row.project.isEmpty ? name : "\(row.project): \(name)",
      fiscalYear: year, leftLabel: left.label, rightLabel: right.label, left: left.operands,
      right: right.operands)
    check.measure = .quantity(scale: scale, unit: unit)
    return check
  }

  // One more digit than printed, so that half a unit is a whole number.
  private func scale(_ values: [IndicatorValue]) -> Int {
    (values.map(\.decimals).max() ?? 0) + 1
  }

  // MARK: - series

  /// The latest value with the yearly ones: their sum for counts, between the least and the
  /// greatest for shares, whose weights are not printed.
  private func series(_ source: Int, _ index: Int) -> Check? {
    let row = indicator(source, index)
    let yearly = row.yearlyValues
    guard yearly.count > 1, let latest = row.latestValue.flatMap({ IndicatorValue($0.digits) })
    else { return nil }
    let scale = scale([latest] + yearly.map(\.value))
    var check = check(
      source, index,
      left: ("printed value", [operand(latest, source, index, scale: scale)]),
      right: (
        row.isShare ? "range of its years" : "sum of its years",
        yearly.map { operand($0.value, source, index, year: $0.year, scale: scale) }
      ),
      year: yearly.map(\.year).max(), scale: scale, unit: row.latestUnit)
    if row.isShare { check.relation = .range }
    if row.isLoose {
      check.mismatchRuling = Check.Ruling(
        status: .undecided, reason: "the value is printed as not exact")
    } else if !row.isShare, let last = yearly.max(by: { $0.year < $1.year }), last.value == latest {
      check.mismatchRuling = Check.Ruling(
        status: .notComparable,
        reason: "the printed value is that of its last year, FY\(last.year), not a sum")
    } else if !row.isShare, row.mayBeMean {
      check.mismatchRuling = Check.Ruling(
        status: .undecided, reason: "by its name the value may be a mean, not a sum")
    } else if !row.isShare, row.latestUnit.isEmpty {
      // Without a unit it may be a share or an index.
      check.mismatchRuling = Check.Ruling(
        status: .undecided, reason: "the value has no unit, so it may not be a sum")
    }
    return check
  }

  // MARK: - target

  /// The actual value with the target; for a target of each year, every year's value.
  private func targets(_ source: Int, _ index: Int) -> [Check] {
    let row = indicator(source, index)
    guard let target = row.targetValue.flatMap({ IndicatorValue($0.digits) }) else { return [] }
    if row.targetBasis == .annual {
      return row.yearlyValues.map { actual($0.value, $0.year, target, source, index) }
    }
    guard let latest = row.latestValue.flatMap({ IndicatorValue($0.digits) }) else { return [] }
    return [actual(latest, nil, target, source, index)]
  }

  private func actual(
    _ value: IndicatorValue, _ year: Int?, _ target: IndicatorValue, _ source: Int, _ index: Int
  ) -> Check {
    let row = indicator(source, index)
    let scale = scale([value, target])
    let lastYear = row.yearlyValues.map(\.year).max()
    var check = check(
      source, index,
      left: ("actual value", [operand(value, source, index, year: year, scale: scale)]),
      right: ("target", [operand(target, source, index, scale: scale)]),
      year: year ?? lastYear, scale: scale, unit: row.targetUnit)
    check.relation = .atLeast
    if row.targetOp == .multiple || row.targetOp == .text {
      check.ruling = Check.Ruling(
        status: .notComparable, reason: "the target is not a number to reach")
    } else if target.digits == 0 {
      check.ruling = Check.Ruling(
        status: .undecided, reason: "a target of 0 may be one not to exceed")
    } else if !row.latestUnit.isEmpty, row.latestUnit != row.targetUnit {
      check.ruling = Check.Ruling(
        status: .notComparable, reason: "the units differ: \(row.latestUnit), \(row.targetUnit)")
    } else if year == nil {
      check.mismatchRuling = stillRunning(row, lastYear, source)
    }
    return check
  }

  private func stillRunning(_ row: Indicator, _ lastYear: Int?, _ source: Int) -> Check.Ruling? {
    guard let end = row.targetYear else { return nil }
    let document = ledger.documents[ledger.facts[source].document]
    guard let now = lastYear ?? document?.fiscalYear else {
      return Check.Ruling(status: .undecided, reason: "the year of the value is not known")
    }
    if now >= end { return nil }
    return Check.Ruling(
      status: .undecided, reason: "not reached by FY\(now); the target is for FY\(end)")
  }

  /// A target for each year with the cumulative target of the same indicator.
  private func cumulativeTargets(_ source: Int) -> [Check] {
    var yearly: [[String]: Int] = [:]
    let rows = ledger.facts[source].indicators
    for index in rows.indices where rows[index].row.targetBasis == .annual {
      yearly[rows[index].row.identity] = index
    }
    return rows.indices.compactMap { index in
      let row = rows[index].row
      guard row.targetBasis == .cumulative, let other = yearly[row.identity],
        row.targetUnit == rows[other].row.targetUnit, !row.isShare,
        let total = row.targetValue.flatMap({ IndicatorValue($0.digits) }),
        let each = rows[other].row.targetValue.flatMap({ IndicatorValue($0.digits) })
      else { return nil }
      let scale = scale([total, each])
      let part = operand(each, source, other, scale: scale)
      return check(
        source, index,
        left: ("cumulative target", [operand(total, source, index, scale: scale)]),
        right: (
          "\(rule.targetYears) years of the yearly target",
          (0..<rule.targetYears).map { _ in part }
        ),
        year: row.targetYear, scale: scale, unit: row.targetUnit)
    }
  }
}

extension Indicator {
  /// What makes two rows the same indicator in one source.
  fileprivate var identity: [String] {
    seriesID.isEmpty ? [project, parent, name] : [seriesID]
  }
}
