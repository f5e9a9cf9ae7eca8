public import Model
import Publishing

/// A table whose rows are told apart by a key; rows are cut into values only where asked.
public struct KeyedTable: Sendable {
  /// What the table is called: its file, or its name in a snapshot.
  public let name: String
  /// Its columns.
  public let columns: [ColumnDescription]
  /// The positions of the columns that make the key.
  public let key: [Int]
  // All sources become CSV records: tables are compared as bytes until they differ.
  let records: CSVRecords
  // The records that hold rows; nothing where all after the header do.
  private let rows: [Int]?
  // Whether `""` and nothing are two values, as the empty text and null of JSON are.
  let knowsEmptyText: Bool
  let keys: RowKeys
  // The line of each row where the records were made of another file, by record.
  private let lines: [Int]?

  /// Ties records to their columns and finds the key of every row.
  ///
  /// A missing or empty key is an error; one that stands twice shows when the table is compared.
  ///
  /// Where the records were made of a file of another format, `lines` says for each row on which
  /// line of that file it stands.
  init(
    name: String, columns: [ColumnDescription], key: [String], records: CSVRecords,
    lines: [Int]? = nil, knowsEmptyText: Bool = false
  ) throws(ComparisonError) {
    self.lines = lines
    self.name = name
    self.columns = columns
    self.records = records
    self.knowsEmptyText = knowsEmptyText
    self.key = try KeyedTable.positions(of: key, in: columns, name)
    // In a table of one column a blank line is a row without a key.
    rows =
      records.hasBlankLines && columns.count > 1
      ? (1..<max(1, records.count)).filter { !records.range($0).isEmpty } : nil
    do {
      keys = RowKeys(try CSVKeys(of: records, rows, columns: self.key))
    } catch {
      let line = KeyedTable.line(of: error.record, records, lines)
      throw ComparisonError(
        file: name,
        reason: "the key \(key[error.column]) is \(error.isEmpty ? "empty" : "missing") "
          + "in line \(line)")
    }
  }

  /// The number of rows.
  public var count: Int { keys.count }

  private func record(_ row: Int) -> Int { rows.map { $0[row] } ?? row + 1 }

  /// The values of a row, from 0.
  func values(_ row: Int) throws(ComparisonError) -> [Value] {
    let fields = records.fields(record(row))
    guard fields.count == columns.count else {
      throw ComparisonError(
        file: name,
        reason: "line \(line(row)) has \(fields.count) fields, the header \(columns.count)")
    }
    var values: [Value] = []
    values.reserveCapacity(fields.count)
    for index in fields.indices {
      guard let text = records.validText(fields[index]) else {
        throw ComparisonError(
          file: name,
          reason: "line \(line(row)), column \(columns[index].name): a byte is not UTF-8")
      }
      let type = columns[index].type
      guard let value = value(text, fields[index], of: type) else {
        throw ComparisonError(
          file: name,
          reason: "line \(line(row)), column \(columns[index].name): not of type \(type)")
      }
      values.append(value)
    }
    return values
  }

  private func value(_ text: String, _ field: CSVField, of type: ColumnType) -> Value? {
    guard text.isEmpty else { return type.value(ofField: text) }
    return knowsEmptyText && field.isQuoted ? .text("") : .null
  }

  /// Makes sure that rows of both tables are told apart by the same columns.
  func requireKey(of other: KeyedTable) throws(ComparisonError) {
    guard key.map({ columns[$0].name }) == other.key.map({ other.columns[$0].name }) else {
      throw ComparisonError(file: name, reason: "its key is not that of \(other.name)")
    }
  }

  /// Makes sure that no key stands twice.
  func requireUniqueKeys() throws(ComparisonError) {
    var keys = keys
    if !keys.isSorted { try index(&keys) }
  }

  /// Gives keys of this table an index, which shows those that stand twice.
  func index(_ keys: inout RowKeys) throws(ComparisonError) {
    if let twice = keys.makeIndex() { throw duplicate(twice.first, twice.second) }
  }

  /// The error of two rows that have the same key.
  func duplicate(_ first: Int, _ second: Int) -> ComparisonError {
    let parts = zip(key.map { columns[$0].name }, keys.parts(first))
    let key = parts.map { "\($0)=\($1)" }.joined(separator: ", ")
    return ComparisonError(
      file: name,
      reason: "the key \(key) stands in line \(line(first)) and in line \(line(second))")
  }

  /// Whether rows written alike in both tables say the same.
  func hasLayout(of other: KeyedTable) -> Bool {
    columns.map(\.name) == other.columns.map(\.name)
      && columns.map(\.type) == other.columns.map(\.type)
      && knowsEmptyText == other.knowsEmptyText
  }

  /// The first byte of a row.
  func firstByte(_ row: Int) -> UInt8 { records.firstByte(record(row)) }

  /// Whether a row is written exactly as one of another table.
  func isSame(_ row: Int, as other: KeyedTable, _ otherRow: Int) -> Bool {
    records.isSame(record(row), as: other.records, other.record(otherRow))
  }

  /// The line of its file that a row starts on.
  func line(_ row: Int) -> Int { KeyedTable.line(of: record(row), records, lines) }

  private static func line(of record: Int, _ records: CSVRecords, _ lines: [Int]?) -> Int {
    lines.map { $0[record - 1] } ?? records.line(record)
  }

  private static func positions(
    of names: [String], in columns: [ColumnDescription], _ file: String
  ) throws(ComparisonError) -> [Int] {
    guard !names.isEmpty else {
      throw ComparisonError(file: file, reason: "no key is given; name its columns with --key")
    }
    var positions: [Int] = []
    for name in names {
      let found = columns.indices.filter { columns[$0].name == name }
      guard let position = found.first else {
        let known = columns.map(\.name).joined(separator: ", ")
        throw ComparisonError(
          file: file, reason: "there is no key column \(name); the columns are \(known)")
      }
      guard found.count == 1 else {
        throw ComparisonError(file: file, reason: "the key column \(name) stands twice")
      }
      positions.append(position)
    }
    return positions
  }
}
