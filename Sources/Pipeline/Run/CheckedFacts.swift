import Hashing
import JapaneseText
import Model
import Reconciliation

/// The facts of all sources, people's answers applied, with the checks over them.
struct CheckedFacts {
  /// The facts of each source that was read, in the order of the sources.
  let facts: [Facts]
  /// The checks.
  let entries: [ReconciliationEntry]
  /// What the checks and the answers found.
  let findings: [Finding]
  init(
    results: [SourceResult], pipeline: PipelineFile, registries: Registries,
    knowledge: String, answers: Answers, asOf: Day?, staging: Staging
  ) throws {
    let decided = apply(
      answers.decisions, to: results.compactMap(\.facts), documents: results.map(\.document),
      registries: registries)
    facts = decided.facts
    let documents = results.map(\.document)
    // The facts' keys change with everything that made them; a refused source has none.
    let inputs = results.map { $0.document.id + $0.key }.joined(separator: "\n")
    let settings = "\(pipeline.rulesText)\n\(knowledge)\n\(asOf?.description ?? "")"
    let key = try Staging.key(
      .findings, input: SHA256.digits(of: Array(inputs.utf8)), settings: settings)
    if let lines = staging.lines(.findings, key: key), let staged = StagedChecks.checks(lines) {
      entries = staged.entries
      findings = staged.findings + decided.findings
      return
    }
    let result = reconcile(
      facts, documents: documents, registries: registries,
      rules: pipeline.rules.map { $0.rule(for: documents) })
    entries = result.entries
    findings = result.findings + decided.findings
    try staging.keep(StagedChecks.lines(entries, result.findings), .findings, key: key)
  }
}
