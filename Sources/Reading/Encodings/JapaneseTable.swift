/// A table of characters by row and cell, 94 cells to a row, as the Japanese standards print it.
struct JapaneseTable: Sendable {
  static let cellsPerRow = 94

  // Zero marks a cell without a character.
  private let units: [UInt16]

  /// Makes a table of lines of text, one for each of the rows named.
  init(rows: [ClosedRange<Int>], _ text: String) {
    let numbers = rows.flatMap { Array($0) }
    var units = [UInt16](
      repeating: 0, count: (numbers.last ?? 0) * JapaneseTable.cellsPerRow)
    var line = 0
    var cell = 0
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        line += 1
        cell = 0
        continue
      }
      if scalar != "." {
        units[(numbers[line] - 1) * JapaneseTable.cellsPerRow + cell] = UInt16(scalar.value)
      }
      cell += 1
    }
    self.units = units
  }

  /// The character at an index counted from the first cell of the first row, or zero.
  func unit(at index: Int) -> UInt16 { index < units.count ? units[index] : 0 }

  /// The character of a row and a cell, both from 1, or zero.
  func unit(row: Int, cell: Int) -> UInt16 {
    unit(at: (row - 1) * JapaneseTable.cellsPerRow + cell - 1)
  }
}
