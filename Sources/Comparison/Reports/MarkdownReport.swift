import Model
import Publishing

extension ChangeReport {
  /// The report as Markdown.
  public var markdown: String {
    var lines = ["# \(Self.escaped(old)) → \(Self.escaped(new))", ""]
    if isEmpty { lines.append("変更なし (no changes)") } else { lines += counts }
    for table in tables where !table.isEmpty { lines += section(table) }
    lines += yearSection
    return lines.joined(separator: "\n") + "\n"
  }

  private var counts: [String] {
    let heads = Self.order.map { "\($0.japanese) \($0.rawValue)" }
    var lines = ["| 表 | 行数 | " + heads.joined(separator: " | ") + " |"]
    lines.append("| --- | --: |" + String(repeating: " --: |", count: heads.count))
    for table in tables {
      let counts = Self.order.map { String(table.count($0)) }.joined(separator: " | ")
      lines.append(
        "| \(Self.escaped(table.table)) | \(table.oldCount) → \(table.newCount) | \(counts) |")
    }
    return lines
  }

  private func section(_ table: TableChanges) -> [String] {
    var lines = ["", "## \(Self.escaped(table.table))"]
    if !table.columns.isEmpty { lines.append("") }
    for column in table.columns { lines.append("- 列 \(Self.text(of: column))") }
    for kind in Self.order {
      let rows = table.rows.filter { $0.kind == kind }
      guard !rows.isEmpty else { continue }
      lines += ["", "### \(kind.japanese) \(kind.rawValue) (\(rows.count))", ""]
      for row in rows.prefix(limit ?? .max) { lines += item(row, table) }
      if let limit, rows.count > limit { lines.append("- … ほか \(rows.count - limit) 行 (more)") }
    }
    return lines
  }

  private func item(_ row: RowChange, _ table: TableChanges) -> [String] {
    var head = "- \(row.key.map(Self.code).joined(separator: " "))"
    let subject = row.subject(table)
    if !subject.isEmpty { head += " \(Self.escaped(subject))" }
    head += " (行 \(row.lines(table)))"
    if let cause = row.cause { head += " — 原因: \(cause.japanese) (\(cause.rawValue))" }
    return [head]
      + row.cells.map { cell in
        let measures = cell.measures
        return "  - \(Self.escaped(cell.column)): \(Self.escaped(cell.old.shown)) → "
          + "\(Self.escaped(cell.new.shown))" + (measures.isEmpty ? "" : " (\(measures))")
      }
  }

  private static func text(of column: ColumnChange) -> String {
    let types = [column.oldType, column.newType].compactMap { $0?.rawValue }
    return switch column.kind {
    case .reordered: "順序 reordered"
    default:
      "\(code(column.name)) \(column.kind.rawValue) (\(types.joined(separator: " → ")))"
    }
  }

  private var yearSection: [String] {
    guard !years.isEmpty else { return [] }
    var lines = [
      "", "## 年度間の増減 (between fiscal years)", "",
      "| 区分 | 名称 | 予算 | 前年度 | 年度 | 前年度額（円） | 額（円） | 増減額（円） | 増減率 | 備考 |",
      "| --- | --- | --- | --: | --: | --: | --: | --: | --: | --- |",
    ]
    for year in years {
      let cells = [
        year.level.rawValue, Self.escaped(year.name), year.budgetKind.rawValue,
        String(year.year - 1), String(year.year), Self.amount(year.before), Self.amount(year.after),
        year.difference.map { PeopleNumbers.number($0, sign: true) } ?? "",
        year.basisPoints.map(PeopleNumbers.percent) ?? "", Self.escaped(year.note),
      ]
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return lines
  }

  private static func amount(_ yen: Int64?) -> String { yen.map { PeopleNumbers.number($0) } ?? "" }

  /// Text of the data, with what Markdown or HTML would take for its own made harmless.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": escaped += "⏎"
      case "\r": continue
      case "<": escaped += "&lt;"
      case "&": escaped += "&amp;"
      case "|", "\\", "`", "*", "_", "[", "]", "~", "#":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func code(_ text: String) -> String {
    let isPlain = !text.utf8.contains { byte in
      [UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "<"), 0x0A, 0x0D].contains(byte)
    }
    return isPlain ? "`\(text)`" : escaped(text)
  }
}
