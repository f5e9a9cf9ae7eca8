import Model
import Workbooks

/// A table on its way into a workbook: its rows as values, or as CSV.
enum SheetTable {
  case values(Table)
  case csv(CSVTable)

  var description: TableDescription {
    switch self {
    case .values(let table): table.description
    case .csv(let table): table.description
    }
  }

  var rowCount: Int {
    switch self {
    case .values(let table): table.rows.count
    case .csv(let table): table.rowCount
    }
  }

  /// Reads a row, from 0; the list is used again for the next.
  func read(_ row: Int, into cells: inout [SheetInput]) {
    cells.removeAll(keepingCapacity: true)
    switch self {
    case .values(let table):
      for value in table.rows[row] { cells.append(.value(value)) }
    case .csv(let table):
      let range = table.records.range(row + 1)
      var position = range.lowerBound
      for column in table.description.columns {
        let field = CSVField(in: table.records.bytes.span, from: position, to: range.upperBound)
        cells.append(SheetInput(field, column.type, of: table.records))
        position = field.outer.upperBound + 1
      }
    }
  }
}

/// What a cell of a sheet is to show.
enum SheetInput {
  /// A value.
  case value(Value)
  /// The bytes of a text.
  case text(ArraySlice<UInt8>)

  init(_ field: CSVField, _ type: ColumnType, of records: CSVRecords) {
    if field.outer.isEmpty {
      self = .value(.null)
    } else if type == .string, !field.hasDoubledQuotes {
      self = .text(records.bytes[field.inner])
    } else {
      self = .value(records.value(field, type) ?? .text(records.text(field)))
    }
  }

  /// The text of the value.
  var field: String {
    switch self {
    case .value(let value): value.field
    case .text(let bytes): String(decoding: bytes, as: UTF8.self)
    }
  }

  /// The bytes of the value's text.
  var bytes: ArraySlice<UInt8> {
    switch self {
    case .value(let value): Array(value.field.utf8)[...]
    case .text(let bytes): bytes
    }
  }

  /// Whether there is no value.
  var isNull: Bool {
    guard case .value(.null) = self else { return false }
    return true
  }
}
