/// Finds and resolves every date and every amount of yen in a text, in one pass over its bytes.
public struct TextScanner: Sendable {
  private let source: Source
  private let options: ScanOptions
  private let dates: DateReader
  private let relatives: RelativeDateReader
  private let amounts: AmountReader
  private var found = Mentions()
  private var resolver: DateResolver

  /// The mentions of a text, whose bytes may be anything: what is no UTF-8 is no mention.
  public static func mentions(in bytes: [UInt8], options: ScanOptions = ScanOptions()) -> Mentions {
    var scanner = TextScanner(bytes, options)
    scanner.scan()
    return scanner.found
  }

  private init(_ bytes: [UInt8], _ options: ScanOptions) {
    source = Source(bytes: bytes)
    self.options = options
    dates = DateReader(source: source)
    relatives = RelativeDateReader(source: source)
    amounts = AmountReader(source: source)
    resolver = DateResolver(options)
  }

  private mutating func scan() {
    var offset = 0
    let bytes = source.bytes
    while offset < bytes.count {
      let (trigger, length) = Trigger.at(offset, in: bytes)
      if trigger == 0 {
        offset += length
        continue
      }
      offset = mention(Trigger(rawValue: trigger) ?? .nothing, at: offset) ?? offset + length
    }
    if options.findsDates { found.dates = resolver.resolved() }
  }

  /// Notes the mention at an offset and says where the scan goes on; nothing where there is none.
  private mutating func mention(_ trigger: Trigger, at offset: Int) -> Int? {
    switch trigger {
    case .nothing: return nil
    case .era: return options.findsDates ? date(at: offset) : nil
    case .relative: return options.findsDates ? relative(relatives.date(at: offset)) : nil
    case .several: return amount(at: offset)
    case .numeral:
      if options.findsDates {
        if let end = date(at: offset) { return end }
        if let end = relative(relatives.dayWithoutYear(at: offset)) { return end }
        if let end = relative(relatives.date(at: offset)) { return end }
      }
      return amount(at: offset) ?? endOfNumerals(from: offset)
    }
  }

  private mutating func date(at offset: Int) -> Int? {
    switch dates.mention(at: offset) {
    case .nothing: return nil
    case .dates(let mentions):
      let letter = YearReader(source: source).era(at: offset)
      for mention in mentions { resolver.add(mention) }
      if let letter, letter.style == .eraLetter { resolver.confirm(letter.era) }
      return mentions.last?.range.upperBound
    case .letterOnly(var mention, let era):
      mention.continuesList = resolver.endsBefore(offset, source: source)
      resolver.add(mention, ifConfirmed: era)
      return mention.range.upperBound
    case .impossible(let mention):
      resolver.add(mention)
      return max(mention.range.upperBound, offset + source.at(offset).length)
    }
  }

  private mutating func relative(_ date: RelativeDate?) -> Int? {
    guard let date else { return nil }
    resolver.add(date, bound: dates.bound(at: date.range.upperBound))
    return date.range.upperBound
  }

  private mutating func amount(at offset: Int) -> Int? {
    guard options.findsAmounts, let mention = amounts.mention(at: offset) else { return nil }
    found.amounts.append(mention)
    return mention.range.upperBound
  }

  /// Past the numerals that were no mention, so that no part of them is read as one.
  private func endOfNumerals(from offset: Int) -> Int {
    guard case .digit(_, isKanji: false)? = Numeral(source.at(offset).scalar) else {
      return offset + source.at(offset).length
    }
    var end = offset
    while CharacterClass.isDigit(source.at(end).scalar) { end += source.at(end).length }
    return end
  }
}
