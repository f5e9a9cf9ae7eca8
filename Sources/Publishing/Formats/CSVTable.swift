public import Model

/// A table as the bytes of its CSV file, of which the other formats are made.
///
/// Each row is rendered once, and the rows lie one behind the other, where the values of rows would
/// lie all over the memory; a value is cut out where one is asked for.
public struct CSVTable: Sendable {
  /// What the table is.
  public let description: TableDescription
  /// The names of the columns, then the rows.
  public let records: CSVRecords

  /// Renders a table.
  public init(_ table: Table) {
    self.init(table.description, written: CSVWriter(table.description).write(table.rows))
  }

  /// Renders rows.
  public init<Row: DatasetRow>(of rows: some Sequence<Row>) {
    let description = Row.description
    let writer = CSVWriter(description)
    var bytes: [UInt8] = []
    writer.writeHeader(into: &bytes)
    for row in rows { writer.write(row.values, into: &bytes) }
    self.init(description, written: bytes)
  }

  private init(_ description: TableDescription, written bytes: [UInt8]) {
    do throws(CSVFault) {
      self.init(description, try CSVRecords(bytes, validatesText: false))
    } catch { preconditionFailure("a table is not written as CSV: \(error)") }
  }

  /// Takes records whose header is that of the table.
  init(_ description: TableDescription, _ records: CSVRecords) {
    self.description = description
    self.records = records
  }

  /// The number of rows.
  public var rowCount: Int { records.count - 1 }

  /// The values of a row, from 0; nothing in the place of one that does not fit its column.
  public func values(_ row: Int) -> [Value?] {
    zip(records.fields(row + 1), description.columns).map { records.value($0, $1.type) }
  }

  /// The first row with a key in its column `id`.
  public func firstRow(id: String) -> Int? {
    guard let column = description.position(of: "id") else { return nil }
    return (0..<rowCount).first { row in
      records.field(row + 1, column).map(records.text) == id
    }
  }

  /// The table with its values, those that do not fit their columns as texts.
  public var table: Table {
    Table(
      description,
      rows: (0..<rowCount).map { row in
        zip(values(row), records.fields(row + 1)).map { $0 ?? .text(records.text($1)) }
      })
  }
}

extension CSVRecords {
  /// Cuts a record into its fields; the list is used again.
  func cut(_ record: Int, into fields: inout [CSVField]) {
    fields.removeAll(keepingCapacity: true)
    let range = range(record)
    var position = range.lowerBound
    while position <= range.upperBound {
      let field = CSVField(in: bytes.span, from: position, to: range.upperBound)
      fields.append(field)
      position = field.outer.upperBound + 1
    }
  }

  /// Adds the text of a field to bytes.
  func append(_ field: CSVField, to text: inout [UInt8]) {
    guard field.hasDoubledQuotes else { return text.append(contentsOf: bytes[field.inner]) }
    var isSecond = false
    for byte in bytes[field.inner] {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { text.append(byte) }
    }
  }

  /// The value of a field in a column of a type; nothing where it does not fit.
  ///
  /// A field without anything is null, one of two quotes the empty text.
  func value(_ field: CSVField, _ type: ColumnType) -> Value? {
    if field.isNull(type) { return .null }
    let text = text(field)
    return text.isEmpty && type == .string ? .text("") : type.value(ofField: text)
  }
}

extension CSVField {
  /// Whether there is no value in a column of a type.
  func isNull(_ type: ColumnType) -> Bool {
    outer.isEmpty || inner.isEmpty && type != .string
  }
}

extension TableDescription {
  /// Where a column stands.
  public func position(of column: String) -> Int? { columns.firstIndex { $0.name == column } }
}
