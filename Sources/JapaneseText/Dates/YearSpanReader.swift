/// Some months of a year, counted from its first: a half or a quarter.
struct YearSpan {
  /// The first month, 1 to 12, of a calendar or fiscal year.
  let firstMonth: Int
  let count: Int
  /// Where it ends in the source.
  let end: Int

  /// The days of some months, where month 13 is January of the next year.
  static func days(firstMonth: Int, count: Int, year: Int) -> (start: Day, end: Day)? {
    let last = firstMonth + count - 1
    guard
      let start = Day(year: year + (firstMonth - 1) / 12, month: (firstMonth - 1) % 12 + 1, day: 1),
      let end = Day.last(ofMonth: (last - 1) % 12 + 1, year: year + (last - 1) / 12)
    else { return nil }
    return (start, end)
  }
}

/// Reads 上半期, 後半, 第n四半期, 1Q, Q1, also after の.
struct YearSpanReader: ~Escapable {
  let source: Source

  /// The span at an offset; nothing where none is named, a failure where there is no such one.
  func span(at start: Int) throws(DateFailure) -> YearSpan? {
    let offset = source.skip(DateWords.of, at: start) ?? start
    if let half = half(at: offset) { return half }
    guard let quarter = try quarter(at: offset) else { return nil }
    return YearSpan(firstMonth: quarter.number * 3 - 2, count: 3, end: quarter.end)
  }

  private func half(at offset: Int) -> YearSpan? {
    switch source.at(source.gap(at: offset).end).scalar {
    case 0x4E0A, 0x4E0B, 0x524D, 0x5F8C: break  // 上 下 前 後
    default: return nil
    }
    for word in DateWords.firstHalf {
      guard let end = source.skipBroken(word, at: offset) else { continue }
      return YearSpan(firstMonth: 1, count: 6, end: end.end)
    }
    for word in DateWords.secondHalf {
      guard let end = source.skipBroken(word, at: offset) else { continue }
      return YearSpan(firstMonth: 7, count: 6, end: end.end)
    }
    return nil
  }

  /// 1Q, Q1.
  private func shortQuarter(at start: Int) -> (number: Int, end: Int)? {
    let first = source.at(start)
    let second = source.at(start + first.length)
    let end = start + first.length + second.length
    guard first.scalar == 0x51 || second.scalar == 0x51,
      !CharacterClass.isAlphanumeric(source.at(end).scalar)
    else { return nil }
    let digit = first.scalar == 0x51 ? second.scalar : first.scalar
    return (0x31...0x34).contains(digit) ? (Int(digit - 0x30), end) : nil
  }

  private func quarter(at start: Int) throws(DateFailure) -> (number: Int, end: Int)? {
    guard let ordinal = source.skipBroken(DateWords.ordinal, at: start) else {
      return shortQuarter(at: start)
    }
    let first = source.gap(at: ordinal.end).end
    guard case .digit(var number, _)? = Numeral(source.at(first).scalar) else { return nil }
    var offset = first + source.at(first).length
    // One digit: in 第一四半期 the second numeral is the 四 of 四半期.
    if CharacterClass.isDigit(source.at(offset).scalar) {
      number = 10
      offset += source.at(offset).length
    }
    if let dot = source.skip(0x30FB, at: offset) { offset = dot }
    guard let end = source.skipBroken(DateWords.quarter, at: offset) else { return nil }
    guard (1...4).contains(number) else { throw DateFailure(.noSuchQuarter, end: end.end) }
    return (number, end.end)
  }
}
