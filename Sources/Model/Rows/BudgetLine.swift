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
    japanese: "プロジェクト、事業またはその一部に印刷された公金の額。",
    columns: [],
    primaryKey: ["id"], foreignKeys: [ForeignKey(column: "document", table: "documents")])

  /// The columns in published order.
  public static let columns: [RowColumn<BudgetLine>] = [
    RowColumn(
      "id", \.id, "識別子",
      "Stable key of the line.",
      "予算行の安定した識別子。",
      example: "b-03ade64e1b835f10"),
    RowColumn(
      "document", \.document, "文書",
      "The source it stands in.",
      "記載のある原典の識別子。",
      example: "doc-40ce6eb1f6047e64"),
    RowColumn(
      "line", \.line, "行",
      "Line of a text or row of a spreadsheet, from 1.",
      "原典の行番号（文章の行または表の行。1から）。",
      example: "24"),
    RowColumn(
      "place", \.place, "位置",
      "Where its characters stand.",
      "文字のある場所（行と桁、またはシートとセル）。",
      example: "line 24, column 8"),
    RowColumn(
      "raw", \.raw, "原文",
      "The characters of the source; ⏎ is a line break.",
      "原典の文字のまま。⏎ は改行。",
      example: "令和4年度予算額987億円"),
    RowColumn(
      "amount_yen", \.amountYen, "金額（円）",
      "The printed amount in yen; empty where none is printed.",
      "印刷された金額（円）。記載がなければ空。",
      example: "98700000000"),
    RowColumn(
      "unit_yen", \.unitYen, "単位（円）",
      "Place value of the last printed digit, in yen.",
      "印刷された最後の桁の重み（円）。",
      example: "100000000"),
    RowColumn(
      "rounding", \.rounding, "端数処理",
      "How the figure was rounded to its unit.",
      "単位への端数処理の方法。",
      example: "round"),
    RowColumn(
      "amount_low", \.amountLow, "下限（円）",
      "Least amount the figure may stand for.",
      "この数字が表しうる最小の金額（円）。",
      example: "98650000000"),
    RowColumn(
      "amount_high", \.amountHigh, "上限（円）",
      "Greatest amount the figure may stand for.",
      "この数字が表しうる最大の金額（円）。",
      example: "98750000000"),
    RowColumn(
      "fiscal_year", \.fiscalYear, "会計年度",
      "The fiscal year the money is for.",
      "その金額の会計年度（西暦）。",
      example: "2022"),
    RowColumn(
      "budget_kind", \.budgetKind, "予算種別",
      "Stage of the budget.",
      "予算の段階（当初、補正、概算要求など）。",
      example: "initial"),
    RowColumn(
      "supp_no", \.suppNo, "補正号数",
      "Number of the supplementary budget.",
      "補正予算の号数。",
      example: "1"),
    RowColumn(
      "is_prior_year", \.isPriorYear, "前年度欄",
      "Whether it is printed as the previous year's figure.",
      "前年度の額として印刷されているか。",
      example: "false"),
    RowColumn(
      "level", \.level, "階層",
      "What the amount is for.",
      "何の金額か（プロジェクト計、事業、内訳など）。",
      example: "programme"),
    RowColumn(
      "project", \.project, "プロジェクト",
      "Project it belongs to, folded.",
      "属するプロジェクトの名称（字形を揃えたもの）。",
      example: "海洋観測プロジェクト"),
    RowColumn(
      "programme", \.programme, "事業",
      "Programme, folded; several sharing one figure are joined by ` / `.",
      "事業名（字形を揃えたもの）。一つの額を分け合う事業は ` / ` で繋ぐ。",
      example: "海底探査技術開発事業"),
    RowColumn(
      "programme_id", \.programmeID, "事業識別子",
      "Keys of the programmes in the registry.",
      "登録簿での事業の識別子。",
      example: "p-0012"),
    RowColumn(
      "ministries", \.ministries, "府省",
      "Ministries the source names for it; those of a sheet's column by their keys, where known.",
      "原典がその事業に挙げる府省。表の府省の列は、分かれば登録簿の識別子。",
      example: "文;厚"),
    RowColumn(
      "reprise", \.reprise, "再掲",
      "Whether the amount is listed elsewhere too.",
      "再掲（別の所にも計上）かどうか。",
      example: "part"),
    RowColumn(
      "inner", \.inner, "内数",
      "Whether the amount is an unknown part of the figure (内数).",
      "内数（金額の一部で、その額は不明）かどうか。",
      example: "false"),
    RowColumn(
      "inhouse", \.inhouse, "インハウス",
      "Whether it is for in-house research institutes.",
      "インハウス研究機関の経費かどうか。",
      example: "false"),
    RowColumn(
      "part_note", \.partNote, "部分注記",
      "What part of the programme the amount is for.",
      "事業のどの部分の金額か。",
      example: "ゲノム関連部分"),
    RowColumn(
      "link", \.link, "対応の確度",
      "How sure it is that the amount belongs to the programme.",
      "金額と事業の対応の確かさ。",
      example: "certain"),
    RowColumn(
      "link_method", \.linkMethod, "対応の根拠",
      "How the programme was found.",
      "事業との対応をどう判断したか。",
      example: "on the same line"),
    RowColumn(
      "candidates", \.candidates, "候補",
      "The programmes it may belong to, where the text does not decide.",
      "本文から決まらないときの事業の候補。",
      example: "甲研究事業;乙研究事業"),
  ]
}
