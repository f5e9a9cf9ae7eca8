import RawBytes

/// One pass over a text: steps from character to character and stops where a mention may begin.
struct ScanPass: ~Escapable {
  private var foundAmounts = PackedMentions<AmountMention>()
  private var firstInvalidByte: Int?
  let source: Source
  let options: ScanOptions
  private let dates: DateReader
  private let relatives: RelativeDateReader
  private let amounts: AmountReader
  private var resolver: DateResolver
  private var positions = PositionCounter()
  private var noListBefore = 0

  @_lifetime(copy source)
  init(_ source: Source, _ options: ScanOptions) {
    self.source = source
    self.options = options
    dates = DateReader(source: source)
    relatives = RelativeDateReader(source: source)
    amounts = AmountReader(source: source)
    resolver = DateResolver(options)
  }

  /// Goes over the whole text and gives what it found.
  mutating func run() -> MentionList {
    let starts = Trigger.starts
    let goesOn = Trigger.goesOn
    let bytes = source.bytes
    var offset = bytes.firstStop(at: starts, before: goesOn, from: 0)
    while offset < bytes.count {
      offset = bytes.firstStop(at: starts, before: goesOn, from: next(at: offset))
    }
    return MentionList(
      dates: resolver.resolved(), amounts: AmountList(foundAmounts),
      firstInvalidByte: firstInvalidByte)
  }

  /// Where the scan goes on after a character that may begin a mention, or is an unusual one.
  private mutating func next(at offset: Int) -> Int {
    let character = source.at(offset)
    if character.scalar == 0xFFFD, character.length == 1, firstInvalidByte == nil {
      firstInvalidByte = offset
    }
    return mention(Trigger.of(character.scalar), at: offset, length: character.length)
      ?? offset + character.length
  }

  /// Notes the mention at an offset and says where the scan goes on; nothing where there is none.
  private mutating func mention(_ trigger: Trigger, at offset: Int, length: Int) -> Int? {
    switch trigger {
    case .nothing: return nil
    case .era:
      return options.findsDates && mayBeEraName(offset + length) ? date(at: offset) : nil
    case .letter:
      return options.findsDates && mayBeEra(offset + length) ? date(at: offset) : nil
    case .relative:
      guard options.findsDates, mayBeRelative(at: offset, length: length) else { return nil }
      return relative(relatives.date(at: offset))
    case .several: return amount(at: offset)
    case .digit, .numeral:
      let row = numeralRow(from: offset)
      if isPlain(row, from: offset) { return row.end }
      if options.findsDates {
        if let end = date(at: offset) { return end }
        if let end = relative(relatives.dayWithoutYear(at: offset)) { return end }
        if trigger == .numeral, let end = relative(relatives.date(at: offset)) { return end }
      }
      // No part of Arabic numerals that were no mention is read as one.
      return amount(at: offset) ?? (row.isArabic ? row.end : nil)
    }
  }

  private mutating func date(at offset: Int) -> Int? {
    switch dates.mention(at: offset, noListBefore: &noListBefore) {
    case .nothing: return nil
    case .date(let mention): return add(mention)
    case .list(let mentions):
      for mention in mentions { _ = add(mention) }
      return mentions.last?.range.upperBound
    case .letterOnly(var mention, let era):
      mention.continuesList = resolver.endsBefore(offset, source: source)
      mention.position = position(of: mention.range)
      resolver.add(mention, ifConfirmed: era)
      return mention.range.upperBound
    case .impossible(let mention):
      return max(add(mention), offset + source.at(offset).length)
    }
  }

  private mutating func add(_ mention: DateMention) -> Int {
    var mention = mention
    mention.position = position(of: mention.range)
    resolver.add(mention)
    if let era = mention.letter { resolver.confirm(era) }
    return mention.range.upperBound
  }

  private mutating func relative(_ date: RelativeDate?) -> Int? {
    guard let date else { return nil }
    let isRange = date.last != nil
    resolver.add(
      date, bound: isRange ? .none : dates.bound(at: date.range.upperBound),
      position: position(of: date.range))
    return date.range.upperBound
  }

  private mutating func amount(at offset: Int) -> Int? {
    guard options.findsAmounts, var mention = amounts.mention(at: offset) else { return nil }
    mention.position = position(of: mention.range)
    foundAmounts.append(mention)
    return mention.range.upperBound
  }

  private mutating func position(of range: Range<Int>) -> TextPosition {
    positions.position(of: range.lowerBound, in: source.bytes)
  }
}
