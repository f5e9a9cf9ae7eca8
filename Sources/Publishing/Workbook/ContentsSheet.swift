import Model
import Workbooks

/// The first sheet: what the workbook holds, with a link to each sheet.
enum ContentsSheet {
  static let name = "目次"

  private static let columns = [
    ColumnDescription(name: "table", title: "表", type: .string),
    ColumnDescription(name: "sheet", title: "シート", type: .string),
    ColumnDescription(name: "rows", title: "行数", type: .integer),
    ColumnDescription(name: "meaning", title: "内容", type: .string),
  ]
  private static let widths = [30, 24, 12, 90]
  private static let countStyle = CellStyle(numberFormat: "#,##0")

  static func write(
    _ tables: [SheetTable], _ pages: [SheetPage], _ notes: WorkbookNotes, title: String,
    to writer: inout WorkbookWriter
  ) throws(WorkbookError) {
    try writer.beginSheet(name)
    try TableSheet.writeHeader(columns, rowCount: pages.count, to: &writer)
    for (index, width) in widths.enumerated() { try writer.setWidth(width, column: index) }
    let link = try writer.format(.link)
    let count = try writer.format(countStyle)
    var line = SheetPage.headerRows
    for page in pages {
      let table = tables[page.table].description
      let meaning = table.japanese.isEmpty ? table.meaning : table.japanese
      try writer.write(table.title.isEmpty ? table.name : table.title, row: line, column: 0)
      try writer.write(page.name, linkedTo: "A1", of: page.name, row: line, column: 1, link)
      try writer.write(Int64(page.rows.count), row: line, column: 2, count)
      try writer.write(meaning, row: line, column: 3)
      line += 1
    }
    line += 1
    if !title.isEmpty {
      let bold = try writer.format(CellStyle(isBold: true))
      try writer.write(title, row: line, column: 0, bold)
    }
    for (note, times) in notes.all {
      line += 1
      try writer.write(note.table, row: line, column: 0)
      try writer.write(note.column, row: line, column: 1)
      try writer.write(Int64(times), row: line, column: 2, count)
      try writer.write(note.reason.rawValue, row: line, column: 3)
    }
  }
}
