import JapaneseText
import Model
import Platform
import Reading
import TestSupport
import Testing

@testable import Publishing

@Suite struct WorkbookFileTests {
  private var path: String { TemporaryFolder.path + "/sample.xlsx" }

  @Test(.temporaryFolder) func eachTableIsASheetWithTitlesNamesAndRows() throws {
    let sheets = try sheets([Samples.documents, Samples.lines])
    #expect(sheets.map(\.name) == ["目次", "documents", "lines"])
    #expect(
      texts(sheets[1]) == [
        ["id", "パス", "published"], ["id", "path", "published"],
        ["d-1", "a,\"b\".txt", "2022-06-03"], ["d-2"],
      ])
    #expect(
      texts(sheets[2]) == [
        ["id", "document", "金額（円）", "share", "is_prior", "op"],
        ["id", "document", "amount_yen", "share", "is_prior", "op"],
        ["b-1", "d-1", "32600000000", "-0.5", "TRUE", "="],
        ["b-2", "d-1", "-9223372036854775808", "45", "FALSE"],
        ["b-3", "FALSE", ">="],
      ])
    #expect(
      texts(sheets[0])[2...].map { $0 } == [
        ["文書", "documents", "2", "A source."], ["lines", "lines", "3"],
        [], ["見本"], ["lines", "amount_yen", "1", "数や日付を文字として / number or day kept as text"],
      ])
  }

  @Test(.temporaryFolder) func aBudgetIsShownInMillionsAndInOku() throws {
    var line = BudgetLine()
    line.id = "b-1"
    line.document = "d-1"
    line.line = 7
    line.amountYen = 2_180_000_000
    line.programme = "=創薬"
    let sheets = try sheets([BudgetLine.table(of: [line])])
    #expect(sheets.map(\.name) == ["目次", "予算（百万円・億円）", "budget_lines", "列の説明"])
    #expect(
      texts(sheets[3])[4]
        == [
          "budget_lines", "line", "行", "原典の行番号（文章の行または表の行。1から）。",
          "Line of a text or row of a spreadsheet, from 1.", "integer", "24",
        ])
    #expect(
      texts(sheets[1])[2]
        == [
          "other", "programme", "=創薬", "2180000000", "2180", "21.8", "certain", "d-1", "7", "b-1",
        ])
  }

  @Test(
    arguments: [
      (2_180_000_000, 8, "21.8"), (32_600_000_000, 8, "326"), (-5, 6, "-0.000005"), (0, 8, "0"),
      (Int64.min, 8, "-92233720368.54775808"), (1_000_000, 6, "1"),
    ] as [(Int64, Int, String)])
  func amountsAreShownExactly(yen: Int64, places: Int, shown: String) {
    #expect(BudgetViewSheet.digits(of: yen, shiftedBy: places) == shown)
  }

  @Test(.temporaryFolder) func findingsLeadToTheirRows() throws {
    var finding = FindingEntry()
    finding.id = "f-1"
    finding.dataset = "lines"
    finding.row = "b-2"
    let found = try sheets([Samples.lines, FindingEntry.table(of: [finding])])
    #expect(texts(found[2])[2].contains("b-2"))
    let tables: [SheetTable] = [
      .csv(CSVTable(Samples.lines)), .values(FindingEntry.table(of: [finding])),
    ]
    let links = RowLinks(from: tables, to: SheetPage.pages(of: tables))
    #expect(links.place(of: .value(.text("b-2")), in: "lines")?.row == 4)
    #expect(links.place(of: .value(.text("b-1")), in: "lines") == nil)
  }

  @Test(.temporaryFolder) func aTextTooLongForACellIsCutAloud() throws {
    var table = Samples.documents
    table.rows[0][1] = .text(String(repeating: "𠮷", count: 20_000))
    let sheets = try sheets([table])
    let cell = texts(sheets[1])[2][1]
    #expect(cell.hasSuffix(SheetCell.cutMark))
    #expect(cell.utf16.count <= 32_767)
    #expect(
      texts(sheets[0]).last == [
        "documents", "path", "1", "長すぎる文字列を途中まで / text longer than a cell can be",
      ])
  }

  @Test func manyRowsGoOnInTheNextSheet() {
    let pages = SheetPage.pages(
      of: [Samples.documents, Samples.lines].map(SheetTable.values), maxRows: 2)
    #expect(pages.map(\.name) == ["documents", "lines", "lines_2"])
    #expect(pages.map(\.rows) == [0..<2, 0..<2, 2..<3])
  }

  private func sheets(_ tables: [Table]) throws -> [Sheet] {
    try WorkbookFile.write(tables, title: "見本", to: path)
    // Tables that stand as CSV give the same bytes.
    let other = TemporaryFolder.path + "/other.xlsx"
    try WorkbookFile.write(tables.map { CSVTable($0) }, title: "見本", to: other)
    #expect(try Files.read(path) == Files.read(other))
    guard
      case .read(let document, let findings) = read(
        try Files.read(path), id: "", attributes: DocumentAttributes(path: "sample.xlsx")),
      case .sheets(let sheets) = document.content
    else {
      Issue.record("the workbook cannot be read")
      return []
    }
    #expect(findings.allSatisfy { $0.code == .numberAsText })
    return sheets
  }

  private func texts(_ sheet: Sheet) -> [[String]] {
    (1...sheet.rowCount).map { row in sheet.cells(inRow: row).map(\.value.text) }
  }
}
