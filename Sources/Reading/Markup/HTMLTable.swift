import Model

/// A table of a web page while its cells are laid into rows and columns.
struct HTMLTable {
  /// The largest spans that browsers honour.
  static let maxColumnSpan = 1000
  static let maxRowSpan = 65_534

  var caption = ""
  let mark: LineText.Mark
  private(set) var cells: [Cell] = []
  private(set) var merges: [MergedArea] = []
  private(set) var row = 0
  private(set) var columnCount = 0
  private var column = 0
  // For each column, how many more rows a cell from above reaches into.
  private var reach: [Int] = []

  // The cell that is open.
  private(set) var isInCell = false
  private var text: [UInt8] = []
  private var hasPendingSpace = false
  private var columnSpan = 1
  private var rowSpan = 1

  init(mark: LineText.Mark) {
    self.mark = mark
  }

  mutating func beginRow() {
    endCell()
    row += 1
    column = 0
    for index in reach.indices where reach[index] > 0 { reach[index] -= 1 }
  }

  mutating func beginCell(columns: Int, rows: Int) {
    endCell()
    if row == 0 { beginRow() }
    column += 1
    while column <= reach.count, reach[column - 1] > 0 { column += 1 }
    columnSpan = min(max(columns, 1), HTMLTable.maxColumnSpan)
    rowSpan = min(max(rows, 1), HTMLTable.maxRowSpan)
    text.removeAll(keepingCapacity: true)
    hasPendingSpace = false
    isInCell = true
  }

  mutating func append(_ bytes: Swift.Span<UInt8>) {
    for index in bytes.indices {
      if bytes[index] <= 0x20 {
        hasPendingSpace = !text.isEmpty && text.last != 0x0A
      } else {
        if hasPendingSpace { text.append(0x20) }
        hasPendingSpace = false
        text.append(bytes[index])
      }
    }
  }

  /// Breaks the line inside a cell, where it holds something already.
  mutating func breakLine() {
    guard let last = text.last, last != 0x0A else { return }
    text.append(0x0A)
    hasPendingSpace = false
  }

  mutating func endCell() {
    guard isInCell else { return }
    isInCell = false
    if text.last == 0x0A { text.removeLast() }
    let first = CellReference(row: row, column: column)
    if !text.isEmpty { cells.append(Cell(first, .text(String(decoding: text, as: UTF8.self)))) }
    let last = CellReference(row: row + rowSpan - 1, column: column + columnSpan - 1)
    if first != last { merges.append(MergedArea(first: first, last: last)) }
    while reach.count < last.column { reach.append(0) }
    for index in first.column...last.column { reach[index - 1] = rowSpan }
    column = last.column
    columnCount = max(columnCount, column)
  }

  /// Whether it lays out data: two rows and two columns or more, not a frame around a page.
  var isData: Bool {
    guard row >= 2, columnCount >= 2, let first = cells.first, let last = cells.last else {
      return false
    }
    return first.reference.row != last.reference.row
      && cells.contains { $0.reference.column != first.reference.column }
  }
}
