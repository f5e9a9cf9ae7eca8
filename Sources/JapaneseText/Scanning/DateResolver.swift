/// Keeps the dates of a text in order and settles, when all are known, those that depend on
/// others: relative ones, and letters with a number.
struct DateResolver {
  /// How near a date must stand, in bytes, for 今年度 to be said from it.
  private static let near = 300

  private let options: ScanOptions
  private var mentions = PackedMentions<DateMention>()
  /// Letters with a number, by their place in `mentions`, that the text must confirm, and where
  /// they end.
  private var letters: [(index: Int, era: Era, end: Int)] = []
  /// Relative dates, by their place in `mentions`, that wait for the fiscal year of the text.
  private var waiting: [(index: Int, date: RelativeDate)] = []
  private var confirmed: Set<Era> = []
  private var last: (day: Day, end: Int)?
  /// What the last date was said from where it is a 前年度 or 翌年度: said again, these mean the same
  /// year, as in a list of figures with the year before in brackets.
  private var other: (anchor: Day, isBefore: Bool)?
  private var fiscalYears: [Int: Int] = [:]

  init(_ options: ScanOptions) {
    self.options = options
  }

  /// Adds a date that stands by itself.
  mutating func add(_ mention: DateMention) {
    mentions.append(mention)
    guard let start = mention.start else { return }
    last = (start, mention.range.upperBound)
    other = nil
    if mention.kind == .fiscalYear { fiscalYears[start.year, default: 0] += 1 }
  }

  /// Adds a letter with a number, which counts if the text uses the letter for years elsewhere.
  mutating func add(_ mention: DateMention, ifConfirmed era: Era) {
    letters.append((mentions.count, era, mention.range.upperBound))
    mentions.append(mention)
  }

  /// The text uses the letter of an era for years.
  mutating func confirm(_ era: Era) { confirmed.insert(era) }

  /// Whether the mention before ends one mark before an offset: R2/R3.
  func endsBefore(_ offset: Int, source: Source) -> Bool {
    guard let letter = letters.last, letter.index == mentions.count - 1 else { return false }
    let mark = source.at(letter.end)
    return CharacterClass.isListMark(mark.scalar) && letter.end + mark.length == offset
  }

  /// Adds a relative date.
  mutating func add(_ date: RelativeDate, bound: DateMention.Bound, position: TextPosition) {
    let anchor = anchor(of: date)
    let mention = DateResolver.mention(date, bound, position, from: anchor)
    if let anchor {
      add(mention)
      if date.isOtherFiscalYear { other = (anchor, date.count < 0) }
      return
    }
    waiting.append((mentions.count, date))
    mentions.append(mention)
  }

  private func anchor(of date: RelativeDate) -> Day? {
    if date.isBare { return options.anchor ?? options.fiscalYear.flatMap { FiscalYear($0).start } }
    if date.isOtherFiscalYear, let other, other.isBefore == (date.count < 0) { return other.anchor }
    if date.base == .before { return last?.day ?? options.anchor }
    if let anchor = options.anchor { return anchor }
    guard let last, date.range.lowerBound - last.end < DateResolver.near else { return nil }
    return last.day
  }

  static func mention(
    _ date: RelativeDate, _ bound: DateMention.Bound, _ position: TextPosition, from anchor: Day?
  ) -> DateMention {
    let days = anchor.flatMap(date.days(from:))
    var mention = DateMention(
      range: date.range, kind: .relative, start: days?.start, end: days?.end, bound: bound)
    mention.position = position
    if date.joined { mention.flags.append(.joined) }
    if days == nil {
      mention.flags.append(.unresolved)
    } else if date.isBare {
      mention.flags.append(.yearAssumed)
    }
    mention.flags.sort()
    return mention
  }

  /// All dates, in the order of the text.
  func resolved() -> DateList {
    let fiscalYear = options.fiscalYear ?? commonFiscalYear
    let anchor = options.anchor ?? fiscalYear.flatMap { FiscalYear($0).start }
    return DateList(
      mentions, waiting: anchor == nil ? [] : waiting, anchor: anchor,
      dropped: letters.filter { !confirmed.contains($0.era) }.map(\.index))
  }

  /// The fiscal year that the text names most often; the later one where two are as frequent.
  private var commonFiscalYear: Int? {
    fiscalYears.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}
