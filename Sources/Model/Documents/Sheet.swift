public import JapaneseText

/// A table of cells: a sheet of a workbook, or a CSV file.
public struct Sheet: Sendable, Hashable {
  /// The name, empty for a CSV file.
  public var name: String
  /// Whether the workbook hides it.
  public var isHidden: Bool
  /// The cells that hold something, by row and then by column.
  public var cells: [Cell]
  /// The merged areas; the value stands in the first cell, the others are covered.
  public var merges: [MergedArea]
  /// The last row that holds something.
  public var rowCount: Int
  /// The last column that holds something.
  public var columnCount: Int

  /// Makes a sheet of cells sorted by row and column.
  public init(
    name: String, isHidden: Bool = false, cells: [Cell] = [], merges: [MergedArea] = []
  ) {
    self.name = name
    self.isHidden = isHidden
    self.cells = cells
    self.merges = merges
    rowCount = cells.last?.reference.row ?? 0
    columnCount = cells.reduce(0) { max($0, $1.reference.column) }
  }

  /// The cells of a row, from 1.
  public func cells(inRow row: Int) -> ArraySlice<Cell> {
    cells[firstIndex(ofRow: row)..<firstIndex(ofRow: row + 1)]
  }

  /// The cell at a position, where it holds something.
  public func cell(at reference: CellReference) -> Cell? {
    cells(inRow: reference.row).first { $0.reference.column == reference.column }
  }

  private func firstIndex(ofRow row: Int) -> Int {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].reference.row < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A rectangle of merged cells.
public struct MergedArea: Sendable, Hashable {
  /// The upper left cell, which holds the value.
  public var first: CellReference
  /// The lower right cell.
  public var last: CellReference

  /// Makes an area.
  public init(first: CellReference, last: CellReference) {
    self.first = first
    self.last = last
  }

  /// Whether a cell lies in the area.
  public func contains(_ cell: CellReference) -> Bool {
    (first.row...last.row).contains(cell.row) && (first.column...last.column).contains(cell.column)
  }
}

/// A cell that holds something.
public struct Cell: Sendable, Hashable {
  /// Where it stands.
  public var reference: CellReference
  /// Its value.
  public var value: CellValue
  /// Its number format, where the workbook gives one.
  public var format: String
  /// Whether its row or column is hidden.
  public var isHidden: Bool

  /// Makes a cell.
  public init(
    _ reference: CellReference, _ value: CellValue, format: String = "", isHidden: Bool = false
  ) {
    self.reference = reference
    self.value = value
    self.format = format
    self.isHidden = isHidden
  }
}

/// What a cell holds.
public enum CellValue: Sendable, Hashable {
  /// Text.
  case text(String)
  /// A number, kept as its decimal digits.
  case number(String)
  /// Yes or no.
  case boolean(Bool)
  /// A day, with the text a reader of the sheet would see.
  case day(Day, shown: String)
  /// An error such as `#REF!`.
  case error(String)

  /// The value as text.
  public var text: String {
    switch self {
    case .text(let text): text
    case .number(let digits): digits
    case .boolean(let flag): flag ? "TRUE" : "FALSE"
    case .day(_, let shown): shown
    case .error(let code): code
    }
  }
}
