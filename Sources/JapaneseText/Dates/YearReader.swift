/// Reads the year at the head of a date.
struct YearReader: ~Escapable {
  let source: Source

  private static let eraNames: [(era: Era, first: UInt32, second: UInt32)] = [
    (.reiwa, 0x4EE4, 0x548C), (.heisei, 0x5E73, 0x6210), (.showa, 0x662D, 0x548C),
    (.taisho, 0x5927, 0x6B63), (.meiji, 0x660E, 0x6CBB),
  ]

  /// Numbers of four digits before 年 that are years and no lengths of time.
  static let plausibleYears = 1600...2399

  private static let letters: [(letter: UInt32, era: Era)] = [
    (0x52, .reiwa), (0x48, .heisei), (0x53, .showa), (0x54, .taisho), (0x4D, .meiji),
  ]

  /// What an era before a year looks like.
  struct EraReading {
    let era: Era
    let style: YearReading.Style
    let end: Int
    let joined: Bool
  }

  /// The era at an offset.
  func era(at start: Int) -> EraReading? {
    let first = source.at(start)
    switch first.scalar {
    case 0x337B...0x337E:  // ㍻ ㍼ ㍽ ㍾ run back from 平成 to 明治
      guard let era = Era(rawValue: Int(0x337E - first.scalar)) else { return nil }
      return EraReading(era: era, style: .eraName, end: start + first.length, joined: false)
    case 0x32FF:
      return EraReading(era: .reiwa, style: .eraName, end: start + first.length, joined: false)
    case 0x4D, 0x54, 0x53, 0x48, 0x52:
      guard !CharacterClass.isAlphanumeric(source.before(start).scalar),
        let era = YearReader.letters.first(where: { $0.letter == first.scalar })?.era
      else { return nil }
      return EraReading(era: era, style: .eraLetter, end: start + first.length, joined: false)
    default: return namedEra(first, at: start)
    }
  }

  private func namedEra(_ first: Source.Character, at start: Int) -> EraReading? {
    guard let name = YearReader.eraNames.first(where: { $0.first == first.scalar }) else {
      return nil
    }
    let afterFirst = start + first.length
    let gap = source.gap(at: afterFirst)
    let second = source.at(gap.end)
    if second.scalar == name.second {
      return EraReading(
        era: name.era, style: .eraName, end: gap.end + second.length, joined: gap.breaksLine)
    }
    // 令4.6.3: one character stands for the era only where a number follows at once.
    guard case .digit? = Numeral(source.at(afterFirst).scalar),
      !CharacterClass.isIdeograph(source.before(start).scalar)
    else { return nil }
    return EraReading(era: name.era, style: .eraInitial, end: afterFirst, joined: false)
  }

  /// The year at an offset: an era with its number, or a western year.
  func year(at start: Int, isSecond: Bool = false) throws(DateFailure) -> YearReading? {
    if let era = era(at: start) { return try eraYear(era, start) }
    if let prefixed = source.skipBroken([0x897F, 0x66A6], at: start) {  // 西暦
      return westernYear(at: source.gap(at: prefixed.end).end)
    }
    if let prefixed = source.skip([0x46, 0x59], at: start) {  // FY
      return westernYear(at: prefixed, isFiscal: true)
    }
    let isFiscal = YearReader.fiscalPrefix(source, before: start) > 0
    if !isFiscal, !isSecond, continuesNumber(at: start) { return nil }
    return westernYear(at: start, isFiscal: isFiscal) ?? shortYear(at: start)
  }

  /// The length of FY before an offset.
  static func fiscalPrefix(_ source: Source, before start: Int) -> Int {
    let year = source.before(start)
    guard year.scalar == 0x59 else { return 0 }
    let fiscal = source.before(start - year.length)
    let length = year.length + fiscal.length
    guard fiscal.scalar == 0x46,
      !CharacterClass.isAlphanumeric(source.before(start - length).scalar)
    else { return 0 }
    return length
  }

  /// ’21年度: two digits behind an apostrophe, with 年 behind them.
  private func shortYear(at start: Int) -> YearReading? {
    switch source.before(start).scalar {
    case 0x27, 0x2019: break
    default: return nil
    }
    guard let number = DateNumberReader(source: source).number(at: start, maxDigits: 2),
      source.at(number.end).scalar == DateWords.year
    else { return nil }
    return .western(number.value + (number.value < 70 ? 2000 : 1900), end: number.end)
  }

  private func eraYear(_ era: EraReading, _ start: Int) throws(DateFailure) -> YearReading? {
    let gap = source.gap(at: era.end)
    if gap.breaksLine, era.style != .eraName, !isYear(at: gap.end) { return nil }
    guard let number = yearNumber(at: gap.end, era.style) else { return nil }
    let joined = era.joined || gap.breaksLine || number.joined
    guard number.value > 0 else {
      throw DateFailure(.yearZero, end: number.end)
    }
    return YearReading(
      western: era.era.westernYear(number.value), era: era.era, eraYear: number.value,
      style: era.style, end: number.end, joined: joined)
  }

  /// Whether digits and 年 follow: only then does a letter at a line's end begin a year.
  private func isYear(at start: Int) -> Bool {
    guard let number = DateNumberReader(source: source).number(at: start, maxDigits: 2) else {
      return false
    }
    let next = source.at(source.gap(at: number.end).end).scalar
    return next == DateWords.year || CharacterClass.isTilde(next)
  }

  /// 元, or a number of one or two digits, Arabic or kanji; R元 only where a date goes on.
  func yearNumber(
    at start: Int, _ style: YearReading.Style
  ) -> (value: Int, end: Int, joined: Bool)? {
    if let end = source.skip(0x5143, at: start), style != .eraLetter || goesOn(at: end) {
      return (1, end, false)
    }
    return DateNumberReader(source: source).number(at: start, maxDigits: 2, isYear: true)
  }

  /// Whether 年, or a mark with a number or a letter behind it, follows a year.
  private func goesOn(at offset: Int) -> Bool {
    let next = source.at(offset)
    if next.scalar == DateWords.year { return true }
    let isMark =
      DatePartReader.isSeparator(next.scalar) || CharacterClass.isTilde(next.scalar)
      || CharacterClass.isListMark(next.scalar)
    return isMark && CharacterClass.isAlphanumeric(source.at(offset + next.length).scalar)
  }

  /// Whether a number before an offset goes on there: 10.1002/2022, 090-2022.
  private func continuesNumber(at start: Int) -> Bool {
    let before = source.before(start)
    switch before.scalar {
    case 0x2E, 0x2C: return true
    case 0x2F, 0x2D:
      return CharacterClass.isAlphanumeric(source.before(start - before.length).scalar)
    default: return CharacterClass.isAlphanumeric(before.scalar)
    }
  }

  private func westernYear(at start: Int, isFiscal: Bool = false) -> YearReading? {
    guard Numeral(source.at(start).scalar) != nil,
      let number = DateNumberReader(source: source).number(at: start, maxDigits: 4, isYear: true),
      YearReader.plausibleYears.contains(number.value)
    else { return nil }
    var year = YearReading.western(number.value, end: number.end, joined: number.joined)
    year.isFiscal = isFiscal
    return year
  }
}

/// A date that is there but cannot exist, and where its mention ends.
struct DateFailure: Error {
  let error: DateError
  var end: Int

  init(_ error: DateError, end: Int) {
    self.error = error
    self.end = end
  }
}
