import Model
import Reconciliation
import TestSupport
import Testing

/// Work grows with the number of figures and no faster.
@Suite(.serialized) struct ScaleTests {
  #if DEBUG
    static let figures = 20_000
    static let parts = 400
  #else
    static let figures = 1_000_000
    static let parts = 2000
  #endif

  private func facts(groups: Int, parts: Int, error: Int64 = 0) -> Facts {
    var facts = Facts(document: "a")
    facts.budgetLines.reserveCapacity(groups * (parts + 1))
    var row = BudgetLine()
    row.document = "a"
    row.fiscalYear = 2022
    row.budgetKind = .initial
    row.unitYen = 1_000_000
    let place = Place(Span(line: 1, columns: 0..<1))
    for group in 0..<groups {
      row.project = "project \(group)"
      row.level = .projectTotal
      row.programme = ""
      row.amountYen = Int64(parts) * 7_000_000 + error
      row.id = "b-\(group)"
      facts.budgetLines.append(Fact(row, at: place))
      row.level = .programme
      row.amountYen = 7_000_000
      for part in 0..<parts {
        row.programme = "programme \(group) \(part)"
        row.id = "b-\(group)-\(part)"
        facts.budgetLines.append(Fact(row, at: place))
      }
    }
    return facts
  }

  @Test func aHierarchyOfManyFigures() {
    let parts = 9
    let facts = facts(groups: Self.figures / (parts + 1), parts: parts)
    let clock = ContinuousClock()
    for rules in [[Rule(.total)], [Rule(.total), Rule(.restated), Rule(.priorYear)]] {
      var result = ReconciliationResult()
      let time = clock.measure {
        result = reconcile([facts], documents: [], registries: Registries(), rules: rules)
      }
      print("\(Self.figures) figures, \(rules.map(\.id)): \(time)")
      #expect(result.entries.count == Self.figures / (parts + 1))
      #expect(result.counts.first?.statuses == [.exact: Self.figures / (parts + 1)])
    }
  }

  @Test func aHierarchyInWhichNothingAgrees() {
    let facts = facts(groups: Self.figures / 10, parts: 9, error: 77_000_000)
    let clock = ContinuousClock()
    var result = ReconciliationResult()
    let time = clock.measure {
      result = reconcile([facts], documents: [], registries: Registries(), rules: [Rule(.total)])
    }
    print("\(Self.figures) figures, no sum agrees: \(time)")
    #expect(result.counts.first?.statuses == [.mismatch: Self.figures / 10])
    #expect(result.findings.count == Self.figures / 10)
    #expect(result.entries.last?.suspects == ["not looked for: there are too many mismatches"])
  }

  @Test func theSuspectsOfALongSum() {
    var source = Ledgers("a")
    var sum: Int64 = 0
    var random = Seeded(seed: 5)
    source.add(.projectTotal, "P", "", nil)
    for index in 0..<Self.parts {
      let figure = Figure(
        yen: Int64.random(in: 1...99_999, using: &random) * 1_000_000, unit: 1_000_000)
      sum += figure.yen
      source.add(.programme, "P", "programme \(index)", figure)
    }
    source.facts.budgetLines[0].row.amountYen = sum + 123_456_000_000_000
    source.facts.budgetLines[0].row.unitYen = 1_000_000
    let clock = ContinuousClock()
    var result = ReconciliationResult()
    let time = clock.measure { result = reconcile([source], [Rule(.total)]) }
    print("the suspects of \(Self.parts) parts: \(time)")
    #expect(result.entries.map(\.status) == [.mismatch])
  }
}
