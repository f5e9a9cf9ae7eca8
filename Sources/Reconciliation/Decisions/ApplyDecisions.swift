public import Model

/// Facts after people's decisions, and what is to be said of the decisions.
public struct DecidedFacts: Sendable, Hashable {
  /// The facts; a settled finding is gone from them.
  public var facts: [Facts]
  /// Decisions that are stale, that nothing asked for, or that cannot be read.
  public var findings: [Finding]
}

/// Puts people's decisions into the facts they are about.
///
/// A decision whose source has changed since is not used: the answer may no longer be right. Apply
/// decisions before reconciling; rows whose meaning changes get a new key.
public func apply(
  _ decisions: [Decision], to facts: [Facts], documents: [SourceDocument], registries: Registries
) -> DecidedFacts {
  var application = DecisionApplication(facts, documents, registries)
  // The last answer to a finding holds.
  for decision in decisions.sorted(by: { $0.day > $1.day }) { application.apply(decision) }
  return application.result()
}

/// The steps of putting decisions into facts.
private struct DecisionApplication {
  private var facts: [Facts]
  private let hashes: [String: String]
  private let registries: RegistryIndex
  /// Where each finding stands, by its key.
  private var places: [String: (source: Int, finding: Int)] = [:]
  private var settled: [Set<Int>]
  private var answered: Set<String> = []
  private var changedRows: Set<Int> = []
  private var findings: [Finding] = []

  init(_ facts: [Facts], _ documents: [SourceDocument], _ registries: Registries) {
    self.facts = facts
    hashes = Dictionary(
      documents.map { ($0.id, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    self.registries = RegistryIndex(registries)
    settled = facts.map { _ in [] }
    for source in facts.indices {
      for (index, entry) in Finding.entries(of: facts[source].findings).enumerated() {
        places[entry.id] = (source, index)
      }
    }
  }

  mutating func apply(_ decision: Decision) {
    guard let place = places[decision.finding] else {
      return report(
        decision, .decisionUnused,
        "no finding of the sources has this key now. Remove the decision; a failed check is answered "
          + "with a waiver")
    }
    guard answered.insert(decision.finding).inserted else {
      return report(decision, .decisionUnused, "a later decision answers the same finding")
    }
    let document = facts[place.source].document
    let hash = hashes[document] ?? ""
    guard decision.sourceHash.isEmpty || decision.sourceHash == hash else {
      return report(
        decision, .decisionStale,
        "its source has changed since \(decision.day). Look at the source again and renew the "
          + "decision with source_hash \(hash)", document)
    }
    let row = facts[place.source].findings[place.finding].row
    guard let line = facts[place.source].budgetLines.firstIndex(where: { $0.row.id == row }) else {
      return report(
        decision, .decisionUnused, "its finding is not about a budget line", document)
    }
    write(decision, line, place)
  }

  private mutating func write(
    _ decision: Decision, _ line: Int, _ place: (source: Int, finding: Int)
  ) {
    let answer: DecisionAnswer
    do {
      answer = try DecisionAnswer(decision.answer)
    } catch {
      return report(
        decision, .decisionUnused, "its answer cannot be read: \(error.message)",
        facts[place.source].document)
    }
    var row = answer.applied(to: facts[place.source].budgetLines[line].row, registries)
    row.link = .certain
    row.linkMethod = "decided by \(decision.author) on \(decision.day): \(decision.reason)"
    row.candidates = []
    facts[place.source].budgetLines[line].row = row
    settled[place.source].insert(place.finding)
    changedRows.insert(place.source)
  }

  private mutating func report(
    _ decision: Decision, _ code: FindingCode, _ problem: String, _ document: String? = nil
  ) {
    findings.append(
      Finding(
        code, document: document, dataset: "decisions", subject: decision.finding,
        message:
          "The decision of \(decision.author) on \(decision.finding) is not used: \(problem)."
      ))
  }

  /// The facts with new keys where rows changed, and the findings that are still open.
  mutating func result() -> DecidedFacts {
    for source in changedRows.sorted() {
      let old = facts[source].budgetLines.map(\.row.id)
      facts[source].giveKeys()
      let renamed = Dictionary(
        zip(old, facts[source].budgetLines.map(\.row.id)), uniquingKeysWith: { first, _ in first })
      var open: [Finding] = []
      for (index, finding) in facts[source].findings.enumerated()
      where !settled[source].contains(index) {
        var finding = finding
        if finding.dataset == "budget_lines" { finding.row = renamed[finding.row] ?? finding.row }
        open.append(finding)
      }
      facts[source].findings = open
    }
    return DecidedFacts(facts: facts, findings: findings)
  }
}
