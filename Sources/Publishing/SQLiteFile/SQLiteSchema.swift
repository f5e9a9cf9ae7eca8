import Model
import SQLite

/// The SQL that makes a table of its description.
enum SQLiteSchema {
  /// The statement that makes the table: strict types, keys, and what its columns allow.
  static func table(_ table: TableDescription, among tables: Set<String>) -> String {
    var lines = table.columns.map { column(of: $0) }
    lines.append("PRIMARY KEY (\(table.primaryKey.map(SQLText.name).joined(separator: ", ")))")
    for key in table.foreignKeys where tables.contains(key.table) {
      lines.append(
        "FOREIGN KEY (\(SQLText.name(key.column))) REFERENCES \(SQLText.name(key.table)) (\"id\")")
    }
    return
      "CREATE TABLE \(SQLText.name(table.name)) (\n  \(lines.joined(separator: ",\n  "))\n) STRICT"
  }

  /// The statements that make an index for each column that points to another table.
  static func indexes(_ table: TableDescription) -> [String] {
    table.foreignKeys.map { key in
      "CREATE INDEX \(SQLText.name(table.name + "_" + key.column)) "
        + "ON \(SQLText.name(table.name)) (\(SQLText.name(key.column)))"
    }
  }

  /// The statement that adds a row.
  static func insert(_ table: TableDescription) -> String {
    let marks = repeatElement("?", count: table.columns.count).joined(separator: ", ")
    return "INSERT INTO \(SQLText.name(table.name)) VALUES (\(marks))"
  }

  private static func column(of column: ColumnDescription) -> String {
    let quoted = SQLText.name(column.name)
    var sql = "\(quoted) \(type(column.type))"
    if !column.isOptional { sql += " NOT NULL" }
    if !column.categories.isEmpty {
      sql +=
        " CHECK (\(quoted) IN (\(column.categories.map(SQLText.literal).joined(separator: ", "))))"
    }
    switch column.type {
    case .boolean: sql += " CHECK (\(quoted) IN (0, 1))"
    case .date: sql += " CHECK (\(quoted) IS date(\(quoted)))"
    case .string, .integer, .number: break
    }
    return sql
  }

  private static func type(_ type: ColumnType) -> String {
    switch type {
    case .string, .date: "TEXT"
    case .integer, .boolean: "INTEGER"
    case .number: "REAL"
    }
  }
}
