/// Two sides that should agree, and whether they do.
public struct ReconciliationEntry: DatasetRow {
  /// Stable key of the check.
  public var id: String = ""
  /// The rule that compared them.
  public var rule: String = ""
  /// The source of the left side.
  public var document: String = ""
  /// What is compared.
  public var scope: String = ""
  /// The fiscal year compared.
  public var fiscalYear: Int? = nil
  /// What the left side is.
  public var leftLabel: String = ""
  /// The left side.
  public var leftYen: Int64? = nil
  /// Least amount of the left side.
  public var leftLow: Int64? = nil
  /// Greatest amount of the left side.
  public var leftHigh: Int64? = nil
  /// What the right side is.
  public var rightLabel: String = ""
  /// The right side.
  public var rightYen: Int64? = nil
  /// Least amount of the right side.
  public var rightLow: Int64? = nil
  /// Greatest amount of the right side.
  public var rightHigh: Int64? = nil
  /// Left side less right side.
  public var difference: Int64? = nil
  /// The coarsest unit of the figures.
  public var unitYen: Int64? = nil
  /// Whether the sides agree.
  public var status: ReconciliationStatus = .undecided
  /// How much it matters.
  public var severity: Severity = .info
  /// By how much they differ and what explains it.
  public var explanation: String = ""
  /// Likely causes of a mismatch, likeliest first.
  public var suspects: [String] = []
  /// Keys of the rows used.
  public var evidence: [String] = []

  /// An empty row.
  public init() {}
}

extension ReconciliationEntry {
  /// The table.
  public static let table = TableDescription(
    name: "reconciliations", title: "照合",
    meaning: "Two sides that should agree, and whether they do.", columns: [],
    primaryKey: ["id"])

  /// The columns in published order.
  public static let columns: [RowColumn<ReconciliationEntry>] = [
    RowColumn(
      "id", \.id, "識別子",
      "Stable key of the check."),
    RowColumn(
      "rule", \.rule, "規則",
      "The rule that compared them."),
    RowColumn(
      "document", \.document, "文書",
      "The source of the left side."),
    RowColumn(
      "scope", \.scope, "対象",
      "What is compared."),
    RowColumn(
      "fiscal_year", \.fiscalYear, "会計年度",
      "The fiscal year compared."),
    RowColumn(
      "left_label", \.leftLabel, "左辺",
      "What the left side is."),
    RowColumn(
      "left_yen", \.leftYen, "左辺（円）",
      "The left side."),
    RowColumn(
      "left_low", \.leftLow, "左辺下限（円）",
      "Least amount of the left side."),
    RowColumn(
      "left_high", \.leftHigh, "左辺上限（円）",
      "Greatest amount of the left side."),
    RowColumn(
      "right_label", \.rightLabel, "右辺",
      "What the right side is."),
    RowColumn(
      "right_yen", \.rightYen, "右辺（円）",
      "The right side."),
    RowColumn(
      "right_low", \.rightLow, "右辺下限（円）",
      "Least amount of the right side."),
    RowColumn(
      "right_high", \.rightHigh, "右辺上限（円）",
      "Greatest amount of the right side."),
    RowColumn(
      "difference", \.difference, "差（円）",
      "Left side less right side."),
    RowColumn(
      "unit_yen", \.unitYen, "単位（円）",
      "The coarsest unit of the figures."),
    RowColumn(
      "status", \.status, "結果",
      "Whether the sides agree."),
    RowColumn(
      "severity", \.severity, "重大度",
      "How much it matters."),
    RowColumn(
      "explanation", \.explanation, "説明",
      "By how much they differ and what explains it."),
    RowColumn(
      "suspects", \.suspects, "疑い",
      "Likely causes of a mismatch, likeliest first."),
    RowColumn(
      "evidence", \.evidence, "根拠",
      "Keys of the rows used."),
  ]
}
