import Platform

/// Runs loaded pipelines, and turns failures into exit codes.
public struct Runner: Sendable {
  let settings: RunSettings
  let log: Log

  /// Makes a runner.
  public init(settings: RunSettings, log: Log) {
    self.settings = settings
    self.log = log
  }

  /// The folder a pipeline publishes into.
  public static func out(of pipeline: LoadedPipeline, _ given: String?) -> String {
    if let given { return given }
    return pipeline.file.isDefault ? "published" : "published/" + pipeline.name
  }

  /// Where the report of the newest snapshot of a pipeline is.
  public static func report(of pipeline: LoadedPipeline, out: String?) throws -> String {
    let folder = SnapshotFolder(path: Runner.out(of: pipeline, out))
    guard let latest = try folder.latest() else {
      throw UsageFailure(
        "\(folder.path) holds no snapshot\n  Run the pipeline first: choai run \(pipeline.name).")
    }
    return latest.path + "/report.html"
  }

  /// How a run ended: with a summary, or with an error that says why there is none.
  public struct Ending: Sendable {
    /// The numbers, whichever way it ended.
    public let outcome: RunOutcome
    /// What came of it.
    public let summary: Result<RunSummary, any Error>
  }

  /// Runs a pipeline.
  public func run(_ pipeline: LoadedPipeline) async -> Ending {
    let began = Clock.milliseconds
    let startedAt = Clock.now
    let folder = SnapshotFolder(path: Runner.out(of: pipeline, settings.out))
    let run = PipelineRun(
      pipeline, settings, log, folder: folder, startedAt: startedAt, began: began)
    do {
      let summary = try await run.run()
      return Ending(
        outcome: RunOutcome(summary, startedAt: startedAt, failOn: settings.failOn),
        summary: .success(summary))
    } catch {
      return Ending(outcome: run.outcome(of: error), summary: .failure(error))
    }
  }
}

extension ExitCode {
  /// The code for a failure that ended a command.
  public init(failure: any Error) {
    switch failure {
    case is PipelineProblems, is PipelineProblem, is UsageFailure: self = .usage
    case is LockedError: self = .locked
    case is InterruptedError: self = .interrupted
    default: self = .failed
    }
  }
}
