public import JSON
public import Model
import Publishing

/// What came of a run, for people and for machines.
public struct RunSummary: Sendable {
  /// The pipeline.
  public let pipeline: String
  /// Sources read and refused.
  public let read: Int
  /// Sources that were refused.
  public let refused: Int
  /// Sources that were taken from the cache.
  public let cached: Int
  /// Sources that are gone or have gone wrong, and whose last good facts are kept.
  public let kept: Int
  /// Rows of each table, in published order.
  public let rows: [(table: String, count: Int)]
  /// Findings of each severity in the snapshot.
  private let published: [Severity: Int]
  /// Findings of each severity about this run, seen against the one before it.
  var sinceBefore: [Severity: Int] = [:]
  /// Checks of each outcome.
  public let checks: [ReconciliationStatus: Int]
  /// How long it took.
  public internal(set) var milliseconds = 0
  /// Whether a new snapshot was published.
  public internal(set) var isNew = false
  var snapshot: SnapshotFolder.Snapshot?

  init(
    pipeline: String, results: [SourceResult], tables: [CSVTable],
    checks: [ReconciliationEntry], findings: [FindingEntry]
  ) {
    self.pipeline = pipeline
    read = results.count { $0.facts != nil }
    refused = results.count - read
    cached = results.count(where: \.wasCached)
    kept = results.count(where: \.isKept)
    rows = tables.map { ($0.description.name, $0.rowCount) }
    published = Dictionary(findings.lazy.map { ($0.severity, 1) }, uniquingKeysWith: +)
    self.checks = Dictionary(checks.lazy.map { ($0.status, 1) }, uniquingKeysWith: +)
  }

  /// The summary of a run that finds all as an earlier one left it, from that one's; nothing where
  /// the JSON is no summary.
  init?(unchangedSince json: JSONValue) {
    func count(_ name: String, in value: JSONValue? = nil) -> Int? {
      (value ?? json)[name]?.integer.flatMap { Int(exactly: $0) }
    }
    guard let pipeline = json["pipeline"]?.string, let read = count("read"),
      let refused = count("refused"), let rows = json["rows"]?.members,
      let checks = json["checks"], let findings = json["findings"]
    else { return nil }
    self.pipeline = pipeline
    self.read = read
    self.refused = refused
    cached = read
    kept = 0
    self.rows = rows.map { ($0.key, Int($0.value.integer ?? 0)) }
    self.checks = Dictionary(
      uniqueKeysWithValues: ReconciliationStatus.allCases.compactMap { status in
        count(status.rawValue, in: checks).flatMap { $0 > 0 ? (status, $0) : nil }
      })
    published = Dictionary(
      uniqueKeysWithValues: Severity.allCases.compactMap { severity in
        count(severity.rawValue, in: findings).flatMap { $0 > 0 ? (severity, $0) : nil }
      })
  }

  /// Findings of each severity, those about the run itself included.
  public var findings: [Severity: Int] { published.merging(sinceBefore, uniquingKeysWith: +) }

  /// The folder of the snapshot.
  public var snapshotPath: String { snapshot?.path ?? "" }
  /// The name of the snapshot.
  public var snapshotID: String { snapshot?.id ?? "" }

  /// The exit code.
  public func exitCode(failOn: RunSettings.FailOn) -> ExitCode {
    if refused > 0 { return .refused }
    let failing = findings.contains { failOn.counts($0.key) && $0.value > 0 }
    return failing ? .findings : .success
  }

  /// One line for a journal.
  public var line: String {
    let checks = ReconciliationStatus.allCases.compactMap { status in
      self.checks[status].map { "\($0) \(status.rawValue)" }
    }
    let findings = Severity.allCases.reversed().compactMap { severity in
      self.findings[severity].map { "\($0) \(severity.rawValue)" }
    }
    return "\(pipeline): \(isNew ? "published" : "unchanged") \(snapshotID); "
      + "\(read) read, \(refused) refused, \(cached) from cache"
      + (kept > 0 ? ", \(kept) kept from before; " : "; ")
      + "checks: \(checks.isEmpty ? "none" : checks.joined(separator: ", ")); "
      + "findings: \(findings.isEmpty ? "none" : findings.joined(separator: ", ")); "
      + "\(milliseconds) ms"
  }

  /// The summary for machines.
  public var json: JSONValue {
    [
      "pipeline": .string(pipeline), "snapshot": .string(snapshotID),
      "path": .string(snapshotPath), "new": .boolean(isNew), "read": .integer(read),
      "refused": .integer(refused), "cached": .integer(cached),
      "kept": .integer(kept),
      "rows": .object(rows.map { JSONMember($0.table, .integer($0.count)) }),
      "checks": .object(
        ReconciliationStatus.allCases.map { JSONMember($0.rawValue, .integer(checks[$0] ?? 0)) }),
      "findings": .object(
        Severity.allCases.map { JSONMember($0.rawValue, .integer(findings[$0] ?? 0)) }),
      "milliseconds": .integer(milliseconds),
    ]
  }
}
