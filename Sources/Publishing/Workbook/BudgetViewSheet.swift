import Model
import Workbooks

/// A sheet of the budget lines for people: few columns, each amount in yen, 百万円 and 億円.
///
/// All three are the same exact amount; none is rounded.
struct BudgetViewSheet {
  static let name = "予算（百万円・億円）"

  private static let texts = [
    "fiscal_year", "budget_kind", "supp_no", "level", "project", "programme", "ministries",
  ]
  private static let amount = "amount_yen"
  private static let after = ["link", "document", "line", "id"]
  private static let units = [
    Unit(name: "amount_million_yen", title: "金額（百万円）", digits: 6),
    Unit(name: "amount_oku_yen", title: "金額（億円）", digits: 8),
  ]
  /// As many digits behind the point as an amount has.
  private static let unitStyle = CellStyle(
    numberFormat: "#,##0.########;\"△\"#,##0.########")
  private static let wholeStyle = CellStyle(numberFormat: "#,##0;\"△\"#,##0")

  private let table: SheetTable
  private let amount: Int
  private let shown: [Shown]

  /// A unit that amounts are shown in: the column's name and title, and by how many digits the
  /// point moves.
  private struct Unit {
    let name: String
    let title: String
    let digits: Int
  }

  /// A column of the sheet.
  private enum Shown {
    /// A column of the table.
    case column(Int)
    /// The amount in a unit.
    case amount(Unit)
  }

  /// Nothing where the table lacks a column that the sheet shows.
  init?(_ table: SheetTable) {
    let before = BudgetViewSheet.texts.compactMap(table.description.position)
    let after = BudgetViewSheet.after.compactMap(table.description.position)
    guard let amount = table.description.position(of: BudgetViewSheet.amount),
      before.count == BudgetViewSheet.texts.count, after.count == BudgetViewSheet.after.count,
      table.rowCount + SheetPage.headerRows <= WorkbookWriter.maxRows
    else { return nil }
    self.table = table
    self.amount = amount
    shown =
      (before + [amount]).map(Shown.column)
      + BudgetViewSheet.units.map(Shown.amount) + after.map(Shown.column)
  }

  func write(to writer: inout WorkbookWriter) throws(WorkbookError) {
    let columns = shown.map(description)
    try writer.beginSheet(BudgetViewSheet.name)
    try TableSheet.writeHeader(columns, rowCount: table.rowCount, to: &writer)
    var sheetColumns = columns.map(SheetColumn.init)
    var cells: [SheetInput] = []
    for row in 0..<table.rowCount {
      table.read(row, into: &cells)
      for (index, column) in shown.enumerated() {
        sheetColumns[index].widen(for: cell(of: column, in: cells))
      }
    }
    var formats: [WorkbookWriter.Format] = []
    for (index, column) in sheetColumns.enumerated() {
      try writer.setWidth(column.width, column: index)
      formats.append(try writer.format(column.style))
    }
    let unit = try writer.format(BudgetViewSheet.unitStyle)
    let whole = try writer.format(BudgetViewSheet.wholeStyle)
    for row in 0..<table.rowCount {
      table.read(row, into: &cells)
      for (index, column) in shown.enumerated() {
        let cell = cell(of: column, in: cells)
        try SheetCell.write(
          cell, row: SheetPage.headerRows + row, column: index,
          format: format(cell, formats[index], unit: unit, whole: whole), to: &writer)
      }
    }
  }

  private func description(of column: Shown) -> ColumnDescription {
    switch column {
    case .column(let position): return table.description.columns[position]
    case .amount(let unit):
      return ColumnDescription(name: unit.name, title: unit.title, type: .number)
    }
  }

  private func cell(of column: Shown, in row: [SheetInput]) -> SheetInput {
    switch column {
    case .column(let position): return row[position]
    case .amount(let unit):
      guard case .value(.integer(let yen)) = row[amount] else { return .value(.null) }
      return .value(.decimal(BudgetViewSheet.digits(of: yen, shiftedBy: unit.digits)))
    }
  }

  /// A format with a point shows it even where no digit follows.
  private func format(
    _ cell: SheetInput, _ usual: WorkbookWriter.Format, unit: WorkbookWriter.Format,
    whole: WorkbookWriter.Format
  ) -> WorkbookWriter.Format {
    guard case .value(.decimal(let digits)) = cell else { return usual }
    return digits.utf8.contains(UInt8(ascii: ".")) ? unit : whole
  }

  /// A whole number with the point some places further left: 2,180,000,000 by 8 is 21.8.
  static func digits(of number: Int64, shiftedBy places: Int) -> String {
    var digits = String(number.magnitude)
    if digits.utf8.count <= places {
      digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits
    }
    var part = digits.suffix(places)
    while part.last == "0" { part.removeLast() }
    let sign = number < 0 ? "-" : ""
    return sign + digits.dropLast(places) + (part.isEmpty ? "" : "." + part)
  }
}
