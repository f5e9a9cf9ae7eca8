import Model

/// Two sides that a rule wants to agree, before anything is said about them.
struct Check {
  /// How the left side should stand to the right one.
  enum Relation: Equatable {
    /// It is the sum of the right side.
    case sum
    /// It lies between the least and the greatest of the right side.
    case range
    /// It is no more than the sum of the right side.
    case atMost
    /// It is no less than the sum of the right side.
    case atLeast
    /// It is a printed share of the sum of the right side.
    case share(SumClaim.Share)
  }

  /// The rule, by its position.
  var rule: Int
  /// The source of the left side, by its position among the facts.
  var source: Int
  /// What is compared.
  var scope: String
  var fiscalYear: Int? = nil
  var leftLabel: String
  var rightLabel: String
  var left: [Operand]
  var right: [Operand]
  var relation = Relation.sum
  /// What its figures measure.
  var measure = Measure.yen
  /// What a person should know besides the figures.
  var notes: [String] = []
  /// A status that something other than the figures decides, with the reason.
  var ruling: Ruling? = nil
  /// What a mismatch becomes where the figures alone must not decide, with the reason.
  var mismatchRuling: Ruling? = nil

  /// A status and its reason.
  struct Ruling {
    var status: ReconciliationStatus
    var reason: String
  }
}

extension Check {
  /// Whether all figures of the check stand in one source.
  func standsInOneSource(_ ledger: Ledger) -> Bool {
    left.allSatisfy { ledger.source(of: $0.origin) == source }
      && right.allSatisfy { ledger.source(of: $0.origin) == source }
  }
}
