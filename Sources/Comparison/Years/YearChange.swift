public import Model

/// How a budget changed from one fiscal year to the next.
public struct YearChange: Sendable, Hashable {
  /// Whose budget it is.
  public enum Level: String, Sendable, Hashable, CaseIterable {
    case project
    case programme
    case ministry
  }

  /// Whose budget it is.
  public var level: Level
  /// The key in the registry, several joined by `;`; empty where it has none.
  public var id: String
  /// The name, several joined by ` / `.
  public var name: String
  /// The stage; stages are never mixed.
  public var budgetKind: BudgetKind
  /// The later fiscal year.
  public var year: Int
  /// The amount of the year before.
  public var before: Int64?
  /// The amount of the year.
  public var after: Int64?
  /// What a reader must know to take the figures rightly.
  public var note: String

  /// The later amount less the earlier one (増減額).
  public var difference: Int64? {
    guard let before, let after else { return nil }
    let (difference, overflow) = after.subtractingReportingOverflow(before)
    return overflow ? nil : difference
  }

  /// The difference in hundredths of a percent of the earlier amount (増減率).
  public var basisPoints: Int64? {
    guard let before, let after else { return nil }
    return Rate.basisPoints(from: before, to: after)
  }
}
