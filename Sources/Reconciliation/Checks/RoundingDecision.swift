import Model

/// How the figures of each source were rounded, where neither they nor the pipeline say: what
/// its sums can be explained by.
struct RoundingDecision {
  /// What was found, source by source.
  private(set) var inferences: [RoundingInference] = []

  init(_ checks: [Check], _ ledger: Ledger, declared: [String: Rounding]) {
    var onlyRounded: [Int: [String]] = [:]
    var onlyTruncated: [Int: [String]] = [:]
    var sources: Set<Int> = []
    for check in checks where check.relation == .sum && check.ruling == nil {
      guard case .yen = check.measure, check.standsInOneSource(ledger) else { continue }
      sources.insert(check.source)
      let rounded = Verdict(check, assuming: .round).status
      // Equal as printed is no evidence for either reading.
      if rounded == .exact { continue }
      let truncated = Verdict(check, assuming: .truncate).status
      if rounded == .withinRounding, truncated == .mismatch {
        onlyRounded[check.source, default: []].append(check.scope)
      } else if truncated == .withinRounding, rounded == .mismatch {
        onlyTruncated[check.source, default: []].append(check.scope)
      }
    }
    for source in ledger.facts.indices {
      let document = ledger.facts[source].document
      let declaration = declared[document]
      guard declaration != nil || sources.contains(source) else { continue }
      let (rounded, truncated) = (onlyRounded[source] ?? [], onlyTruncated[source] ?? [])
      inferences.append(
        RoundingInference(
          document: document,
          rounding: declaration ?? (truncated.count > rounded.count ? .truncate : .round),
          isDeclared: declaration != nil, onlyRounded: rounded, onlyTruncated: truncated))
    }
  }

  /// The rounding of each document's figures that have none of their own.
  var roundings: [String: Rounding] {
    Dictionary(inferences.map { ($0.document, $0.rounding) }, uniquingKeysWith: { a, _ in a })
  }
}
