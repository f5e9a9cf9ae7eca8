public import Model

/// How the documents of a family are read; every value comes from the pipeline file.
public struct FamilySettings: Sendable, Hashable {
  /// The recognisers to run.
  public var recognisers: Set<Recogniser> = Set(Recogniser.allCases)
  /// The fiscal year of amounts that name none; the document's own where this is empty.
  public var fiscalYear: Int?
  /// The stage of amounts whose words do not say it (予算額).
  public var defaultStage: BudgetKind = .initial
  /// How figures are rounded.
  public var rounding: Rounding = .round
  /// Whether the pipeline file says so; where it does not, a note of the source is believed.
  public var roundingIsDeclared = false
  /// Ministries of amounts for which the text names none.
  public var issuerMinistries: [String] = []
  /// Whether money that is listed again counts in a project's total.
  public var relisted: RelistedMoney = .inferred
  /// Words a programme's name ends with.
  public var programmeSuffixes = FamilySettings.usualProgrammeSuffixes
  /// Words a project's name ends with.
  public var projectSuffixes = ["プロジェクト"]
  /// Words that stand before a project's total.
  public var totalLabels = ["対象経費"]
  /// Words that mark money for in-house institutes.
  public var inhouseLabels = ["インハウス研究機関経費", "インハウス"]
  /// The fiscal year a plan ends with: the target year of targets that name none.
  public var targetYear: Int?
  /// How spreadsheets of the family are laid out.
  public var sheets = SheetSettings()

  /// The settings that fit most documents.
  public init() {}

  /// The words most programmes' names end with.
  public static let usualProgrammeSuffixes = [
    "事業", "プログラム", "プロジェクト", "計画", "イニシアティブ", "ネットワーク", "プラットフォーム",
    "プラットフォーム構築", "の構築", "構想", "補助金", "交付金", "助成金",
    "事業費", "推進費", "対策費", "整備費", "委託費", "負担金", "拠出金", "事業費補助",
  ]
}

/// A part of the extraction that can be left out.
public enum Recogniser: String, Sendable, Hashable, CaseIterable {
  /// Dates.
  case dates
  /// Amounts.
  case amounts
  /// Budget lines and the sums they take part in.
  case budgetLines = "budget_lines"
  /// Indicators.
  case indicators
  /// Measures with the ministries responsible.
  case measures
  /// Laws, decisions and notifications.
  case instruments
}

/// Whether money listed again (再掲) counts in a total.
public enum RelistedMoney: String, Sendable, Hashable, CaseIterable {
  /// It counts.
  case included
  /// It does not.
  case excluded
  /// The total says by itself: the reading under which it agrees is taken, and said to be.
  case inferred
}

/// How the spreadsheets of a family are laid out.
public struct SheetSettings: Sendable, Hashable {
  /// The unit of figures where no caption prints one, in yen (千円: 1000).
  public var unitYen: Int64?
  /// The step that figures were rounded to whatever digits they print, in yen; a zero is exact.
  public var roundedToYen: Int64?
  /// Headings of the column with the programme's name.
  public var programmeColumns = [
    "事業名", "事項", "事項名", "施策・事業名", "施策名", "区分", "項目", "事業", "款", "項", "目", "科目", "名称",
    "予算事業名",
    "事務事業名", "事業名称", "補助金等の名称", "補助金名", "補助事業名", "件名", "事務事業", "細事業名", "取組名",
    "subcategory", "project",
  ]
  /// Headings of the column with the project or group.
  public var projectColumns = ["プロジェクト", "プロジェクト名", "分野", "統合プロジェクト", "大項目", "政策"]
  /// Headings of the column with the ministry.
  public var ministryColumns = ["府省庁", "府省", "府省名", "省庁", "省庁名", "所管", "所管府省", "担当府省"]
  /// Headings of the column with the fiscal year.
  public var yearColumns = ["年度", "会計年度", "year", "予算年度"]
  /// Headings of the column that names the stage of each row's money.
  public var stageColumns = ["予算種別", "予算区分", "補正区分"]
  /// Words in the heading of a money column, each with the stage it stands for.
  public var stageWords: [String: BudgetKind] = SheetSettings.usualStageWords
  /// Headings of money columns that are no stage of a budget but a sum or part of others.
  public var ignoredColumns: [String] = []
  /// Words that mark a row or column as the sum of others.
  public var totalWords = ["合計", "総計", "小計", "計", "総額"]
  /// Headings of the column with the difference between two years.
  public var differenceColumns = [
    "増減", "増減額", "対前年度増減", "差引", "差引増減", "差引増▲減", "差引増△減", "比較増減", "比較",
    "増△減", "増▲減",
  ]

  /// The settings that fit most sheets.
  public init() {}

  /// The words of money columns and the stages they stand for.
  public static let usualStageWords: [String: BudgetKind] = [
    "当初予算案": .initialDraft, "予算計": .other, "政府案": .initialDraft, "予算案": .initialDraft,
    "予定額": .initialDraft,
    "当初予算額": .initial, "当初予算": .initial, "予算額": .initial, "予算現額": .other,
    "概算要求額": .request, "概算要求": .request, "要求額": .request, "要望額": .request,
    "補正予算案": .supplementaryDraft, "補正予算額": .supplementary, "補正予算": .supplementary,
    "補正額": .supplementary, "決算額": .settlement, "決算": .settlement, "執行額": .settlement,
    "補正後予算額": .other, "補正後": .other, "改予算額": .other, "改予算": .other,
    "支出済額": .settlement, "支出額": .settlement, "amount": .initial,
  ]
}
