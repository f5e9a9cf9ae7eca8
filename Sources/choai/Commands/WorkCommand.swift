import JSON
import Pipeline
import Platform

/// `choai work`: one step of a job that runs on many machines, lines in and lines out.
enum WorkCommand: Command {
  static let description = CommandDescription(
    name: "work",
    summary: "a worker of a job on many machines: JSON Lines in, JSON Lines out",
    arguments: [
      .init(
        name: "STEP",
        help: "extract: documents in, facts out; reconcile: facts in, checks out; describe")
    ],
    options: [
      .init(name: "--protocol", value: "N", help: "the protocol the job speaks: 1"),
      .init(name: "--pipeline", value: "NAME", help: "the pipeline whose rules hold (the default)"),
      .init(name: "--rules", value: "SHA256", help: "refuse to work by any other rules"),
      .init(
        name: "--files", value: "DIR", help: "the folder of documents that are given by path"),
      .init(
        name: "--quarantine", value: "FILE", help: "documents not to look at, one a line"),
      .init(
        name: "--line-limit", value: "BYTES", help: "the longest line that is taken (67108864)"),
    ],
    details: """
      A line for extract is {"doc": PATH, "text": …}, with "b64" for bytes or "path" for a file
      instead of the text, maybe with "p": 1 and "sha256". PATH finds the source in the pipeline.
      Each line is answered by rows, errors and one receipt; one trailer ends the output, and
      without it the output counts for nothing. What is wrong with a document is an error line.
      A line for reconcile is one that extract wrote, sorted by part, doc and seq.
      """)

  static func run(_ arguments: Arguments) async throws -> ExitCode {
    let word = arguments.words[0]
    guard let step = Step(rawValue: word) else {
      let known = Step.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError(description, "STEP is '\(word)', but can be: \(known)")
    }
    let names = arguments.value("--pipeline").map { [$0] } ?? []
    guard let pipeline = try PipelineCatalogue().load(names).first else { return .usage }
    let settings = try WorkSettings(
      pipeline, version: Choai.version,
      quarantine: try arguments.value("--quarantine").map(WorkSettings.quarantine) ?? [],
      files: arguments.value("--files"))
    try settings.check(rules: arguments.value("--rules"))
    if step == .describe {
      try Console.write(settings.description.line + "\n", to: .output)
      return .success
    }
    try checkProtocol(arguments)
    do {
      try work(step, settings, lineLimit: try lineLimit(arguments))
    } catch let error as PlatformError where error.code == .brokenPipe {
      // A job that stops reading has lost the rest; that is no success here.
      return .failed
    }
    return .success
  }

  private enum Step: String, CaseIterable {
    case extract
    case reconcile
    case describe
  }

  private static func work(_ step: Step, _ settings: WorkSettings, lineLimit: Int) throws {
    var input = InputLines(limit: lineLimit)
    if step == .extract {
      var worker = ExtractWorker(settings)
      while let line = try input.next() {
        try Console.write(try worker.answer(line), to: .output)
      }
      try Console.write(worker.end(), to: .output)
    } else {
      var worker = ReconcileWorker(settings)
      while let line = try input.next() {
        try Console.write(try worker.take(line), to: .output)
      }
      try Console.write(try worker.end(), to: .output)
    }
  }

  private static func checkProtocol(_ arguments: Arguments) throws(UsageError) {
    let known = String(WorkSettings.protocolVersion)
    guard let asked = arguments.value("--protocol") else {
      throw UsageError(description, "--protocol N: say which protocol the job speaks (\(known))")
    }
    guard asked == known else {
      throw UsageError(description, "--protocol is \(asked), but this worker speaks \(known)")
    }
  }

  private static func lineLimit(_ arguments: Arguments) throws(UsageError) -> Int {
    guard let text = arguments.value("--line-limit") else { return WorkSettings.lineLimit }
    guard let limit = Int(text), limit > 0 else {
      throw UsageError(description, "--line-limit is '\(text)', but should be a number of bytes")
    }
    return limit
  }
}
