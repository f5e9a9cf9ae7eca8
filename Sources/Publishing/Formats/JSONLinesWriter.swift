import JSON
public import Model

/// Writes rows as JSON Lines: an object a row, its keys in the order of the columns.
public struct JSONLinesWriter: TableFormat {
  private let keys: [[UInt8]]

  /// Makes a writer of columns with these names.
  public init(columns: [String]) {
    keys = columns.enumerated().map { index, name in
      Array("\(index == 0 ? "{" : ",")\(JSONValue.string(name).line):".utf8)
    }
  }

  /// Makes a writer of a table.
  public init(_ table: TableDescription) { self.init(columns: table.columns.map(\.name)) }

  /// Writes nothing: the names stand in each row.
  public func writeHeader(into bytes: inout [UInt8]) {}

  /// Writes a row.
  public func write(_ row: [Value], into bytes: inout [UInt8]) {
    for (key, value) in zip(keys, row) {
      bytes.append(contentsOf: key)
      switch value {
      case .null: bytes.append(contentsOf: "null".utf8)
      case .text(let text): JSONWriter.append(text, to: &bytes)
      case .day: JSONWriter.append(value.field, to: &bytes)
      case .integer, .boolean: bytes.append(contentsOf: value.field.utf8)
      case .decimal(let digits): bytes.append(contentsOf: Value.literal(digits).utf8)
      }
    }
    bytes.append(contentsOf: "}\n".utf8)
  }

  /// Writes a row that stands as CSV.
  func write(
    _ fields: [CSVField], of records: CSVRecords, _ types: [ColumnType],
    into bytes: inout [UInt8]
  ) {
    for (index, field) in fields.enumerated() {
      bytes.append(contentsOf: keys[index])
      if field.isNull(types[index]) {
        bytes.append(contentsOf: "null".utf8)
        continue
      }
      switch types[index] {
      case .string where field.hasDoubledQuotes, .date where field.hasDoubledQuotes:
        JSONWriter.append(records.text(field), to: &bytes)
      case .string, .date: JSONWriter.append(utf8: records.bytes[field.inner], to: &bytes)
      case .integer, .boolean: bytes.append(contentsOf: records.bytes[field.inner])
      case .number: bytes.append(contentsOf: Value.literal(records.text(field)).utf8)
      }
    }
    bytes.append(contentsOf: "}\n".utf8)
  }
}
