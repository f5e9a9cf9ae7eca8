extension DatePartReader {
  /// 令和４（2022）年, 平成31・令和元年度: a second name of the year before 年.
  func withSecondName(_ year: YearReading) -> YearReading {
    let gap = source.gap(at: year.end)
    let open = source.at(gap.end)
    let start = source.gap(at: gap.end + open.length)
    switch open.scalar {
    case 0x28:
      guard let second = try? YearReader(source: source).year(at: start.end),
        let end = source.skipBroken(0x29, at: second.end),
        let ending = source.skipBroken(DateWords.year, at: end.end)
      else { return year }
      let joined = gap.breaksLine || start.breaksLine || end.joined || ending.joined
      return merged(year, second, end.end, joined: joined)
    case 0x30FB, 0x2F, 0x3001:
      guard let second = try? YearReader(source: source).year(at: start.end),
        second.era != nil, second.western == year.western, second.era != year.era
      else { return year }
      return merged(year, second, second.end, joined: gap.breaksLine || start.breaksLine)
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

  private func merged(
    _ year: YearReading, _ second: YearReading, _ end: Int, joined: Bool
  ) -> YearReading {
    var merged = year.era == nil && second.era != nil ? second : year
    merged.hasDualMismatch = second.western != year.western
    merged.end = end
    merged.joined = joined || year.joined || second.joined
    return merged
  }
}
