/// The first date of a text, with the days that the words around it open or close.
public struct DateValue: Sendable, Hashable {
  /// What sort of date it is.
  public let kind: DateMention.Kind
  /// The first day; nothing where open.
  public let start: Day?
  /// The last day; nothing where open.
  public let end: Day?
  /// What is odd about it.
  public let flags: [DateFlag]

  /// Reads the first date of a text; relative ones are said from the anchor.
  public static func read(_ text: String, anchor: Day? = nil) -> Result<DateValue, DateError> {
    read(text.utf8Span.span, anchor: anchor)
  }

  /// Reads the first date of a text in UTF-8.
  public static func read(
    _ text: Span<UInt8>, anchor: Day? = nil
  ) -> Result<DateValue, DateError> {
    var options = ScanOptions(anchor: anchor)
    options.findsAmounts = false
    let mentions = TextScanner.mentions(in: text, options: options).dates
    if mentions.isEmpty, let alone = readAlone(Source(bytes: text), anchor) {
      return .success(alone)
    }
    guard let first = mentions.first else { return .failure(.notADate) }
    if let error = first.error { return .failure(error) }
    // Items of a list, R2/R3/R4, are one value from the first to the last.
    var (start, end, isList) = (first.start, first.end, false)
    for item in mentions.dropFirst() {
      guard item.continuesList else { break }
      isList = true
      start = [start, item.start].compactMap(\.self).min()
      end = [end, item.end].compactMap(\.self).max()
    }
    guard let start, let end else { return .failure(.notADate) }
    return .success(
      DateValue(
        kind: isList ? .range : first.kind, start: first.bound == .until ? nil : start,
        end: first.bound == .from ? nil : end, flags: first.flags))
  }
}

extension DateValue {
  /// What is a date only where nothing else is in the text: 20220603, 今日.
  private static func readAlone(_ source: Source, _ anchor: Day?) -> DateValue? {
    let start = source.gap(at: 0).end
    if let day = digitsOnly(source, start) {
      return DateValue(kind: .day, start: day, end: day, flags: [])
    }
    guard let anchor, let date = RelativeDateReader(source: source).spokenDate(at: start),
      source.gap(at: date.range.upperBound).end == source.bytes.count,
      let days = date.days(from: anchor)
    else { return nil }
    return DateValue(kind: .relative, start: days.start, end: days.end, flags: [])
  }

  /// 20220603: eight digits.
  private static func digitsOnly(_ source: Source, _ start: Int) -> Day? {
    var digits: [Int] = []
    var offset = start
    while CharacterClass.isDigit(source.at(offset).scalar), digits.count < 9 {
      digits.append(Int(source.at(offset).scalar - 0x30))
      offset += source.at(offset).length
    }
    guard digits.count == 8, source.gap(at: offset).end == source.bytes.count else { return nil }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    guard YearReader.plausibleYears.contains(number(0..<4)) else { return nil }
    return Day(year: number(0..<4), month: number(4..<6), day: number(6..<8))
  }
}

/// The first amount of a text.
public struct AmountValue: Sendable, Hashable {
  /// The mention it was read from.
  public internal(set) var mention: AmountMention

  /// Reads the first amount of a text; nothing where it names none.
  public static func read(_ text: String) -> Result<AmountValue, NumberError> {
    read(text.utf8Span.span)
  }

  /// Reads the first amount of a text in UTF-8.
  public static func read(_ text: Span<UInt8>) -> Result<AmountValue, NumberError> {
    var options = ScanOptions()
    options.findsDates = false
    let mentions = TextScanner.mentions(in: text, options: options).amounts
    guard let first = mentions.first else { return .failure(.notANumber) }
    if let error = first.error { return .failure(error) }
    return .success(AmountValue(mention: first))
  }
}
