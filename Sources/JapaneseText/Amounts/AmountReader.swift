/// Reads amounts of yen: sign, number, unit word, 円, and the words around them.
struct AmountReader: ~Escapable {
  let source: Source

  private var numbers: NumberReader {
    @_lifetime(copy self) get { NumberReader(source: source) }
  }

  /// The amount whose number starts at an offset; nothing where there is none.
  func mention(at start: Int) -> AmountMention? {
    if source.at(start).scalar == AmountWords.several { return order(at: start) }
    do throws(NumberError) {
      guard let number = try numbers.number(at: start) else { return nil }
      return try amount(number, start)
    } catch {
      return unreadable(start, error)
    }
  }

  private func amount(_ number: NumberReading, _ start: Int) throws(NumberError) -> AmountMention? {
    if let range = try range(from: number, start) { return range }
    guard let core = try core(number, start) else { return nil }
    if followsPoint(start) { throw .badPoint }
    if let range = try range(from: core, start) { return range }
    return finished(core, start)
  }

  /// .5億円: a point with nothing before it, so a digit is missing; 注．5億円 only ends a sentence.
  private func followsPoint(_ start: Int) -> Bool {
    let point = source.before(start)
    guard point.scalar == 0x2E else { return false }
    switch source.before(start - point.length).scalar {
    case Source.nothing.scalar, 0x09, 0x0A, 0x20, 0x28, 0x3A: return true
    default: return false
    }
  }

  /// A number with the words that make it an amount.
  struct Core {
    var yen: Int64
    var unit: Int64
    var end: Int
    var flags: MarkSet<AmountFlag>
  }

  /// The amount a number is, when 円 follows it, ￥ precedes it, or ／年 says that 円 is left out.
  func core(_ number: NumberReading, _ start: Int) throws(NumberError) -> Core? {
    if let shared = try sharingUnit(number, start) { return shared }
    var flags = MarkSet<AmountFlag>()
    var end = number.end
    if let word = yenWord(at: number.end) {
      end = word.end
      if word.joined { flags.insert(.joined) }
    } else if number.endsWithLargeUnit, isRate(number.end) {
      flags.insert(.yenOmitted)
    } else if source.before(start).scalar != AmountWords.yenSign {
      return nil
    }
    guard isNotPartOfAWord(number, start), !isCaption(before: start),
      !isUnitInBrackets(number, start, end), !isSharedUnit(number, start)
    else { return nil }
    if number.joined { flags.insert(.joined) }
    if number.flags.contains(.stackedUnits) { flags.insert(.stackedUnits) }
    if number.flags.contains(.mixedNotation) { flags.insert(.mixedNotation) }
    if isOneYenWord(number) { flags.insert(.notAnAmount) }
    guard let yen = number.value.integer, !hasSen(at: end) else { throw .fractionOfYen }
    guard (0..<19).contains(number.place) else {
      throw number.place < 0 ? .fractionOfYen : .tooLarge
    }
    return Core(yen: yen, unit: powerOfTen(number.place), end: end, flags: flags)
  }

  private func powerOfTen(_ exponent: Int) -> Int64 {
    var power: Int64 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }

  private func yenWord(at offset: Int) -> (end: Int, joined: Bool)? {
    let gap = source.gap(at: offset)
    let next = source.at(gap.end)
    guard next.scalar == AmountWords.yen || next.scalar == AmountWords.oldYen else { return nil }
    let end = gap.end + next.length
    guard !AmountWords.isOtherWord(source, after: end) else { return nil }
    return (source.skip(AmountWords.precisely, at: end) ?? end, gap.breaksLine)
  }

  private func isRate(_ offset: Int) -> Bool {
    AmountWords.after.contains { entry in
      (entry.qualifier == .perYear || entry.qualifier == .perItem)
        && source.skip(entry.word, at: offset) != nil
    }
  }

  /// 一円 of 関東一円 is a word; 金壱億円 and 約三百円 are amounts.
  private func isNotPartOfAWord(_ number: NumberReading, _ start: Int) -> Bool {
    guard number.isKanji, number.length == 1, number.place == 0 else { return true }
    let before = source.before(start).scalar
    return !CharacterClass.isIdeograph(before) || before == 0x91D1 || before == 0x7D04  // 金 約
  }

  /// 一円 by itself means a whole area more often than a coin.
  private func isOneYenWord(_ number: NumberReading) -> Bool {
    number.isKanji && number.length == 1 && number.value.integer == 1
  }

  /// 12円50銭 is no whole number of yen.
  private func hasSen(at offset: Int) -> Bool {
    guard let number = try? numbers.number(at: source.gap(at: offset).end) else { return false }
    return source.at(number.end).scalar == AmountWords.sen
  }

  /// 単位：百万円 says what the figures of a table are counted in.
  private func isCaption(before start: Int) -> Bool {
    var offset = start
    while true {
      let before = source.before(offset)
      guard before.scalar == 0x20 || before.scalar == 0x3A else { break }
      offset -= before.length
    }
    for scalar in AmountWords.caption.reversed() {
      let before = source.before(offset)
      guard before.scalar == scalar else { return false }
      offset -= before.length
    }
    return true
  }

  /// （百万円） over a column: a unit alone in brackets is what its figures are counted in.
  private func isUnitInBrackets(_ number: NumberReading, _ start: Int, _ end: Int) -> Bool {
    guard number.isKanji, startsWithUnit(start) else { return false }
    // 百万円未満四捨五入
    if AmountWords.roundings.contains(where: { source.skip($0, at: end) != nil }) { return true }
    switch source.before(start).scalar {
    case 0x28: return source.at(end).scalar == 0x29
    case 0x5B: return source.at(end).scalar == 0x5D
    case 0x3010: return source.at(end).scalar == 0x3011
    default: return false
    }
  }

  // MARK: Units behind brackets

  /// 2,085(2,130)百万円: the unit behind the brackets is that of both numbers.
  private func sharingUnit(_ number: NumberReading, _ start: Int) throws(NumberError) -> Core? {
    guard !number.isKanji, !number.endsWithLargeUnit else { return nil }
    var offset = number.end
    let open = source.gap(at: offset, overLines: false).end
    if source.at(open).scalar == 0x28 {
      guard let inner = try numbers.number(at: open + source.at(open).length), !inner.isKanji
      else { return nil }
      offset = inner.end
    } else if !followsNumberAndBracket(start) {
      return nil
    }
    let close = source.at(offset)
    guard close.scalar == 0x29, let unit = unit(at: offset + close.length),
      yenWord(at: unit.end) != nil
    else { return nil }
    let place = number.place + unit.place
    guard (0..<19).contains(place) else { throw place < 0 ? .fractionOfYen : .tooLarge }
    guard let yen = number.value.shifted(by: unit.place)?.integer else { throw .tooLarge }
    return Core(yen: yen, unit: powerOfTen(place), end: number.end, flags: MarkSet())
  }

  /// Whether a number is the unit behind 2,085(2,130), and no amount of its own.
  private func isSharedUnit(_ number: NumberReading, _ start: Int) -> Bool {
    guard number.isKanji, startsWithUnit(start) else { return false }
    var offset = startOfBlanks(before: start)
    guard source.before(offset).scalar == 0x29 else { return false }
    offset -= source.before(offset).length
    while isPartOfNumber(source.before(offset).scalar) { offset -= source.before(offset).length }
    return followsNumberAndBracket(offset)
  }

  /// Whether a bracket opens right before an offset that stands behind a number: 2,085(.
  private func followsNumberAndBracket(_ offset: Int) -> Bool {
    guard source.before(offset).scalar == 0x28 else { return false }
    let end = startOfBlanks(before: offset - source.before(offset).length)
    return CharacterClass.isDigit(source.before(end).scalar)
  }

  /// An offset, or where the blanks before it begin.
  private func startOfBlanks(before offset: Int) -> Int {
    var start = offset
    while source.before(start).scalar == 0x20 { start -= source.before(start).length }
    return start
  }

  private func isPartOfNumber(_ scalar: UInt32) -> Bool {
    CharacterClass.isDigit(scalar) || scalar == 0x2C || scalar == 0x2E
  }

  private func startsWithUnit(_ offset: Int) -> Bool {
    switch Numeral(source.at(offset).scalar) {
    case .small?, .large?: true
    case .digit?, nil: false
    }
  }

  // MARK: Special forms

  /// 数億円, 数百億円: an order without a number.
  private func order(at start: Int) -> AmountMention? {
    guard let unit = unit(at: start + source.at(start).length), let word = yenWord(at: unit.end)
    else { return nil }
    var mention = AmountMention(range: start..<word.end, end: word.end)
    mention.unitYen = powerOfTen(unit.place)
    mention.qualifiers = [.order]
    if unit.joined || word.joined { mention.flags = [.joined] }
    AmountContextReader(source: source).complete(&mention)
    return mention
  }

  /// 億, 百万: the power of ten that unit words without a number stand for.
  private func unit(at start: Int) -> (place: Int, end: Int, joined: Bool)? {
    var offset = start
    var place = 0
    var joined = false
    loop: while true {
      let gap = source.gap(at: offset)
      let next = source.at(gap.end)
      switch Numeral(next.scalar) {
      case .small(let exponent, multiple: 1)?: place += exponent
      case .large(let exponent)?: place += exponent
      default: break loop
      }
      joined = joined || gap.breaksLine
      offset = gap.end + next.length
    }
    return offset > start && place < 19 ? (place, offset, joined) : nil
  }

  /// 10～20億円, 1億円～3億円: the first number may leave out what the second has.
  private func range(from first: NumberReading, _ start: Int) throws(NumberError) -> AmountMention?
  {
    guard let second = try secondOfRange(after: first.end) else { return nil }
    // The unit words of the second stand for both, unless the first has its own.
    let exponent = first.endsWithLargeUnit ? 0 : second.unitExponent
    guard (0..<19).contains(exponent), let low = first.value.shifted(by: exponent)?.integer,
      (0..<19).contains(first.place + exponent)
    else { return nil }
    return ranged(
      low, powerOfTen(first.place + exponent), second, start,
      flags: MarkSet(first.joined ? [.joined] : []))
  }

  private func range(from first: Core, _ start: Int) throws(NumberError) -> AmountMention? {
    guard let second = try secondOfRange(after: first.end) else { return nil }
    return ranged(first.yen, first.unit, second, start, flags: first.flags)
  }

  private func ranged(
    _ low: Int64, _ unit: Int64, _ second: Second, _ start: Int, flags: MarkSet<AmountFlag>
  ) -> AmountMention? {
    guard low < second.core.yen else { return nil }
    var core = second.core
    core.flags.formUnion(flags)
    var mention = finished(core, start)
    let sign: Int64 = (mention.yen ?? 0) < 0 ? -1 : 1
    mention.yen = low * sign
    mention.highYen = second.core.yen * sign
    mention.unitYen = unit
    mention.qualifiers = (mention.qualifiers + [.range]).sorted()
    return mention
  }

  private struct Second {
    let core: Core
    let place: Int
    /// The power of ten that the unit words of the number stand for.
    let unitExponent: Int
  }

  private func secondOfRange(after offset: Int) throws(NumberError) -> Second? {
    let gap = source.gap(at: offset, overLines: false)
    let mark = source.at(gap.end)
    let isMark = CharacterClass.isTilde(mark.scalar) || CharacterClass.isDash(mark.scalar)
    let word = source.skip(AmountWords.from, at: gap.end)
    guard isMark || word != nil else { return nil }
    let start = source.gap(at: word ?? gap.end + mark.length, overLines: isMark).end
    guard let number = try numbers.number(at: start), let core = try core(number, start) else {
      return nil
    }
    // 5億円から3億円に減る is no range, 5億円から10億円まで is one.
    guard isMark || source.skip(AmountWords.until, at: core.end) != nil else { return nil }
    let decimals = (try DigitReader(source: source, isWholeValue: false).run(at: start))?.decimals
    return Second(
      core: core, place: number.place, unitExponent: number.place + (decimals ?? 0))
  }

  private func finished(_ core: Core, _ start: Int) -> AmountMention {
    var mention = AmountMention(range: start..<core.end, end: core.end)
    mention.yen = core.yen
    mention.unitYen = core.unit
    mention.flags = core.flags.sorted()
    AmountContextReader(source: source).complete(&mention)
    return mention
  }

  /// A malformed number before 円 is still a mention, so that nobody overlooks it.
  private func unreadable(_ start: Int, _ error: NumberError) -> AmountMention? {
    var end = start
    while true {
      let next = source.at(end)
      let belongs =
        Numeral(next.scalar) != nil || ((next.scalar == 0x2C || next.scalar == 0x2E) && end > start)
      guard belongs else { break }
      end += next.length
    }
    guard let word = yenWord(at: end), !word.joined else { return nil }
    var mention = AmountMention(range: start..<word.end, end: word.end)
    mention.error = error
    return mention
  }
}
