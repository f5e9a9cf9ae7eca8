public import Hashing
public import Model

/// The facts of a run that its lineage is made of.
public struct LineageRun: Sendable {
  /// The key of the run, a UUID.
  public var id: String
  /// The pipeline.
  public var pipeline: String
  /// The version of the program.
  public var version: String
  /// When it began, as RFC 3339.
  public var startedAt: String
  /// When it ended, as RFC 3339.
  public var endedAt: String
  /// The day the run stands for, as RFC 3339, where it was given one.
  public var nominalTime: String?
  /// Why it failed; nothing where it did not.
  public var failure: String?
  /// The sources.
  public var sources: [Source] = []
  /// The tables it published.
  public var outputs: [Output] = []
  /// The checks by rule.
  public var checks: [Check] = []

  /// Makes the facts of a run without sources, outputs and checks yet.
  public init(
    id: String, pipeline: String, version: String, startedAt: String, endedAt: String,
    nominalTime: String? = nil, failure: String? = nil
  ) {
    self.id = id
    self.pipeline = pipeline
    self.version = version
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.nominalTime = nominalTime
    self.failure = failure
  }

  /// A UUID (version 8) made of texts: the same texts give the same one.
  public static func identifier(of texts: [String]) throws(HashingError) -> String {
    let digits = Array(
      try SHA256.digits(of: Array(texts.joined(separator: "\u{0}").utf8)).utf8.prefix(32))
    let shape = zip(digits.indices, digits).map { index, digit -> UInt8 in
      switch index {
      case 12: UInt8(ascii: "8")
      // The variant: its two high bits are 10.
      case 16: Array("89ab".utf8)[Int(digit) & 3]
      default: digit
      }
    }
    let ends = [0, 8, 12, 16, 20, 32]
    return zip(ends, ends.dropFirst()).map { start, end in
      String(decoding: shape[start..<end], as: UTF8.self)
    }.joined(separator: "-")
  }

  /// A source of the run.
  public struct Source: Sendable {
    /// Its path.
    public var path: String
    /// Its row in the table of documents.
    public var document: SourceDocument

    /// Makes a source.
    public init(path: String, document: SourceDocument) {
      self.path = path
      self.document = document
    }
  }

  /// A table that the run published.
  public struct Output: Sendable {
    /// What the table is.
    public var table: TableDescription
    /// Its file.
    public var path: String
    /// Its size and hash.
    public var file: PackageFile
    /// The number of its rows.
    public var rows: Int
    /// The file that says where the characters of each row stand.
    public var places: String

    /// Makes an output.
    public init(
      table: TableDescription, path: String, file: PackageFile, rows: Int, places: String
    ) {
      self.table = table
      self.path = path
      self.file = file
      self.rows = rows
      self.places = places
    }
  }

  /// The checks of one rule.
  public struct Check: Sendable {
    /// The rule.
    public var rule: String
    /// How many agreed.
    public var passed: Int
    /// How many failed.
    public var failed: Int
    /// How many could not be decided.
    public var undecided: Int
    /// How much the worst of the failed matters; nothing where none failed.
    public var severity: Severity?

    /// Makes a count.
    public init(
      rule: String, passed: Int, failed: Int, undecided: Int, severity: Severity? = nil
    ) {
      self.rule = rule
      self.passed = passed
      self.failed = failed
      self.undecided = undecided
      self.severity = severity
    }

    /// The counts of each rule.
    public static func counts(_ entries: [ReconciliationEntry]) -> [Check] {
      var worst: [String: Severity] = [:]
      for index in entries.indices where entries[index].status == .mismatch {
        let rule = entries[index].rule
        worst[rule] = max(worst[rule] ?? .info, entries[index].severity)
      }
      return entries.outcomesByRule.map { rule, counts in
        func count(_ statuses: ReconciliationStatus...) -> Int {
          statuses.reduce(0) { $0 + (counts[$1] ?? 0) }
        }
        return Check(
          rule: rule, passed: count(.exact, .withinRounding), failed: count(.mismatch),
          undecided: count(.undecided, .notComparable), severity: worst[rule])
      }
    }
  }
}
