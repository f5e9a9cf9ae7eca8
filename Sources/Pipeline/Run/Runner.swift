/// Runs loaded pipelines, and turns failures into exit codes.
public struct Runner: Sendable {
  private let settings: RunSettings
  private let log: Log

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

  /// Runs a pipeline.
  public func run(_ pipeline: LoadedPipeline) async throws -> RunSummary {
    let run = PipelineRun(
      pipeline: pipeline.file, registries: pipeline.registries,
      registriesText: pipeline.registriesText, answers: pipeline.answers, settings: settings,
      log: log, folder: SnapshotFolder(path: Runner.out(of: pipeline, settings.out)))
    return try await run.run()
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
