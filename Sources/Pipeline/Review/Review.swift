import JapaneseText
import Model
import Reconciliation

/// The open questions of a pipeline: findings that a person can answer and nobody has yet.
public struct Review: Sendable {
  /// The questions: links first, then names, then checks, in the order of the findings.
  public let questions: [ReviewQuestion]
  let pipeline: LoadedPipeline
  /// The day the questions stand for.
  let day: Day
  /// The content hashes of the sources, by their paths.
  let hashes: [String: String]

  init(_ run: PipelineRun, of pipeline: LoadedPipeline) async throws {
    let done = try await run.assembled()
    let assembly = done.assembly
    let day = try run.day()
    let waived = Set(pipeline.answers.waivers.filter { day <= $0.ends }.map(\.finding))
    var builder = ReviewBuilder(assembly, done.sources, run.work)
    let open = assembly.findings.filter { !waived.contains($0.id) }
    let all = try ReviewQuestion.Kind.allCases.flatMap { kind in
      try open.compactMap { try builder.question($0, kind) }
    }
    // What settles the link or name of a line settles what is asked of the same line again.
    let decidable = Set(all.filter(\.isDecidable).map(\.subject))
    questions = all.filter { $0.isDecidable || !decidable.contains($0.subject) }
    self.pipeline = pipeline
    self.day = day
    hashes = Dictionary(
      assembly.results.map { ($0.document.path, $0.document.sha256) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The questions of some kinds; all kinds where none is named.
  public func questions(of kinds: [String]) -> [ReviewQuestion] {
    kinds.isEmpty ? questions : questions.filter { kinds.contains($0.kind.rawValue) }
  }
}

extension ReviewQuestion {
  /// What tells two questions about the same line and sort apart from others.
  fileprivate var subject: [String] {
    kind == .check ? [finding] : [kind.rawValue, source, line.map(String.init) ?? ""]
  }
}

extension Runner {
  /// The open questions of a pipeline; nothing is published.
  public func review(_ pipeline: LoadedPipeline) async throws -> Review {
    let run = PipelineRun(
      pipeline, settings, log,
      folder: SnapshotFolder(path: Runner.out(of: pipeline, settings.out)), startedAt: "", began: 0)
    defer { log.endProgress() }
    return try await Review(run, of: pipeline)
  }
}
