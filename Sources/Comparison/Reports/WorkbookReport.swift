public import Model

extension ChangeReport {
  /// The report as tables of a workbook: what changed, a row for each value; the columns that came
  /// or went; and the changes between fiscal years.
  public var workbookTables: [Table] {
    var tables = [changes]
    let columns = self.columns
    if !columns.rows.isEmpty { tables.append(columns) }
    if !years.isEmpty { tables.append(yearTable) }
    return tables
  }

  private var changes: Table {
    var rows: [[Value]] = []
    for table in tables {
      for row in table.rows.prefix(limit ?? .max) {
        let start: [Value] = [
          .text(table.table), .text(row.kind.rawValue), .text(row.key.joined(separator: ";")),
        ]
        let end: [Value] = [
          row.cause.map { .text($0.rawValue) } ?? .null,
          row.oldLine.map { .integer(Int64($0)) } ?? .null,
          row.newLine.map { .integer(Int64($0)) } ?? .null,
        ]
        for cell in ChangeReport.cells(of: row, in: table) { rows.append(start + cell + end) }
      }
    }
    return Table(
      TableDescription(
        name: "changes", title: "変更", meaning: "A value that differs between \(old) and \(new).",
        columns: [
          ColumnDescription(name: "table", title: "表", type: .string),
          ColumnDescription(name: "class", title: "種類", type: .string),
          ColumnDescription(name: "key", title: "キー", type: .string),
          ColumnDescription(name: "column", title: "列", type: .string),
          ColumnDescription(name: "old", title: "旧", type: .string),
          ColumnDescription(name: "new", title: "新", type: .string),
          ColumnDescription(name: "difference", title: "差", type: .integer),
          ColumnDescription(name: "units", title: "差（単位数）", type: .integer),
          ColumnDescription(name: "percent", title: "増減率（%）", type: .number),
          ColumnDescription(name: "cause", title: "原因", type: .string),
          ColumnDescription(name: "old_line", title: "旧の行", type: .integer),
          ColumnDescription(name: "new_line", title: "新の行", type: .integer),
        ], primaryKey: []),
      rows: rows)
  }

  /// Column, old, new, difference, units and percent of each value that differs; of a row that came
  /// or went, of each value it has.
  private static func cells(of row: RowChange, in table: TableChanges) -> [[Value]] {
    switch row.kind {
    case .added:
      zip(table.newColumns, row.new).filter { $1 != .null }.map {
        [.text($0), .null, $1, .null, .null, .null]
      }
    case .removed:
      zip(table.oldColumns, row.old).filter { $1 != .null }.map {
        [.text($0), $1, .null, .null, .null, .null]
      }
    default:
      row.cells.map { cell in
        [
          .text(cell.column), cell.old, cell.new, integer(cell.difference), integer(cell.units),
          percent(cell.basisPoints),
        ]
      }
    }
  }

  private var columns: Table {
    let rows = tables.flatMap { table in
      table.columns.map { column -> [Value] in
        [
          .text(table.table), .text(column.kind.rawValue), .text(column.name),
          column.oldType.map { .text($0.rawValue) } ?? .null,
          column.newType.map { .text($0.rawValue) } ?? .null,
        ]
      }
    }
    return Table(
      TableDescription(
        name: "columns", title: "列の変更", meaning: "A column that came, went or changed its type.",
        columns: [
          ColumnDescription(name: "table", title: "表", type: .string),
          ColumnDescription(name: "change", title: "種類", type: .string),
          ColumnDescription(name: "column", title: "列", type: .string),
          ColumnDescription(name: "old_type", title: "旧の型", type: .string),
          ColumnDescription(name: "new_type", title: "新の型", type: .string),
        ], primaryKey: []),
      rows: rows)
  }

  private var yearTable: Table {
    Table(
      TableDescription(
        name: "years", title: "年度間の増減", meaning: "A budget beside that of the year before.",
        columns: [
          ColumnDescription(name: "level", title: "水準", type: .string),
          ColumnDescription(name: "name", title: "名称", type: .string),
          ColumnDescription(name: "budget_kind", title: "予算の段階", type: .string),
          ColumnDescription(name: "fiscal_year", title: "年度", type: .integer),
          ColumnDescription(name: "before_yen", title: "前年度（円）", type: .integer),
          ColumnDescription(name: "after_yen", title: "当年度（円）", type: .integer),
          ColumnDescription(name: "difference", title: "増減額（円）", type: .integer),
          ColumnDescription(name: "percent", title: "増減率（%）", type: .number),
          ColumnDescription(name: "note", title: "備考", type: .string),
        ], primaryKey: []),
      rows: years.map { year in
        [
          .text(year.level.rawValue), .text(year.name), .text(year.budgetKind.rawValue),
          .integer(Int64(year.year)), ChangeReport.integer(year.before),
          ChangeReport.integer(year.after), ChangeReport.integer(year.difference),
          ChangeReport.percent(year.basisPoints), .text(year.note),
        ]
      })
  }

  private static func integer(_ number: Int64?) -> Value { number.map(Value.integer) ?? .null }

  /// Hundredths of a percent as percent with two digits behind the point.
  private static func percent(_ basisPoints: Int64?) -> Value {
    guard let basisPoints else { return .null }
    let part = basisPoints.magnitude % 100
    let digits = "\(basisPoints.magnitude / 100).\(part < 10 ? "0" : "")\(part)"
    return .decimal((basisPoints < 0 ? "-" : "") + digits)
  }
}
