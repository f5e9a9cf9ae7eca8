/// Reads dates that are said from another one.
struct RelativeDateReader: ~Escapable {
  let source: Source

  private struct Word {
    let text: [UInt32]
    let base: RelativeDate.Base
    let unit: RelativeDate.Unit
    let count: Int

    init(
      _ text: String, _ base: RelativeDate.Base, _ unit: RelativeDate.Unit, _ count: Int
    ) {
      self.text = text.scalarValues
      self.base = base
      self.unit = unit
      self.count = count
    }
  }

  // Longer words stand before those they begin with.
  private static let words: [Word] = [
    Word("前々年度", .before, .fiscalYear, -2), Word("翌々年度", .before, .fiscalYear, 2),
    Word("一昨年度", .present, .fiscalYear, -2), Word("再来年度", .present, .fiscalYear, 2),
    Word("同年度", .before, .fiscalYear, 0), Word("前年度", .before, .fiscalYear, -1),
    Word("翌年度", .before, .fiscalYear, 1), Word("次年度", .before, .fiscalYear, 1),
    Word("今年度", .present, .fiscalYear, 0), Word("本年度", .present, .fiscalYear, 0),
    Word("当年度", .present, .fiscalYear, 0), Word("昨年度", .present, .fiscalYear, -1),
    Word("来年度", .present, .fiscalYear, 1), Word("前年同月", .before, .year, -1),
    Word("前々年", .before, .year, -2), Word("翌々年", .before, .year, 2),
    Word("一昨年", .present, .year, -2), Word("再来年", .present, .year, 2),
    Word("同年同月", .before, .year, 0), Word("同年", .before, .year, 0),
    Word("前年", .before, .year, -1),
    Word("翌年", .before, .year, 1), Word("今年", .present, .year, 0),
    Word("本年", .present, .year, 0), Word("当年", .present, .year, 0),
    Word("昨年", .present, .year, -1), Word("去年", .present, .year, -1),
    Word("来年", .present, .year, 1),
    Word("前々月", .before, .month, -2), Word("翌々月", .before, .month, 2),
    Word("先々月", .present, .month, -2), Word("再来月", .present, .month, 2),
    Word("同月", .before, .month, 0), Word("翌月", .before, .month, 1),
    Word("前月", .before, .month, -1), Word("今月", .present, .month, 0),
    Word("当月", .present, .month, 0), Word("来月", .present, .month, 1),
    Word("先月", .present, .month, -1), Word("翌々日", .before, .day, 2),
    Word("同日", .before, .day, 0), Word("翌日", .before, .day, 1),
    Word("前日", .before, .day, -1), Word("本日", .present, .day, 0),
    Word("年度末", .present, .fiscalYear, 0), Word("年度当初", .present, .fiscalYear, 0),
    Word("年度初め", .present, .fiscalYear, 0),
  ]

  /// Words that are dates only where a text is one value: elsewhere 今日 means these days.
  private static let spokenWords: [Word] = [
    Word("今日", .present, .day, 0), Word("当日", .present, .day, 0),
    Word("明日", .present, .day, 1), Word("昨日", .present, .day, -1),
    Word("一昨日", .present, .day, -2), Word("明後日", .present, .day, 2),
    Word("年末", .present, .year, 0), Word("月末", .present, .month, 0),
  ]

  /// Characters that make another word of 同年, 前年: 同年齢, 前年比, 翌日本.
  private static let otherWords: Set<UInt32> = [
    0x9F62, 0x4EE3, 0x8F29, 0x6BD4, 0x672C, 0x9593, 0x54B2,  // 齢 代 輩 比 本 間 咲
  ]

  /// The relative date at an offset.
  func date(at start: Int) -> RelativeDate? {
    guard !CharacterClass.isIdeograph(source.before(start).scalar),
      !CharacterClass.isDigit(source.before(start).scalar)
    else { return nil }
    return date(at: start, of: RelativeDateReader.words)
  }

  /// What else is a date where a text is one value: 今日, 年末, a month without a year.
  func spokenDate(at start: Int) -> RelativeDate? {
    if let date = date(at: start, of: RelativeDateReader.spokenWords) { return date }
    guard
      let month = DateNumberReader(source: source).number(at: start, maxDigits: 2),
      (1...12).contains(month.value),
      let word = source.skipBroken(DateWords.month, at: month.end)
    else { return nil }
    var date = RelativeDate(
      base: .present, unit: .year, count: 0, month: month.value, range: start..<word.end)
    date.joined = month.joined || word.joined
    readRange(&date)
    return date
  }

  private func date(at start: Int, of words: [Word]) -> RelativeDate? {
    let first = source.at(start).scalar
    for word in words where word.text[0] == first {
      guard let end = source.skipBroken(word.text, at: start) else { continue }
      guard !RelativeDateReader.otherWords.contains(source.at(end.end).scalar) else { return nil }
      return date(word, start..<end.end, joined: end.joined)
    }
    return nil
  }

  private func date(_ word: Word, _ range: Range<Int>, joined: Bool) -> RelativeDate {
    var date = RelativeDate(
      base: word.base, unit: word.unit, count: word.count, range: range, joined: joined)
    switch word.unit {
    case .fiscalYear: readFiscalPart(&date, word)
    case .year: readYearPart(&date, word)
    case .month where word.text.last == DateWords.end: date.part = .last
    case .month: readDay(&date)
    case .day: break
    }
    return date
  }

  private func readFiscalPart(_ date: inout RelativeDate, _ word: Word) {
    // 年度末, 年度当初 say it all.
    if word.text[0] == DateWords.year {
      date.part = word.text.last == DateWords.end ? .last : .first
      return
    }
    let end = date.range.upperBound
    if let last = source.skipBroken(DateWords.end, at: end) {
      date.part = .last
      extend(&date, last)
    } else if let first = FiscalPartReader(source: source).firstDay(at: end) {
      date.part = .first
      extend(&date, (first, false))
    } else {
      readSpan(&date)
    }
  }

  private func readYearPart(_ date: inout RelativeDate, _ word: Word) {
    if word.text.last == DateWords.month {
      date.part = .sameMonth
    } else if word.text.last == DateWords.end {
      date.part = .last
    } else if let last = source.skipBroken(DateWords.end, at: date.range.upperBound) {
      date.part = .last
      extend(&date, last)
    } else {
      readSpan(&date)
      readMonth(&date)
    }
  }

  /// A half or a quarter of the year.
  private func readSpan(_ date: inout RelativeDate) {
    let reader = YearSpanReader(source: source)
    guard let span = try? reader.span(at: date.range.upperBound) else { return }
    date.part = .months(first: span.firstMonth, count: span.count)
    extend(&date, (span.end, false))
  }

  private func readMonth(_ date: inout RelativeDate) {
    let gap = source.gap(at: date.range.upperBound)
    guard let number = DateNumberReader(source: source).number(at: gap.end, maxDigits: 2),
      (1...12).contains(number.value),
      let word = source.skipBroken(DateWords.month, at: number.end)
    else { return }
    date.month = number.value
    extend(&date, (word.end, gap.breaksLine || number.joined || word.joined))
    readDay(&date)
  }

  private func readDay(_ date: inout RelativeDate) {
    let gap = source.gap(at: date.range.upperBound)
    if let number = DateNumberReader(source: source).number(at: gap.end, maxDigits: 2),
      let word = source.skipBroken(DateWords.day, at: number.end)
    {
      date.day = number.value
      extend(&date, (word.end, gap.breaksLine || number.joined || word.joined))
      readRange(&date)
    } else if let last = source.skipBroken(DateWords.end, at: date.range.upperBound) {
      date.part = .last
      extend(&date, last)
    } else if date.month != nil {
      readRange(&date)
    }
  }

  /// The second end of a range: ～12月2日, から20日, ～11月.
  private func readRange(_ date: inout RelativeDate) {
    let numbers = DateNumberReader(source: source)
    guard let mark = source.rangeMark(at: date.range.upperBound, takesWord: true) else { return }
    let start = source.gap(at: mark.end)
    guard var number = numbers.number(at: start.end, maxDigits: 2) else { return }
    var month: Int?
    var end = number.end
    if let word = source.skipBroken(DateWords.month, at: number.end) {
      month = number.value
      end = word.end
      guard date.day != nil else {
        date.last = (month, nil)
        return extend(&date, (end, mark.breaksLine || start.breaksLine || word.joined))
      }
      guard let day = numbers.number(at: source.gap(at: end).end, maxDigits: 2) else { return }
      number = day
    }
    guard date.day != nil, let word = source.skipBroken(DateWords.day, at: number.end) else {
      return
    }
    date.last = (month, number.value)
    extend(&date, (word.end, mark.breaksLine || start.breaksLine || word.joined))
  }

  private func extend(_ date: inout RelativeDate, _ word: (end: Int, joined: Bool)) {
    date.range = date.range.lowerBound..<word.end
    date.joined = date.joined || word.joined
  }

  /// 5月17日: a day without a year, which lies in the fiscal year of the text.
  func dayWithoutYear(at start: Int) -> RelativeDate? {
    let numbers = DateNumberReader(source: source)
    guard !CharacterClass.isAlphanumeric(source.before(start).scalar),
      let month = numbers.number(at: start, maxDigits: 2), (1...12).contains(month.value),
      let monthWord = source.skipBroken(DateWords.month, at: month.end)
    else { return nil }
    let gap = source.gap(at: monthWord.end)
    guard let day = numbers.number(at: gap.end, maxDigits: 2), (1...31).contains(day.value),
      let dayWord = source.skipBroken(DateWords.day, at: day.end)
    else { return nil }
    let joined =
      month.joined || monthWord.joined || gap.breaksLine || day.joined || dayWord.joined
    var date = RelativeDate(
      base: .present, unit: .fiscalYear, count: 0, month: month.value, day: day.value,
      range: start..<dayWord.end, joined: joined, isBare: true)
    readRange(&date)
    return date
  }
}
