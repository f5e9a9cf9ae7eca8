/// Something a person should look at.
public struct FindingEntry: DatasetRow {
  /// Stable key of the finding.
  public var id: String = ""
  /// How much it matters.
  public var severity: Severity = .info
  /// What was found, by its code.
  public var rule: String = ""
  /// The table concerned.
  public var dataset: String = ""
  /// The row concerned.
  public var row: String = ""
  /// The source concerned.
  public var document: String? = nil
  /// Line of a text or row of a spreadsheet, from 1.
  public var line: Int? = nil
  /// What is wrong, where, why, and what to do.
  public var message: String = ""

  /// An empty row.
  public init() {}
}

extension FindingEntry {
  /// The table.
  public static let table = TableDescription(
    name: "findings", title: "指摘",
    meaning: "Something a person should look at.", columns: [],
    primaryKey: ["id"], foreignKeys: [ForeignKey(column: "document", table: "documents")])

  /// The columns in published order.
  public static let columns: [RowColumn<FindingEntry>] = [
    RowColumn(
      "id", \.id, "識別子",
      "Stable key of the finding."),
    RowColumn(
      "severity", \.severity, "重大度",
      "How much it matters."),
    RowColumn(
      "rule", \.rule, "規則",
      "What was found, by its code."),
    RowColumn(
      "dataset", \.dataset, "表",
      "The table concerned."),
    RowColumn(
      "row", \.row, "行の識別子",
      "The row concerned."),
    RowColumn(
      "document", \.document, "文書",
      "The source concerned."),
    RowColumn(
      "line", \.line, "行",
      "Line of a text or row of a spreadsheet, from 1."),
    RowColumn(
      "message", \.message, "内容",
      "What is wrong, where, why, and what to do."),
  ]
}
