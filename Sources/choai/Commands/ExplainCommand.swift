import JSON
import Pipeline
import Platform

/// `choai explain`: a row with its source lines, how it was found, and its checks.
enum ExplainCommand: Command {
  static let description = CommandDescription(
    name: "explain",
    summary: "a row, its source lines with the span marked, and its checks",
    arguments: [.init(name: "ID", help: "the id of a row of any table")],
    options: [
      .init(name: "--pipeline", value: "PIPELINE", help: "a pipeline's name or file (the default)"),
      .init(name: "--raw", value: "DIR", help: "the folder of the sources (raw)"),
      .init(name: "--out", value: "DIR", help: "the folder of the snapshots (published)"),
    ])

  static func run(_ arguments: Arguments) async throws -> ExitCode {
    let pipelines = try PipelineCatalogue().load(arguments.values("--pipeline"))
    for pipeline in pipelines {
      let explanation = try Explanation(
        pipeline, raw: arguments.value("--raw") ?? "raw", out: arguments.value("--out"))
      if arguments.has("--json") {
        try Console.write(explanation.json(of: arguments.words[0]).line + "\n", to: .output)
      } else {
        try Console.write(explanation.text(of: arguments.words[0]), to: .output)
      }
    }
    return .success
  }
}
