/// Changes of one or several tables on their way to a reader.
public struct ChangeReport: Sendable {
  /// What the old side is called.
  public var old: String
  /// What the new side is called.
  public var new: String
  /// The changes, table by table.
  public var tables: [TableChanges]
  /// The changes between fiscal years.
  public var years: [YearChange]
  /// How many rows of a table are listed; the rest is counted.
  public var limit: Int?

  /// Makes a report.
  public init(
    old: String, new: String, tables: [TableChanges], years: [YearChange] = [], limit: Int? = nil
  ) {
    self.old = old
    self.new = new
    self.tables = tables
    self.years = years
    self.limit = limit
  }

  /// Whether nothing differs.
  public var isEmpty: Bool { tables.allSatisfy(\.isEmpty) }

  /// The classes in the order of the reports: the weightiest first.
  static let order: [ChangeClass] = [
    .slip, .changed, .rounding, .renamed, .reworded, .added, .removed, .moved,
  ]
}
