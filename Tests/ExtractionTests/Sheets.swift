import Model

/// A document of one sheet, of rows of texts; texts of digits are numbers, but in a CSV file.
func sheet(
  _ rows: [[String]], merges: [MergedArea] = [], isCSV: Bool = false
) -> Document {
  var cells: [Cell] = []
  for (row, texts) in rows.enumerated() {
    for (column, text) in texts.enumerated() where !text.isEmpty {
      let isNumber =
        !isCSV
        && text.utf8.allSatisfy {
          (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D
        }
      cells.append(
        Cell(
          CellReference(row: row + 1, column: column + 1),
          isNumber ? .number(text) : .text(text)))
    }
  }
  return Document(
    id: "s", attributes: DocumentAttributes(path: isCSV ? "s.csv" : "s.xlsx"),
    content: .sheets([Sheet(name: isCSV ? "" : "表", cells: cells, merges: merges)]))
}
