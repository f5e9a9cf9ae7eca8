/// Cheap looks ahead that spare the readers what cannot be a mention: most numbers of a text are
/// neither dates nor amounts, and most of 同, 前, 今 begin no date.
extension ScanPass {
  /// Whether a character after a row of numerals can make it a date or an amount.
  private func continues(_ row: NumeralRow, _ scalar: UInt32, after gap: Gap) -> Bool {
    switch scalar {
    case AmountWords.yen, AmountWords.oldYen: return true
    case DateWords.year, DateWords.month: return options.findsDates
    // 2,085(2,130)百万円: the unit stands behind the brackets.
    case 0x28 where row.isArabic && row.count != 4:
      return CharacterClass.isDigit(source.at(gap.end + source.at(gap.end).length).scalar)
    case 0x29:
      let close = gap.end + source.at(gap.end).length
      let after = source.at(source.gap(at: close).end).scalar
      return row.isArabic && !CharacterClass.isDigit(after) && Numeral(after) != nil
    // 2019（令和元）年, 2022/6/3, 2020、2021年度; ５千万／年 has a unit in the row.
    case 0x28, 0x3001, 0x30FB, 0x2F: return row.count == 4 || !row.isArabic
    // A point or comma within a row goes with it, but where a line ends beside it.
    case 0x2E, 0x2C:
      let after = gap.end + source.at(gap.end).length
      return gap.breaksLine || source.gap(at: after).breaksLine || row.count == 4
    case AmountWords.several: return !row.isArabic
    default:
      return CharacterClass.isTilde(scalar) || CharacterClass.isDash(scalar)
        || CharacterClass.isLongVowelMark(scalar)
    }
  }

  /// The longest row of numerals that is looked at as a number.
  ///
  /// It keeps the time linear: what is longer is passed over whole.
  private static let longestRow = 64

  /// A row of numerals with the commas and points between its digits.
  struct NumeralRow {
    var end: Int
    var isArabic = true
    var points = 0
    var count = 0
  }

  /// The row that starts at an offset.
  func numeralRow(from start: Int) -> NumeralRow {
    var row = NumeralRow(end: start)
    while true {
      let next = source.at(row.end)
      if let numeral = Numeral(next.scalar) {
        if case .digit(_, isKanji: false) = numeral {} else { row.isArabic = false }
      } else {
        guard next.scalar == 0x2C || next.scalar == 0x2E,
          CharacterClass.isDigit(source.at(row.end + next.length).scalar)
        else { return row }
        row.points += next.scalar == 0x2E ? 1 : 0
      }
      row.count += 1
      row.end += next.length
    }
  }

  private func endsWithLargeUnit(_ row: NumeralRow) -> Bool {
    if case .large? = Numeral(source.before(row.end).scalar) { true } else { false }
  }

  /// Whether a row begins neither a date nor an amount.
  func isPlain(_ row: NumeralRow, from start: Int) -> Bool {
    if row.count > ScanPass.longestRow { return true }
    // 2022.6.3
    if row.points > 1 { return false }
    let gap = source.gap(at: row.end)
    let next = source.at(gap.end).scalar
    if continues(row, next, after: gap) { return false }
    // 10億 5,000万円: behind a large unit the number goes on after a blank.
    if gap.breaksLine || !CharacterClass.isDigit(next) || endsWithLargeUnit(row),
      Numeral(next) != nil
    {
      return false
    }
    switch source.before(start).scalar {
    case AmountWords.yenSign: return false
    case 0x59 where row.count == 4: return false  // FY2024
    default: break
    }
    // 一 may begin 一昨年.
    return row.isArabic || next != 0x6628
  }

  /// Whether what follows 同, 前, 今, 去 … can make it a relative date.
  func mayBeRelative(at offset: Int, length: Int) -> Bool {
    let gap = source.gap(at: offset + length)
    switch source.at(gap.end).scalar {
    case 0x5E74, 0x6708, 0x65E5, 0x5EA6, 0x3005, 0x6765: return true  // 年 月 日 度 々 来
    default: return false
    }
  }

  /// Whether what follows 令, 平, 大 … can make it an era: its second character, or a number.
  @inline(__always)
  func mayBeEraName(_ next: Int) -> Bool {
    let second = source.at(source.gap(at: next).end).scalar
    switch second {
    case 0x548C, 0x6210, 0x6B63, 0x6CBB, 0x66A6, 0x5143: return true  // 和 成 正 治 暦 元
    default: return Numeral(second) != nil
    }
  }

  /// Whether what follows M, T, S, H or R can make it an era.
  func mayBeEra(_ next: Int) -> Bool {
    guard next < source.bytes.count else { return false }
    switch source.bytes[next] {
    case 0x30...0x39, 0x20, 0x09, 0x0A, 0x0C, 0x0D: return true
    case 0xE3...0xE9, 0xEF:
      let scalar = source.at(source.gap(at: next).end).scalar
      return scalar == 0x5143 || Numeral(scalar) != nil  // 元
    default: return false
    }
  }
}
