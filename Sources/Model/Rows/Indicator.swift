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
    meaning: "A performance indicator with its target and its values.", columns: [],
    primaryKey: ["id"], foreignKeys: [ForeignKey(column: "document", table: "documents")])

  /// The columns in published order.
  public static let columns: [RowColumn<Indicator>] = [
    RowColumn(
      "id", \.id, "識別子",
      "Stable key of the indicator."),
    RowColumn(
      "document", \.document, "文書",
      "The source it stands in."),
    RowColumn(
      "line", \.line, "行",
      "Line of a text or row of a spreadsheet, from 1."),
    RowColumn(
      "project", \.project, "プロジェクト",
      "Project it belongs to, folded."),
    RowColumn(
      "kind", \.kind, "種別",
      "Output, outcome or other."),
    RowColumn(
      "name", \.name, "指標名",
      "Name, folded."),
    RowColumn(
      "parent", \.parent, "親指標",
      "The indicator it is a part of."),
    RowColumn(
      "target_raw", \.targetRaw, "目標（原文）",
      "The target as printed."),
    RowColumn(
      "target_value", \.targetValue, "目標値",
      "The target's number."),
    RowColumn(
      "target_unit", \.targetUnit, "目標の単位",
      "The target's unit."),
    RowColumn(
      "target_op", \.targetOp, "目標の条件",
      "How the value is compared with the target."),
    RowColumn(
      "target_year", \.targetYear, "目標年度",
      "Fiscal year to reach it by."),
    RowColumn(
      "target_basis", \.targetBasis, "目標の基準",
      "Whether the target is cumulative or for each year."),
    RowColumn(
      "latest_raw", \.latestRaw, "実績（原文）",
      "The latest value as printed."),
    RowColumn(
      "latest_value", \.latestValue, "実績値",
      "The latest value's number."),
    RowColumn(
      "latest_unit", \.latestUnit, "実績の単位",
      "The latest value's unit."),
    RowColumn(
      "by_year", \.byYear, "年度別",
      "Values by fiscal year, `2020=45;2021=36`."),
    RowColumn(
      "grade", \.grade, "進捗",
      "Grade of progress as printed."),
    RowColumn(
      "series_id", \.seriesID, "系列",
      "Joins the same indicator across plans and years."),
  ]
}
