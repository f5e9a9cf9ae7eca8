/// Keeps the dates of a text in order and settles, when all are known, those that depend on
/// others: relative ones, and letters with a number.
struct DateResolver {
  /// How near a date must stand, in bytes, for 今年度 to be said from it.
  private static let near = 300

  private enum Entry {
    case settled(DateMention)
    case ifConfirmed(DateMention, Era)
    /// A relative date that waits for the fiscal year of the text.
    case waiting(RelativeDate, DateMention.Bound, line: Int)
  }

  private let options: ScanOptions
  private var entries: [Entry] = []
  private var confirmed: Set<Era> = []
  private var last: (day: Day, end: Int)?
  private var fiscalYears: [Int: Int] = [:]

  init(_ options: ScanOptions) {
    self.options = options
  }

  /// Adds a date that stands by itself.
  mutating func add(_ mention: DateMention) {
    entries.append(.settled(mention))
    guard let start = mention.start else { return }
    last = (start, mention.range.upperBound)
    if mention.kind == .fiscalYear { fiscalYears[start.year, default: 0] += 1 }
  }

  /// Adds a letter with a number, which counts if the text uses the letter for years elsewhere.
  mutating func add(_ mention: DateMention, ifConfirmed era: Era) {
    entries.append(.ifConfirmed(mention, era))
  }

  /// The text uses the letter of an era for years.
  mutating func confirm(_ era: Era) { confirmed.insert(era) }

  /// Whether the mention before ends one mark before an offset: R2/R3.
  func endsBefore(_ offset: Int, source: Source) -> Bool {
    guard case .ifConfirmed(let mention, _)? = entries.last else { return false }
    let mark = source.at(mention.range.upperBound)
    return [0x2F, 0x30FB, 0x3001, 0x2C].contains(mark.scalar)
      && mention.range.upperBound + mark.length == offset
  }

  /// Adds a relative date.
  mutating func add(_ date: RelativeDate, bound: DateMention.Bound, line: Int) {
    guard let anchor = anchor(of: date) else {
      return entries.append(.waiting(date, bound, line: line))
    }
    add(DateResolver.mention(date, bound, line, from: anchor))
  }

  private func anchor(of date: RelativeDate) -> Day? {
    if date.isBare { return options.anchor ?? options.fiscalYear.flatMap { FiscalYear($0).start } }
    if date.base == .before { return last?.day ?? options.anchor }
    if let anchor = options.anchor { return anchor }
    guard let last, date.range.lowerBound - last.end < DateResolver.near else { return nil }
    return last.day
  }

  private static func mention(
    _ date: RelativeDate, _ bound: DateMention.Bound, _ line: Int, from anchor: Day?
  ) -> DateMention {
    let days = anchor.flatMap(date.days(from:))
    var mention = DateMention(
      range: date.range, kind: .relative, start: days?.start, end: days?.end, bound: bound)
    mention.line = line
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
  func resolved() -> [DateMention] {
    let fiscalYear = options.fiscalYear ?? commonFiscalYear
    let anchor = options.anchor ?? fiscalYear.flatMap { FiscalYear($0).start }
    return entries.compactMap { entry in
      switch entry {
      case .settled(let mention): mention
      case .ifConfirmed(let mention, let era): confirmed.contains(era) ? mention : nil
      case .waiting(let date, let bound, let line):
        DateResolver.mention(date, bound, line, from: anchor)
      }
    }
  }

  /// The fiscal year that the text names most often; the later one where two are as frequent.
  private var commonFiscalYear: Int? {
    fiscalYears.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}
