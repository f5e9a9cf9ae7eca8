import JapaneseText
import Model
import Platform
import TestSupport
import Testing

@testable import Publishing

@Suite struct CSVTableTests {
  private static let table = Table(
    TableDescription(
      name: "t",
      columns: [
        ColumnDescription(name: "id", type: .string, isOptional: false),
        ColumnDescription(name: "text", type: .string),
        ColumnDescription(name: "yen", type: .integer),
        ColumnDescription(name: "share", type: .number),
        ColumnDescription(name: "flag", type: .boolean),
        ColumnDescription(name: "day", type: .date),
      ], primaryKey: ["id"]),
    rows: [
      [
        .text("1"), .text("a,\"b\"\n\u{2028}\\\t"), .integer(.min), .decimal("-00.50"), .null,
        .null,
      ],
      [.text("2"), .text(""), .integer(0), .null, .boolean(true), day.columnValue],
      [.text("3"), .null, .null, .decimal("7"), .boolean(false), .null],
      [.text("4"), .text("\"\""), .integer(.max), .null, .null, .null],
      [.text("5"), .text("予算\r"), .null, .null, .null, .null],
    ])

  private static let day = Day(year: 2022, month: 6, day: 3)

  @Test func valuesComeBackAsTheyWere() {
    let table = CSVTable(Self.table)
    #expect(table.rowCount == 5)
    #expect(table.table == Self.table)
    #expect(table.firstRow(id: "4") == 3)
    #expect(table.firstRow(id: "6") == nil)
  }

  @Test func rowsOfTheModelAreWrittenAsTheirTable() {
    var line = BudgetLine()
    line.id = "b-1"
    line.raw = "医薬品⏎プロジェクト \"326\"億円"
    line.amountYen = 32_600_000_000
    let table = CSVTable(of: [line])
    #expect(table.table == BudgetLine.table(of: [line]))
  }

  @Test(.temporaryFolder) func jsonLinesAreThoseOfTheValues() throws {
    let folder = TemporaryFolder.path + "/one"
    try SnapshotWriter(folder: folder, formats: [.jsonLines]).write(
      SnapshotContent(metadata: PackageMetadata(name: "x", title: "x"), tables: [Self.table]))
    let expected = JSONLinesWriter(Self.table.description).write(Self.table.rows)
    #expect(try Files.read(folder + "/t.jsonl") == expected)
  }
}
