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
    meaning: "Something a person should look at.",
    japanese: "人が確かめるべきこと。", columns: [],
    primaryKey: ["id"], foreignKeys: [ForeignKey(column: "document", table: "documents")])

  /// The columns in published order.
  public static let columns: [RowColumn<FindingEntry>] = [
    RowColumn(
      "id", \.id, "識別子",
      "Stable key of the finding.",
      "指摘の安定した識別子。",
      example: "f-c47bcf36785baff0"),
    RowColumn(
      "severity", \.severity, "重大度",
      "How much it matters.",
      "重大さ。",
      example: "warning"),
    RowColumn(
      "rule", \.rule, "規則",
      "What was found, by its code.",
      "指摘の種類を表す符号（docs/findings.md 参照）。",
      example: "link-ambiguous"),
    RowColumn(
      "dataset", \.dataset, "表",
      "The table concerned.",
      "関係する表。",
      example: "budget_lines"),
    RowColumn(
      "row", \.row, "行の識別子",
      "The row concerned.",
      "関係する行の識別子。",
      example: "b-5b4eac0e21b8bb4e"),
    RowColumn(
      "document", \.document, "文書",
      "The source concerned.",
      "関係する原典の識別子。",
      example: "doc-3f5654bf1d950723"),
    RowColumn(
      "line", \.line, "行",
      "Line of a text or row of a spreadsheet, from 1.",
      "原典の行番号（文章の行または表の行。1から）。",
      example: "93"),
    RowColumn(
      "message", \.message, "内容",
      "What is wrong, where, why, and what to do.",
      "何が、どこで、なぜ問題で、どうすればよいか。",
      example: "the text does not say whose money it is; settle it with a decision"),
  ]
}
