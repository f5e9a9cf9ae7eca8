import Hashing
import JapaneseText
import Model
import Reconciliation

/// The facts of all sources with people's answers applied, ready to be checked.
struct DecidedFacts: Sendable {
  /// The facts of each source that was read, in the order of the sources.
  let facts: [Facts]
  /// The sources.
  let documents: [SourceDocument]
  /// What the answers found.
  let findings: [Finding]
  /// What tells the cache when the facts change.
  fileprivate let inputs: String

  init(_ results: [SourceResult], registries: Registries, answers: Answers) {
    documents = results.map(\.document)
    let decided = apply(
      answers.decisions, to: results.compactMap(\.facts), documents: documents,
      registries: registries)
    facts = decided.facts
    findings = decided.findings
    // The facts' keys change with everything that made them; a refused source has none.
    inputs = results.map { $0.document.id + $0.key }.joined(separator: "\n")
  }
}

/// The facts of all sources, people's answers applied, with the checks over them.
struct CheckedFacts: Sendable {
  /// The facts of each source that was read, in the order of the sources.
  let facts: [Facts]
  /// The checks.
  let entries: [ReconciliationEntry]
  /// What the checks and the answers found.
  var findings: [Finding] { found + decided }
  private let found: [Finding]
  private let decided: [Finding]
  /// The name of the checks in the cache.
  private let key: String
  private let isKept: Bool

  init(
    _ decided: DecidedFacts, pipeline: PipelineFile, registries: Registries, knowledge: String,
    asOf: Day?, staging: Staging
  ) throws {
    facts = decided.facts
    self.decided = decided.findings
    let settings = "\(pipeline.rulesText)\n\(knowledge)\n\(asOf?.description ?? "")"
    key = try Staging.key(
      .findings, input: SHA256.digits(of: Array(decided.inputs.utf8)), settings: settings)
    if let lines = staging.lines(.findings, key: key), let staged = StagedChecks.checks(lines) {
      entries = staged.entries
      found = staged.findings
      isKept = true
      return
    }
    let result = reconcile(
      facts, documents: decided.documents, registries: registries,
      rules: pipeline.rules.map { $0.rule(for: decided.documents) })
    entries = result.entries
    found = result.findings
    isKept = false
  }

  /// Keeps the checks in the cache, where they did not come from there.
  func keep(_ staging: Staging) throws {
    if !isKept { try staging.keep(StagedChecks.lines(entries, found), .findings, key: key) }
  }
}
