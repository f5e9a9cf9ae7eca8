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
  private static let units: [(name: String, title: String, digits: Int)] = [
    ("amount_million_yen", "金額（百万円）", 6), ("amount_oku_yen", "金額（億円）", 8),
  ]
  /// As many digits behind the point as an amount has.
  private static let unitStyle = CellStyle(
    numberFormat: "#,##0.########;\"△\"#,##0.########")
  private static let wholeStyle = CellStyle(numberFormat: "#,##0;\"△\"#,##0")

  private let table: Table
  private let before: [Int]
  private let amount: Int
  private let after: [Int]

  /// Nothing where the table lacks a column that the sheet shows.
  init?(_ table: Table) {
    let before = BudgetViewSheet.texts.compactMap(table.description.position)
    let after = BudgetViewSheet.after.compactMap(table.description.position)
    guard let amount = table.description.position(of: BudgetViewSheet.amount),
      before.count == BudgetViewSheet.texts.count, after.count == BudgetViewSheet.after.count,
      table.rows.count + SheetPage.headerRows <= WorkbookWriter.maxRows
    else { return nil }
    self.table = table
    self.before = before
    self.amount = amount
    self.after = after
  }

  func write(to writer: inout WorkbookWriter) throws(WorkbookError) {
    let known = table.description.columns
    let units = BudgetViewSheet.units.map {
      ColumnDescription(name: $0.name, title: $0.title, type: .number)
    }
    let columns = before.map { known[$0] } + [known[amount]] + units + after.map { known[$0] }
    try writer.beginSheet(BudgetViewSheet.name)
    try TableSheet.writeHeader(columns, rowCount: table.rows.count, to: &writer)
    let sheetColumns = columns.map(SheetColumn.init)
    for (index, column) in sheetColumns.enumerated() {
      let width = column.width(of: table.rows.lazy.map { cells($0)[index] })
      try writer.setWidth(width, column: index)
    }
    for (offset, row) in table.rows.enumerated() {
      for (index, value) in cells(row).enumerated() {
        try SheetCell.write(
          value, row: SheetPage.headerRows + offset, column: index,
          style: style(value, sheetColumns[index]), to: &writer)
      }
    }
  }

  private func cells(_ row: [Value]) -> [Value] {
    let amounts = BudgetViewSheet.units.map { unit -> Value in
      guard case .integer(let yen) = row[amount] else { return .null }
      return .decimal(BudgetViewSheet.digits(of: yen, shiftedBy: unit.digits))
    }
    return before.map { row[$0] } + [row[amount]] + amounts + after.map { row[$0] }
  }

  /// A format with a point shows it even where no digit follows.
  private func style(_ value: Value, _ column: SheetColumn) -> CellStyle {
    guard case .decimal(let digits) = value else { return column.style }
    return digits.utf8.contains(UInt8(ascii: "."))
      ? BudgetViewSheet.unitStyle : BudgetViewSheet.wholeStyle
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
