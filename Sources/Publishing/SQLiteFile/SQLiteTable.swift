public import Model
import SQLite

/// Reads a table of any SQLite file.
public enum SQLiteTable {
  /// Whether a file begins as a SQLite file does.
  public static func isDatabase(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: "SQLite format 3\0".utf8)
  }

  /// Reads all rows of a table or view in the order the file gives them; the key is the table's.
  ///
  /// Without a name the file must have one table only.
  public static func read(_ path: String, table name: String?) throws(PublishingError) -> Table {
    let names = try publishing(path) { () throws(SQLiteError) in
      try texts(
        """
        SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND substr(name, 1, 7) <> 'sqlite_'
        ORDER BY rowid
        """, path)
    }
    guard let chosen = name ?? (names.count == 1 ? names.first : nil), names.contains(chosen)
    else {
      let wanted = name.map { "there is no table \($0)" } ?? "which of its tables is not said"
      throw PublishingError(
        file: path, reason: "\(wanted); they are \(names.joined(separator: ", "))")
    }
    let table = SQLText.literal(chosen)
    let key = try publishing(path) { () throws(SQLiteError) in
      try texts("SELECT name FROM pragma_table_info(\(table)) WHERE pk > 0 ORDER BY pk", path)
    }
    let columns = try publishing(path) { () throws(SQLiteError) in
      try texts("SELECT name FROM pragma_table_info(\(table)) ORDER BY cid", path)
    }
    let rows: [[Value?]] = try publishing(path) { () throws(SQLiteError) in
      try SQLiteTable.rows("SELECT * FROM \(SQLText.name(chosen))", path)
    }
    for (index, row) in rows.enumerated() {
      guard let column = row.firstIndex(of: nil) else { continue }
      throw PublishingError(
        file: path,
        reason: "\(chosen), row \(index + 1), column \(columns[column]): binary data is no value")
    }
    let values = rows.map { row in row.map { $0 ?? .null } }
    let description = TableDescription(
      name: chosen,
      columns: columns.enumerated().map { index, name in
        ColumnDescription(name: name, type: type(of: values.lazy.map { $0[index] }))
      },
      primaryKey: key)
    return Table(description, rows: values)
  }

  /// The type that all values of a column have.
  private static func type(of values: some Sequence<Value>) -> ColumnType {
    var common: ColumnType?
    for value in values { common = value.type?.joined(with: common) ?? common }
    return common ?? .string
  }

  private static func texts(_ sql: String, _ path: String) throws(SQLiteError) -> [String] {
    let database = try Database(path, .read)
    var statement = try database.prepare(sql)
    var texts: [String] = []
    while try statement.step() { texts.append(statement.text(0) ?? "") }
    return texts
  }

  /// The values of all rows, nothing in the place of binary data.
  private static func rows(_ sql: String, _ path: String) throws(SQLiteError) -> [[Value?]] {
    let database = try Database(path, .read)
    var statement = try database.prepare(sql)
    let count = statement.columnCount
    var rows: [[Value?]] = []
    while try statement.step() {
      var row: [Value?] = []
      row.reserveCapacity(count)
      for column in 0..<count {
        switch statement.storage(column) {
        case .null: row.append(.null)
        case .integer: row.append(statement.integer(column).map(Value.integer))
        case .text: row.append(statement.text(column).map(Value.text))
        case .real: row.append(statement.text(column).map(number))
        case .blob: row.append(nil)
        }
      }
      rows.append(row)
    }
    return rows
  }

  /// A number as SQLite writes it; one with an exponent is no decimal number of ours.
  private static func number(_ digits: String) -> Value {
    ColumnType.number.value(ofField: digits) ?? .text(digits)
  }
}
