/// What is said once about a column; headers, Table Schema, DDL and documentation are made of it.
public struct ColumnDescription: Sendable, Hashable {
  /// The name, which other systems rely on.
  public var name: String
  /// The Japanese title.
  public var title: String
  /// What the column means, in one sentence.
  public var meaning: String
  /// The same in Japanese.
  public var japanese: String
  /// A value as a CSV field, empty where none is given.
  public var example: String
  /// The type of its values.
  public var type: ColumnType
  /// Whether it may be empty.
  public var isOptional: Bool
  /// The words it allows, where they are fixed.
  public var categories: [String]

  /// Makes a description.
  public init(
    name: String, title: String = "", meaning: String = "", japanese: String = "",
    example: String = "", type: ColumnType, isOptional: Bool = true, categories: [String] = []
  ) {
    self.name = name
    self.title = title
    self.meaning = meaning
    self.japanese = japanese
    self.example = example
    self.type = type
    self.isOptional = isOptional
    self.categories = categories
  }
}

/// A column whose values are keys of another table.
public struct ForeignKey: Sendable, Hashable {
  /// The column.
  public var column: String
  /// The table it points to, by that table's `id`.
  public var table: String

  /// Makes a foreign key.
  public init(column: String, table: String) {
    self.column = column
    self.table = table
  }
}

/// What is said once about a table.
public struct TableDescription: Sendable, Hashable {
  /// The name, which is also its file's name.
  public var name: String
  /// The Japanese title.
  public var title: String
  /// What a row is, in one sentence.
  public var meaning: String
  /// The same in Japanese.
  public var japanese: String
  /// The columns in published order.
  public var columns: [ColumnDescription]
  /// The columns that identify a row.
  public var primaryKey: [String]
  /// The columns that point to other tables.
  public var foreignKeys: [ForeignKey]

  /// Makes a description.
  public init(
    name: String, title: String = "", meaning: String = "", japanese: String = "",
    columns: [ColumnDescription], primaryKey: [String], foreignKeys: [ForeignKey] = []
  ) {
    self.name = name
    self.title = title
    self.meaning = meaning
    self.japanese = japanese
    self.columns = columns
    self.primaryKey = primaryKey
    self.foreignKeys = foreignKeys
  }
}

/// A table ready to publish or to compare: its description and its rows.
public struct Table: Sendable, Hashable {
  /// What the table is.
  public var description: TableDescription
  /// The rows, each with one value a column.
  public var rows: [[Value]]

  /// Makes a table.
  public init(_ description: TableDescription, rows: [[Value]]) {
    self.description = description
    self.rows = rows
  }
}
