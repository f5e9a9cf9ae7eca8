import Model

/// The money columns that print the amount of one item on every row about it.
///
/// Such tables repeat the name and the amount of an item beside each of its details. One amount
/// equal to the next proves nothing; a column whose amounts never change within an item does.
struct RepeatedColumns {
  /// The columns, by number.
  private(set) var numbers: Set<Int> = []
  private let keys: [Int]
  private let grid: SheetGrid

  /// Fewer repetitions may be chance.
  private static let fewest = 8

  init(_ columns: [SheetColumn], _ grid: SheetGrid, below header: Int) {
    self.grid = grid
    keys = columns.filter { $0.meaning.namesRow }.map(\.number)
    let last = grid.sheet.rowCount
    guard columns.contains(where: { $0.meaning == .programme || $0.meaning == .project }),
      header + 1 < last
    else { return }
    var open = Set(columns.filter(\.isMoney).map(\.number))
    var counts: [Int: Int] = [:]
    for row in header + 2...last where goesOn(row) {
      for column in open {
        let value = grid.cell(row, column)?.value
        if value != grid.cell(row - 1, column)?.value {
          open.remove(column)
        } else if value != nil {
          counts[column, default: 0] += 1
        }
      }
      if open.isEmpty { return }
    }
    numbers = open.filter { counts[$0, default: 0] >= RepeatedColumns.fewest }
  }

  /// Whether a row is about the item of the row above it, in the same year and stage.
  func goesOn(_ row: Int) -> Bool {
    var isNamed = false
    for column in keys {
      let value = grid.cell(row, column)?.value
      if value != grid.cell(row - 1, column)?.value { return false }
      if value != nil { isNamed = true }
    }
    return isNamed
  }
}
