public import JapaneseText
public import Model

/// All that the report of a snapshot shows.
public struct ReportContent: Sendable {
  /// The title of the page.
  public var title: String
  /// The day the data stands for, where the run was given one.
  public var asOf: Day?
  /// The sources.
  public var documents: [SourceDocument] = []
  /// The budget lines.
  public var budgetLines: [BudgetLine] = []
  /// The indicators.
  public var indicators: [Indicator] = []
  /// The measures.
  public var measures: [Measure] = []
  /// The ministries of the registry.
  public var ministries: [Ministry] = []
  /// The programmes of the registry.
  public var programmes: [Programme] = []
  /// The checks.
  public var reconciliations: [ReconciliationEntry] = []
  /// What a person should look at.
  public var findings: [FindingEntry] = []
  /// The source lines of rows, by the key of the row.
  public var excerpts: [String: [SourceExcerpt]] = [:]
  /// What changed since the snapshot before; nothing where there was none.
  public var changes: ReportChanges?

  /// Makes content with nothing in it yet.
  public init(title: String, asOf: Day? = nil) {
    self.title = title
    self.asOf = asOf
  }
}

/// Lines of a source with the characters that a row was made of marked.
public struct SourceExcerpt: Sendable, Hashable {
  /// The source, by its key.
  public var document: String
  /// The sheet, empty for texts.
  public var sheet: String
  /// The lines.
  public var lines: [Line]

  /// Makes an excerpt.
  public init(document: String, sheet: String = "", lines: [Line]) {
    self.document = document
    self.sheet = sheet
    self.lines = lines
  }

  /// A line of a text or a row of a sheet.
  public struct Line: Sendable, Hashable {
    /// Its number, from 1.
    public var number: Int
    /// Its text.
    public var text: String
    /// The stretches to mark, in Unicode scalars from 0, in order.
    public var marks: [Range<Int>]

    /// Makes a line.
    public init(number: Int, text: String, marks: [Range<Int>] = []) {
      self.number = number
      self.text = text
      self.marks = marks
    }
  }
}
