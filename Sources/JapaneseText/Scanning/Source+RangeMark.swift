/// Marks between the two ends of a range of dates.
extension Source {
  /// Past a tilde, a dash or から, with the gap before it; nothing where none stands there.
  func rangeMark(at offset: Int, takesWord: Bool) -> Gap? {
    let gap = gap(at: skipWeekday(at: offset))
    let next = at(gap.end)
    let isMark =
      CharacterClass.isTilde(next.scalar) || CharacterClass.isDash(next.scalar)
      || CharacterClass.isLongVowelMark(next.scalar)
    if isMark { return Gap(end: gap.end + next.length, breaksLine: gap.breaksLine) }
    guard takesWord, let word = skipBroken(DateWords.from, at: gap.end) else { return nil }
    return Gap(end: word.end, breaksLine: gap.breaksLine || word.joined)
  }

  /// Past a day of the week in brackets: （金）, (金曜日), （土・祝）.
  func skipWeekday(at offset: Int) -> Int {
    let open = at(offset)
    guard open.scalar == 0x28 else { return offset }
    var end = offset + open.length
    guard Source.weekdays.contains(at(end).scalar) else { return offset }
    for _ in 0..<Source.longestWeekday {
      let next = at(end)
      if next.scalar == 0x29 { return end + next.length }
      guard Source.weekdayParts.contains(next.scalar) else { return offset }
      end += next.length
    }
    return offset
  }

  private static let weekdays = Set("月火水木金土日祝".scalarValues)
  private static let weekdayParts = Set("月火水木金土日祝曜休・".scalarValues)
  private static let longestWeekday = 6
}
