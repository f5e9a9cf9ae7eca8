import JapaneseText
import Model
import Publishing

/// Small tables that several tests use.
enum Samples {
  static let documents = Table(
    TableDescription(
      name: "documents", title: "文書", meaning: "A source.",
      columns: [
        ColumnDescription(name: "id", type: .string, isOptional: false),
        ColumnDescription(name: "path", title: "パス", type: .string),
        ColumnDescription(name: "published", type: .date),
      ], primaryKey: ["id"]),
    rows: [[.text("d-1"), .text("a,\"b\".txt"), day.columnValue], [.text("d-2"), .null, .null]])

  static let lines = Table(
    TableDescription(
      name: "lines",
      columns: [
        ColumnDescription(name: "id", type: .string, isOptional: false),
        ColumnDescription(name: "document", type: .string),
        ColumnDescription(name: "amount_yen", title: "金額（円）", type: .integer),
        ColumnDescription(name: "share", type: .number),
        ColumnDescription(name: "is_prior", type: .boolean, isOptional: false),
        ColumnDescription(name: "op", type: .string, categories: ["=", ">="]),
      ], primaryKey: ["id"], foreignKeys: [ForeignKey(column: "document", table: "documents")]),
    rows: [
      [
        .text("b-1"), .text("d-1"), .integer(32_600_000_000), .decimal("-0.50"), .boolean(true),
        .text("="),
      ],
      [.text("b-2"), .text("d-1"), .integer(.min), .decimal("45"), .boolean(false), .null],
      [.text("b-3"), .null, .null, .null, .boolean(false), .text(">=")],
    ])

  static let day = Day(year: 2022, month: 6, day: 3)

  static var content: SnapshotContent {
    SnapshotContent(
      metadata: PackageMetadata(
        name: "sample", title: "見本",
        licences: [PackageMetadata.Licence(name: "CC-BY-4.0", path: "https://example.org/by")],
        sources: [PackageMetadata.Source(title: "計画", path: "a.txt", version: "sha256:ab")]),
      tables: [documents, lines],
      places: [
        RowPlace(
          row: "b-1", document: "d-1",
          place: Place(Span(line: 12, columns: 4..<20), [Span(line: 13, columns: 0..<4)])),
        RowPlace(
          row: "b-2", document: "d-2",
          place: Place(cell: CellReference(row: 3, column: 28), length: 5, sheet: "表")),
      ],
      attachments: [
        SnapshotContent.Attachment(
          path: "changes/changes.md", mediaType: "text/markdown", bytes: Array("# x\n".utf8))
      ])
  }
}
