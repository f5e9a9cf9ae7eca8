public import Model

/// What a rule does with amounts that are listed elsewhere too (再掲).
public enum ReprisePolicy: String, Sendable, Hashable, CaseIterable {
  /// They count in the sum.
  case include
  /// They do not count; a partly re-listed amount counts with an unknown share.
  case exclude
  /// The totals of each document decide, and the result says so.
  case infer
}

/// A rule as a pipeline file states it: what is compared, where, and how much a failure matters.
public struct Rule: Sendable, Hashable {
  /// The name of the rule in the pipeline and in the published table.
  public var id: String
  /// What it compares.
  public var kind: Kind
  /// How much each status matters; a status not named here has the kind's own severity.
  public var severities: [ReconciliationStatus: Severity]
  /// The message of a finding, empty for the usual one.
  ///
  /// `{scope}`, `{left}`, `{right}`, `{explanation}` and so on are filled in.
  public var message: String
  /// The documents it looks at, by key; nothing means all of them.
  public var documents: Set<String>?
  /// Sets of stages that count as one; all other stages are kept apart.
  public var mixedStages: [Set<BudgetKind>]
  /// What happens to amounts listed elsewhere too.
  public var reprise: ReprisePolicy
  /// The ministries' own tables, for `cross_ministry`.
  public var ministryDocuments: Set<String>
  /// The headquarters' documents, for `cross_ministry`.
  public var headquartersDocuments: Set<String>
  /// How many years a cumulative target covers, for `target`.
  public var targetYears: Int64

  /// What a rule compares; the words are those of the pipeline file.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A printed total with the sum of its parts.
    case total
    /// The 計, 小計 and 合計 of a table with the cells they cover.
    case printedTotal = "printed_total"
    /// A bracketed previous-year figure with that year's own figure.
    case priorYear = "prior_year"
    /// The same figure printed in two places.
    case restated
    /// A figure with its ①②③.
    case components
    /// An indicator's cumulative value with its yearly values.
    case series
    /// Targets with each other and with the actual values.
    case target
    /// Names with the registries.
    case registry
    /// A ministry's own table with the headquarters' document.
    case crossMinistry = "cross_ministry"
  }

  /// Makes a rule; its name is its kind unless said otherwise.
  public init(
    _ kind: Kind, id: String? = nil, severities: [ReconciliationStatus: Severity] = [:],
    message: String = "", documents: Set<String>? = nil, mixedStages: [Set<BudgetKind>] = [],
    reprise: ReprisePolicy = .infer, ministryDocuments: Set<String> = [],
    headquartersDocuments: Set<String> = [], targetYears: Int64 = 5
  ) {
    self.id = id ?? kind.rawValue
    self.kind = kind
    self.severities = severities
    self.message = message
    self.documents = documents
    self.mixedStages = mixedStages
    self.reprise = reprise
    self.ministryDocuments = ministryDocuments
    self.headquartersDocuments = headquartersDocuments
    self.targetYears = targetYears
  }
}

extension Rule {
  /// How much a status matters under this rule.
  public func severity(of status: ReconciliationStatus) -> Severity {
    severities[status] ?? kind.severity(of: status)
  }

  /// Whether the rule looks at a document.
  func covers(_ document: String) -> Bool { documents?.contains(document) ?? true }

  /// The stage that stands for a stage and those that the rule lets mix with it.
  func mixedStage(_ stage: BudgetKind) -> BudgetKind {
    guard let mix = mixedStages.first(where: { $0.contains(stage) }) else { return stage }
    return BudgetKind.allCases.first(where: mix.contains) ?? stage
  }
}

extension Rule.Kind {
  /// The code of the findings of this kind.
  var code: FindingCode {
    switch self {
    case .total: .total
    case .printedTotal: .printedTotal
    case .priorYear: .priorYear
    case .restated: .restated
    case .components: .components
    case .series: .series
    case .target: .target
    case .registry: .registry
    case .crossMinistry: .crossMinistry
    }
  }

  // A target that is not reached yet is news, not a fault of the figures.
  func severity(of status: ReconciliationStatus) -> Severity {
    switch status {
    case .exact, .withinRounding, .notComparable: .info
    case .undecided: self == .target ? .info : .warning
    case .mismatch: self == .target || self == .registry ? .warning : .error
    }
  }
}
