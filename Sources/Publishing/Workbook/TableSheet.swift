import Model
import Workbooks

/// The sheet of a table: titles, names and rows.
struct TableSheet {
  private let table: SheetTable
  private let page: SheetPage
  private let links: RowLinks

  init(_ table: SheetTable, _ page: SheetPage, links: RowLinks) {
    self.table = table
    self.page = page
    self.links = links
  }

  func write(to writer: inout WorkbookWriter) throws(WorkbookError) {
    try writer.beginSheet(page.name)
    try TableSheet.writeHeader(
      table.description.columns, rowCount: page.rows.count, to: &writer)
    var cells: [SheetInput] = []
    var columns = table.description.columns.map(SheetColumn.init)
    for row in page.rows {
      table.read(row, into: &cells)
      for (index, cell) in cells.enumerated() { columns[index].widen(for: cell) }
    }
    var formats: [WorkbookWriter.Format] = []
    for (index, column) in columns.enumerated() {
      try writer.setWidth(column.width, column: index)
      formats.append(try writer.format(column.style))
    }
    let link = try writer.format(.link)
    let linkColumn = table.description.position(of: RowLinks.rowColumn)
    let tableColumn = table.description.position(of: RowLinks.tableColumn)
    var room = WorkbookWriter.maxLinks
    for (offset, row) in page.rows.enumerated() {
      let line = SheetPage.headerRows + offset
      table.read(row, into: &cells)
      for (index, cell) in cells.enumerated() {
        if index == linkColumn, room > 0, let tableColumn,
          let place = links.place(of: cell, in: cells[tableColumn].field)
        {
          try writer.write(
            cell.field, linkedTo: "A\(place.row)", of: place.sheet, row: line, column: index, link)
          room -= 1
        } else {
          try SheetCell.write(
            cell, row: line, column: index, format: formats[index], to: &writer)
        }
      }
    }
  }

  /// Writes titles and names, keeps them in sight, and gives the names their filters.
  static func writeHeader(
    _ columns: [ColumnDescription], rowCount: Int, to writer: inout WorkbookWriter
  ) throws(WorkbookError) {
    let title = try writer.format(.title)
    let name = try writer.format(.name)
    for (index, column) in columns.enumerated() {
      let text = column.title.isEmpty ? column.name : column.title
      try writer.write(text, row: 0, column: index, title)
    }
    for (index, column) in columns.enumerated() {
      try writer.write(column.name, row: 1, column: index, name)
    }
    writer.freeze(row: SheetPage.headerRows, column: 0)
    try writer.filter(rows: 1...SheetPage.headerRows - 1 + rowCount, columns: columns.count)
  }
}
