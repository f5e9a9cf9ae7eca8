import Comparison
import Model
import Testing

@Suite struct YearComparisonTests {
  @Test func aProjectIsComparedWithItsYearBefore() throws {
    let changes = YearComparison(lines: [
      total("医薬品", 2021, 299), total("医薬品", 2022, 326), total("医薬品", 2023, 300),
    ]).projectChanges
    #expect(changes.map(\.year) == [2022, 2023])
    #expect(changes.map(\.difference) == [27 * oku, -26 * oku])
    // 27 of 299 is 9.0301 percent, 26 of 326 is 7.9755.
    #expect(changes.map(\.basisPoints) == [903, -798])
    #expect(changes.allSatisfy { $0.note.isEmpty })
  }

  @Test func stagesAreNotMixed() {
    let changes = YearComparison(lines: [
      total("甲", 2021, 10), total("甲", 2022, 12, .request), total("甲", 2022, 11, .initialDraft),
    ]).projectChanges
    #expect(changes.isEmpty)
  }

  @Test func theBracketedFigureOfTheYearBeforeHelpsOut() {
    var prior = total("甲", 2021, 10)
    prior.isPriorYear = true
    let changes = YearComparison(lines: [total("甲", 2022, 12), prior]).projectChanges
    #expect(changes.map(\.before) == [10 * oku])
    // The year's own figure goes before it.
    let own = YearComparison(lines: [total("甲", 2022, 12), prior, total("甲", 2021, 9)])
    #expect(own.projectChanges.map(\.before) == [9 * oku])
  }

  @Test func theSameTotalPrintedTwiceCountsOnce() {
    var finer = total("甲", 2022, 12)
    finer.amountYen = 1_204_000_000
    finer.unitYen = 1_000_000
    let changes = YearComparison(lines: [total("甲", 2021, 10), total("甲", 2022, 12), finer])
      .projectChanges
    #expect(changes.map(\.after) == [1_204_000_000])
  }

  @Test func sourcesThatDisagreeGiveNoFigure() {
    let changes = YearComparison(lines: [
      total("甲", 2021, 10), total("甲", 2022, 12), total("甲", 2022, 15, document: "d-2"),
    ]).projectChanges
    #expect(changes.map(\.after) == [nil])
    #expect(changes.first?.note.contains("sources disagree") == true)
  }

  @Test func renamedSplitAndMergedFollowTheRegistry() {
    let lines = [
      programme("p1", 2021, 10), programme("p2", 2022, 11),
      programme("a", 2021, 30), programme("b", 2022, 12), programme("c", 2022, 20),
      programme("x", 2021, 5), programme("y", 2021, 6), programme("z", 2022, 10),
      programme("old", 2021, 1), programme("new", 2022, 2), programme("end", 2021, 3),
      programme("?", 2022, 4),
    ]
    let changes = YearComparison(
      lines: lines,
      programmes: [
        registered("p1"), registered("p2", ["p1"]), registered("a"), registered("b", ["a"]),
        registered("c", ["a"]), registered("z", ["x", "y"]), registered("new", first: 2022),
        registered("old"),
        registered("end", last: 2021),
      ]
    ).programmeChanges
    let found = changes.map {
      "\($0.id) \($0.before.map { $0 / oku } ?? 0) \($0.after.map { $0 / oku } ?? 0) \($0.note)"
    }
    #expect(
      Set(found) == [
        "p2 10 11 改称 (renamed): 事業p1", "b;c 30 32 分割 (split): 事業a",
        "z 11 10 統合 (merged): x、y", "old 1 0 当年度の額なし (no figure for the year)",
        "end 3 0 終了 (ended)", "new 0 2 新規 (new)",
        "? 0 4 前年度の額なし (no figure for the year before)",
      ])
  }

  @Test func amountsThatBelongToNoSumAreLeftOut() {
    var reprise = programme("p", 2022, 5)
    reprise.reprise = .full
    var inner = programme("p", 2022, 5)
    inner.inner = true
    var ambiguous = programme("p", 2022, 5)
    ambiguous.link = .ambiguous
    let changes = YearComparison(lines: [
      programme("p", 2021, 10), programme("p", 2022, 12), reprise, inner, ambiguous,
    ]).programmeChanges
    #expect(changes.map(\.after) == [12 * oku])
  }

  @Test func partsOfAProgrammeInSeveralProjectsAreAdded() {
    var other = programme("p", 2022, 5)
    other.project = "別のプロジェクト"
    let changes = YearComparison(lines: [
      programme("p", 2021, 10), programme("p", 2022, 12), other,
    ]).programmeChanges
    #expect(changes.map(\.after) == [17 * oku])
  }

  @Test func aMinistryHasTheProgrammesThatAreItsAlone() {
    var shared = programme("q", 2022, 100)
    shared.ministries = ["文", "厚"]
    var ministry = Ministry()
    ministry.id = "mext"
    ministry.name = "文部科学省"
    ministry.aliases = ["文"]
    let changes = YearComparison(
      lines: [programme("p", 2021, 10), programme("p", 2022, 12), shared], ministries: [ministry]
    ).ministryChanges
    #expect(changes.map(\.name) == ["文部科学省"])
    #expect(changes.map(\.after) == [12 * oku])
    #expect(changes.first?.note == "単独所管 1 → 1 件")
  }

  private let oku: Int64 = 100_000_000

  private func total(
    _ project: String, _ year: Int, _ amount: Int64, _ kind: BudgetKind = .initial,
    document: String = "d-1"
  ) -> BudgetLine {
    var line = BudgetLine()
    line.document = document
    line.level = .projectTotal
    line.project = project
    line.budgetKind = kind
    line.fiscalYear = year
    line.amountYen = amount * oku
    line.unitYen = oku
    return line
  }

  private func programme(_ id: String, _ year: Int, _ amount: Int64) -> BudgetLine {
    var line = total("P", year, amount)
    line.level = .programme
    line.programme = "事業" + id
    line.programmeID = [id]
    line.ministries = ["文"]
    return line
  }

  private func registered(
    _ id: String, _ succeeds: [String] = [], first: Int? = nil, last: Int? = nil
  ) -> Programme {
    var programme = Programme()
    programme.id = id
    programme.name = "事業" + id
    programme.succeeds = succeeds
    programme.firstYear = first
    programme.lastYear = last
    return programme
  }
}
