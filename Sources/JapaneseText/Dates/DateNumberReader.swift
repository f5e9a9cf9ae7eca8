/// Reads the small numbers of dates: years, months, days, quarters.
struct DateNumberReader: ~Escapable {
  let source: Source

  /// A number of at most some digits, Arabic or kanji; nothing where there are more.
  ///
  /// A line end may cut a number whose right part is followed by 年, 月 or 日, or a year within
  /// a range or brackets: what is left of it is unfinished, so the digits are put together.
  func number(
    at start: Int, maxDigits: Int, isYear: Bool = false
  ) -> (value: Int, end: Int, joined: Bool)? {
    guard case .digit(_, let isKanji)? = Numeral(source.at(start).scalar), !isKanji else {
      return kanjiNumber(at: start, maxDigits: maxDigits)
    }
    var value = 0
    var count = 0
    var offset = start
    var joined = false
    while true {
      let next = source.at(offset)
      if CharacterClass.isDigit(next.scalar) {
        count += 1
        guard count <= maxDigits else { return nil }
        value = value * 10 + Int(next.scalar - 0x30)
        offset += next.length
        continue
      }
      guard count < maxDigits, !joined, let goesOn = cutDigits(at: offset, isYear: isYear) else {
        break
      }
      offset = goesOn
      joined = true
    }
    // Digits left on both sides of a cut western year are no shorter number.
    if joined, maxDigits == 4, count != 4 { return nil }
    return (value, offset, joined)
  }

  /// Where digits go on after a line end, when a unit of dates follows them.
  private func cutDigits(at offset: Int, isYear: Bool) -> Int? {
    let gap = source.gap(at: offset)
    guard gap.breaksLine, CharacterClass.isDigit(source.at(gap.end).scalar) else { return nil }
    var position = gap.end
    while CharacterClass.isDigit(source.at(position).scalar) {
      position += source.at(position).length
    }
    let next = source.at(source.gap(at: position).end).scalar
    switch next {
    case 0x5E74, 0x6708, 0x65E5: return gap.end  // 年 月 日
    case 0x28, 0x29, 0x30FB: return isYear ? gap.end : nil  // ( ) ・
    default: return isYear && CharacterClass.isTilde(next) ? gap.end : nil
    }
  }

  private func kanjiNumber(
    at start: Int, maxDigits: Int
  ) -> (value: Int, end: Int, joined: Bool)? {
    guard Numeral(source.at(start).scalar) != nil,
      let reading = try? NumberReader(source: source).number(at: start),
      let value = reading.value.integer, value >= 0, value < (maxDigits == 4 ? 10_000 : 100)
    else { return nil }
    return (Int(value), reading.end, reading.joined)
  }
}
