import JSON
import Model
import Publishing

extension ChangeReport {
  /// The report as JSON Lines: a line for each table, column and row that differs.
  public var jsonLines: [UInt8] {
    var writer = JSONWriter()
    for table in tables {
      writer.writeLine(Self.json(table))
      for column in table.columns { writer.writeLine(Self.json(column, of: table)) }
      for row in table.rows.prefix(limit ?? .max) { writer.writeLine(Self.json(row, of: table)) }
    }
    for year in years { writer.writeLine(Self.json(year)) }
    return writer.bytes
  }

  /// The counts alone, as one JSON object.
  public var summary: [UInt8] {
    var writer = JSONWriter()
    writer.writeLine([
      "old": .string(old), "new": .string(new), "differs": .boolean(!isEmpty),
      "tables": .array(tables.map(Self.json)),
    ])
    return writer.bytes
  }

  private static func json(_ table: TableChanges) -> JSONValue {
    var members: [JSONMember] = [
      JSONMember("type", "table"), JSONMember("table", .string(table.table)),
      JSONMember("key", .strings(table.key)),
      JSONMember("old_rows", .integer(table.oldCount)),
      JSONMember("new_rows", .integer(table.newCount)),
    ]
    for kind in ChangeClass.allCases {
      members.append(JSONMember(kind.rawValue, .integer(table.count(kind))))
    }
    return .object(members)
  }

  private static func json(_ column: ColumnChange, of table: TableChanges) -> JSONValue {
    [
      "type": "column", "table": .string(table.table), "change": .string(column.kind.rawValue),
      "column": .string(column.name), "old_type": text(column.oldType?.rawValue),
      "new_type": text(column.newType?.rawValue),
    ]
  }

  private static func json(_ row: RowChange, of table: TableChanges) -> JSONValue {
    var members: [JSONMember] = [
      JSONMember("type", "row"), JSONMember("table", .string(table.table)),
      JSONMember("change", .string(row.kind.rawValue)), JSONMember("key", .strings(row.key)),
      JSONMember("old_line", integer(row.oldLine.map(Int64.init))),
      JSONMember("new_line", integer(row.newLine.map(Int64.init))),
      JSONMember("cause", text(row.cause?.rawValue)),
    ]
    if row.kind == .removed {
      members.append(JSONMember("old", object(table.oldColumns, row.old)))
    } else if row.kind == .added {
      members.append(JSONMember("new", object(table.newColumns, row.new)))
    } else {
      members.append(JSONMember("cells", .array(row.cells.map(json))))
    }
    return .object(members)
  }

  private static func json(_ cell: CellChange) -> JSONValue {
    [
      "column": .string(cell.column), "change": .string(cell.kind.rawValue),
      "old": cell.old.json, "new": cell.new.json, "difference": integer(cell.difference),
      "units": integer(cell.units), "basis_points": integer(cell.basisPoints),
    ]
  }

  private static func json(_ year: YearChange) -> JSONValue {
    [
      "type": "year", "level": .string(year.level.rawValue), "id": .string(year.id),
      "name": .string(year.name), "budget_kind": .string(year.budgetKind.rawValue),
      "fiscal_year": .integer(year.year), "before_yen": integer(year.before),
      "after_yen": integer(year.after), "difference": integer(year.difference),
      "basis_points": integer(year.basisPoints), "note": .string(year.note),
    ]
  }

  private static func object(_ names: [String], _ values: [Value]) -> JSONValue {
    .object(zip(names, values).map { JSONMember($0, $1.json) })
  }

  private static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  private static func integer(_ number: Int64?) -> JSONValue {
    number.map { JSONValue.integer($0) } ?? .null
  }
}
