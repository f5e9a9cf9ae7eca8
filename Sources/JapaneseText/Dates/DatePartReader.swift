/// Reads one date: a year and what follows it.
struct DatePartReader: ~Escapable {
  let source: Source

  private var numbers: DateNumberReader {
    @_lifetime(copy self) get { DateNumberReader(source: source) }
  }

  /// The date that starts at an offset; nothing where none starts there.
  ///
  /// The second of two may stand right behind the mark between them: 2021/2022年度.
  func part(at start: Int, isSecond: Bool = false) throws(DateFailure) -> DatePart? {
    guard let year = try YearReader(source: source).year(at: start, isSecond: isSecond) else {
      return try missingYear(at: start)
    }
    return try part(after: withSecondName(year))
  }

  /// What follows a year.
  func part(after year: YearReading) throws(DateFailure) -> DatePart? {
    if let word = source.skipBroken(DateWords.year, at: year.end) {
      var year = year
      year.joined = year.joined || word.joined
      // 令和元年（2019年）6月: a second name in brackets, with its own 年.
      let end = DatePartReader.skipSecondName(
        source, of: &year, ending: [DateWords.year], at: word.end)
      return try part(after: year, yearEnd: end)
    }
    if let word = source.skipBroken(DateWords.accounting, at: year.end) {
      let joined = year.joined || word.joined
      return try FiscalPartReader(source: source).part(year, word.end, joined: joined)
    }
    if let part = try separated(year) { return part }
    let part = try DatePart.bareYear(year)
    return year.isFiscal ? part.as(.fiscalYear) : part
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

  private func part(after year: YearReading, yearEnd: Int) throws(DateFailure) -> DatePart? {
    if isDuration(year, yearEnd) { return nil }
    if let degree = source.skipBroken(DateWords.degree, at: yearEnd) {
      let reader = FiscalPartReader(source: source)
      return try reader.part(year, degree.end, joined: degree.joined)
    }
    if let word = source.skipBroken(DateWords.decade, at: yearEnd) {
      return try decade(year, word.end, joined: word.joined)
    }
    if let part = try monthPart(year, after: yearEnd) { return part }
    if let span = try YearSpanReader(source: source).span(at: yearEnd) {
      let days = YearSpan.days(
        firstMonth: span.firstMonth, count: span.count, year: year.western)
      return try .whole(.part, year, span.end, from: days?.start, to: days?.end)
    }
    if let word = source.skipBroken(DateWords.end, at: yearEnd) {
      let last = Day(year: year.western, month: 12, day: 31)
      return try .whole(.part, year, word.end, joined: word.joined, from: last, to: last)
    }
    return try .whole(
      .year, year, yearEnd, from: Day(year: year.western, month: 1, day: 1),
      to: Day(year: year.western, month: 12, day: 31))
  }

  /// ３年間, 2000年前: a length of time.
  private func isDuration(_ year: YearReading, _ yearEnd: Int) -> Bool {
    let next = source.at(yearEnd)
    if next.scalar == DateWords.span { return true }
    guard next.scalar == DateWords.before, year.era == nil else { return false }
    switch source.at(yearEnd + next.length).scalar {
    case 0x534A, 0x5F8C, 0x671F: return false  // 前半 前後 前期
    default: return true
    }
  }

  /// 1970年代, and its halves.
  private func decade(
    _ year: YearReading, _ end: Int, joined: Bool
  ) throws(DateFailure) -> DatePart {
    let half = try YearSpanReader(source: source).span(at: end).flatMap { $0.count == 6 ? $0 : nil }
    let first = year.western + (half?.firstMonth == 7 ? 5 : 0)
    return try .whole(
      half == nil ? .year : .part, year, half?.end ?? end, joined: joined,
      from: Day(year: first, month: 1, day: 1),
      to: Day(year: first + (half == nil ? 9 : 4), month: 12, day: 31))
  }

  /// A month after a year, and its day where one follows.
  func monthPart(_ year: YearReading, after offset: Int) throws(DateFailure) -> DatePart? {
    let gap = source.gap(at: offset)
    if let part = try leapMonth(year, at: gap) { return part }
    guard let month = numbers.number(at: gap.end, maxDigits: 2) else {
      return try squareMonth(year, at: gap)
    }
    let joined = gap.breaksLine || month.joined
    if let word = source.skipBroken(DateWords.month, at: month.end) {
      let reader = MonthPartReader(source: source)
      return try reader.part(year, month.value, word.end, joined: joined || word.joined)
    }
    return try monthRange(year, month.value, month.end)
  }

  /// ㋅㏢ and ㋅: a month, and maybe a day, in one character each.
  private func squareMonth(_ year: YearReading, at gap: Gap) throws(DateFailure) -> DatePart? {
    let month = source.at(gap.end)
    guard case 0x32C0...0x32CB = month.scalar else { return nil }
    let reader = MonthPartReader(source: source)
    let end = gap.end + month.length
    let number = Int(month.scalar - 0x32C0) + 1
    let day = source.at(end)
    guard case 0x33E0...0x33FE = day.scalar else {
      return try reader.part(year, number, end, joined: gap.breaksLine)
    }
    return try reader.day(
      year, number, Int(day.scalar - 0x33E0) + 1, end + day.length, joined: gap.breaksLine)
  }

  /// 閏4月: a leap month of the old calendar.
  private func leapMonth(_ year: YearReading, at gap: Gap) throws(DateFailure) -> DatePart? {
    guard year.era == .meiji, let leap = source.skip(DateWords.leap, at: gap.end),
      let month = numbers.number(at: leap, maxDigits: 2),
      let word = source.skipBroken(DateWords.month, at: month.end)
    else { return nil }
    var leapYear = year
    leapYear.isLeapMonth = true
    return try MonthPartReader(source: source).part(
      leapYear, month.value, word.end, joined: gap.breaksLine || word.joined)
  }

  /// 2022年１－３月期: two months with a dash between.
  private func monthRange(
    _ year: YearReading, _ first: Int, _ offset: Int
  ) throws(DateFailure) -> DatePart? {
    guard let mark = source.rangeMark(at: offset, takesWord: false),
      let last = numbers.number(at: source.gap(at: mark.end).end, maxDigits: 2),
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
    guard DatePartReader.isSeparator(mark.scalar),
      let month = numbers.number(at: year.end + mark.length, maxDigits: 2)
    else { return nil }
    let second = source.at(month.end)
    if second.scalar == mark.scalar,
      let day = numbers.number(at: month.end + second.length, maxDigits: 2),
      isBoundary(day.end)
    {
      var part = try numericDay(year, month.value, day.value, day.end)
      part?.separator = mark.scalar
      return part
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

  /// Whether a character may stand between the numbers of a date.
  static func isSeparator(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x2F, 0x30FB: true  // . / ・
    default: CharacterClass.isDash(scalar)
    }
  }

  /// Whether numbers with separators end here: 192.168.1.2 goes on, and 令和2–5年度 is a range.
  private func isBoundary(_ offset: Int) -> Bool {
    let next = source.at(offset)
    let after = source.at(offset + next.length).scalar
    // 2022-06-03T10:00 goes on with the time of day.
    if next.scalar == 0x54, CharacterClass.isDigit(after) { return true }
    if CharacterClass.isAlphanumeric(next.scalar) { return false }
    if source.at(source.gap(at: offset).end).scalar == DateWords.year { return false }
    guard DatePartReader.isSeparator(next.scalar) else { return true }
    return !CharacterClass.isDigit(source.at(offset + next.length).scalar)
  }
}
