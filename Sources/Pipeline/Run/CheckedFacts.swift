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
  /// How each rule came out, and what was inferred.
  let result: ReconciliationResult

  init(
    results: [SourceResult], pipeline: PipelineFile, registries: Registries, answers: Answers,
    asOf: Day?
  ) {
    facts = results.compactMap(\.facts)
    let documents = results.map(\.document)
    result = reconcile(
      facts, documents: documents, registries: registries,
      rules: pipeline.rules.map { $0.rule(for: documents) })
    entries = result.entries
    findings = result.findings
  }
}
