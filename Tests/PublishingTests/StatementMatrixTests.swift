import Model
import Testing

@testable import Publishing

@Suite struct StatementMatrixTests {
  private func line(_ id: String, _ document: String, _ programme: String, year: Int = 2022)
    -> BudgetLine
  {
    var line = BudgetLine()
    line.id = id
    line.document = document
    line.programmeID = [programme]
    line.fiscalYear = year
    line.budgetKind = .initial
    line.amountYen = 1
    return line
  }

  private func check(
    _ status: ReconciliationStatus, _ rows: [String], rule: String = "cross_ministry"
  ) -> ReconciliationEntry {
    var check = ReconciliationEntry()
    check.rule = rule
    check.status = status
    check.evidence = rows
    return check
  }

  @Test func whatDoesNotAgreeComesFirst() {
    let lines = [
      line("a1", "hq", "a"), line("a2", "mext", "a"), line("b1", "hq", "b"),
      line("b2", "mext", "b"), line("c1", "hq", "c"), line("d1", "hq", "d"),
      line("d2", "mext", "d"),
    ]
    let matrix = StatementMatrix(
      lines,
      [
        check(.exact, ["a1", "a2"]), check(.mismatch, ["b1", "b2"]),
        check(.exact, ["c1"], rule: "total"),
      ])
    #expect(matrix.rows.map(\.cell.programme) == ["b", "d", "a", "c"])
    #expect(matrix.rows.map(\.agreement) == [.mismatch, .notCompared, .exact, .alone])
    #expect(matrix.compared == 3)
  }

  @Test func yearsAndStagesAreCellsOfTheirOwn() {
    var request = line("a2", "mext", "a")
    request.budgetKind = .request
    var doubtful = line("a4", "hq", "a")
    doubtful.link = .ambiguous
    let matrix = StatementMatrix(
      [line("a1", "hq", "a"), request, line("a3", "hq", "a", year: 2021), doubtful], [])
    #expect(
      Set(matrix.rows.map { "\($0.cell.year) \($0.cell.kind.rawValue)" })
        == ["2021 initial", "2022 initial", "2022 request"])
    #expect(matrix.rows.allSatisfy { $0.agreement == .alone && $0.lines.count == 1 })
  }
}
