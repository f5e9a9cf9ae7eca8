/// All dates and amounts of a text, each in the order of the text.
public struct Mentions: Sendable, Hashable {
  /// The dates, also those that cannot exist.
  public internal(set) var dates: [DateMention] = []
  /// The amounts, also those whose number is malformed.
  public internal(set) var amounts: [AmountMention] = []
  /// Where the first byte stands that is no UTF-8; nothing where all are.
  public internal(set) var firstInvalidByte: Int?
}

/// What a scan is told about its text.
public struct ScanOptions: Sendable, Hashable {
  /// The day the text speaks from, for 今年度 and 同月; nothing where unknown.
  public var anchor: Day?
  /// The fiscal year the text is about; nothing where unknown, and then the one it names most.
  public var fiscalYear: Int?
  /// Whether to look for dates.
  public var findsDates = true
  /// Whether to look for amounts.
  public var findsAmounts = true

  /// Options that find everything.
  public init(anchor: Day? = nil, fiscalYear: Int? = nil) {
    self.anchor = anchor
    self.fiscalYear = fiscalYear
  }
}
