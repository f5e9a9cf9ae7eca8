/// A mention of a date in a text.
public struct DateMention: Sendable, Hashable {
  /// The bytes of the source that name the date, without 以降 or まで.
  public var range: Range<Int>
  /// Where it starts.
  public var position = TextPosition()
  /// What sort of date it is.
  public var kind: Kind
  /// The first day; nothing where the date cannot exist or is not resolved.
  public var start: Day?
  /// The last day.
  public var end: Day?
  /// Whether the words after it open it to one side (以降, まで).
  public var bound: Bound = .none
  /// What is odd about it.
  public var flags: [DateFlag] = []
  /// Why it has no value.
  public var error: DateError?
  /// Whether it goes on a list with the mention before it (R2/R3/R4).
  public var continuesList = false
  /// The era that it names by a letter: the text uses such letters for years.
  var letter: Era?

  /// What sort of date a mention is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A day, also the last of a month or year.
    case day
    /// A month.
    case month
    /// A calendar year.
    case year
    /// A fiscal year.
    case fiscalYear = "fiscal_year"
    /// From one date to another, also a part of a month, a quarter, a half, a decade.
    case range
    /// One that is said from another date: 同年, 前年度, a day without a year.
    case relative
  }

  /// To which side the words after a date open it.
  public enum Bound: String, Sendable, Hashable {
    case none
    /// 以降, から.
    case from
    /// まで, 以前.
    case until
  }
}

/// What is odd about a date that has a value all the same.
public enum DateFlag: String, Sendable, Hashable, CaseIterable, Comparable {
  /// The era had ended by then: 平成32年.
  case eraEnded = "era_ended"
  /// The era had not begun yet: 令和元年4月30日.
  case beforeEraStart = "before_era_start"
  /// The day belongs to two eras: 大正15年12月25日.
  case boundaryOverlap = "boundary_overlap"
  /// After the year 2100.
  case farFuture = "far_future"
  /// A range that ends before it starts.
  case reversedRange = "reversed_range"
  /// The mention runs over a line end.
  case joined
  /// Two names of one year that are not the same year: 令和４（2023）年.
  case dualMismatch = "dual_mismatch"
  /// A letter and a number without 年, read as a year because the text does so elsewhere.
  case letterOnly = "letter_only"
  /// No year is printed; it is taken from the document.
  case yearAssumed = "year_assumed"
  /// A character too many: 令和４年年度.
  case typo
  /// Said from another date that the text does not give.
  case unresolved

  /// Orders by name.
  public static func < (a: DateFlag, b: DateFlag) -> Bool { a.rawValue < b.rawValue }
}

/// Why a date cannot exist.
public enum DateError: String, Error, Sendable, Hashable {
  /// Era years begin at 1 (元).
  case yearZero = "year_zero"
  /// The month has no such day.
  case noSuchDay = "no_such_day"
  /// There is no such month.
  case noSuchMonth = "no_such_month"
  /// There is no such quarter.
  case noSuchQuarter = "no_such_quarter"
  /// The days that were left out when the calendar changed.
  case calendarGap = "calendar_gap"
  /// An era without a year.
  case missingYear = "missing_year"
  /// A year that cannot be held.
  case badYear = "bad_year"
  /// Nothing there is a date.
  case notADate = "not_a_date"
}
