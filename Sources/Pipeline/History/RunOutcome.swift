public import JSON
import JapaneseText
public import Model
import Platform

/// How a run ended, with the numbers that people and monitors look at.
public struct RunOutcome: Sendable {
  /// What became of it.
  public enum Result: String, Sendable, CaseIterable {
    /// A new snapshot was published.
    case published
    /// Nothing had changed; no snapshot was added.
    case unchanged
    /// Nothing could be published.
    case failed
    /// It was asked to stop.
    case interrupted
  }

  /// The pipeline.
  public let pipeline: String
  /// What became of it.
  public let result: Result
  /// When it started, in UTC.
  public let startedAt: String
  /// How long it took.
  public let milliseconds: Int
  /// The exit code it asks for.
  public let exit: ExitCode
  /// The snapshot that `latest` points to afterwards, where there is one.
  public let snapshot: String
  /// Sources read, refused and taken from the cache.
  public let sources: (read: Int, refused: Int, cached: Int)
  /// Findings of each severity.
  public let findings: [Severity: Int]
  /// Checks of each outcome.
  public let checks: [ReconciliationStatus: Int]
  /// Why it failed; empty where it did not.
  public let message: String

  init(_ summary: RunSummary, startedAt: String, failOn: RunSettings.FailOn) {
    pipeline = summary.pipeline
    result = summary.isNew ? .published : .unchanged
    self.startedAt = startedAt
    milliseconds = summary.milliseconds
    exit = summary.exitCode(failOn: failOn)
    snapshot = summary.snapshotID
    sources = (summary.read, summary.refused, summary.cached)
    findings = summary.findings
    checks = summary.checks
    message = ""
  }

  /// How a run ended that could not begin.
  public init(notStarted pipeline: String, _ error: any Error) {
    self.init(
      failure: error, of: pipeline, startedAt: Clock.now, milliseconds: 0, snapshot: "")
  }

  init(
    failure: any Error, of pipeline: String, startedAt: String, milliseconds: Int, snapshot: String
  ) {
    self.pipeline = pipeline
    result = failure is InterruptedError ? .interrupted : .failed
    self.startedAt = startedAt
    self.milliseconds = milliseconds
    exit = ExitCode(failure: failure)
    self.snapshot = snapshot
    sources = (0, 0, 0)
    findings = [:]
    checks = [:]
    message = "\(failure)"
  }

  /// Whether somebody should be told: something changed, or something is wrong.
  public var isNews: Bool { result != .unchanged || exit != .success }

  /// The outcome for machines.
  public var json: JSONValue {
    [
      "pipeline": .string(pipeline), "result": .string(result.rawValue),
      "exit": .integer(Int64(exit.rawValue)), "started": .string(startedAt),
      "milliseconds": .integer(milliseconds), "snapshot": .string(snapshot),
      "read": .integer(sources.read), "refused": .integer(sources.refused),
      "cached": .integer(sources.cached),
      "checks": .object(
        ReconciliationStatus.allCases.map { JSONMember($0.rawValue, .integer(checks[$0] ?? 0)) }),
      "findings": .object(
        Severity.allCases.map { JSONMember($0.rawValue, .integer(findings[$0] ?? 0)) }),
      "message": .string(message),
    ]
  }
}
