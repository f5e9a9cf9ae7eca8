/// A performance indicator with its target and its values.
public struct Indicator: DatasetRow {
  /// Stable key of the indicator.
  public var id: String = ""
  /// The source it stands in.
  public var document: String = ""
  /// Line of a text or row of a spreadsheet, from 1.
  public var line: Int = 0
  /// Project it belongs to, folded.
  public var project: String = ""
  /// Output, outcome or other.
  public var kind: IndicatorKind = .other
  /// Name, folded.
  public var name: String = ""
  /// The indicator it is a part of.
  public var parent: String = ""
  /// The target as printed.
  public var targetRaw: String = ""
  /// The target's number.
  public var targetValue: Decimal? = nil
  /// The target's unit.
  public var targetUnit: String = ""
  /// How the value is compared with the target.
  public var targetOp: TargetOperator? = nil
  /// Fiscal year to reach it by.
  public var targetYear: Int? = nil
  /// Whether the target is cumulative or for each year.
  public var targetBasis: TargetBasis? = nil
  /// The latest value as printed.
  public var latestRaw: String = ""
  /// The latest value's number.
  public var latestValue: Decimal? = nil
  /// The latest value's unit.
  public var latestUnit: String = ""
  /// Values by fiscal year, `2020=45;2021=36`.
  public var byYear: [String] = []
  /// Grade of progress as printed.
  public var grade: String = ""
  /// Joins the same indicator across plans and years.
  public var seriesID: String = ""

  /// An empty row.
  public init() {}
}

extension Indicator {
  /// The table.
  public static let table = TableDescription(
    name: "indicators", title: "指標",
    meaning: "A performance indicator with its target and its values.",
    japanese: "目標と実績のある業績指標。", columns: [],
    primaryKey: ["id"], foreignKeys: [ForeignKey(column: "document", table: "documents")])

  /// The columns in published order.
  public static let columns: [RowColumn<Indicator>] = [
    RowColumn(
      "id", \.id, "識別子",
      "Stable key of the indicator.",
      "指標の安定した識別子。",
      example: "i-5a1ed4ce70737bc2"),
    RowColumn(
      "document", \.document, "文書",
      "The source it stands in.",
      "記載のある原典の識別子。",
      example: "doc-b665eeab629832d3"),
    RowColumn(
      "line", \.line, "行",
      "Line of a text or row of a spreadsheet, from 1.",
      "原典の行番号（文章の行または表の行。1から）。",
      example: "148"),
    RowColumn(
      "project", \.project, "プロジェクト",
      "Project it belongs to, folded.",
      "属するプロジェクトの名称（字形を揃えたもの）。",
      example: "海洋観測プロジェクト"),
    RowColumn(
      "kind", \.kind, "種別",
      "Output, outcome or other.",
      "アウトプット、アウトカム、その他の別。",
      example: "output"),
    RowColumn(
      "name", \.name, "指標名",
      "Name, folded.",
      "名称（字形を揃えたもの）。",
      example: "企業導出件数"),
    RowColumn(
      "parent", \.parent, "親指標",
      "The indicator it is a part of.",
      "属する親の指標。",
      example: "創薬支援"),
    RowColumn(
      "target_raw", \.targetRaw, "目標（原文）",
      "The target as printed.",
      "印刷されたままの目標。",
      example: "10件以上"),
    RowColumn(
      "target_value", \.targetValue, "目標値",
      "The target's number.",
      "目標の数値。",
      example: "10"),
    RowColumn(
      "target_unit", \.targetUnit, "目標の単位",
      "The target's unit.",
      "目標の単位。",
      example: "件"),
    RowColumn(
      "target_op", \.targetOp, "目標の条件",
      "How the value is compared with the target.",
      "目標との比べ方（以上、倍など）。",
      example: ">="),
    RowColumn(
      "target_year", \.targetYear, "目標年度",
      "Fiscal year to reach it by.",
      "達成すべき会計年度（西暦）。",
      example: "2024"),
    RowColumn(
      "target_basis", \.targetBasis, "目標の基準",
      "Whether the target is cumulative or for each year.",
      "目標が累計か、各年度か。",
      example: "cumulative"),
    RowColumn(
      "latest_raw", \.latestRaw, "実績（原文）",
      "The latest value as printed.",
      "印刷されたままの最新の実績。",
      example: "7件"),
    RowColumn(
      "latest_value", \.latestValue, "実績値",
      "The latest value's number.",
      "最新の実績の数値。",
      example: "7"),
    RowColumn(
      "latest_unit", \.latestUnit, "実績の単位",
      "The latest value's unit.",
      "最新の実績の単位。",
      example: "件"),
    RowColumn(
      "by_year", \.byYear, "年度別",
      "Values by fiscal year, `2020=45;2021=36`.",
      "会計年度ごとの値（`2020=45;2021=36`）。",
      example: "2020=2;2021=5"),
    RowColumn(
      "grade", \.grade, "進捗",
      "Grade of progress as printed.",
      "印刷されたままの進捗の評価。",
      example: "A"),
    RowColumn(
      "series_id", \.seriesID, "系列",
      "Joins the same indicator across plans and years.",
      "計画や年度をまたいで同じ指標を繋ぐ識別子。",
      example: "s-a3b91dce3a8caa94"),
  ]
}
