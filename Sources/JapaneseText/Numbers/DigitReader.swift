/// Reads runs of digits: Arabic with comma groups, kanji by position, with a decimal point.
struct DigitReader: ~Escapable {
  let source: Source
  /// Whether the text is one value and nothing else, so that 、 may group digits too.
  let isWholeValue: Bool

  @_lifetime(copy source)
  init(source: Source, isWholeValue: Bool) {
    self.source = source
    self.isWholeValue = isWholeValue
  }

  private static let comma: UInt32 = 0x2C
  private static let japaneseComma: UInt32 = 0x3001
  /// ・ and 点.
  private static let kanjiPoints: Set<UInt32> = [0x30FB, 0x70B9]

  /// The run that starts at an offset; nothing where no digit stands there.
  func run(at start: Int) throws(NumberError) -> DigitRun? {
    guard case .digit(_, let isKanji)? = Numeral(source.at(start).scalar) else { return nil }
    var state = State(isKanji: isKanji, offset: start)
    readWhole(&state)
    if !isKanji, let goesOn = cutDigits(from: start, to: state.offset) {
      state.joined = true
      state.offset = goesOn
      readWhole(&state)
    }
    try readGroups(&state)
    try readDecimals(&state)
    if state.overflow { throw .tooLarge }
    return DigitRun(
      value: DecimalNumber(digits: state.digits, scale: state.decimals), decimals: state.decimals,
      count: state.count, isKanji: isKanji, hasArabic: state.hasArabic,
      startsWithZero: state.startsWithZero, end: state.offset, joined: state.joined)
  }

  private struct State {
    var isKanji: Bool
    var offset: Int
    var digits: Int128 = 0
    var count = 0
    var decimals = 0
    var overflow = false
    var joined = false
    var hasArabic = false
    var startsWithZero = false

    mutating func add(_ digit: Int, isKanji: Bool) {
      if count == 0, decimals == 0 { startsWithZero = digit == 0 }
      if !isKanji { hasArabic = true }
      // Nearly all numbers are small, and small ones are multiplied much faster.
      if let small = Int64(exactly: digits), small < Int64.max / 10 - 1 {
        digits = Int128(small * 10 + Int64(digit))
        return
      }
      let (product, first) = digits.multipliedReportingOverflow(by: 10)
      let (sum, second) = product.addingReportingOverflow(Int128(digit))
      digits = sum
      overflow = overflow || first || second
    }
  }

  private func digit(at offset: Int) -> (digit: Int, isKanji: Bool, end: Int)? {
    let next = source.at(offset)
    guard case .digit(let digit, let isKanji)? = Numeral(next.scalar) else { return nil }
    return (digit, isKanji, offset + next.length)
  }

  private func readWhole(_ state: inout State) {
    while let next = digit(at: state.offset) {
      state.add(next.digit, isKanji: next.isKanji)
      state.count += 1
      state.offset = next.end
    }
  }

  /// Where digits go on after a line end: what comes before says that an amount was begun, the
  /// next line goes on with digits that lead to 円, and no other reading of the first is whole.
  private func cutDigits(from start: Int, to end: Int) -> Int? {
    let gap = source.gap(at: end)
    guard gap.breaksLine, CharacterClass.isDigit(source.at(gap.end).scalar),
      DigitReader.beginAmounts.contains(source.before(source.skipSpacesBack(start)).scalar)
    else { return nil }
    var offset = gap.end
    while true {
      let next = source.at(offset)
      guard Numeral(next.scalar) != nil || next.scalar == 0x2C || next.scalar == 0x2E else { break }
      offset += next.length
    }
    return source.at(offset).scalar == AmountWords.yen ? gap.end : nil
  }

  /// What stands before an amount: 予算額, 約, a bracket, a sign.
  private static let beginAmounts = Set("額費計約金はが:(△▲¥~".scalarValues)

  /// Comma groups of exactly three digits; a group cut by a line end is put together.
  private func readGroups(_ state: inout State) throws(NumberError) {
    var groups = 0
    while let start = separator(at: state.offset) {
      guard let group = group(at: start) else {
        // A comma with a digit after it that makes no group of three: a list, or a slip.
        if isWholeValue || digit(at: start) != nil { throw .commaGrouping }
        return
      }
      let firstIsTooLong = groups == 0 && state.count > 3
      let firstIsZero = groups == 0 && state.startsWithZero
      guard !firstIsTooLong, !firstIsZero else { throw .commaGrouping }
      let end = state.offset
      for digit in group.digits { state.add(digit, isKanji: state.isKanji) }
      state.count += 3
      state.offset = group.end
      state.joined = state.joined || group.joined || source.gap(at: end).breaksLine
      groups += 1
    }
  }

  /// Where the digits after a separator start; nothing where no separator stands there.
  private func separator(at offset: Int) -> Int? {
    // "1" LF ",259": a line that begins with a comma goes on from the one before.
    let gap = source.gap(at: offset)
    let offset = gap.breaksLine && source.at(gap.end).scalar == DigitReader.comma ? gap.end : offset
    let next = source.at(offset)
    let end = offset + next.length
    if next.scalar == DigitReader.comma {
      // "1兆, 1億": a comma and a space after a unit is no group, and the unit comes before it.
      let gap = source.gap(at: end)
      if gap.breaksLine, digit(at: gap.end) != nil { return gap.end }
      return digit(at: end) == nil ? nil : end
    }
    if isWholeValue, next.scalar == DigitReader.japaneseComma, digit(at: end) != nil { return end }
    return nil
  }

  private func group(at start: Int) -> (digits: [Int], end: Int, joined: Bool)? {
    var digits: [Int] = []
    var offset = start
    var joined = source.gap(at: start).end != start
    while digits.count < 3 {
      if let next = digit(at: offset) {
        digits.append(next.digit)
        offset = next.end
        continue
      }
      // A group that a line end cuts is unfinished, so it goes on.
      let gap = source.gap(at: offset)
      guard !digits.isEmpty, gap.breaksLine, digit(at: gap.end) != nil else { return nil }
      joined = true
      offset = gap.end
    }
    return digit(at: offset) == nil ? (digits, offset, joined) : nil
  }

  private func readDecimals(_ state: inout State) throws(NumberError) {
    guard let start = point(at: state.offset, isKanji: state.isKanji) else { return }
    var offset = start
    while let next = digit(at: offset) {
      state.add(next.digit, isKanji: next.isKanji)
      state.decimals += 1
      offset = next.end
    }
    if isWholeValue, point(at: offset, isKanji: state.isKanji) != nil { throw .badPoint }
    if source.gap(at: state.offset).end != state.offset { state.joined = true }
    state.offset = offset
  }

  /// Where the digits after a decimal point start; ・ and 点 are points between kanji digits.
  private func point(at offset: Int, isKanji: Bool) -> Int? {
    var position = offset
    var next = source.at(position)
    // "36" LF ".5": a line that begins with a point goes on from the one before.
    let gap = source.gap(at: offset)
    if gap.breaksLine, source.at(gap.end).scalar == 0x2E {
      position = gap.end
      next = source.at(position)
    }
    guard next.scalar == 0x2E || (isKanji && DigitReader.kanjiPoints.contains(next.scalar)) else {
      return nil
    }
    let end = position + next.length
    if let digit = digit(at: end) { return isKanji || !digit.isKanji ? end : nil }
    let after = source.gap(at: end)
    return after.breaksLine && digit(at: after.end) != nil ? after.end : nil
  }
}
