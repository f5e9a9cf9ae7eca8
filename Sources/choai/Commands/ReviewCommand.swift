import JSON
import Pipeline
import Platform
import Publishing

/// `choai review`: the open questions as a sheet to fill in, and the answers back into the pipeline.
enum ReviewCommand: Command {
  static let description = CommandDescription(
    name: "review",
    summary: "write the open questions as a CSV to fill in, or add its answers to the pipeline",
    arguments: [
      .init(name: "PIPELINE", help: "a pipeline's name or file (the default)", isOptional: true)
    ],
    options: [
      .init(
        name: "--apply", value: "SHEET",
        help: "check the answers of a sheet and add them; all or none"
      ),
      .init(
        name: "--kind", value: "KIND", help: "only link, name or check",
        words: ReviewQuestion.Kind.allCases.map(\.rawValue), repeats: true),
      .init(name: "--output", value: "FILE", help: "write there, where nothing stands yet"),
      .init(
        name: "--format", value: "FORMAT", help: "csv (usual) or excel-csv, which Excel opens",
        words: ["csv", "excel-csv"]),
      .init(name: "--raw", value: "DIR", help: "the folder of the sources (raw)"),
      .init(name: "--staged", value: "DIR", help: "the folder of the cache (staged)"),
      .init(name: "--as-of", value: "DAY", help: "the day of answers that name none (today)"),
    ],
    details: """
      Fill in 'answer', 'reason' and 'author'; leave 'answer' empty where you do not know. For a link
      the answer is the number of a candidate, a programme's name, or pairs like
      'programme=甲事業;reprise=full'. 'waive' accepts a finding until the day in 'ends'. 'day' is the
      day of the answer. Nothing is published: the next run uses the answers.

      --apply refuses answers to a source that has changed since the sheet was written, to what is
      answered already, and names that are neither candidates nor in the registry. It names line and
      reason of each and adds nothing then.
      """)

  static func run(_ arguments: Arguments) async throws -> ExitCode {
    let pipelines = try PipelineCatalogue().load(arguments.words)
    var settings = RunSettings()
    settings.raw = arguments.value("--raw") ?? settings.raw
    settings.staged = arguments.value("--staged") ?? settings.staged
    settings.asOf = try arguments.day("--as-of", of: description)
    settings.jobs = try arguments.jobs(of: description)
    settings.version = Choai.version
    let output = arguments.value("--output")
    if let output, try Files.kind(output) != nil {
      throw UsageError("\(output) is there already, and may hold answers\n  Name another file.")
    }
    for pipeline in pipelines {
      let review = try await Runner(settings: settings, log: arguments.log).review(pipeline)
      if let sheet = arguments.value("--apply") {
        try apply(sheet, to: review, of: pipeline, arguments)
      } else {
        try write(review.questions(of: arguments.values("--kind")), to: output, arguments)
      }
    }
    return .success
  }

  private static func apply(
    _ sheet: String, to review: Review, of pipeline: LoadedPipeline, _ arguments: Arguments
  ) throws {
    let answers = try ReviewAnswers(sheet, to: review)
    try answers.add(to: pipeline)
    if arguments.has("--json") {
      try Console.write(answers.json.line + "\n", to: .output)
    } else if !arguments.has("--quiet") {
      try Console.write(answers.outline + "\n", to: .output)
    }
  }

  private static func write(
    _ questions: [ReviewQuestion], to output: String?, _ arguments: Arguments
  ) throws {
    let flavour: CSVWriter.Flavour =
      arguments.value("--format") == "excel-csv" ? .excel : .plain
    if let output {
      try Files.writeNew(output, ReviewSheet.csv(questions, flavour))
      if !arguments.has("--quiet") {
        try Console.write("\(questions.count) questions: \(output)\n", to: .error)
      }
    } else if arguments.has("--json") {
      for question in questions { try Console.write(question.json.line + "\n", to: .output) }
    } else {
      try Console.write(ReviewSheet.csv(questions, flavour), to: .output)
    }
  }
}
