import Comparison
import Model
import Pipeline
import Platform
import Publishing
import Reading

/// A table that is named on the command line: a file of any kind, or one table of a snapshot.
enum TableFile {
  /// Reads a file as a table with a key: UTF-8 as it is, anything else as the readers see it.
  static func read(_ path: String, key: [String], sheet name: String?) throws -> KeyedTable {
    let bytes = try Files.read(path)
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
      return try KeyedTable(file: path, sheet: sheet, key: key)
    }
  }

  /// Whether a path is a folder; what a link such as `latest` points to counts.
  static func isFolder(_ path: String) throws -> Bool {
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
