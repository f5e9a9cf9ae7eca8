import Model
import Workbooks

/// A sheet that says what each column of each table means, in Japanese and in English.
enum ColumnsSheet {
  static let name = "列の説明"

  private static let columns = [
    ColumnDescription(name: "table", title: "表", type: .string),
    ColumnDescription(name: "column", title: "列", type: .string),
    ColumnDescription(name: "title", title: "名称", type: .string),
    ColumnDescription(name: "description_ja", title: "説明", type: .string),
    ColumnDescription(name: "description", title: "説明（英語）", type: .string),
    ColumnDescription(name: "type", title: "型", type: .string),
    ColumnDescription(name: "example", title: "例", type: .string),
    ColumnDescription(name: "words", title: "取りうる語", type: .string),
  ]

  /// Writes the sheet, unless no column says what it means.
  static func write(_ tables: [SheetTable], to writer: inout WorkbookWriter) throws(WorkbookError) {
    let rows = tables.flatMap { table in
      table.description.columns.filter { !$0.meaning.isEmpty }.map { column in
        [
          table.description.name, column.name, column.title, column.japanese, column.meaning,
          column.type.rawValue, column.example, column.categories.joined(separator: ", "),
        ]
      }
    }
    guard !rows.isEmpty else { return }
    try writer.beginSheet(name)
    try TableSheet.writeHeader(columns, rowCount: rows.count, to: &writer)
    for (index, column) in columns.enumerated() {
      var column = SheetColumn(column)
      for row in rows { column.widen(for: .value(.text(row[index]))) }
      try writer.setWidth(column.width, column: index)
    }
    for (offset, row) in rows.enumerated() {
      for (index, text) in row.enumerated() where !text.isEmpty {
        try writer.write(text, row: SheetPage.headerRows + offset, column: index)
      }
    }
  }
}
