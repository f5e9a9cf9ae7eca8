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
    meaning: "Two sides that should agree, and whether they do.",
    japanese: "合うはずの両辺と、合ったかどうか。", columns: [],
    primaryKey: ["id"])

  /// The columns in published order.
  public static let columns: [RowColumn<ReconciliationEntry>] = [
    RowColumn(
      "id", \.id, "識別子",
      "Stable key of the check.",
      "照合の安定した識別子。",
      example: "r-8d18bdca3cf3add5"),
    RowColumn(
      "rule", \.rule, "規則",
      "The rule that compared them.",
      "照合した規則。",
      example: "total"),
    RowColumn(
      "document", \.document, "文書",
      "The source of the left side.",
      "左辺の原典の識別子。",
      example: "doc-40ce6eb1f6047e64"),
    RowColumn(
      "scope", \.scope, "対象",
      "What is compared.",
      "何を照合したか。",
      example: "海洋観測プロジェクト"),
    RowColumn(
      "fiscal_year", \.fiscalYear, "会計年度",
      "The fiscal year compared.",
      "照合した会計年度（西暦）。",
      example: "2022"),
    RowColumn(
      "left_label", \.leftLabel, "左辺",
      "What the left side is.",
      "左辺が何か。",
      example: "令和4年度予算額987億円"),
    RowColumn(
      "left_yen", \.leftYen, "左辺（円）",
      "The left side.",
      "左辺の金額（円）。",
      example: "98700000000"),
    RowColumn(
      "left_low", \.leftLow, "左辺下限（円）",
      "Least amount of the left side.",
      "左辺が表しうる最小の金額（円）。",
      example: "98650000000"),
    RowColumn(
      "left_high", \.leftHigh, "左辺上限（円）",
      "Greatest amount of the left side.",
      "左辺が表しうる最大の金額（円）。",
      example: "98750000000"),
    RowColumn(
      "right_label", \.rightLabel, "右辺",
      "What the right side is.",
      "右辺が何か。",
      example: "sum of its parts"),
    RowColumn(
      "right_yen", \.rightYen, "右辺（円）",
      "The right side.",
      "右辺の金額（円）。",
      example: "98800000000"),
    RowColumn(
      "right_low", \.rightLow, "右辺下限（円）",
      "Least amount of the right side.",
      "右辺が表しうる最小の金額（円）。",
      example: "98200000000"),
    RowColumn(
      "right_high", \.rightHigh, "右辺上限（円）",
      "Greatest amount of the right side.",
      "右辺が表しうる最大の金額（円）。",
      example: "99400000000"),
    RowColumn(
      "difference", \.difference, "差（円）",
      "Left side less right side.",
      "左辺から右辺を引いた差（円）。",
      example: "-100000000"),
    RowColumn(
      "unit_yen", \.unitYen, "単位（円）",
      "The coarsest unit of the figures.",
      "数字の単位のうち最も粗いもの（円）。",
      example: "100000000"),
    RowColumn(
      "status", \.status, "結果",
      "Whether the sides agree.",
      "両辺が合うか。",
      example: "within_rounding"),
    RowColumn(
      "severity", \.severity, "重大度",
      "How much it matters.",
      "重大さ。",
      example: "info"),
    RowColumn(
      "explanation", \.explanation, "説明",
      "By how much they differ and what explains it.",
      "いくら違い、何で説明できるか。",
      example: "987億円 against 988億円: less by 1億円"),
    RowColumn(
      "suspects", \.suspects, "疑い",
      "Likely causes of a mismatch, likeliest first.",
      "不一致の原因の候補（ありそうな順）。",
      example: "海底探査技術開発事業 987億円 (line 30): two digits swapped"),
    RowColumn(
      "evidence", \.evidence, "根拠",
      "Keys of the rows used.",
      "使った行の識別子。",
      example: "b-03ade64e1b835f10;b-5c25231a5e956440"),
  ]
}
