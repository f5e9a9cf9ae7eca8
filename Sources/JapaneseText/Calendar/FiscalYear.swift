/// A Japanese fiscal year: 1 April of its year to 31 March of the next (財政法11条).
public struct FiscalYear: Sendable, Hashable, Comparable {
  /// The year it begins in.
  public let year: Int

  /// Makes a fiscal year.
  public init(_ year: Int) { self.year = year }

  /// The fiscal year a day lies in; January to March belong to the year before.
  public init(of day: Day) { year = day.month >= 4 ? day.year : day.year - 1 }

  /// The first day.
  public var start: Day? { Day(year: year, month: 4, day: 1) }

  /// The last day.
  public var end: Day? { Day(year: year + 1, month: 3, day: 31) }

  /// Orders by year.
  public static func < (a: FiscalYear, b: FiscalYear) -> Bool { a.year < b.year }
}
