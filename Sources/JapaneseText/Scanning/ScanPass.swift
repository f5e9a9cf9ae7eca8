/// One pass over a text: steps from character to character and stops where a mention may begin.
struct ScanPass: ~Escapable {
  private(set) var found = Mentions()
  let source: Source
  let options: ScanOptions
  private let dates: DateReader
  private let relatives: RelativeDateReader
  private let amounts: AmountReader
  private var resolver: DateResolver
  private var line = 1

  @_lifetime(copy source)
  init(_ source: Source, _ options: ScanOptions) {
    self.source = source
    self.options = options
    dates = DateReader(source: source)
    relatives = RelativeDateReader(source: source)
    amounts = AmountReader(source: source)
    resolver = DateResolver(options)
  }

  /// Goes over the whole text.
  ///
  /// Most characters are of three bytes and begin nothing, so they take one look at the table and
  /// one branch: kana and ideographs alternate too freely to be told apart by another.
  mutating func run() {
    let table = Trigger.table
    let triggers = table.span
    let bytes = source.bytes
    let count = bytes.count
    var offset = 0
    while offset < count {
      let first = bytes[offset]
      if first < 0x80 {
        line &+= first == 0x0A ? 1 : 0
        let trigger = triggers[Int(first)]
        offset = trigger == 0 ? offset &+ 1 : next(trigger, at: offset, length: 1)
        continue
      }
      guard first > 0xE0, first < 0xF0, first != 0xED, offset &+ 2 < count else {
        offset = skipRare(at: offset)
        continue
      }
      let second = bytes[offset &+ 1] ^ 0x80
      let third = bytes[offset &+ 2] ^ 0x80
      let scalar = Int(first & 0x0F) << 12 | Int(second & 0x3F) << 6 | Int(third & 0x3F)
      let trigger = triggers[scalar]
      if trigger | (second | third) & 0xC0 == 0 {
        offset &+= 3
      } else if (second | third) & 0xC0 != 0 {
        offset = skipRare(at: offset)
      } else {
        offset = next(trigger, at: offset, length: 3)
      }
    }
    if options.findsDates { found.dates = resolver.resolved() }
  }

  /// Past a character that is not one of the usual three bytes, or past a byte that belongs to none.
  private mutating func skipRare(at offset: Int) -> Int {
    let next = source.at(offset)
    if next.scalar == 0xFFFD, next.length == 1, found.firstInvalidByte == nil {
      found.firstInvalidByte = offset
    }
    return offset + next.length
  }

  /// Where the scan goes on after a character that may begin a mention.
  private mutating func next(_ trigger: UInt8, at offset: Int, length: Int) -> Int {
    mention(Trigger(rawValue: trigger) ?? .nothing, at: offset, length: length)
      ?? offset + length
  }

  /// Notes the mention at an offset and says where the scan goes on; nothing where there is none.
  private mutating func mention(_ trigger: Trigger, at offset: Int, length: Int) -> Int? {
    switch trigger {
    case .nothing: return nil
    case .era: return options.findsDates ? date(at: offset) : nil
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
    switch dates.mention(at: offset) {
    case .nothing: return nil
    case .date(let mention): return add(mention)
    case .list(let mentions):
      for mention in mentions { _ = add(mention) }
      return mentions.last?.range.upperBound
    case .letterOnly(var mention, let era):
      mention.continuesList = resolver.endsBefore(offset, source: source)
      mention.line = line
      resolver.add(mention, ifConfirmed: era)
      return mention.range.upperBound
    case .impossible(let mention):
      return max(add(mention), offset + source.at(offset).length)
    }
  }

  private mutating func add(_ mention: DateMention) -> Int {
    var mention = mention
    mention.line = line
    resolver.add(mention)
    if let era = mention.letter { resolver.confirm(era) }
    countLines(in: mention.range)
    return mention.range.upperBound
  }

  private mutating func relative(_ date: RelativeDate?) -> Int? {
    guard let date else { return nil }
    let isRange = date.last != nil
    resolver.add(
      date, bound: isRange ? .none : dates.bound(at: date.range.upperBound), line: line)
    countLines(in: date.range)
    return date.range.upperBound
  }

  private mutating func amount(at offset: Int) -> Int? {
    guard options.findsAmounts, var mention = amounts.mention(at: offset) else { return nil }
    mention.line = line
    found.amounts.append(mention)
    // The sign may stand before the number that was met.
    countLines(in: offset..<mention.range.upperBound)
    return mention.range.upperBound
  }

  /// The scan goes on behind a mention, so the line ends in it are counted here.
  private mutating func countLines(in range: Range<Int>) {
    for index in range where source.bytes[index] == 0x0A { line += 1 }
  }
}
