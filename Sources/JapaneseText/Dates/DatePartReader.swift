/// Reads one date: a year and what follows it.
struct DatePartReader: ~Escapable {
  let source: Source

  private var numbers: DateNumberReader {
    @_lifetime(copy self) get { DateNumberReader(source: source) }
  }

  /// The date that starts at an offset; nothing where none starts there.
  func part(at start: Int) throws(DateFailure) -> DatePart? {
    guard let year = try YearReader(source: source).year(at: start) else {
      return try missingYear(at: start)
    }
    return try part(after: withSecondName(year))
  }

  /// What follows a year.
  func part(after year: YearReading) throws(DateFailure) -> DatePart? {
    if let word = source.skipBroken([DateWords.year], at: year.end) {
      var year = year
      year.joined = year.joined || word.joined
      // 令和元年（2019年）6月: a second name in brackets, with its own 年.
      let named = DatePartReader.endOfSecondName(
        source, of: year, ending: [DateWords.year], at: word.end)
      return try part(after: year, yearEnd: named ?? word.end)
    }
    if let part = try separated(year) { return part }
    return try .bareYear(year)
  }

  /// 令和年度, 昭和2月3日: an era whose year is left out.
  private func missingYear(at start: Int) throws(DateFailure) -> DatePart? {
    guard let era = YearReader(source: source).era(at: start), era.style == .eraName else {
      return nil
    }
    if let end = source.skip([DateWords.year, DateWords.degree], at: era.end) {
      throw DateFailure(.missingYear, end: end)
    }
    return nil
  }

  // MARK: After 年

  private func part(after year: YearReading, yearEnd: Int) throws(DateFailure) -> DatePart {
    if let degree = source.skipBroken([DateWords.degree], at: yearEnd) {
      let reader = FiscalPartReader(source: source)
      return try reader.part(year, degree.end, joined: degree.joined)
    }
    if let end = source.skip(DateWords.decade, at: yearEnd) { return try decade(year, end) }
    if let part = try monthPart(year, after: yearEnd) { return part }
    if let quarter = try quarter(year, yearEnd) { return quarter }
    if let end = source.skip(DateWords.end, at: yearEnd) {
      let last = Day(year: year.western, month: 12, day: 31)
      return try .whole(.part, year, end, from: last, to: last)
    }
    return try .whole(
      .year, year, yearEnd, from: Day(year: year.western, month: 1, day: 1),
      to: Day(year: year.western, month: 12, day: 31))
  }

  private func decade(_ year: YearReading, _ end: Int) throws(DateFailure) -> DatePart {
    try .whole(
      .year, year, end, from: Day(year: year.western, month: 1, day: 1),
      to: Day(year: year.western + 9, month: 12, day: 31))
  }

  private func quarter(_ year: YearReading, _ offset: Int) throws(DateFailure) -> DatePart? {
    let start = source.skip(DateWords.of, at: offset) ?? offset
    guard let quarter = try QuarterReader(source: source).quarter(at: start) else { return nil }
    let month = quarter.number * 3 - 2
    return try .whole(
      .part, year, quarter.end, from: Day(year: year.western, month: month, day: 1),
      to: Day.last(ofMonth: month + 2, year: year.western))
  }

  /// A month after a year, and its day where one follows.
  func monthPart(_ year: YearReading, after offset: Int) throws(DateFailure) -> DatePart? {
    let gap = source.gap(at: offset)
    guard let month = numbers.number(at: gap.end, maxDigits: 2) else { return nil }
    let joined = gap.breaksLine || month.joined
    if let word = source.skipBroken([DateWords.month], at: month.end) {
      let reader = MonthPartReader(source: source)
      return try reader.part(year, month.value, word.end, joined: joined || word.joined)
    }
    return try monthRange(year, month.value, month.end)
  }

  /// 2022年１－３月期: two months with a dash between.
  private func monthRange(
    _ year: YearReading, _ first: Int, _ offset: Int
  ) throws(DateFailure) -> DatePart? {
    let mark = source.at(offset)
    guard CharacterClass.isDash(mark.scalar) || CharacterClass.isTilde(mark.scalar),
      let last = numbers.number(at: offset + mark.length, maxDigits: 2),
      let end = source.skip(DateWords.month, at: last.end)
    else { return nil }
    let nextYear = last.value < first ? year.western + 1 : year.western
    return try .whole(
      .part, year, source.skip(DateWords.period, at: end) ?? end,
      from: Day(year: year.western, month: first, day: 1),
      to: Day.last(ofMonth: last.value, year: nextYear), .noSuchMonth)
  }

  // MARK: Separators

  /// R4.6.3, 2022/6/3: a letter and a western year need two separators of one kind, an era name
  /// is content with one.
  private func separated(_ year: YearReading) throws(DateFailure) -> DatePart? {
    let mark = source.at(year.end)
    guard isSeparator(mark.scalar),
      let month = numbers.number(at: year.end + mark.length, maxDigits: 2)
    else { return nil }
    let second = source.at(month.end)
    if second.scalar == mark.scalar,
      let day = numbers.number(at: month.end + second.length, maxDigits: 2),
      isBoundary(day.end)
    {
      return try numericDay(year, month.value, day.value, day.end)
    }
    let takesOne = year.style == .eraName || (year.style == .western && mark.scalar == 0x2F)
    guard takesOne, isBoundary(month.end) else { return nil }
    guard (1...12).contains(month.value) else {
      if year.style == .western { return nil }
      throw DateFailure(.noSuchMonth, end: month.end)
    }
    return try MonthPartReader(source: source).month(year, month.value, month.end, joined: false)
  }

  private func numericDay(
    _ year: YearReading, _ month: Int, _ day: Int, _ end: Int
  ) throws(DateFailure) -> DatePart? {
    do throws(DateFailure) {
      return try MonthPartReader(source: source).day(year, month, day, end, joined: false)
    } catch {
      // 2021/13/45 may be anything; an era says that a date was meant.
      if year.style == .western { return nil }
      throw error
    }
  }

  private func isSeparator(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x2F, 0x30FB: true  // . / ・
    default: CharacterClass.isDash(scalar)
    }
  }

  /// Whether numbers with separators end here: 192.168.1.2 goes on, and 令和2–5年度 is a range.
  private func isBoundary(_ offset: Int) -> Bool {
    let next = source.at(offset)
    if CharacterClass.isAlphanumeric(next.scalar) || next.scalar == DateWords.year { return false }
    guard next.scalar == 0x2E || next.scalar == 0x2F else { return true }
    return !CharacterClass.isDigit(source.at(offset + next.length).scalar)
  }
}
