import Pipeline
import Platform

/// `choai report`: the HTML report of a snapshot.
enum ReportCommand: Command {
  static let description = CommandDescription(
    name: "report",
    summary: "the HTML report of the newest snapshot, on standard output",
    arguments: [
      .init(name: "PIPELINE", help: "a pipeline's name or file (the default)", isOptional: true)
    ],
    options: [
      .init(name: "--out", value: "DIR", help: "the folder of the snapshots (published)"),
      .init(name: "--path", help: "say where the report is instead"),
    ])

  static func run(_ arguments: Arguments) async throws -> ExitCode {
    for pipeline in try PipelineCatalogue().load(arguments.words) {
      let path = try Runner.report(of: pipeline, out: arguments.value("--out"))
      if arguments.has("--path") {
        try Console.write(path + "\n", to: .output)
      } else {
        try Console.write(try Files.read(path), to: .output)
      }
    }
    return .success
  }
}
