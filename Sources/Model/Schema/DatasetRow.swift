/// A row type of a published table, described column by column, once.
public protocol DatasetRow: Sendable, Hashable {
  /// The table's name, title and meaning, without the columns.
  static var table: TableDescription { get }
  /// The columns in published order.
  static var columns: [RowColumn<Self>] { get }
  /// A row with nothing in it, to be filled column by column.
  init()
  /// The key of the row.
  var id: String { get set }
}

/// One column of a row type: what it means and where it stands in the row.
public struct RowColumn<Row: Sendable>: Sendable {
  /// What is said about the column.
  public let description: ColumnDescription
  /// Reads the value out of a row.
  public let read: @Sendable (Row) -> Value
  /// Puts a value into a row; false where it is of another type.
  public let write: @Sendable (inout Row, Value) -> Bool

  /// Ties a column to a property.
  public init<Field: ColumnValue>(
    _ name: String, _ property: any WritableKeyPath<Row, Field> & Sendable, _ title: String,
    _ meaning: String, _ japanese: String, example: String
  ) {
    description = ColumnDescription(
      name: name, title: title, meaning: meaning, japanese: japanese, example: example,
      type: Field.columnType, isOptional: Field.isOptional && name != "id",
      categories: Field.categories)
    read = { row in row[keyPath: property].columnValue }
    write = { row, value in
      guard let field = Field(columnValue: value) else { return false }
      row[keyPath: property] = field
      return true
    }
  }
}

extension DatasetRow {
  /// The full description of the table.
  public static var description: TableDescription {
    var table = table
    table.columns = columns.map(\.description)
    return table
  }

  /// The row's values in published order.
  @inlinable public var values: [Value] { Self.columns.map { $0.read(self) } }

  /// Reads a row from values in published order, or names the column that does not fit.
  @inlinable public init(values: [Value]) throws(RowError) {
    let columns = Self.columns
    guard values.count == columns.count else {
      throw RowError(table: Self.table.name, column: "", value: "\(values.count) values")
    }
    self.init()
    for (column, value) in zip(columns, values) where !column.write(&self, value) {
      throw RowError(table: Self.table.name, column: column.description.name, value: value.field)
    }
  }

  /// The rows as a table.
  @inlinable public static func table(of rows: [Self]) -> Table {
    Table(description, rows: rows.map(\.values))
  }
}

/// A value that does not fit its column.
public struct RowError: Error, Hashable, CustomStringConvertible {
  /// The table.
  public let table: String
  /// The column, empty where the row has another number of values.
  public let column: String
  /// The value that does not fit.
  public let value: String

  @usableFromInline
  init(table: String, column: String, value: String) {
    self.table = table
    self.column = column
    self.value = value
  }

  /// The text for people.
  public var description: String {
    "\(table)\(column.isEmpty ? "" : ".\(column)"): \(value) does not fit the schema"
  }
}
