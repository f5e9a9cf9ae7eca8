import JSON
import Pipeline
import Platform

/// `choai status`: what a run would do, and why.
enum StatusCommand: Command {
  static let description = CommandDescription(
    name: "status",
    summary: "which sources are new, changed, stale or missing, and why",
    arguments: [
      .init(name: "PIPELINE", help: "a pipeline's name or file (the default)", isOptional: true)
    ],
    options: [
      .init(name: "--raw", value: "DIR", help: "the folder of the sources (raw)"),
      .init(name: "--staged", value: "DIR", help: "the folder of the cache (staged)"),
      .init(name: "--out", value: "DIR", help: "the folder of the snapshots (published)"),
      .init(name: "--exit-code", help: "end with 1 where a run would have something to do"),
    ],
    details: """
      Sources are compared with the newest snapshot by their content. Those that are as they were
      published are counted; --verbose lists them too. Decisions, waivers and rules need no source
      to be read again, so they do not show here.
      """)

  static func run(_ arguments: Arguments) async throws -> ExitCode {
    var settings = RunSettings()
    settings.raw = arguments.value("--raw") ?? settings.raw
    settings.staged = arguments.value("--staged") ?? settings.staged
    settings.out = arguments.value("--out")
    var code = ExitCode.success
    for pipeline in try PipelineCatalogue().load(arguments.words) {
      let status = try PipelineStatus(of: pipeline, settings)
      let text = arguments.has("--json") ? status.json.line + "\n" : text(status, arguments)
      try Console.write(text, to: .output)
      if arguments.has("--exit-code"), !status.isCurrent { code = .findings }
    }
    return code
  }

  private static func text(_ status: PipelineStatus, _ arguments: Arguments) -> String {
    let counts = PipelineStatus.State.allCases.compactMap { state in
      status.count(state) > 0 ? "\(status.count(state)) \(state.rawValue)" : nil
    }
    let snapshot = status.snapshot.isEmpty ? "no snapshot yet" : status.snapshot
    let rows = status.sources
      .filter { $0.state != .current || arguments.has("--verbose") }
      .map { [$0.state.rawValue, $0.path, $0.reason] }
    return "\(snapshot): \(counts.isEmpty ? "no sources" : counts.joined(separator: ", "))\n"
      + TextTable.text(rows)
  }
}
