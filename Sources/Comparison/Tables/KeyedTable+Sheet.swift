public import Model
import Publishing

extension KeyedTable {
  /// A sheet; its first row that holds something names the columns.
  ///
  /// Without a key the column `id` is the key.
  public init(
    file name: String, sheet: Sheet, key: [String] = []
  ) throws(ComparisonError) {
    guard let header = sheet.cells.first?.reference.row else {
      throw ComparisonError(file: name, reason: "the sheet \(sheet.name) is empty")
    }
    let columns = KeyedTable.texts(of: header, in: sheet).map {
      ColumnDescription(name: $0.field, type: .string)
    }
    let writer = CSVWriter(columns: columns.map(\.name))
    var csv: [UInt8] = []
    var lines: [Int] = []
    writer.writeHeader(into: &csv)
    for row in header + 1..<max(header + 1, sheet.rowCount + 1)
    where !sheet.cells(inRow: row).isEmpty {
      writer.write(KeyedTable.texts(of: row, in: sheet), into: &csv)
      lines.append(row)
    }
    try self.init(
      name: name, columns: columns, key: key.isEmpty ? ["id"] : key,
      records: KeyedTable.records(csv, name), lines: lines)
  }

  /// The texts of a row, one for each column of the sheet.
  private static func texts(of row: Int, in sheet: Sheet) -> [Value] {
    var texts = [Value](repeating: .null, count: sheet.columnCount)
    for cell in sheet.cells(inRow: row) {
      texts[cell.reference.column - 1] = .text(cell.value.text)
    }
    return texts
  }
}
