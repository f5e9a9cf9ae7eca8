import Extraction
import Model
import Testing

/// Layouts of sheets in which a heading, a caption or a total is easily taken for something else;
/// what each should give was worked out by hand.
@Suite struct SheetLayoutTests {
  private func facts(_ rows: [[String]], merges: [(Int, Int, Int, Int)] = []) -> Facts {
    let areas = merges.map { area in
      MergedArea(
        first: CellReference(row: area.0, column: area.1),
        last: CellReference(row: area.2, column: area.3))
    }
    var document = sheet(rows, merges: areas)
    document.attributes.fiscalYear = 2023
    return Extractor(Registries()).facts(of: document, settings: FamilySettings())
  }

  /// `甲事業 2023 initial 1000`, with the project before it where there is one.
  private func lines(_ facts: Facts) -> [String] {
    facts.budgetLines.map { fact in
      let row = fact.row
      return (row.project.isEmpty ? "" : row.project + "/") + row.programme
        + " \(row.fiscalYear.map(String.init) ?? "-") \(row.budgetKind.rawValue) \(row.amountYen ?? -1)"
    }
  }

  /// `計 = 甲 + 乙`, with a - before what is subtracted.
  private func sums(_ facts: Facts) -> [String] {
    facts.sums.map { claim in
      let parts = claim.parts.map {
        ($0.isSubtracted ? "-" : "") + ($0.figure.map { String($0.yen) } ?? "?")
      }
      return "\(claim.total.figure.map { String($0.yen) } ?? "?") = "
        + parts.joined(separator: " + ")
    }
  }

  // MARK: Headings

  @Test func countsAndSharesAreNoMoney() {
    let found = facts(
      [
        ["令和5年度予算額の概要（単位：円）"],
        ["事業名", "予算額", "件数", "対前年度予算額比（％）", "予算額に対する執行額の割合", "事業開始年度"],
        ["甲事業", "300", "12", "101.5", "98", "2015"], ["計", "300", "12", "", "", ""],
      ], merges: [(1, 1, 1, 6)])
    #expect(lines(found) == ["甲事業 2023 initial 300"])
    #expect(sums(found) == ["300 = 300"])
  }

  @Test func headingsBelowAGroupAreHeadingsWhateverTheySay() {
    let found = facts(
      [
        ["単位：円"], ["事業名", "令和5年度予算額", "", ""], ["", "金額", "件数", "構成比"],
        ["甲事業", "300", "12", "60.0"],
      ], merges: [(2, 2, 2, 4), (2, 1, 3, 1)])
    #expect(lines(found) == ["甲事業 2023 initial 300"])
  }

  @Test func namesBehindAProgrammeAreDetailsOfIt() {
    let found = facts([
      ["単位：円"], ["事業名", "区分", "予算額"], ["甲事業", "新規", "3"], ["乙事業", "継続", "2"],
    ])
    #expect(lines(found) == ["甲事業 2023 initial 3", "乙事業 2023 initial 2"])
  }

  @Test func aTableOfAnotherKindBelowIsUnread() {
    let found = facts([
      ["単位：円"], ["事業名", "予算額"], ["甲事業", "90"], ["計", "90"], [], ["都道府県", "採択件数"],
      ["北海道", "12"], ["青森県", "7"], ["計", "19"],
    ])
    #expect(lines(found) == ["甲事業 2023 initial 90"])
    #expect(sums(found) == ["90 = 90"])
    #expect(found.findings.contains { $0.code == .tableUnread })
  }

  // MARK: Units

  @Test(
    arguments: [
      (["単位未満を四捨五入。1億円以上を掲げる。", "単位：百万円"], 5_000_000),
      (["単位：億円、百万円未満切捨て", ""], 500_000_000),
      (["（単位：百万円）", "（千円）"], 5000),
    ] as [([String], Int64)])
  func theNearestCaptionSaysTheUnit(captions: [String], yen: Int64) {
    let found = facts([[captions[0]], [captions[1]], ["事業名", "予算額"], ["甲事業", "5"]])
    #expect(found.budgetLines.map(\.row.amountYen) == [yen])
  }

  @Test func tablesBesideEachOtherHaveTheirOwnCaptions() {
    let found = facts([
      ["単位：千円", "", "", "単位：百万円"], ["事業名", "予算額", "", "施策名", "予算額"],
      ["甲事業", "100", "", "子施策", "7"],
    ])
    #expect(lines(found) == ["甲事業 2023 initial 100000", "子施策 2023 initial 7000000"])
  }

  @Test func aUnitThatIsNoneOfYenIsNotCarriedOver() {
    let found = facts([
      ["単位：百万円"], ["事業名", "予算額"], ["甲拠出金", "300"], [], ["（単位：千ドル）"], ["事業名", "予算額"],
      ["甲拠出金", "2100"],
    ])
    #expect(lines(found) == ["甲拠出金 2023 initial 300000000"])
    #expect(found.findings.map(\.code).contains(.unitUnknown))
  }

  @Test(arguments: [
    ("#,##0,", false), ("0\"億円\"", false), ("#,##0\"円\"", false), ("0.0%", false), ("#,##0", true),
    ("#,##0_);[Red](#,##0)", true), ("_ * #,##0_ ;_ * -#,##0_ ", true), ("", true),
  ])
  func aFormatThatShowsAnotherAmountIsNotBelieved(format: String, isRead: Bool) {
    var document = sheet([["単位：千円"], ["事業名", "予算額"], ["甲事業", "300000"]])
    guard case .sheets(var sheets) = document.content else { return }
    for index in sheets[0].cells.indices where sheets[0].cells[index].value == .number("300000") {
      sheets[0].cells[index].format = format
    }
    document.content = .sheets(sheets)
    let found = Extractor(Registries()).facts(of: document, settings: FamilySettings())
    #expect(found.budgetLines.count == (isRead ? 1 : 0))
    #expect(found.findings.map(\.code) == (isRead ? [] : [.unitUnknown]))
  }

  // MARK: Rows

  @Test func rowsOfOtherYearsAndMinistriesAreNoRepetition() {
    let years = (2019...2030).map { ["甲事業", "\($0)", "5"] }
    #expect(facts([["単位：円"], ["事業名", "年度", "予算額"]] + years).budgetLines.count == 12)
    let ministries = (1...12).map { ["第\($0)省", "広報経費", "5"] }
    #expect(facts([["単位：円"], ["府省", "事業名", "予算額"]] + ministries).budgetLines.count == 12)
  }

  @Test func aProgrammeWithoutAnAmountIsNoGroup() {
    let found = facts([
      ["単位：円"], ["事業名", "予算額"], ["甲事業", "9"], ["乙事業", ""], ["丙事業", "1"], ["一般会計", ""],
      ["丁事業", "2"],
    ])
    #expect(
      lines(found) == [
        "甲事業 2023 initial 9", "丙事業 2023 initial 1", "一般会計/丁事業 2023 initial 2",
      ])
  }

  @Test func theYearOfARowStandsUntilAnotherIsNamed() {
    let found = facts([
      ["単位：円"], ["年度", "事業名", "予算額"], ["R4", "甲事業", "1"], ["", "乙事業", "2"], ["〃", "丙事業", "3"],
      ["4", "丁事業", "4"],
    ])
    #expect(
      lines(found) == [
        "甲事業 2022 initial 1", "乙事業 2022 initial 2", "丙事業 2022 initial 3", "丁事業 - initial 4",
      ])
  }

  @Test func theStageOfARowIsThatOfItsWords() {
    let found = facts([
      ["単位：円"], ["事業名", "予算区分", "予算額"], ["甲事業", "当初", "1"], ["甲事業", "補正（第１号）", "2"],
      ["甲事業", "第2次補正", "3"], ["甲事業", "予備費", "4"],
    ])
    #expect(
      found.budgetLines.map(\.row.budgetKind) == [.initial, .supplementary, .supplementary, .other])
    #expect(found.budgetLines.map(\.row.suppNo) == [nil, 1, 2, nil])
  }

  @Test(arguments: [
    ("予算額（案）", BudgetKind.initialDraft), ("補正後予算額", .other), ("当初予算額＋補正予算額", .other),
    ("補正予算額", .supplementary), ("R6当初", .initial),
  ])
  func theStageOfAColumn(heading: String, kind: BudgetKind) {
    let found = facts([["単位：円"], ["事業名", heading], ["甲事業", "1"]])
    #expect(found.budgetLines.map(\.row.budgetKind) == [kind])
  }

  @Test func anAmountWithoutANameIsAFinding() {
    let found = facts([["単位：円"], ["事業名", "予算額"], ["甲事業", "1"], ["", "2"]])
    #expect(found.budgetLines.count == 1)
    #expect(found.findings.map(\.code) == [.missingCell])
  }

  @Test func anAmountThatIsTooLargeIsSaid() {
    let found = facts([
      ["単位：百万円"], ["事業名", "予算額"], ["年金給付費", "12345678900000"], ["甲事業", "120"], ["計", "120"],
    ])
    #expect(sums(found) == ["120000000 = ? + 120000000"])
    #expect(found.findings.map(\.code) == [.amountUnreadable])
  }

  @Test(arguments: ["海底地震計", "雨量計", "データ集計"])
  func instrumentsAreNoTotals(name: String) {
    let found = facts([["単位：円"], ["事業名", "予算額"], ["甲事業", "1"], [name, "2"]])
    #expect(found.budgetLines.count == 2)
  }

  // MARK: Sums

  @Test func totalsMayStandAboveTheirParts() {
    let found = facts([
      ["単位：円"], ["事業名", "予算額"], ["甲局計", "3"], ["甲事業", "1"], ["乙事業", "2"], ["乙局計", "7"],
      ["丙事業", "7"], ["合計", "10"],
    ])
    #expect(Set(sums(found)) == ["3 = 1 + 2", "7 = 7", "10 = 7 + 3"])
  }

  @Test func aTotalMayHoldAnotherOfItsRank() {
    let found = facts([
      ["単位：円"], ["事業名", "予算額"], ["甲事業", "1"], ["乙事業", "2"], ["一般会計計", "3"], ["丙事業", "4"],
      ["合計（3事業）", "7"],
    ])
    #expect(sums(found) == ["3 = 1 + 2", "7 = 3 + 4"])
    let nested = facts([
      ["単位：円"], ["事業名", "予算額"], ["甲事業", "1"], ["乙事業", "2"], ["甲局計", "3"], ["丙事業", "4"],
      ["本省計", "7"],
    ])
    #expect(sums(nested) == ["3 = 1 + 2", "7 = 3 + 4"])
  }

  @Test func aSubtotalCountsInTheNextTotal() {
    let found = facts([
      ["単位：円"], ["事業名", "一般会計予算額", "特別会計予算額", "小計", "その他の予算額", "合計"],
      ["甲事業", "1", "2", "3", "4", "7"],
    ])
    #expect(sums(found) == ["3 = 1 + 2", "7 = 3 + 4"])
  }

  @Test func aTotalIsOfItsOwnYear() {
    let found = facts([
      ["単位：円"],
      ["事業名", "一般R4予算額", "一般R5予算額", "特別R4予算額", "特別R5予算額", "令和4年度予算額合計", "令和5年度予算額合計"],
      ["甲事業", "1", "2", "10", "20", "11", "22"],
    ])
    #expect(sums(found).allSatisfy { ["11 = 1 + 10", "22 = 2 + 20"].contains($0) })
  }

  @Test(arguments: [
    ("増減（B-A）", "-5 = 10 + -15"), ("増減（A-B）", "-5 = 15 + -10"), ("増減（C-A）", "-5 = ? + -15"),
  ])
  func aDifferenceIsThatOfItsFormula(heading: String, sum: String) {
    let found = facts([
      ["単位：円"], ["事業名", "令和4年度予算額（A）", "令和5年度要求額（B）", "うち推進枠要求額", heading],
      ["甲事業", "15", "10", "1", "-5"],
    ])
    #expect(sums(found) == (sum.contains("?") ? [] : [sum]))
  }

  @Test func hiddenAmountsAreSaid() {
    var document = sheet([["単位：円"], ["事業名", "予算額"], ["甲事業", "1"], ["乙事業", "2"]])
    guard case .sheets(var sheets) = document.content else { return }
    for index in sheets[0].cells.indices where sheets[0].cells[index].reference.row == 4 {
      sheets[0].cells[index].isHidden = true
    }
    document.content = .sheets(sheets)
    let found = Extractor(Registries()).facts(of: document, settings: FamilySettings())
    #expect(found.findings.map(\.code) == [.hiddenCells])
    #expect(
      found.findings.first?.message.contains("hidden rows or columns (1, the first in '表'!B4)")
        == true)
  }
}
