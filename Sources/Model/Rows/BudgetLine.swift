/// An amount of public money printed for a project, programme or part of one.
public struct BudgetLine: DatasetRow {
  /// Stable key of the line.
  public var id: String = ""
  /// The source it stands in.
  public var document: String = ""
  /// Line of a text or row of a spreadsheet, from 1.
  public var line: Int = 0
  /// Where its characters stand.
  public var place: String = ""
  /// The characters of the source; ⏎ is a line break.
  public var raw: String = ""
  /// The printed amount in yen; empty where none is printed.
  public var amountYen: Int64? = nil
  /// Place value of the last printed digit, in yen.
  public var unitYen: Int64? = nil
  /// How the figure was rounded to its unit.
  public var rounding: Rounding = .round
  /// Least amount the figure may stand for.
  public var amountLow: Int64? = nil
  /// Greatest amount the figure may stand for.
  public var amountHigh: Int64? = nil
  /// The fiscal year the money is for.
  public var fiscalYear: Int? = nil
  /// Stage of the budget.
  public var budgetKind: BudgetKind = .other
  /// Number of the supplementary budget.
  public var suppNo: Int? = nil
  /// Whether it is printed as the previous year's figure.
  public var isPriorYear: Bool = false
  /// What the amount is for.
  public var level: BudgetLevel = .programme
  /// Project it belongs to, folded.
  public var project: String = ""
  /// Programme, folded; several sharing one figure are joined by ` / `.
  public var programme: String = ""
  /// Keys of the programmes in the registry.
  public var programmeID: [String] = []
  /// Ministries the source names for it.
  public var ministries: [String] = []
  /// Whether the amount is listed elsewhere too.
  public var reprise: Reprise = .none
  /// Whether the amount is an unknown part of the figure (内数).
  public var inner: Bool = false
  /// Whether it is for in-house research institutes.
  public var inhouse: Bool = false
  /// What part of the programme the amount is for.
  public var partNote: String = ""
  /// How sure it is that the amount belongs to the programme.
  public var link: Link = .certain
  /// How the programme was found.
  public var linkMethod: String = ""
  /// The programmes it may belong to, where the text does not decide.
  public var candidates: [String] = []

  /// An empty row.
  public init() {}
}

extension BudgetLine {
  /// The table.
  public static let table = TableDescription(
    name: "budget_lines", title: "予算行",
    meaning: "An amount of public money printed for a project, programme or part of one.",
    columns: [],
    primaryKey: ["id"], foreignKeys: [ForeignKey(column: "document", table: "documents")])

  /// The columns in published order.
  public static let columns: [RowColumn<BudgetLine>] = [
    RowColumn(
      "id", \.id, "識別子",
      "Stable key of the line."),
    RowColumn(
      "document", \.document, "文書",
      "The source it stands in."),
    RowColumn(
      "line", \.line, "行",
      "Line of a text or row of a spreadsheet, from 1."),
    RowColumn(
      "place", \.place, "位置",
      "Where its characters stand."),
    RowColumn(
      "raw", \.raw, "原文",
      "The characters of the source; ⏎ is a line break."),
    RowColumn(
      "amount_yen", \.amountYen, "金額（円）",
      "The printed amount in yen; empty where none is printed."),
    RowColumn(
      "unit_yen", \.unitYen, "単位（円）",
      "Place value of the last printed digit, in yen."),
    RowColumn(
      "rounding", \.rounding, "端数処理",
      "How the figure was rounded to its unit."),
    RowColumn(
      "amount_low", \.amountLow, "下限（円）",
      "Least amount the figure may stand for."),
    RowColumn(
      "amount_high", \.amountHigh, "上限（円）",
      "Greatest amount the figure may stand for."),
    RowColumn(
      "fiscal_year", \.fiscalYear, "会計年度",
      "The fiscal year the money is for."),
    RowColumn(
      "budget_kind", \.budgetKind, "予算種別",
      "Stage of the budget."),
    RowColumn(
      "supp_no", \.suppNo, "補正号数",
      "Number of the supplementary budget."),
    RowColumn(
      "is_prior_year", \.isPriorYear, "前年度欄",
      "Whether it is printed as the previous year's figure."),
    RowColumn(
      "level", \.level, "階層",
      "What the amount is for."),
    RowColumn(
      "project", \.project, "プロジェクト",
      "Project it belongs to, folded."),
    RowColumn(
      "programme", \.programme, "事業",
      "Programme, folded; several sharing one figure are joined by ` / `."),
    RowColumn(
      "programme_id", \.programmeID, "事業識別子",
      "Keys of the programmes in the registry."),
    RowColumn(
      "ministries", \.ministries, "府省",
      "Ministries the source names for it; those of a sheet's column by their keys, where known."),
    RowColumn(
      "reprise", \.reprise, "再掲",
      "Whether the amount is listed elsewhere too."),
    RowColumn(
      "inner", \.inner, "内数",
      "Whether the amount is an unknown part of the figure (内数)."),
    RowColumn(
      "inhouse", \.inhouse, "インハウス",
      "Whether it is for in-house research institutes."),
    RowColumn(
      "part_note", \.partNote, "部分注記",
      "What part of the programme the amount is for."),
    RowColumn(
      "link", \.link, "対応の確度",
      "How sure it is that the amount belongs to the programme."),
    RowColumn(
      "link_method", \.linkMethod, "対応の根拠",
      "How the programme was found."),
    RowColumn(
      "candidates", \.candidates, "候補",
      "The programmes it may belong to, where the text does not decide."),
  ]
}
