/// A row found in a source, with the place of its characters.
public struct Fact<Row: DatasetRow>: Sendable, Hashable {
  /// What was found.
  public var row: Row
  /// Where its characters stand.
  public var place: Place

  /// Ties a row to its place.
  public init(_ row: Row, at place: Place) {
    self.row = row
    self.place = place
  }
}

/// A statement of a source, by its layout or its words, that a figure is the sum of others.
public struct SumClaim: Sendable, Hashable {
  /// The rule the claim is checked by: `total`, `printed_total`, `components`.
  public var rule: FindingCode
  /// What the sum is of, for people and for the key of the check.
  public var scope: String
  /// The printed total.
  public var total: Term
  /// What it should be the sum of.
  public var parts: [Term]
  /// What share of the parts it is, where it is not their sum: 3億円（10%）.
  public var share: Share?

  /// Makes a claim.
  public init(
    rule: FindingCode, scope: String, total: Term, parts: [Term], share: Share? = nil
  ) {
    self.rule = rule
    self.scope = scope
    self.total = total
    self.parts = parts
    self.share = share
  }

  /// A printed share, in hundredths of a per cent.
  public struct Share: Sendable, Hashable {
    /// The share: 14% is 1400.
    public var value: Int64
    /// The place value of its last digit: 100 for 14%, 10 for 14.5%.
    public var step: Int64

    /// Makes a share.
    public init(value: Int64, step: Int64) {
      self.value = value
      self.step = step
    }
  }

  /// A figure in a claim.
  public struct Term: Sendable, Hashable {
    /// What it is called in the source.
    public var label: String
    /// The figure; nothing where the source prints none.
    public var figure: Figure?
    /// Whether it is subtracted.
    public var isSubtracted: Bool
    /// The budget line it is, as an index into the facts of its source, where it is one.
    public var budgetLine: Int?
    /// The key of that budget line, filled in when the rows get their keys.
    public var row: String
    /// Where it stands.
    public var place: Place

    /// Makes a term.
    public init(
      label: String, figure: Figure?, isSubtracted: Bool = false, budgetLine: Int? = nil,
      row: String = "", place: Place
    ) {
      self.label = label
      self.figure = figure
      self.isSubtracted = isSubtracted
      self.budgetLine = budgetLine
      self.row = row
      self.place = place
    }
  }
}

/// All that was found in one source.
public struct Facts: Sendable, Hashable {
  /// The source, by its key.
  public var document: String
  /// Budget lines.
  public var budgetLines: [Fact<BudgetLine>] = []
  /// Indicators.
  public var indicators: [Fact<Indicator>] = []
  /// Measures.
  public var measures: [Fact<Measure>] = []
  /// Instruments.
  public var instruments: [Fact<Instrument>] = []
  /// Date mentions.
  public var dates: [Fact<DateEntry>] = []
  /// Amount mentions.
  public var amounts: [Fact<AmountEntry>] = []
  /// Sums the source states.
  public var sums: [SumClaim] = []
  /// What a person should look at.
  public var findings: [Finding] = []

  /// Nothing found yet.
  public init(document: String) {
    self.document = document
  }
}
