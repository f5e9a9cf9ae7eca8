import JapaneseText
import Model

/// A sheet with its merged areas filled in for headings.
struct SheetGrid: Sendable {
  let sheet: Sheet
  private var covers: [CellReference: CellReference] = [:]

  /// Larger areas are frames and captions, which fill no headings.
  private static let largestArea = 4000

  init(_ sheet: Sheet) {
    self.sheet = sheet
    for area in sheet.merges {
      let height = area.last.row - area.first.row + 1
      let width = area.last.column - area.first.column + 1
      guard height > 0, width > 0, height <= SheetGrid.largestArea / width else { continue }
      for row in area.first.row...area.last.row {
        for column in area.first.column...area.last.column {
          covers[CellReference(row: row, column: column)] = area.first
        }
      }
    }
  }

  /// The cell seen at a position: its own, or that of the merged area over it.
  func cell(_ row: Int, _ column: Int) -> Cell? {
    let reference = CellReference(row: row, column: column)
    return sheet.cell(at: covers[reference] ?? reference)
  }

  /// The folded text seen at a position, without blanks and line ends.
  func label(_ row: Int, _ column: Int) -> String {
    cell(row, column).map { SheetGrid.compact($0.value.text) } ?? ""
  }

  /// Folded text without blanks and line ends.
  static func compact(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in fold(text).unicodeScalars
    where scalar.value != 0x20 && scalar.value != 0x0A && scalar.value != 0x0D && scalar.value != 9
    {
      out.append(scalar)
    }
    return String(out)
  }
}
