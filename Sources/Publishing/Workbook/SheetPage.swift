import Model
import Workbooks

/// The rows of a table that stand on one sheet.
struct SheetPage {
  /// The titles and the names above the rows.
  static let headerRows = 2
  private static let maxRows = WorkbookWriter.maxRows - headerRows
  private static let maxNameLength = 31

  /// The sheet's name.
  let name: String
  /// Which of the tables.
  let table: Int
  /// The rows of the table.
  let rows: Range<Int>

  /// One sheet for each table, and more where one cannot hold all rows.
  static func pages(of tables: [SheetTable], maxRows: Int = maxRows) -> [SheetPage] {
    var pages: [SheetPage] = []
    var used: Set<String> = [ContentsSheet.name, BudgetViewSheet.name, ColumnsSheet.name]
    for (index, table) in tables.enumerated() {
      var start = 0
      repeat {
        let end = min(start + maxRows, table.rowCount)
        let name = free(table.description.name, among: used)
        used.insert(name)
        pages.append(SheetPage(name: name, table: index, rows: start..<end))
        start = end
      } while start < table.rowCount
    }
    return pages
  }

  /// The name, or where it is taken or too long the name with a number behind it.
  private static func free(_ name: String, among used: Set<String>) -> String {
    if name.count <= maxNameLength, !used.contains(name) { return name }
    var number = 2
    while true {
      let tail = "_\(number)"
      let numbered = name.prefix(maxNameLength - tail.count) + tail
      if !used.contains(String(numbered)) { return String(numbered) }
      number += 1
    }
  }
}
