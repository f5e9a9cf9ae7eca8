/// A date said from another one, before that one is known: 同年10月, 前年度, 5月17日.
struct RelativeDate {
  /// What it counts from.
  enum Base {
    /// The last date before it in the text: 同, 翌, 前.
    case before
    /// The day of the text itself: 今, 昨, 来, 本.
    case present
  }

  /// What it counts in.
  enum Unit {
    case fiscalYear
    case year
    case month
    case day
  }

  var base: Base
  var unit: Unit
  var count: Int
  /// A month of the year that is meant.
  var month: Int?
  /// A day of the month that is meant.
  var day: Int?
  /// The month and day that a range from here ends with, as far as printed.
  var last: (month: Int?, day: Int?)?
  /// What of the period is meant.
  var part = Part.whole
  var range: Range<Int>
  var joined = false
  /// Whether the year is not even hinted at, as in 5月17日.
  var isBare = false

  /// What of a period is meant.
  enum Part {
    case whole
    case first
    case last
    /// Some months of it: a half or a quarter.
    case months(first: Int, count: Int)
    /// The month of the day it counts from: 前年同月.
    case sameMonth
  }
}

extension RelativeDate {
  /// Whether it is 前年度, 翌年度 or like them.
  var isOtherFiscalYear: Bool { base == .before && unit == .fiscalYear && count != 0 }

  /// The days that are meant, from the day it counts from.
  func days(from anchor: Day) -> (start: Day, end: Day)? {
    guard let period = period(from: anchor) else { return nil }
    switch part {
    case .whole: return period
    case .first: return (period.start, period.start)
    case .last: return (period.end, period.end)
    case .months(let first, let count):
      let month = period.start.month + first - 1
      return YearSpan.days(firstMonth: month, count: count, year: period.start.year)
    case .sameMonth:
      return pair(
        Day(year: period.start.year, month: anchor.month, day: 1),
        Day.last(ofMonth: anchor.month, year: period.start.year))
    }
  }

  /// A date with the end of its range; the year goes up where the end lies before the start.
  private func withLast(_ first: (start: Day, end: Day)?) -> (start: Day, end: Day)? {
    guard let first, let last else { return first }
    let month = last.month ?? first.start.month
    for year in first.start.year...first.start.year + 1 {
      guard let days = days(month, last.day, year) else { return nil }
      if days.end >= first.start { return (first.start, days.end) }
    }
    return nil
  }

  private func period(from anchor: Day) -> (start: Day, end: Day)? {
    withLast(firstPeriod(from: anchor))
  }

  private func firstPeriod(from anchor: Day) -> (start: Day, end: Day)? {
    switch unit {
    case .fiscalYear:
      let year = FiscalYear(FiscalYear(of: anchor).year + count)
      if let month { return monthOrDay(month, month >= 4 ? year.year : year.year + 1) }
      return pair(year.start, year.end)
    case .year:
      let year = anchor.year + count
      if let month { return monthOrDay(month, year) }
      return pair(Day(year: year, month: 1, day: 1), Day(year: year, month: 12, day: 31))
    case .month:
      let months = anchor.year * 12 + anchor.month - 1 + count
      return monthOrDay(months % 12 + 1, months / 12)
    case .day:
      let day = anchor.adding(days: count)
      return pair(day, day)
    }
  }

  private func monthOrDay(_ month: Int, _ year: Int) -> (start: Day, end: Day)? {
    days(month, day, year)
  }

  private func days(_ month: Int, _ day: Int?, _ year: Int) -> (start: Day, end: Day)? {
    if let day {
      let found = Day(year: year, month: month, day: day)
      return pair(found, found)
    }
    return pair(Day(year: year, month: month, day: 1), Day.last(ofMonth: month, year: year))
  }

  private func pair(_ start: Day?, _ end: Day?) -> (start: Day, end: Day)? {
    guard let start, let end else { return nil }
    return (start, end)
  }
}
