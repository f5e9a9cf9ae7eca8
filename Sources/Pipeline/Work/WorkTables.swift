import JSON
import Model

/// Rows as the lines of a job show them: objects with the columns' names, so that SQL can read them.
enum WorkTables {
  private static let columns: [String: [String]] = {
    var columns: [String: [String]] = [:]
    func add<Row: DatasetRow>(_ type: Row.Type) {
      columns[Row.table.name] = Row.columns.map(\.description.name)
    }
    add(SourceDocument.self)
    add(BudgetLine.self)
    add(Indicator.self)
    add(Measure.self)
    add(Instrument.self)
    add(DateEntry.self)
    add(AmountEntry.self)
    return columns
  }()

  /// A row's list of values with the names of its table's columns.
  static func named(_ values: JSONValue, table: String) -> JSONValue {
    let names = columns[table] ?? []
    return .object(zip(names, values.array ?? []).map { JSONMember($0, $1) })
  }

  /// The list of values of a row with names; nothing where the names are not the table's.
  static func values(_ row: JSONValue?, table: String) -> JSONValue? {
    guard let members = row?.members, members.map(\.key) == columns[table] else { return nil }
    return .array(members.map(\.value))
  }
}
