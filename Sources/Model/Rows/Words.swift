/// The fixed words of the published tables.

/// How much a finding matters.
public enum Severity: String, ColumnWord, Hashable, Comparable {
  /// Good to know.
  case info
  /// A person should look at it.
  case warning
  /// Something is wrong.
  case error

  /// Orders by how much it matters.
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A stage of a budget; stages do not mix in a sum.
public enum BudgetKind: String, ColumnWord, Hashable {
  /// 当初予算.
  case initial
  /// 当初予算案.
  case initialDraft = "initial_draft"
  /// 補正予算.
  case supplementary
  /// 補正予算案.
  case supplementaryDraft = "supplementary_draft"
  /// 概算要求.
  case request
  /// 決算.
  case settlement
  /// Anything else, or not said.
  case other
}

/// What a budget line's amount is for.
public enum BudgetLevel: String, ColumnWord, Hashable {
  /// All of a project.
  case projectTotal = "project_total"
  /// The in-house institutes of a project.
  case inhouseTotal = "inhouse_total"
  /// A group of programmes.
  case subtotal
  /// A programme, or several that share one figure.
  case programme
  /// A part of a programme.
  case component
}

/// Whether an amount is listed elsewhere too (再掲).
public enum Reprise: String, ColumnWord, Hashable {
  /// Not marked.
  case none
  /// 再掲.
  case full
  /// 一部再掲.
  case part
}

/// How sure it is that an amount belongs to its programme.
public enum Link: String, ColumnWord, Hashable {
  /// Same line, same bullet without a rival, or confirmed elsewhere.
  case certain
  /// The likeliest reading.
  case inferred
  /// The text does not decide.
  case ambiguous
}

/// What sort of indicator it is.
public enum IndicatorKind: String, ColumnWord, Hashable {
  case output
  case outcome
  case other
}

/// How a value is compared with its target.
public enum TargetOperator: String, ColumnWord, Hashable {
  /// The value itself.
  case equal = "="
  /// At least the value.
  case atLeast = ">="
  /// A multiple of a baseline.
  case multiple = "x"
  /// Said in words.
  case text
}

/// What period a target covers.
public enum TargetBasis: String, ColumnWord, Hashable {
  case cumulative
  case annual
  case unspecified
}

/// What sort of instrument it is.
public enum InstrumentKind: String, ColumnWord, Hashable {
  case law
  case cabinetDecision = "cabinet_decision"
  case hqDecision = "hq_decision"
  case notification
  case publicNotice = "public_notice"
  case guideline
  case other
}

/// What sort of date it is.
public enum DateKind: String, ColumnWord, Hashable {
  case day
  case month
  case year
  case fiscalYear = "fiscal_year"
  case range
  case relative
}

/// Whether two sides agree.
public enum ReconciliationStatus: String, ColumnWord, Hashable {
  /// Equal to the yen.
  case exact
  /// They differ, and rounding explains it.
  case withinRounding = "within_rounding"
  /// They differ, and rounding does not explain it.
  case mismatch
  /// A part is missing or ambiguous.
  case undecided
  /// The sides are not of a kind.
  case notComparable = "not_comparable"
}
