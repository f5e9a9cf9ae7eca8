import Model

/// Turns nested records into tables: one for each list of records, a row for each record.
///
/// The first row of a table names its columns. A value deep in a record has a name of several steps
/// (`budget.amount`); a list of records inside a record is a table of its own, whose column
/// `#parent` holds the row of the record it belongs to.
struct RecordTables {
  static let parentLabel = "#parent"
  static let valueLabel = "value"

  private let limits: ReadingLimits
  private var tables: [Table] = []
  private var numbers: [String: Int] = [:]
  private var cellsLeft: Int
  private var budget: TextBudget

  private struct Table {
    var name: String
    var labels: [String: Int] = [:]
    // The row that a column was last set in, to notice names that stand in a record twice.
    var lastRows: [Int] = []
    var rowCount = 1
    var cells: [Cell] = []
  }

  init(_ limits: ReadingLimits) {
    self.limits = limits
    cellsLeft = limits.cells
    budget = TextBudget(limits)
  }

  /// The number of a table by its path, made where it is new.
  mutating func table(_ path: String) -> Int {
    if let number = numbers[path] { return number }
    numbers[path] = tables.count
    tables.append(Table(name: path))
    return tables.count - 1
  }

  func name(ofTable table: Int) -> String { tables[table].name }

  /// Begins a record and gives its row.
  mutating func beginRecord(inTable table: Int, parent: Int?) throws(Refusal) -> Int {
    tables[table].rowCount += 1
    let row = tables[table].rowCount
    if let parent {
      _ = try set(.number(String(parent)), RecordTables.parentLabel, row, table)
    }
    return row
  }

  /// Sets a value of a record; false where the record has a value of that name already.
  mutating func set(
    _ value: CellValue, _ label: String, _ row: Int, _ table: Int
  ) throws(Refusal) -> Bool {
    let column = try column(label, table)
    guard tables[table].lastRows[column - 1] != row else { return false }
    tables[table].lastRows[column - 1] = row
    try add(value, CellReference(row: row, column: column), table)
    return true
  }

  private mutating func column(_ label: String, _ table: Int) throws(Refusal) -> Int {
    if let column = tables[table].labels[label] { return column }
    let column = tables[table].labels.count + 1
    tables[table].labels[label] = column
    tables[table].lastRows.append(0)
    try add(.text(label), CellReference(row: 1, column: column), table)
    return column
  }

  private mutating func add(
    _ value: CellValue, _ reference: CellReference, _ table: Int
  ) throws(Refusal) {
    func place() -> Place { Place(cell: reference, length: 0, sheet: tables[table].name) }
    if case .text(let text) = value {
      try budget.spend(text.utf8.count, at: place())
      // An empty text is no cell, as in all other sources.
      if text.isEmpty { return }
    }
    guard cellsLeft > 0 else {
      throw .limit(\.cells, of: limits, "the records have too many values", place: place())
    }
    cellsLeft -= 1
    tables[table].cells.append(Cell(reference, value))
  }

  /// The tables as sheets, in the order they were begun; one that holds nothing is left out.
  consuming func finish() -> [Sheet] {
    let sheets = tables.map { table in
      Sheet(name: table.name, cells: table.cells.sorted { $0.reference < $1.reference })
    }
    let filled = sheets.filter { !$0.cells.isEmpty }
    return filled.isEmpty ? Array(sheets.prefix(1)) : filled
  }
}
