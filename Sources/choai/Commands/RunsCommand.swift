import JSON
import Pipeline
import Platform

/// `choai runs`: the history of the runs of a pipeline.
enum RunsCommand: Command {
  static let description = CommandDescription(
    name: "runs",
    summary: "the last runs of a pipeline, the newest first",
    arguments: [
      .init(name: "PIPELINE", help: "a pipeline's name or file (the default)", isOptional: true)
    ],
    options: [
      .init(name: "--out", value: "DIR", help: "the folder of the snapshots (published)"),
      .init(name: "--limit", value: "N", help: "at most N runs (20)"),
    ],
    details: """
      Each run that held the lock is kept in history.sqlite in the folder of the snapshots, also
      one that failed or was interrupted. With --json each run is a line of JSON.
      """)

  private static let usualLimit = 20
  private static let columns = [
    "number", "started", "result", "exit", "milliseconds", "read", "refused", "cached", "errors",
    "warnings", "snapshot",
  ]

  static func run(_ arguments: Arguments) async throws -> ExitCode {
    let limit = try arguments.number("--limit", of: description) ?? usualLimit
    for pipeline in try PipelineCatalogue().load(arguments.words) {
      let out = Runner.out(of: pipeline, arguments.value("--out"))
      let entries = try RunHistory(out: out).entries(limit: limit)
      if arguments.has("--json") {
        for entry in entries { try Console.write(entry.json.line + "\n", to: .output) }
      } else if entries.isEmpty {
        try Console.write("\(out): no run yet\n", to: .output)
      } else {
        let rows = entries.map { entry in columns.map(entry.text) }
        try Console.write(TextTable.text([columns] + rows), to: .output)
        for entry in entries where !entry.text("message").isEmpty {
          try Console.write("\(entry.text("number")): \(entry.text("message"))\n", to: .output)
        }
      }
    }
    return .success
  }
}
