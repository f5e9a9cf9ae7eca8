/// Cheap looks ahead that spare the readers what cannot be a mention: most numbers of a text are
/// neither dates nor amounts, and most of 同, 前, 今 begin no date.
extension ScanPass {
  /// Whether a character after a numeral can make it a date or an amount.
  private static func continuesNumber(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5E74, 0x6708, 0x5186, 0x5713: true  // 年 月 円 圓
    case 0x28, 0x2F, 0x2E, 0x2C, 0x3001, 0x30FB, 0x6570: true  // ( / . , 、 ・ 数
    default:
      CharacterClass.isTilde(scalar) || CharacterClass.isDash(scalar)
        || CharacterClass.isLongVowelMark(scalar)
    }
  }

  /// The end of numerals that begin neither a date nor an amount; nothing where they may.
  func endOfPlainNumerals(from start: Int) -> Int? {
    var end = start
    var isArabic = true
    var points = 0
    while true {
      let next = source.at(end)
      guard let numeral = Numeral(next.scalar) else {
        // Between digits a comma or a point goes with them.
        guard next.scalar == 0x2C || next.scalar == 0x2E,
          CharacterClass.isDigit(source.at(end + next.length).scalar)
        else { break }
        end += next.length
        points += next.scalar == 0x2E ? 1 : 0
        continue
      }
      if case .digit(_, isKanji: false) = numeral {} else { isArabic = false }
      end += next.length
    }
    // 2022.6.3
    if points > 1 { return nil }
    let gap = source.gap(at: end)
    let next = source.at(gap.end).scalar
    if ScanPass.continuesNumber(next) { return nil }
    if gap.breaksLine || !CharacterClass.isDigit(next), Numeral(next) != nil { return nil }
    if source.before(start).scalar == AmountWords.yenSign { return nil }
    // 一 may begin 一昨年: only Arabic numerals are done with as a whole.
    return isArabic || next != 0x6628 ? end : nil
  }

  /// Whether what follows 同, 前, 今 … can make it a relative date.
  func mayBeRelative(at offset: Int, length: Int) -> Bool {
    let gap = source.gap(at: offset + length)
    switch source.at(gap.end).scalar {
    case 0x5E74, 0x6708, 0x65E5, 0x5EA6, 0x3005, 0x6765: return true  // 年 月 日 度 々 来
    default: return false
    }
  }

  /// Whether what follows M, T, S, H or R can make it an era.
  func mayBeEra(_ next: Int) -> Bool {
    guard next < source.bytes.count else { return false }
    switch source.bytes[next] {
    case 0x30...0x39, 0x20, 0x09, 0x0A, 0x0C, 0x0D: return true
    case 0xE3...0xE9, 0xEF: return Numeral(source.at(source.gap(at: next).end).scalar) != nil
    default: return false
    }
  }
}
