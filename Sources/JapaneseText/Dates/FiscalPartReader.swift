/// Reads what follows 年度: its end, its first day, its halves and quarters.
struct FiscalPartReader: ~Escapable {
  let source: Source

  /// The date after 年度.
  func part(_ year: YearReading, _ offset: Int, joined: Bool) throws(DateFailure) -> DatePart {
    let fiscal = FiscalYear(year.western)
    let ending = [DateWords.year, DateWords.degree]
    let offset =
      DatePartReader.endOfSecondName(source, of: year, ending: ending, at: offset) ?? offset
    if let end = source.skipBroken([DateWords.end], at: offset) {
      return try .whole(
        .part, year, end.end, joined: joined || end.joined, from: fiscal.end, to: fiscal.end)
    }
    if let end = source.skip(DateWords.start, at: offset), !startsBudget(end) {
      return try .whole(.part, year, end, joined: joined, from: fiscal.start, to: fiscal.start)
    }
    if let half = try half(year, offset, joined) { return half }
    let start = source.skip(DateWords.of, at: offset) ?? offset
    if let quarter = try QuarterReader(source: source).quarter(at: start) {
      return try months(year, quarter.number * 3 + 1, count: 3, quarter.end, joined)
    }
    return try .whole(
      .fiscalYear, year, offset, joined: joined, from: fiscal.start, to: fiscal.end)
  }

  /// 当初予算 is a budget, not the first day of a year; so is 当初 before its figure or 案.
  private func startsBudget(_ offset: Int) -> Bool {
    source.skip(DateWords.budget, at: offset) != nil
  }

  private func half(
    _ year: YearReading, _ offset: Int, _ joined: Bool
  ) throws(DateFailure) -> DatePart? {
    for word in DateWords.firstHalf {
      if let end = source.skip(word, at: offset) {
        return try months(year, 4, count: 6, end, joined)
      }
    }
    for word in DateWords.secondHalf {
      if let end = source.skip(word, at: offset) {
        return try months(year, 10, count: 6, end, joined)
      }
    }
    return nil
  }

  /// Some months from one on, where 13 is January of the next year.
  private func months(
    _ year: YearReading, _ first: Int, count: Int, _ end: Int, _ joined: Bool
  ) throws(DateFailure) -> DatePart {
    func western(_ month: Int) -> (year: Int, month: Int) {
      month > 12 ? (year.western + 1, month - 12) : (year.western, month)
    }
    let (startYear, startMonth) = western(first)
    let (endYear, endMonth) = western(first + count - 1)
    return try .whole(
      .part, year, end, joined: joined, from: Day(year: startYear, month: startMonth, day: 1),
      to: Day.last(ofMonth: endMonth, year: endYear))
  }
}

/// Reads 第n四半期.
struct QuarterReader: ~Escapable {
  let source: Source

  /// The quarter at an offset; nothing where none is named, a failure where there is no such one.
  func quarter(at start: Int) throws(DateFailure) -> (number: Int, end: Int)? {
    guard let ordinal = source.skip(DateWords.ordinal, at: start),
      let number = DateNumberReader(source: source).number(at: ordinal, maxDigits: 2),
      let end = source.skip(DateWords.quarter, at: number.end)
    else { return nil }
    guard (1...4).contains(number.value) else { throw DateFailure(.noSuchQuarter, end: end) }
    return (number.value, end)
  }
}
