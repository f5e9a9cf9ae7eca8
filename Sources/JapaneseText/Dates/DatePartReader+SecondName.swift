extension DatePartReader {
  /// 令和４（2022）年, 平成31・令和元年度: a second name of the year before 年.
  func withSecondName(_ year: YearReading) -> YearReading {
    let open = source.at(year.end)
    switch open.scalar {
    case 0x28:
      guard let second = try? YearReader(source: source).year(at: year.end + open.length),
        let end = source.skip(0x29, at: second.end),
        source.skipBroken([DateWords.year], at: end) != nil
      else { return year }
      return merged(year, second, end)
    case 0x30FB, 0x2F, 0x3001:
      guard let second = try? YearReader(source: source).year(at: year.end + open.length),
        second.era != nil, second.western == year.western, second.era != year.era
      else { return year }
      return merged(year, second, second.end)
    default: return year
    }
  }

  /// 令和元年度（平成31年度）: past a second name with the same ending, in brackets.
  ///
  /// A western year next to the one meant is a slip; other years are a mention of their own.
  static func skipSecondName(
    _ source: Source, of year: inout YearReading, ending: [UInt32], at offset: Int
  ) -> Int {
    guard let open = source.skip(0x28, at: offset),
      let second = try? YearReader(source: source).year(at: open),
      (second.era == nil) != (year.era == nil) || second.era != year.era,
      let word = source.skipBroken(ending, at: second.end),
      let end = source.skip(0x29, at: word.end)
    else { return offset }
    if second.western != year.western {
      guard (second.era == nil) != (year.era == nil), abs(second.western - year.western) == 1 else {
        return offset
      }
      year.hasDualMismatch = true
    }
    return end
  }

  private func merged(_ year: YearReading, _ second: YearReading, _ end: Int) -> YearReading {
    var merged = year.era == nil && second.era != nil ? second : year
    merged.hasDualMismatch = second.western != year.western
    merged.end = end
    merged.joined = year.joined || second.joined
    return merged
  }
}
