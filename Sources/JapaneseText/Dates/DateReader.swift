/// Reads whole mentions of dates: single ones, ranges with what they leave out, lists.
struct DateReader: ~Escapable {
  let source: Source

  private var parts: DatePartReader {
    @_lifetime(copy self) get { DatePartReader(source: source) }
  }

  /// What was found at an offset.
  enum Outcome {
    /// One mention.
    case date(DateMention)
    /// The items of a list.
    case list([DateMention])
    /// A letter and a number alone, which is a year only if the text uses it so elsewhere.
    case letterOnly(DateMention, Era)
    /// A date that cannot exist.
    case impossible(DateMention)
    /// No date.
    case nothing
  }

  /// The mention that starts at an offset.
  ///
  /// `noListBefore` says up to where years in a row are known to end without 年 or 年度: every item
  /// would come to the same end, so the row is gone through once.
  func mention(at start: Int, noListBefore: inout Int) -> Outcome {
    do throws(DateFailure) {
      guard let first = try parts.part(at: start) else { return .nothing }
      let start = start - (first.year.isFiscal ? YearReader.fiscalPrefix(source, before: start) : 0)
      if let range = try range(from: first, start) { return .date(range) }
      guard first.form == .bareYear else { return .date(single(first, start)) }
      if start >= noListBefore, let list = try list(from: first, start, &noListBefore) {
        return .list(list)
      }
      return letterOnly(first, start)
    } catch {
      return .impossible(
        DateMention(range: start..<error.end, kind: .day, error: error.error))
    }
  }

  private func single(_ part: DatePart, _ start: Int) -> DateMention {
    var mention = DateMention(
      range: start..<part.offset, kind: part.kind, start: part.start, end: part.end)
    mention.flags = flags(part)
    mention.bound = isOpen(before: start) ? .until : bound(at: part.offset)
    if isRepeated(part) { mention.flags = (mention.flags + [.typo]).sorted() }
    mention.letter = part.year.style == .eraLetter ? part.year.era : nil
    return mention
  }

  /// 令和４年年度, ６月月: the last character stands twice.
  private func isRepeated(_ part: DatePart) -> Bool {
    let next = source.at(part.offset)
    guard next.scalar == source.before(part.offset).scalar || next.scalar == DateWords.year else {
      return false
    }
    switch next.scalar {
    case DateWords.year, DateWords.degree, DateWords.month, DateWords.day:
      return !DateReader.goesOn.contains(source.at(part.offset + next.length).scalar)
    default: return false
    }
  }

  /// What makes another word of a second 年 or 日: 年末, 年間, 日曜.
  private static let goesOn = Set("末始間次初頭齢報金曜程本".scalarValues)

  /// What the words after a date say of it.
  func bound(at offset: Int) -> DateMention.Bound {
    let offset = afterAbout(source.skipWeekday(at: offset))
    let first = source.at(source.gap(at: offset).end).scalar
    for word in DateWords.since where word[0] == first {
      guard let end = source.skipBroken(word, at: offset)?.end else { continue }
      let isCompared = word[0] == 0x3088 && DateWords.compared.contains(source.at(end).scalar)
      return isCompared ? .none : .from
    }
    for word in DateWords.until where word[0] == first {
      if source.skipBroken(word, at: offset) != nil { return .until }
    }
    // 令和４年度～ without a second end.
    if CharacterClass.isTilde(first), isEmpty(after: source.gap(at: offset).end) { return .from }
    return .none
  }

  /// Past 頃 of 2030年頃までに.
  private func afterAbout(_ offset: Int) -> Int {
    let first = source.at(offset).scalar
    for word in DateWords.about where word[0] == first {
      if let end = source.skip(word, at: offset) { return end }
    }
    return offset
  }

  /// Whether nothing that could end a range follows the tilde at an offset.
  private func isEmpty(after tilde: Int) -> Bool {
    let end = tilde + source.at(tilde).length
    switch source.at(end).scalar {
    case Source.nothing.scalar, 0x0A, 0x0D, 0x29, 0x300D, 0x3011: return true
    default: return false
    }
  }

  /// ～令和４年度: a tilde before a date and nothing before the tilde.
  private func isOpen(before start: Int) -> Bool {
    let tilde = source.before(start)
    guard CharacterClass.isTilde(tilde.scalar) else { return false }
    switch source.before(start - tilde.length).scalar {
    case Source.nothing.scalar, 0x0A, 0x0D, 0x28, 0x300C, 0x3010: return true
    default: return false
    }
  }

  private func flags(_ part: DatePart) -> [DateFlag] {
    if part.joined { return (part.flags + [.joined]).sorted() }
    return part.flags.count > 1 ? part.flags.sorted() : part.flags
  }

  // MARK: Ranges

  private func range(from first: DatePart, _ start: Int) throws(DateFailure) -> DateMention? {
    guard let mark = source.rangeMark(at: first.offset, takesWord: first.form != .bareYear) else {
      return nil
    }
    let gap = source.gap(at: mark.end)
    guard let last = try CarriedPartReader(source: source).part(at: gap.end, after: first) else {
      return nil
    }
    guard let whole = try completed(first, by: last) else { return nil }
    var mention = DateMention(
      range: start..<last.offset, kind: .range, start: whole.start, end: last.end)
    mention.letter = first.year.style == .eraLetter ? first.year.era : nil
    var flags = Set(flags(whole) + flags(last))
    if mark.breaksLine || gap.breaksLine { flags.insert(.joined) }
    if last.end < whole.start {
      if let rolled = rolled(whole, last) {
        mention.end = rolled
      } else {
        flags.insert(.reversedRange)
      }
    }
    mention.flags = flags.sorted()
    return mention
  }

  /// The first part of a range with the ending of the second: 令和２ of 令和２～５年度.
  private func completed(_ first: DatePart, by last: DatePart) throws(DateFailure) -> DatePart? {
    guard first.form == .bareYear else { return last.form == .bareYear ? nil : first }
    switch last.form {
    case .fiscalYear: return first
    case .year:
      return try .whole(
        .year, first.year, first.offset, joined: first.joined,
        from: Day(year: first.year.western, month: 1, day: 1),
        to: Day(year: first.year.western, month: 12, day: 31))
    default: return nil
    }
  }

  /// 12月～2月 without a year of its own ends in the next year.
  private func rolled(_ first: DatePart, _ last: DatePart) -> Day? {
    guard !last.hasOwnYear, last.form == .month || last.form == .day, first.month != last.month
    else { return nil }
    let year = last.end.year + 1
    if last.form == .month { return Day.last(ofMonth: last.end.month, year: year) }
    return Day(year: year, month: last.end.month, day: last.end.day)
  }

  // MARK: Lists

  /// 令和２・３年度, 2020、2021年度: years that share the ending of the last.
  private func list(
    from first: DatePart, _ start: Int, _ noListBefore: inout Int
  ) throws(DateFailure) -> [DateMention]? {
    var items = [first]
    var starts = [start]
    while let last = items.last, last.form == .bareYear {
      noListBefore = last.offset
      let gap = source.gap(at: last.offset)
      let mark = source.at(gap.end)
      guard CharacterClass.isListMark(mark.scalar) else { return nil }
      let next = source.gap(at: gap.end + mark.length)
      guard let part = try CarriedPartReader(source: source).part(at: next.end, after: last) else {
        return nil
      }
      items.append(part)
      starts.append(next.end)
    }
    guard let ending = items.last, ending.form == .fiscalYear || ending.form == .year else {
      return nil
    }
    var mentions: [DateMention] = []
    for (item, start) in zip(items, starts) {
      guard let whole = try completed(item, by: ending) else { return nil }
      var mention = single(whole, start)
      mention.kind = ending.kind
      mention.continuesList = !mentions.isEmpty
      mentions.append(mention)
    }
    return mentions
  }

  /// R4, H30: nothing by itself.
  private func letterOnly(_ part: DatePart, _ start: Int) -> Outcome {
    guard part.year.style == .eraLetter, let era = part.year.era, !part.joined else {
      return .nothing
    }
    let next = source.at(part.offset)
    let after = source.at(part.offset + next.length).scalar
    let goesOn =
      CharacterClass.isAlphanumeric(next.scalar)
      || ((next.scalar == 0x2E || CharacterClass.isDash(next.scalar))
        && CharacterClass.isAlphanumeric(after))
    guard !goesOn, part.flags.isEmpty else { return .nothing }
    var mention = single(part, start)
    mention.flags = [.letterOnly]
    return .letterOnly(mention, era)
  }
}
