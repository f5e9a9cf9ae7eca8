import Model

/// The headings of a document's tables, so that moved columns are noticed.
enum Headings {
  /// For each sheet the texts of its first row that holds nothing but texts, two at least.
  static func of(_ document: Document) -> [String] {
    guard case .sheets(let sheets) = document.content else { return [] }
    return sheets.flatMap(headings)
  }

  private static func headings(_ sheet: Sheet) -> [String] {
    var row: ArraySlice<Cell> = []
    for cell in sheet.cells {
      if cell.reference.row != row.first?.reference.row {
        if isHeading(row) { break }
        row = sheet.cells(inRow: cell.reference.row)
      }
    }
    return isHeading(row) ? row.map { String($0.value.text.filter { !$0.isNewline }) } : []
  }

  private static func isHeading(_ cells: ArraySlice<Cell>) -> Bool {
    cells.count >= 2
      && cells.allSatisfy { cell in
        guard case .text(let text) = cell.value else { return false }
        // Figures in a CSV file are texts, too.
        return !text.allSatisfy { $0.isNumber || ",.-△▲ ".contains($0) }
      }
  }
}
