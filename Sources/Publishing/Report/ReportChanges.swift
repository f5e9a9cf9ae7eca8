public import Model

/// What changed since another snapshot, ready to be shown.
public struct ReportChanges: Sendable {
  /// What the old side is called.
  public var old: String
  /// What the new side is called.
  public var new: String
  /// The tables that differ.
  public var tables: [ChangedTable]
  /// The changes between fiscal years.
  public var years: [ChangedYear]

  /// Makes changes.
  public init(old: String, new: String, tables: [ChangedTable], years: [ChangedYear] = []) {
    self.old = old
    self.new = new
    self.tables = tables
    self.years = years
  }

  /// A budget that changed between fiscal years.
  public struct ChangedYear: Sendable {
    /// What the budget is of: project, programme or ministry.
    public var level: Bilingual
    /// Its name.
    public var name: String
    /// The stage.
    public var kind: BudgetKind
    /// The later fiscal year.
    public var year: Int
    /// The amount of the year before.
    public var before: Int64?
    /// The amount of the year.
    public var after: Int64?
    /// The difference.
    public var difference: Int64?
    /// The difference in hundredths of a percent.
    public var basisPoints: Int64?
    /// What a reader must know to take the figures rightly.
    public var note: String

    /// Makes a change.
    public init(
      level: Bilingual, name: String, kind: BudgetKind, year: Int, before: Int64?, after: Int64?,
      difference: Int64?, basisPoints: Int64?, note: String
    ) {
      self.level = level
      self.name = name
      self.kind = kind
      self.year = year
      self.before = before
      self.after = after
      self.difference = difference
      self.basisPoints = basisPoints
      self.note = note
    }
  }

  /// A table that differs.
  public struct ChangedTable: Sendable {
    /// The table.
    public var name: String
    /// The number of rows before.
    public var oldCount: Int
    /// The number of rows now.
    public var newCount: Int
    /// How many rows changed in which way, and the columns that differ.
    public var facts: [Bilingual]
    /// The rows that are listed.
    public var rows: [ChangedRow]
    /// How many more rows differ.
    public var unlisted: Int

    /// Makes a table.
    public init(
      name: String, oldCount: Int, newCount: Int, facts: [Bilingual], rows: [ChangedRow],
      unlisted: Int
    ) {
      self.name = name
      self.oldCount = oldCount
      self.newCount = newCount
      self.facts = facts
      self.rows = rows
      self.unlisted = unlisted
    }
  }

  /// A row that differs.
  public struct ChangedRow: Sendable {
    /// Its key.
    public var key: String
    /// How it changed.
    public var kind: Bilingual
    /// What it is about.
    public var subject: String
    /// What brought the change about.
    public var cause: Bilingual?
    /// The values that differ.
    public var cells: [ChangedCell]

    /// Makes a row.
    public init(
      key: String, kind: Bilingual, subject: String, cause: Bilingual?, cells: [ChangedCell]
    ) {
      self.key = key
      self.kind = kind
      self.subject = subject
      self.cause = cause
      self.cells = cells
    }
  }

  /// A value that differs.
  public struct ChangedCell: Sendable {
    /// The column.
    public var column: String
    /// The value before.
    public var old: String
    /// The value now.
    public var new: String
    /// The difference in yen, units and percent.
    public var difference: String

    /// Makes a value.
    public init(column: String, old: String, new: String, difference: String = "") {
      self.column = column
      self.old = old
      self.new = new
      self.difference = difference
    }
  }
}
