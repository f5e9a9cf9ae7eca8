/// Reads what follows a month: a day, ten days, the end; and makes months and days of numbers.
struct MonthPartReader: ~Escapable {
  let source: Source

  /// The date after 月.
  func part(
    _ year: YearReading, _ month: Int, _ offset: Int, joined: Bool
  ) throws(DateFailure) -> DatePart {
    let gap = source.gap(at: offset)
    if let day = DateNumberReader(source: source).number(at: gap.end, maxDigits: 2),
      let word = source.skipBroken(DateWords.day, at: day.end)
    {
      let joined = joined || gap.breaksLine || day.joined || word.joined
      return try self.day(year, month, day.value, word.end, joined: joined)
    }
    if let days = try days(year, month, at: gap, joined: joined) { return days }
    let whole = try self.month(year, month, offset, joined: joined)
    for third in DateWords.thirds {
      guard let end = source.skipBroken(third.word, at: offset) else { continue }
      return try tenDays(whole, third.index, end.end, joined: joined || end.joined)
    }
    if let end = source.skipBroken(DateWords.end, at: offset) {
      let last = source.skip(DateWords.day, at: end.end) ?? end.end
      return try .whole(
        .part, year, last, joined: joined || end.joined, from: whole.end, to: whole.end)
    }
    return whole
  }

  /// ３～５日: two days with a mark between and one 日.
  private func days(
    _ year: YearReading, _ month: Int, at gap: Gap, joined: Bool
  ) throws(DateFailure) -> DatePart? {
    let numbers = DateNumberReader(source: source)
    guard let first = numbers.number(at: gap.end, maxDigits: 2),
      let mark = source.rangeMark(at: first.end, takesWord: false),
      let second = numbers.number(at: source.gap(at: mark.end).end, maxDigits: 2),
      let word = source.skipBroken(DateWords.day, at: second.end)
    else { return nil }
    let joined = joined || gap.breaksLine || mark.breaksLine || second.joined || word.joined
    let last = try day(year, month, second.value, word.end, joined: joined)
    let start = try day(year, month, first.value, word.end, joined: joined)
    guard start.start < last.end else { return nil }
    return try .whole(
      .part, year, word.end, joined: joined, from: start.start, to: last.end, month: month)
  }

  private func tenDays(
    _ month: DatePart, _ third: Int, _ end: Int, joined: Bool
  ) throws(DateFailure) -> DatePart {
    let first = month.start.adding(days: third * 10)
    let last = third == 2 ? month.end : month.start.adding(days: third * 10 + 9)
    return try .whole(.part, month.year, end, joined: joined, from: first, to: last)
  }

  /// A month of a year, or a failure where there is none.
  func month(
    _ year: YearReading, _ month: Int, _ offset: Int, joined: Bool
  ) throws(DateFailure) -> DatePart {
    if year.era == .meiji, MeijiCalendar.covers(year: year.eraYear) {
      let bounds = MeijiCalendar.month(month, ofYear: year.eraYear, isLeap: year.isLeapMonth)
      return try .whole(
        .month, year, offset, joined: joined, from: bounds?.first, to: bounds?.last, month: month,
        .noSuchMonth)
    }
    return try .whole(
      .month, year, offset, joined: joined, from: Day(year: year.western, month: month, day: 1),
      to: Day.last(ofMonth: month, year: year.western), month: month, .noSuchMonth)
  }

  /// A day of a month, or a failure where there is none.
  func day(
    _ year: YearReading, _ month: Int, _ day: Int, _ offset: Int, joined: Bool
  ) throws(DateFailure) -> DatePart {
    let whole = try self.month(year, month, offset, joined: joined)
    guard year.era == .meiji, MeijiCalendar.covers(year: year.eraYear) else {
      let found = Day(year: year.western, month: month, day: day)
      return try .whole(
        .day, year, offset, joined: joined, from: found, to: found, month: month, .noSuchDay)
    }
    let found =
      (1...31).contains(day)
      ? whole.start.adding(days: day - 1).flatMap { $0 <= whole.end ? $0 : nil } : nil
    // 明治5年12月3日 to 31日 were left out when the calendar changed.
    let isInGap = year.eraYear == 5 && whole.month == 12 && (3...31).contains(day)
    return try .whole(
      .day, year, offset, joined: joined, from: found, to: found, month: month,
      isInGap ? .calendarGap : .noSuchDay)
  }
}
