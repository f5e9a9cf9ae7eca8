import Extraction
import Model
import Reading
import TestSupport
import Testing

/// Where an amount belongs when the source is a PDF: its layout decides, where it does.
@Suite struct PDFLinkTests {
  private func lines(
    of name: String, _ change: (inout ReadingSettings) -> Void = { _ in }
  ) throws -> [BudgetLine] {
    var settings = ReadingSettings()
    change(&settings)
    let outcome = read(
      try PDFFixture.bytes(name), id: "d",
      attributes: DocumentAttributes(path: name, fiscalYear: 2024),
      settings: settings)
    guard case .read(let document, _) = outcome else {
      Issue.record("refused")
      return []
    }
    return Extractor(Registries()).facts(of: document, settings: FamilySettings())
      .budgetLines.map(\.row)
  }

  private static let programmes: [(String, Int64)] = [
    ("海洋資源調査推進事業", 1_230_000_000), ("沿岸防災観測網整備事業", 400_000_000),
    ("極域環境変動研究事業", 2_750_000_000), ("深海探査技術開発事業", 800_000_000),
  ]

  /// The file holds the amounts in another order than their programmes; on the page each stands on
  /// the line of its own.
  @Test func amountsOnTheLineOfTheirProgrammeAreCertain() throws {
    let found = try lines(of: "aligned.pdf").dropFirst()
    #expect(found.map(\.programme) == PDFLinkTests.programmes.map(\.0))
    #expect(found.map(\.amountYen) == PDFLinkTests.programmes.map(\.1))
    #expect(found.allSatisfy { $0.link == .certain })
  }

  /// The same text in the order of the file is what a reader without places would have.
  @Test func theTextAloneDoesNotDecide() {
    let text = """
      １．海洋調査プロジェクト
      令和６年度予算額 51.8億円
      ● 海洋資源調査推進事業
      ● 沿岸防災観測網整備事業
      ● 極域環境変動研究事業
      ● 深海探査技術開発事業
      予算額4億円
      予算額27.5億円
      予算額8億円
      予算額12.3億円
      """
    let found = facts(text, fiscalYear: 2024).budgetLines.map(\.row)
    #expect(found.count == 5)
    #expect(found.dropFirst().allSatisfy { $0.link == .ambiguous && $0.candidates.count == 4 })
  }

  /// Three amounts in a box of their own, whose lines stand between those of four programmes.
  @Test func amountsBetweenTheLinesStayAmbiguous() throws {
    let found = try lines(of: "unaligned.pdf").dropFirst()
    #expect(found.map(\.amountYen) == PDFLinkTests.programmes.prefix(3).map(\.1))
    #expect(found.allSatisfy { $0.link == .ambiguous && $0.candidates.count == 4 })
  }

  /// A drawn table read as a sheet: each amount with its programme, its year and its unit.
  @Test func tablesAsSheets() throws {
    let found = try lines(of: "table.pdf") { $0.pages = .tables }
    let programmes = found.filter { $0.level == .programme && !$0.programme.isEmpty }
    let long = programmes.filter { $0.programme == "地域医療情報連携基盤の整備に関する調査研究事業" }
    #expect(long.map(\.fiscalYear) == [2023, 2024])
    #expect(long.map(\.amountYen) == [1_234_000_000, 1_300_000_000])
    #expect(long.allSatisfy { $0.link == .certain })
  }
}
