public import Model
public import Publishing

extension KeyedTable {
  /// A table at hand, keyed as its description says unless another key is given.
  public init(
    _ table: Table, file: String? = nil, key: [String] = []
  ) throws(ComparisonError) {
    let name = file ?? table.description.name
    let bytes = CSVWriter(table.description).write(table.rows)
    try self.init(
      name: name, columns: table.description.columns,
      key: key.isEmpty ? table.description.primaryKey : key,
      records: KeyedTable.records(bytes, name),
      // The rows of a snapshot's table have the lines of its CSV file.
      lines: file == nil ? nil : Array(1..<table.rows.count + 1), knowsEmptyText: true)
  }

  /// A table of a snapshot, keyed as its description says unless another key is given.
  public init(_ table: CSVTable, key: [String] = []) throws(ComparisonError) {
    try self.init(
      name: table.description.name, columns: table.description.columns,
      key: key.isEmpty ? table.description.primaryKey : key, records: table.records,
      knowsEmptyText: true)
  }

  /// A file of CSV, or of JSON Lines where it starts with a brace.
  ///
  /// Without a key the column `id` is the key.
  public init(file name: String, _ bytes: [UInt8], key: [String] = []) throws(ComparisonError) {
    let start = bytes.firstIndex { !" \t\r\n\u{FEFF}".utf8.contains($0) }
    if let start, bytes[start] == UInt8(ascii: "{") {
      try self.init(jsonLines: bytes, name: name, key: key.isEmpty ? ["id"] : key)
    } else {
      try self.init(csv: bytes, name: name, key: key.isEmpty ? ["id"] : key)
    }
  }

  private init(csv bytes: [UInt8], name: String, key: [String]) throws(ComparisonError) {
    let records = try KeyedTable.records(bytes, name)
    guard records.count > 0 else { throw ComparisonError(file: name, reason: "the file is empty") }
    var columns: [ColumnDescription] = []
    for field in records.fields(0) {
      guard let name = records.validText(field) else {
        throw ComparisonError(
          file: name, reason: "the header is not UTF-8; convert the file first")
      }
      columns.append(ColumnDescription(name: name, type: .string))
    }
    try self.init(name: name, columns: columns, key: key, records: records)
  }

  private init(jsonLines bytes: [UInt8], name: String, key: [String]) throws(ComparisonError) {
    let table = try JSONLinesTable(bytes, name)
    try self.init(
      name: name, columns: table.columns, key: key,
      records: KeyedTable.records(table.csv, name), lines: table.lines, knowsEmptyText: true)
  }

  static func records(_ bytes: [UInt8], _ name: String) throws(ComparisonError) -> CSVRecords {
    do { return try CSVRecords(bytes, validatesText: false) } catch {
      throw ComparisonError(file: name, reason: "\(error)")
    }
  }
}
