import Comparison
import Model
import Testing

@Suite struct ChangeClassTests {
  /// A budget line with some of its columns set.
  private func line(_ change: (inout BudgetLine) -> Void) -> BudgetLine {
    var line = BudgetLine()
    line.id = "b-1"
    line.document = "d-1"
    line.line = 12
    line.place = "12:1-5"
    line.programme = "ゲノム医療実現推進プラットフォーム事業"
    line.amountYen = 3_550_000_000
    line.unitYen = 10_000_000
    change(&line)
    return line
  }

  private func changes(_ old: [BudgetLine], _ new: [BudgetLine]) throws -> [RowChange] {
    try TableComparison.changes(
      from: KeyedTable(BudgetLine.table(of: old)), to: KeyedTable(BudgetLine.table(of: new))
    ).rows
  }

  @Test func onlyThePlaceIsMoved() throws {
    let moved = try changes([line { _ in }], [line { ($0.line, $0.place) = (14, "14:1-5") }])
    #expect(moved.map(\.kind) == [.moved])
    #expect(moved.first?.cells.map(\.column) == ["line", "place"])
  }

  @Test(arguments: [
    ("ゲノム医療実現推進プラットフォーム事業", "ｹﾞﾉﾑ医療実現推進 プラットフォーム事業", ChangeClass.reworded),
    ("ＡＭＥＤ", "AMED", .reworded), ("創薬等ライフサイエンス研究支援基盤事業", "創薬基盤事業", .renamed),
  ])
  func aNameIsRewordedOrRenamed(old: String, new: String, kind: ChangeClass) throws {
    let found = try changes([line { $0.programme = old }], [line { $0.programme = new }])
    #expect(found.map(\.kind) == [kind])
  }

  @Test(
    arguments: [
      // 35.5億円 stands for up to 35.55, 35億円 for up to 35.5: both may be 35.5.
      (3_550_000_000, 10_000_000, 3_500_000_000, 100_000_000, ChangeClass.rounding),
      (3_550_000_000, 10_000_000, 3_400_000_000, 100_000_000, .changed),
      (3_550_000_000, 10_000_000, 35_500_000_000, 100_000_000, .slip),
      (3_550_000_000, 10_000_000, 3_550_000, 1_000, .slip),
      (3_550_000_000, 10_000_000, -3_550_000_000, 10_000_000, .slip),
      (3_550_000_000, 10_000_000, 3_560_000_000, 10_000_000, .rounding),
      (3_550_000_000, 10_000_000, 3_570_000_000, 10_000_000, .changed),
      (100, 1, 101, 1, .changed),
    ] as [(Int64, Int64, Int64, Int64, ChangeClass)])
  func anAmountIsRoundedSlippedOrChanged(
    old: Int64, oldUnit: Int64, new: Int64, newUnit: Int64, kind: ChangeClass
  ) throws {
    let found = try changes(
      [line { ($0.amountYen, $0.unitYen, $0.raw) = (old, oldUnit, "a") }],
      [line { ($0.amountYen, $0.unitYen, $0.raw) = (new, newUnit, "b") }])
    #expect(found.map(\.kind) == [kind])
    let cell = try #require(found.first?.cells.first { $0.column == "amount_yen" })
    #expect(cell.difference == new - old)
  }

  @Test func aDifferenceIsInUnitsAndPercent() throws {
    let found = try changes([line { _ in }], [line { $0.amountYen = 3_400_000_000 }])
    let cell = try #require(found.first?.cells.first)
    #expect(cell.units == -15)
    // -1.5 of 35.5 is -4.2254 percent.
    #expect(cell.basisPoints == -423)
  }

  @Test func anAmountThatIsGoneIsAChange() throws {
    let found = try changes([line { _ in }], [line { $0.amountYen = nil }])
    #expect(found.map(\.kind) == [.changed])
  }

  @Test func theWeightiestCellDecides() throws {
    let found = try changes(
      [line { _ in }],
      [line { ($0.line, $0.programme, $0.amountYen) = (99, "別事業", 35_500_000_000) }])
    #expect(found.map(\.kind) == [.slip])
  }

  @Test func amountsInTextAreAmounts() throws {
    let changes = try TableComparison.changes(
      from: KeyedTable(file: "a", Array("id,額\n1,35.5億円\n2,1兆円\n3,5人\n".utf8)),
      to: KeyedTable(file: "b", Array("id,額\n1,35億円\n2,1000億円\n3,50人\n".utf8)))
    #expect(changes.rows.map(\.kind) == [.rounding, .slip, .changed])
  }

  @Test func aRowUnderAnotherKeyAtTheSamePlaceIsRenamed() throws {
    let found = try changes(
      [line { _ in }], [line { ($0.id, $0.programme) = ("b-2", "別の名の事業") }])
    #expect(found.map(\.kind) == [.renamed])
    #expect(found.first?.key == ["b-2"])
  }

  @Test func aRowUnderAnotherKeyThatReadsTheSameIsReworded() throws {
    let found = try changes(
      [line { $0.programme = "ＡＭＥＤ 事業" }],
      [line { ($0.id, $0.programme, $0.place) = ("b-2", "AMED事業", "99:1-5") }])
    #expect(found.map(\.kind) == [.reworded])
  }

  @Test func likenessAloneJoinsNothing() throws {
    let found = try changes(
      [line { _ in }],
      [line { ($0.id, $0.programme, $0.place) = ("b-2", "ゲノム医療実現推進基盤事業", "99:1-5") }])
    #expect(found.map(\.kind) == [.removed, .added])
  }

  @Test func twoPartnersJoinNothing() throws {
    let found = try changes(
      [line { _ in }],
      [
        line { ($0.id, $0.programme) = ("b-2", "甲事業") },
        line { ($0.id, $0.programme) = ("b-3", "乙事業") },
      ])
    #expect(found.map(\.kind) == [.removed, .added, .added])
  }
}
