/// Reads what follows 年度: its end, its first day, its halves and quarters.
struct FiscalPartReader: ~Escapable {
  let source: Source

  /// The date after 年度.
  func part(_ year: YearReading, _ offset: Int, joined: Bool) throws(DateFailure) -> DatePart {
    let fiscal = FiscalYear(year.western)
    let ending = [DateWords.year, DateWords.degree]
    var year = year
    let offset = DatePartReader.skipSecondName(source, of: &year, ending: ending, at: offset)
    if let end = source.skipBroken(DateWords.end, at: offset) {
      return try .whole(
        .part, year, end.end, joined: joined || end.joined, from: fiscal.end, to: fiscal.end)
    }
    if let end = firstDay(at: offset) {
      return try .whole(.part, year, end, joined: joined, from: fiscal.start, to: fiscal.start)
    }
    if let span = try YearSpanReader(source: source).span(at: offset) {
      return try months(year, span.firstMonth + 3, count: span.count, span.end, joined)
    }
    return try .whole(
      .fiscalYear, year, offset, joined: joined, from: fiscal.start, to: fiscal.end)
  }

  /// Past 当初, 初め; but 当初予算 is a budget and 初めて a first time.
  func firstDay(at offset: Int) -> Int? {
    for word in DateWords.starts {
      guard let end = source.skip(word, at: offset) else { continue }
      let next = source.at(end).scalar
      let isAnother = next == 0x3066 || (CharacterClass.isIdeograph(next) && next != 0x6642)
      return isAnother ? nil : end  // 初めて; 当初時点 stays a day
    }
    return nil
  }

  /// Some months from one on, where 13 is January of the next year.
  private func months(
    _ year: YearReading, _ first: Int, count: Int, _ end: Int, _ joined: Bool
  ) throws(DateFailure) -> DatePart {
    let days = YearSpan.days(firstMonth: first, count: count, year: year.western)
    return try .whole(.part, year, end, joined: joined, from: days?.start, to: days?.end)
  }
}
