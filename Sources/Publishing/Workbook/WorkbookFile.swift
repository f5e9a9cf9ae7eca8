public import Model
import Platform
import Workbooks

/// Writes tables into one Excel workbook; the same tables give the same bytes.
///
/// The first sheet lists the others. Each table has a sheet with its name (more, where it has more
/// rows than a sheet can hold): titles, names, and a row for each of its rows. The last sheet says
/// what the columns mean.
public enum WorkbookFile {
  /// Writes the file and waits until it is on the disk.
  public static func write(
    _ tables: [Table], title: String, to path: String
  ) throws(PublishingError) {
    try write(tables.map(SheetTable.values), title: title, to: path)
  }

  /// The same for the tables of a snapshot.
  static func write(
    _ tables: [CSVTable], title: String, to path: String
  ) throws(PublishingError) {
    try write(tables.map(SheetTable.csv), title: title, to: path)
  }

  private static func write(
    _ tables: [SheetTable], title: String, to path: String
  ) throws(PublishingError) {
    // What the library lays aside goes with its folder, also where the library fails to remove it.
    let parts = path + ".parts"
    try publishing(parts) { () throws(PlatformError) in try Folder.create(parts) }
    do throws(WorkbookError) {
      var writer = try WorkbookWriter(path, title: title, temporaryFolder: parts)
      let pages = SheetPage.pages(of: tables)
      let links = RowLinks(from: tables, to: pages)
      var notes = WorkbookNotes()
      // The list of sheets comes first and says what became of the rest, so that is found first.
      for page in pages { notes.look(at: tables[page.table], rows: page.rows) }
      try ContentsSheet.write(tables, pages, notes, title: title, to: &writer)
      if let lines = tables.first(where: { $0.description.name == BudgetLine.table.name }) {
        try BudgetViewSheet(lines)?.write(to: &writer)
      }
      for page in pages {
        try TableSheet(tables[page.table], page, links: links).write(to: &writer)
      }
      try ColumnsSheet.write(tables, to: &writer)
      try writer.close()
    } catch { throw PublishingError(file: path, reason: "\(error)") }
    try publishing(path) { () throws(PlatformError) in
      try Folder.removeTree(parts)
      try OpenFile(path, .read).sync()
    }
  }
}
