public import Model

/// Compares what the sources print, as the rules say.
///
/// - Parameters:
///   - facts: what was found in the sources, with keys given to the rows.
///   - documents: the sources, for their paths, their issuers and their years.
///   - registries: what is known beforehand of ministries, programmes and projects.
///   - rules: the rules of the pipeline.
///   - roundings: for documents, by key, whose rounding a footnote or the pipeline file declares.
///   It is used for figures whose own rounding is `unknown`.
public func reconcile(
  _ facts: [Facts], documents: [SourceDocument], registries: Registries, rules: [Rule],
  roundings: [String: Rounding] = [:]
) -> ReconciliationResult {
  var run = ReconciliationRun(
    Ledger(facts, documents: documents, registries: registries), rules, declared: roundings)
  run.collectChecks()
  run.settleRoundings()
  return run.result()
}

/// The steps of one reconciliation.
struct ReconciliationRun {
  private(set) var ledger: Ledger
  let rules: [Rule]
  private let declared: [String: Rounding]
  private var checks: [Check] = []
  private var roundings: [String: Rounding]
  private var output = ReconciliationResult()

  init(_ ledger: Ledger, _ rules: [Rule], declared: [String: Rounding]) {
    self.ledger = ledger
    self.rules = rules
    self.declared = declared
    roundings = declared
  }

  mutating func collectChecks() {
    checks = []
    output.reprises = []
    let needsIndex = rules.contains { $0.kind == .restated || $0.kind == .priorYear }
    let index = needsIndex ? FigureIndex(ledger) : nil
    for position in rules.indices {
      let rule = rules[position]
      let stated = StatedSums(
        ledger: ledger, rule: rule, position: position, roundings: roundings)
      switch rule.kind {
      case .total:
        checks += TotalRule(ledger, rule, position: position)
          .checks(&output.reprises, stated: stated.totals)
        stated.add(to: &checks)
      case .printedTotal, .components: stated.add(to: &checks)
      case .priorYear:
        guard let index else { break }
        checks += PriorYearRule(ledger: ledger, rule: rule, position: position, index: index)
          .checks()
      case .restated:
        guard let index else { break }
        checks += RestatedRule(
          ledger: ledger, rule: rule, position: position, index: index,
          crossing: rules.filter { $0.kind == .crossMinistry }
        ).checks()
      case .crossMinistry:
        checks += CrossMinistryRule(ledger: ledger, rule: rule, position: position).checks()
      case .series, .target:
        checks += IndicatorRule(ledger: ledger, rule: rule, position: position).checks()
      case .registry: break
      }
    }
  }

  /// Finds out how figures were rounded that do not say it, and reads them so.
  mutating func settleRoundings() {
    let decision = RoundingDecision(checks, ledger, declared: declared)
    output.roundings = decision.inferences
    output.findings += decision.inferences.compactMap { inference in
      inference.finding(path: ledger.documents[inference.document]?.path ?? inference.document)
    }
    roundings = decision.roundings
    guard ledger.hasUnknownRoundings else { return }
    for facts in ledger.facts where roundings[facts.document] == nil {
      roundings[facts.document] = .round
    }
    ledger.resolveRoundings(roundings)
    collectChecks()
  }

  mutating func result() -> ReconciliationResult {
    output.counts = rules.map { RuleCount(rule: $0.id) }
    let verdicts = checks.map { Verdict($0) }
    let suspicions = Suspicions(checks, verdicts, ledger, rules)
    var keys = KeyGiver()
    output.entries.reserveCapacity(checks.count)
    for position in checks.indices {
      if let note = checks[position].roundingNote(verdicts[position].status, ledger) {
        checks[position].notes.append(note)
      }
      record(
        entry(checks[position], verdicts[position], suspicions.texts(position), &keys),
        checks[position])
    }
    for position in rules.indices where rules[position].kind == .registry {
      let names = RegistryRule(ledger: ledger, rule: rules[position]).compared(&keys)
      for entry in names.entries { output.counts[position].count(entry) }
      output.entries += names.entries
      output.findings += names.findings
    }
    return output
  }

  private mutating func record(_ entry: ReconciliationEntry, _ check: Check) {
    output.counts[check.rule].count(entry)
    output.entries.append(entry)
    guard entry.status == .mismatch || entry.status == .undecided else { return }
    let rule = rules[check.rule]
    output.findings.append(
      Finding(
        rule.kind.code, severity: entry.severity, document: entry.document,
        place: check.left.first.map { ledger.place(of: $0.origin) }, dataset: "reconciliations",
        row: entry.id,
        subject: "\(entry.rule): \(entry.scope): \(entry.leftLabel), \(entry.rightLabel)",
        message: rule.message(for: entry)))
  }
}

extension RuleCount {
  fileprivate mutating func count(_ entry: ReconciliationEntry) {
    statuses[entry.status, default: 0] += 1
  }
}
