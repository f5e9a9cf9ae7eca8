import Comparison
import Model
import Pipeline
import Platform
import Publishing
import Reading

/// A table that is named on the command line: a file of any kind, or one table of a snapshot.
enum TableFile {
  /// Reads a file as a table with a key.
  ///
  /// UTF-8 is read as it is, a database table by table, anything else as the readers see it.
  /// Behind `#` the path can name the table or the sheet.
  static func read(
    _ word: String, key: [String], table: String?, sheet: String?
  ) throws -> KeyedTable {
    let (path, part) = try split(word)
    let bytes = try Files.readNamed(path)
    if SQLiteTable.isDatabase(bytes) {
      let rows = try SQLiteTable.read(path, table: part ?? table)
      return try KeyedTable(rows, file: word, key: key)
    }
    if table != nil { throw UsageError("\(path): --table is for snapshots and SQLite files") }
    let name = part ?? sheet
    if isPlainText(bytes) { return try KeyedTable(file: path, bytes, key: key) }
    switch Reading.read(bytes, id: path, attributes: DocumentAttributes(path: path)) {
    case .refused(let refusal): throw UsageError("\(path): \(refusal)")
    case .read(let document, _):
      guard case .sheets(let sheets) = document.content else {
        throw UsageError("\(path): this is running text, not a table")
      }
      guard let sheet = sheets.first(where: { name == nil ? !$0.isHidden : $0.name == name }) else {
        throw UsageError("\(path): there is no sheet \(name ?? "to be seen")")
      }
      return try KeyedTable(file: word, sheet: sheet, key: key)
    }
  }

  /// A path, and the name behind its last `#` where no file has the whole as its name.
  static func split(_ word: String) throws -> (path: String, part: String?) {
    guard let mark = word.lastIndex(of: "#"), try Files.kind(word) == nil else {
      return (word, nil)
    }
    return (String(word[..<mark]), String(word[word.index(after: mark)...]))
  }

  /// Whether a path is a folder; what a link such as `latest` points to counts.
  static func isFolder(_ path: String) throws -> Bool {
    let (path, _) = try split(path)
    guard let kind = try Files.kind(Files.absolute(path) ?? path) else {
      throw UsageError("\(path): there is no such file")
    }
    return kind == .folder
  }

  /// Whether a file starts as UTF-8 text: a workbook or another encoding shows in its first lines.
  private static func isPlainText(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(1 << 16)
    let lines = start.lastIndex(of: 0x0A).map { start[...$0] } ?? start
    return !lines.contains(0) && String(validating: lines, as: UTF8.self) != nil
  }
}
