import Model

/// Whether amounts listed elsewhere count in the totals of each source: as the rule says, or as
/// the totals themselves say.
struct RepriseDecision {
  /// What was inferred, source by source.
  private(set) var inferences: [RepriseInference] = []
  private let rulePolicy: ReprisePolicy
  private var bySource: [Int32: Int] = [:]

  init(_ total: TotalRule) {
    rulePolicy = total.rule.reprise
    guard rulePolicy == .infer else { return }
    var evidence: [Int32: (included: [String], excluded: [String])] = [:]
    var sources: [Int32] = []
    for group in total.groups where !group.totals.isEmpty && group.hasReprises(total.ledger) {
      let source = group.key.source
      if evidence[source] == nil {
        evidence[source] = ([], [])
        sources.append(source)
      }
      for line in group.totals {
        let included = total.check(of: line, in: group, policy: .include, note: "")
        let excluded = total.check(of: line, in: group, policy: .exclude, note: "")
        switch (Verdict(included).status.isAgreement, Verdict(excluded).status.isAgreement) {
        case (true, false): evidence[source]?.included.append(included.scope)
        case (false, true): evidence[source]?.excluded.append(included.scope)
        default: break
        }
      }
    }
    for source in sources {
      let found = evidence[source] ?? ([], [])
      let policy: ReprisePolicy =
        found.excluded.count > found.included.count ? .exclude : .include
      bySource[source] = inferences.count
      inferences.append(
        RepriseInference(
          rule: total.rule.id, document: total.ledger.facts[Int(source)].document, policy: policy,
          onlyIncluded: found.included, onlyExcluded: found.excluded))
    }
  }

  /// What to do in a group, with a note for people where it was inferred.
  func policy(for group: TotalGroup) -> (policy: ReprisePolicy, note: String) {
    guard rulePolicy == .infer, let position = bySource[group.key.source] else {
      return (rulePolicy == .exclude ? .exclude : .include, "")
    }
    return (inferences[position].policy, inferences[position].note)
  }
}

extension RepriseInference {
  /// What was inferred and from what, for people.
  var note: String {
    let counts = policy == .include ? "count" : "do not count"
    let evidence = policy == .include ? onlyIncluded.count : onlyExcluded.count
    let against = policy == .include ? onlyExcluded.count : onlyIncluded.count
    if evidence == 0 { return "amounts listed elsewhere \(counts), as no total decides it" }
    return "amounts listed elsewhere \(counts): \(evidence) of the source's totals agree only so"
      + (against == 0 ? "" : ", \(against) only otherwise")
  }
}

extension TotalGroup {
  /// Whether an amount listed elsewhere is among the parts.
  func hasReprises(_ ledger: Ledger) -> Bool {
    addends.contains { ledger.lines[$0].reprise != .none }
  }
}
