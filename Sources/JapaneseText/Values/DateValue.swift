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
    let mentions = TextScanner.mentions(
      in: Array(text.utf8), options: ScanOptions(anchor: anchor)
    ).dates
    guard let first = mentions.first else { return .failure(.notADate) }
    if let error = first.error { return .failure(error) }
    // Items of a list, R2/R3/R4, are one value from the first to the last.
    let list = [first] + mentions.dropFirst().prefix { $0.continuesList }
    let end = list.compactMap(\.end).max()
    guard let start = list.compactMap(\.start).min(), let end else {
      return .failure(.notADate)
    }
    return .success(
      DateValue(
        kind: list.count > 1 ? .range : first.kind, start: first.bound == .until ? nil : start,
        end: first.bound == .from ? nil : end, flags: first.flags))
  }
}

/// The first amount of a text.
public struct AmountValue: Sendable, Hashable {
  /// The mention it was read from.
  public let mention: AmountMention

  /// Reads the first amount of a text; nothing where it names none.
  public static func read(_ text: String) -> Result<AmountValue, NumberError> {
    var options = ScanOptions()
    options.findsDates = false
    let mentions = TextScanner.mentions(in: Array(text.utf8), options: options).amounts
    guard let first = mentions.first else { return .failure(.notANumber) }
    if let error = first.error { return .failure(error) }
    return .success(AmountValue(mention: first))
  }
}
