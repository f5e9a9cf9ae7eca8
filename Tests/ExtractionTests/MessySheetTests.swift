import Extraction
import Model
import Testing

/// Sheets made for people's eyes: several tables, levels of names, cells that are no number.
@Suite struct MessySheetTests {
  private func facts(
    _ rows: [[String]], merges: [MergedArea] = [], registries: Registries = Registries(),
    _ change: (inout SheetSettings) -> Void = { _ in }
  ) -> Facts {
    var settings = FamilySettings()
    change(&settings.sheets)
    return Extractor(registries).facts(of: sheet(rows, merges: merges), settings: settings)
  }

  /// The programmes with their amounts in yen, as `甲 1000`.
  private func lines(_ facts: Facts) -> [String] {
    facts.budgetLines.map { fact in
      let name = fact.row.programme.isEmpty ? "[\(fact.row.project)]" : fact.row.programme
      return "\(name) \(fact.row.amountYen ?? 0)"
    }
  }

  /// The sums that are stated, as `total = part + part`.
  private func sums(_ facts: Facts) -> [String] {
    facts.sums.map { claim in
      "\(claim.total.label) = \(claim.parts.map(\.label).joined(separator: " + "))"
    }
  }

  @Test func tablesBelowEachOtherHaveTheirOwnHeadingsAndUnits() {
    let found = facts([
      ["（単位：千円）"], ["事業名", "予算額"], ["甲", "10"], ["乙", "20"], ["計", "30"], [],
      ["別表", "", "（単位：百万円）"], ["府省", "事業名", "決算額"], ["X省", "丙", "3"], ["X省", "計", "3"],
    ])
    #expect(lines(found) == ["甲 10000", "乙 20000", "丙 3000000"])
    #expect(found.budgetLines.map(\.row.budgetKind) == [.initial, .initial, .settlement])
    #expect(sums(found) == ["計 = 甲 + 乙", "計 = 丙"])
    #expect(found.findings.map(\.code) == [.severalTables])
  }

  @Test func aFurtherTableWithoutACaptionKeepsTheUnit() {
    let found = facts([
      ["単位：千円"], ["事業名", "予算額"], ["甲", "10"], [], ["事業名", "決算額"], ["甲", "9"],
    ])
    #expect(lines(found) == ["甲 10000", "甲 9000"])
  }

  @Test func headingsRepeatedOnTheNextPageGoOnWithTheTable() {
    let found = facts([
      ["単位：円"], ["事業名", "予算額"], ["甲", "10"], ["事業名", "予算額"], ["乙", "20"], ["計", "30"],
    ])
    #expect(lines(found) == ["甲 10", "乙 20"])
    #expect(sums(found) == ["計 = 甲 + 乙"])
    #expect(found.findings.isEmpty)
  }

  @Test func tablesBesideEachOtherAreReadApart() {
    let found = facts([
      ["単位：円"], ["事業名", "予算額", "", "事業名", "予算額"], ["甲", "10", "", "丙", "3"],
      ["乙", "20", "", "丁", "4"], ["計", "30", "", "計", "7"],
    ])
    #expect(lines(found).sorted() == ["丁 4", "丙 3", "乙 20", "甲 10"].sorted())
    #expect(sums(found) == ["計 = 甲 + 乙", "計 = 丙 + 丁"])
  }

  @Test func levelsInColumnsAreSumsOfTheNextLevel() {
    let found = facts([
      ["単位：千円"], ["款", "項", "目", "予算額"], ["総務費", "", "", "100"],
      ["", "管理費", "", "60"], ["", "", "一般管理費", "40"], ["", "", "文書費", "20"],
      ["", "選挙費", "", "40"], ["土木費", "", "", "7"], ["", "河川費", "", "7"], ["歳出合計", "", "", "107"],
    ])
    #expect(
      lines(found) == [
        "[総務費] 100000", "[管理費] 60000", "一般管理費 40000", "文書費 20000", "選挙費 40000",
        "[土木費] 7000", "河川費 7000",
      ])
    #expect(
      found.budgetLines.map(\.row.level) == [
        .subtotal, .subtotal, .programme, .programme, .programme, .subtotal, .programme,
      ])
    #expect(
      found.budgetLines.map(\.row.project) == [
        "総務費", "管理費", "管理費", "管理費", "総務費", "土木費", "土木費",
      ])
    #expect(
      sums(found) == [
        "歳出合計 = 総務費 + 土木費", "総務費 = 管理費 + 選挙費", "管理費 = 一般管理費 + 文書費", "土木費 = 河川費",
      ])
  }

  @Test func levelsThatEveryRowPrintsAreNoSums() {
    let found = facts([
      ["単位：円"], ["款", "項", "目", "予算額"], ["総務費", "管理費", "一般管理費", "40"],
      ["総務費", "管理費", "文書費", "20"], ["総務費", "選挙費", "選挙啓発費", "5"],
    ])
    #expect(lines(found) == ["一般管理費 40", "文書費 20", "選挙啓発費 5"])
    #expect(found.sums.isEmpty)
  }

  @Test func indentedRowsAreThePartsOfTheRowAbove() {
    let found = facts([
      ["単位：百万円"], ["事項", "予算額"], ["道路整備", "30"], ["　国道", "20"], ["　県道", "10"],
      ["河川整備", "5"], ["　護岸", "5"], ["合計", "35"],
    ])
    #expect(
      sums(found) == ["合計 = 道路整備 + 河川整備", "道路整備 = 国道 + 県道", "河川整備 = 護岸"])
    #expect(found.budgetLines.filter { $0.row.level == .programme }.count == 3)
  }

  @Test func indentedExamplesAreNoParts() {
    let found = facts([
      ["単位：百万円"], ["事項", "予算額"], ["道路整備", "30"], ["　例えば国道", "2"], ["河川整備", "50"],
      ["　例えば護岸", "5"],
    ])
    #expect(found.sums.isEmpty)
    #expect(found.budgetLines.map(\.row.level) == [.programme, .programme, .programme, .programme])
  }

  @Test func anAmountRepeatedBesideEachDetailCountsOnce() {
    var rows = [["単位：円"], ["目", "本年度予算額", "節", "節予算額"]]
    for (item, amount) in [("甲費", "60"), ("乙費", "15"), ("丙費", "30")] {
      for detail in 1...5 { rows.append([item, amount, "節\(detail)", String(detail * 3)]) }
    }
    let found = facts(rows)
    let own = found.budgetLines.filter { $0.row.place.contains("!B") }.map(\.row.amountYen)
    #expect(own == [60, 15, 30])
    #expect(found.budgetLines.count == 3 + 15)
    #expect(found.findings.map(\.code) == [.repeatedValues])
    // Details that happen to be equal are amounts of their own.
    let equal = facts([
      ["単位：円"], ["目", "節", "予算額"], ["甲費", "一", "5"], ["甲費", "二", "5"], ["甲費", "三", "6"],
    ])
    #expect(equal.budgetLines.count == 3)
  }

  @Test(
    arguments: [
      // Two lines of one cell are two values.
      ("10\n20", nil, FindingCode.severalValues), ("1,200 1,300", nil, .severalValues),
      // Blanks within a number.
      ("1 234", 1234, .tornNumber), ("1,2 34", 1234, .tornNumber),
      ("12 ,345,678", 12_345_678, .tornNumber),
      // Digits that make no number, as they come out of scans.
      ("1,2O0", nil, .amountUnreadable), ("l,234", nil, .amountUnreadable),
      ("1,23,45", nil, .amountUnreadable), ("12,34", nil, .amountUnreadable),
      ("約100", nil, .amountUnreadable),
      // A number that the workbook holds as text.
      ("1,234", 1234, .numberAsText), ("△５", -5, .numberAsText), ("△ 1,234", -1234, .numberAsText),
      // Marks and words.
      ("－", nil, .symbolInNumbers), ("調整中", nil, .symbolInNumbers),
    ] as [(String, Int64?, FindingCode)])
  func aCellThatIsNoPlainNumberIsAFinding(text: String, yen: Int64?, code: FindingCode) {
    let found = facts([["単位：円"], ["事業名", "予算額"], ["甲", text], ["乙", "7"]])
    let amounts: [Int64?] = (yen == nil ? [] : [yen]) + [7]
    #expect(found.budgetLines.map(\.row.amountYen) == amounts)
    #expect(found.findings.map(\.code) == [code])
    #expect(found.findings.first?.entry.message.contains("machine-readable tables") == true)
  }

  /// A sum with a part that is there but not known is no mismatch.
  @Test(arguments: ["調整中", "×", "…", "10 20", "1,2O0"])
  func anUnknownPartStaysAPart(text: String) {
    let found = facts([
      ["単位：円"], ["事業名", "予算額"], ["甲", text], ["乙", "7"], ["計", "30"],
    ])
    #expect(found.sums.map { $0.parts.map(\.figure?.yen) } == [[nil, 7]])
    #expect(found.budgetLines.map(\.row.amountYen) == [7])
  }

  @Test(arguments: ["－", "皆増", "新規"])
  func aMarkForNothingIsNoPart(text: String) {
    let found = facts([
      ["単位：円"], ["事業名", "予算額"], ["甲", text], ["乙", "7"], ["計", "7"],
    ])
    #expect(found.sums.map { $0.parts.map(\.figure?.yen) } == [[7]])
  }

  @Test func marksOfNothingAndOfUntoldAmountsAreToldApart() {
    let found = facts([
      ["単位：円"], ["事業名", "予算額"], ["甲", "－"], ["乙", "調整中"], ["丙", "7"], ["丁", "－"],
    ])
    #expect(
      found.findings.map(\.entry.message) == [
        "予算額: 2 cells from '表'!B3 ('－'): a mark or a word among numbers; no amount (rule 1-13 "
          + "for machine-readable tables)",
        "予算額: 1 cell from '表'!B4 ('調整中'): a mark or a word among numbers; an amount that is not "
          + "told; sums with it stay open (rule 1-13 for machine-readable tables)",
      ])
  }

  @Test func cellsOfOneColumnShareAFinding() {
    let found = facts([
      ["単位：円"], ["事業名", "予算額"], ["甲", "1 000"], ["乙", "2 000"], ["丙", "－"],
    ])
    #expect(
      found.findings.map(\.entry.message) == [
        "予算額: 2 cells from '表'!B3 ('1 000'): a number torn apart by blanks; read without the "
          + "blanks (rule 1-5 for machine-readable tables)",
        "予算額: 1 cell from '表'!B5 ('－'): a mark or a word among numbers; no amount (rule 1-13 "
          + "for machine-readable tables)",
      ])
  }

  @Test func aFewDigitsBelowTheUnitAreAFinding() {
    let whole = (1...9).map { ["事業\($0)", "\($0)"] }
    let found = facts([["単位：千円"], ["事業名", "予算額"]] + whole + [["端数の事業", "2.5"]])
    #expect(found.findings.map(\.code) == [.excessDigits])
    #expect(found.budgetLines.last?.row.amountYen == 2500)
    let decimals = (1...9).map { ["事業\($0)", "\($0).5"] }
    #expect(facts([["単位：億円"], ["事業名", "予算額"]] + decimals).findings.isEmpty)
  }

  @Test func aColumnMayNameTheStageOfEachRow() {
    let found = facts([
      ["単位：円"], ["事業名", "予算区分", "予算額"], ["甲", "当初予算", "10"], ["甲", "補正予算（第2号）", "3"],
      ["甲", "決算", "12"],
    ])
    #expect(found.budgetLines.map(\.row.budgetKind) == [.initial, .supplementary, .settlement])
    #expect(found.budgetLines.map(\.row.suppNo) == [nil, 2, nil])
  }

  @Test func aTotalColumnMayStandBeforeItsParts() {
    let found = facts(
      [["単位：円"], ["事業名", "計", "国費", "地方費"], ["甲", "10", "7", "3"]]
    ) {
      $0.stageWords["国費"] = .other
      $0.stageWords["地方費"] = .other
    }
    #expect(found.sums.map { $0.parts.map { $0.figure?.yen } } == [[7, 3]])
  }

  @Test func aMinistryNamedInAColumnIsKnownByItsKey() {
    var row = Ministry()
    (row.id, row.name, row.aliases) = ("x", "X省", ["エ省"])
    var other = Ministry()
    (other.id, other.name) = ("y", "Y省")
    let registries = Registries(
      ministries: [RegisteredMinistry(row: row), RegisteredMinistry(row: other)])
    let found = facts(
      [
        ["単位：円"], ["府省", "事業名", "予算額"], ["Ｘ省", "甲", "1"], ["エ省", "乙", "2"],
        ["X省、Y省", "丙", "3"], ["Z省", "丁", "4"],
      ], registries: registries)
    #expect(found.budgetLines.map(\.row.ministries) == [["x"], ["x"], ["x", "y"], ["Z省"]])
  }
}
