import Model
import Reconciliation
import Testing

@Suite struct IndicatorRuleTests {
  /// The entries of a rule over one indicator.
  private func entries(
    _ kind: Rule.Kind, _ first: @escaping (inout Indicator) -> Void,
    second: ((inout Indicator) -> Void)? = nil
  ) -> [ReconciliationEntry] {
    var source = Ledgers("a")
    for change in [first] + (second.map { [$0] } ?? []) {
      var row = Indicator()
      (row.project, row.name) = ("P", "件数")
      change(&row)
      let place = Place(Span(line: 1, columns: 0..<1))
      source.facts.indicators.append(Fact(row, at: place))
    }
    return reconcile([source], [Rule(kind)]).entries
  }

  @Test(arguments: [
    ("128", "件", ["2020=45", "2021=36", "2022=47"], ReconciliationStatus.exact),
    ("129", "件", ["2020=45", "2021=36", "2022=47"], .mismatch),
    // A share has no sum: it lies between the least and the greatest of its years.
    ("81.0", "%", ["2020=80.8", "2021=81.1", "2022=81.0"], .exact),
    ("31", "%", ["2020=23", "2021=48", "2022=41"], .exact),
    ("1.3", "倍", ["2020=1.2", "2021=1.3", "2022=1.4"], .exact),
    ("81.2", "%", ["2020=80.8", "2021=81.1", "2022=81.0"], .withinRounding),
    ("81.3", "%", ["2020=80.8", "2021=81.1", "2022=81.0"], .mismatch),
    // Decimal counts were rounded: 1.3 + 1.3 may be 2.5.
    ("2.5", "万件", ["2020=1.3", "2021=1.3"], .withinRounding),
    ("2.4", "万件", ["2020=1.3", "2021=1.3"], .mismatch),
    // A value for each year: the printed one is that of the last.
    ("114", "件", ["2017=90", "2018=114"], .notComparable),
  ])
  func aSeriesAddsUp(
    latest: String, unit: String, years: [String], expected: ReconciliationStatus
  ) {
    let entries = entries(.series) {
      ($0.latestValue, $0.latestUnit, $0.byYear) = (Decimal(latest), unit, years)
    }
    #expect(entries.map(\.status) == [expected])
    #expect(entries.first?.leftYen == nil)
  }

  @Test(arguments: [
    ("1課題当たりの論文数", ReconciliationStatus.undecided), ("平均の日数", .undecided), ("効率化の件数", .mismatch),
  ])
  func aMeanHasNoSum(name: String, expected: ReconciliationStatus) {
    let entries = entries(.series) {
      ($0.name, $0.latestValue, $0.latestUnit) = (name, Decimal("2.5"), "件")
      $0.byYear = ["2020=2.4", "2021=2.5", "2022=2.6"]
    }
    #expect(entries.map(\.status) == [expected])
  }

  @Test func aLooseValueIsNotAMismatch() {
    let entries = entries(.series) {
      ($0.latestRaw, $0.latestValue, $0.latestUnit) = ("約130件", Decimal("130"), "件")
      $0.byYear = ["2020=45", "2021=36", "2022=47"]
    }
    #expect(entries.map(\.status) == [.undecided])
  }

  @Test(arguments: [
    ("25", "128", ReconciliationStatus.exact), ("25", "25", .exact), ("35", "18", .undecided),
    // No accidents is a target not to exceed.
    ("0", "5", .undecided),
  ])
  func anActualValueReachesItsTargetOrHasTime(
    target: String, actual: String, expected: ReconciliationStatus
  ) {
    let entries = entries(.target) {
      ($0.targetValue, $0.targetUnit, $0.targetYear) = (Decimal(target), "件", 2024)
      ($0.latestValue, $0.latestUnit, $0.byYear) = (Decimal(actual), "件", ["2022=1"])
    }
    #expect(entries.map(\.status) == [expected])
  }

  @Test func aTargetThatIsOverAndMissedIsAMismatch() {
    let entries = entries(.target) {
      ($0.targetValue, $0.targetUnit, $0.targetYear) = (Decimal("35"), "件", 2024)
      ($0.latestValue, $0.latestUnit, $0.byYear) = (Decimal("18"), "件", ["2024=18"])
    }
    #expect(entries.map(\.status) == [.mismatch])
    #expect(entries.first?.severity == .warning)
  }

  @Test(arguments: [("50", ReconciliationStatus.exact), ("60", .mismatch)])
  func fiveYearlyTargetsMakeTheCumulativeOne(
    cumulative: String, expected: ReconciliationStatus
  ) {
    let entries = entries(
      .target, { ($0.targetValue, $0.targetUnit, $0.targetBasis) = (Decimal("10"), "件", .annual) },
      second: {
        ($0.targetValue, $0.targetUnit, $0.targetBasis) = (Decimal(cumulative), "件", .cumulative)
      })
    #expect(entries.map(\.status) == [expected])
  }
}
