/// Something a person should look at: a value with a place, never an exception.
public struct Finding: Sendable, Hashable {
  /// What was found.
  public var code: FindingCode
  /// How much it matters; the code's own weight unless a pipeline file says otherwise.
  public var severity: Severity
  /// The source concerned, by its key.
  public var document: String?
  /// Where in the source.
  public var place: Place?
  /// The table concerned.
  public var dataset: String
  /// The row concerned, by its key.
  public var row: String
  /// What it is about, apart from its place: makes the key stable when lines move.
  public var subject: String
  /// What is wrong, where, why, and what to do.
  public var message: String

  /// Makes a finding.
  public init(
    _ code: FindingCode, severity: Severity? = nil, document: String? = nil, place: Place? = nil,
    dataset: String = "", row: String = "", subject: String, message: String
  ) {
    self.code = code
    self.severity = severity ?? code.severity
    self.document = document
    self.place = place
    self.dataset = dataset
    self.row = row
    self.subject = subject
    self.message = message
  }

  /// The finding as a row of the published table; its key is given later, when all are known.
  public var entry: FindingEntry {
    var entry = FindingEntry()
    entry.severity = severity
    entry.rule = code.rawValue
    entry.dataset = dataset
    entry.row = row
    entry.document = document
    entry.line = place?.line
    entry.message = message
    // The rules are about tables; a text has none to break.
    if place?.spans.first?.cell != nil, let rule = code.machineReadabilityRule {
      entry.message += " (rule \(rule) for machine-readable tables)"
    }
    return entry
  }
}
