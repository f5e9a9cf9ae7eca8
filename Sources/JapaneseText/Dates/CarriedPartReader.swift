/// Reads the second end of a range, which leaves out what the first end has: the era first, then
/// the year, then the month.
struct CarriedPartReader: ~Escapable {
  let source: Source

  private var parts: DatePartReader {
    @_lifetime(copy self) get { DatePartReader(source: source) }
  }
  private var numbers: DateNumberReader {
    @_lifetime(copy self) get { DateNumberReader(source: source) }
  }

  /// The date at an offset, with what is left out taken from the one before.
  func part(at start: Int, after first: DatePart) throws(DateFailure) -> DatePart? {
    if let whole = try parts.part(at: start, isSecond: true) {
      if whole.form != .bareYear || first.form == .bareYear { return whole }
      if let fiscal = fiscal(whole, after: first) { return fiscal }
    }
    if let part = try separated(at: start, after: first) { return part }
    if first.month != nil, let part = try monthOrDay(at: start, after: first) { return part }
    guard let part = try year(at: start, after: first) else { return nil }
    // ８年３月 after 令和５年４月: no year of a range lies before its first.
    return first.month == nil || part.month != nil && part.year.western >= first.year.western
      ? part : nil
  }

  /// FY2024-2026, FY2024-26: the FY stands for both.
  private func fiscal(_ part: DatePart, after first: DatePart) -> DatePart? {
    first.year.isFiscal && part.start > first.start ? part.as(.fiscalYear) : nil
  }

  /// 5.3.31 after R4.4.1, 4/30 after 2022/4/1.
  private func separated(at start: Int, after first: DatePart) throws(DateFailure) -> DatePart? {
    guard let mark = first.separator, let one = numbers.number(at: start, maxDigits: 2),
      source.at(one.end).scalar == mark,
      let two = numbers.number(at: one.end + source.at(one.end).length, maxDigits: 2)
    else { return nil }
    let reader = MonthPartReader(source: source)
    guard source.at(two.end).scalar == mark, let era = first.year.era,
      let three = numbers.number(at: two.end + source.at(two.end).length, maxDigits: 2)
    else {
      var part = try reader.day(first.year, one.value, two.value, two.end, joined: false)
      part.hasOwnYear = false
      return part
    }
    var year = first.year
    year.eraYear = one.value
    year.western = era.westernYear(one.value)
    return try reader.day(year, two.value, three.value, three.end, joined: false)
  }

  /// 翌年2月, 翌3月 and 同年12月 after a month, with the mark of the range before them.
  private func namedMonth(at start: Int, after first: DatePart) throws(DateFailure) -> DatePart? {
    for (word, years) in CarriedPartReader.yearWords {
      guard let end = source.skipBroken(word, at: start) else { continue }
      var year = first.year
      year.western += years
      year.eraYear += years
      return try parts.monthPart(year, after: end.end)
    }
    return nil
  }

  private static let yearWords = [("翌年", 1), ("翌", 1), ("同年", 0)].map { ($0.0.scalarValues, $0.1) }

  /// 5年度 after 令和２, 29年度 after 2025.
  private func year(at start: Int, after first: DatePart) throws(DateFailure) -> DatePart? {
    guard let number = YearReader(source: source).yearNumber(at: start, .carried),
      number.value > 0
    else { return nil }
    var year = first.year
    if let era = year.era {
      year.eraYear = number.value
      year.western = era.westernYear(number.value)
    } else {
      year.western = first.year.western / 100 * 100 + number.value
    }
    year.style = .carried
    year.end = number.end
    year.joined = number.joined
    guard var part = try parts.part(after: year) else { return nil }
    if part.form == .bareYear, first.form != .bareYear {
      return fiscal(part, after: first)
    }
    part.hasOwnYear = true
    return part
  }

  /// 12月2日 or 3日 after a day, 12月 after a month.
  private func monthOrDay(at start: Int, after first: DatePart) throws(DateFailure) -> DatePart? {
    if let part = try namedMonth(at: start, after: first) { return part }
    guard let number = numbers.number(at: start, maxDigits: 2) else { return nil }
    let reader = MonthPartReader(source: source)
    if let word = source.skipBroken(DateWords.month, at: number.end) {
      var part = try reader.part(
        first.year, number.value, word.end, joined: number.joined || word.joined)
      part.hasOwnYear = false
      return part
    }
    guard first.form == .day, let month = first.month,
      let word = source.skipBroken(DateWords.day, at: number.end)
    else { return nil }
    var part = try reader.day(first.year, month, number.value, word.end, joined: word.joined)
    part.hasOwnYear = false
    return part
  }
}
