import Extraction
import Model
import Testing

@Suite struct SheetTests {
  @Test func headerOverTwoRowsWithTotals() {
    let found = Extractor(Registries()).facts(
      of: sheet(
        [
          ["令和6年度予算案の概要", "", "", "（単位：千円）"],
          ["事業名", "前年度予算額", "", "増減額"],
          ["", "令和5年度\n当初予算額", "令和6年度\n予算案", ""],
          ["堤防整備事業", "1200", "1500", "300"],
          ["水門更新事業", "800", "△50", "▲850"],
          ["小計", "2000", "1450", "△550"],
          ["観測事業", "－", "100", "100"],
          ["合計", "2000", "1550", "-450"],
        ],
        merges: [
          MergedArea(
            first: CellReference(row: 2, column: 2), last: CellReference(row: 2, column: 3))
        ]), settings: FamilySettings())
    let rows = found.budgetLines.map(\.row)
    #expect(
      rows.map(\.amountYen) == [1_200_000, 1_500_000, 800_000, -50_000, 100_000])
    #expect(rows.map(\.fiscalYear) == [2023, 2024, 2023, 2024, 2024])
    #expect(
      rows.map(\.budgetKind) == [.initial, .initialDraft, .initial, .initialDraft, .initialDraft])
    #expect(rows.map(\.isPriorYear) == [true, false, true, false, false])
    #expect(rows.map(\.place).first == "'表'!B4")
    #expect(rows.allSatisfy { $0.link == .certain && $0.unitYen == 1000 })
    let totals = found.sums.filter {
      $0.total.label == "合計" && $0.parts.count == 2 && !$0.parts[1].isSubtracted
    }
    #expect(totals.map { $0.parts.map(\.label) }.last == ["小計", "観測事業"])
    #expect(found.sums.allSatisfy { $0.rule == .printedTotal })
  }

  @Test func differenceIsLaterLessEarlier() {
    let found = Extractor(Registries()).facts(
      of: sheet([
        ["単位：百万円"],
        ["事業名", "令和5年度予算額", "令和6年度予算案", "増減"],
        ["港湾事業", "10", "12.5", "2.5"],
      ]), settings: FamilySettings())
    let claim = found.sums.first
    #expect(claim?.total.figure == Figure(yen: 2_500_000, unit: 100_000))
    #expect(claim?.parts.map(\.isSubtracted) == [false, true])
    #expect(claim?.parts.map { $0.figure?.yen } == [12_500_000, 10_000_000])
  }

  @Test func noUnitNoAmounts() {
    let document = sheet([["事業名", "予算額"], ["港湾事業", "10"]])
    let found = Extractor(Registries()).facts(of: document, settings: FamilySettings())
    #expect(found.budgetLines.isEmpty)
    #expect(found.findings.map(\.code) == [.unitUnknown])
    var settings = FamilySettings()
    settings.sheets.unitYen = 1000
    let again = Extractor(Registries()).facts(of: document, settings: settings)
    #expect(again.budgetLines.map(\.row.amountYen) == [10_000])
  }

  @Test func noiseOfBinaryFractionsIsCutOff() {
    let found = Extractor(Registries()).facts(
      of: sheet([["単位：百万円"], ["事業名", "予算額"], ["港湾事業", "114.69999999999999"]]),
      settings: FamilySettings())
    #expect(found.budgetLines.map(\.row.amountYen) == [114_700_000])
    #expect(found.findings.map(\.code) == [.floatResidue])
  }

  @Test func accountsAreNoTotals() {
    let found = Extractor(Registries()).facts(
      of: sheet([
        ["単位：円"], ["事業名", "予算額"], ["特別会計", "5"], ["港湾計画", "7"], ["計", "12"],
      ]), settings: FamilySettings())
    #expect(found.budgetLines.map(\.row.programme) == ["特別会計", "港湾計画"])
    #expect(found.sums.map(\.parts.count) == [2])
  }
}
