public import Model

/// All entries and findings, with what was inferred on the way.
public struct ReconciliationResult: Sendable, Hashable {
  /// One entry for each pair of sides that was compared.
  public var entries: [ReconciliationEntry] = []
  /// One finding for each entry that a person should look at, and for each unknown name.
  public var findings: [Finding] = []
  /// How often each rule applied and how it came out, in the order of the rules.
  public var counts: [RuleCount] = []
  /// What the totals of each document say of its rounding.
  public var roundings: [RoundingInference] = []
  /// What the totals of each document say of amounts listed elsewhere too.
  public var reprises: [RepriseInference] = []

  /// Nothing compared yet.
  public init() {}
}

/// How often a rule applied and how it came out.
public struct RuleCount: Sendable, Hashable {
  /// The rule.
  public var rule: String
  /// The number of entries of each status.
  public var statuses: [ReconciliationStatus: Int] = [:]

  /// A rule that has not been applied yet.
  public init(rule: String) { self.rule = rule }

  /// How often it applied.
  public var applied: Int { statuses.values.reduce(0, +) }
  /// How often both sides agreed.
  public var passed: Int { statuses[.exact, default: 0] + statuses[.withinRounding, default: 0] }
  /// How often they did not.
  public var failed: Int { statuses[.mismatch, default: 0] }
  /// How often neither could be said.
  public var undecided: Int { statuses[.undecided, default: 0] }
  /// How often the sides were not of a kind.
  public var notComparable: Int { statuses[.notComparable, default: 0] }
}

/// What the totals of a document say of the way its figures were rounded.
public struct RoundingInference: Sendable, Hashable {
  /// The document.
  public var document: String
  /// What its figures without a rounding of their own are read as.
  public var rounding: Rounding
  /// What its figures are read as: what they say themselves, else `rounding`.
  public var reading: Rounding
  /// Whether a footnote or the pipeline file says so, rather than the totals.
  public var isDeclared: Bool
  /// Whether the totals decided it, because the figures do not say how they were rounded.
  public var isInferred: Bool
  /// The totals that rounding to the nearest explains and cutting off cannot.
  public var onlyRounded: [String]
  /// The totals that cutting off explains and rounding to the nearest cannot.
  public var onlyTruncated: [String]
}

/// What the totals of a document say of amounts that are listed elsewhere too.
public struct RepriseInference: Sendable, Hashable {
  /// The rule that asked.
  public var rule: String
  /// The document.
  public var document: String
  /// Whether such amounts count in its totals.
  public var policy: ReprisePolicy
  /// The totals that agree only when such amounts count.
  public var onlyIncluded: [String]
  /// The totals that agree only when such amounts do not count.
  public var onlyExcluded: [String]
}
