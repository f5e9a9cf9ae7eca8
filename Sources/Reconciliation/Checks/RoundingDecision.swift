import Model

/// What one sum says of the way the figures of its source were rounded.
enum RoundingEvidence {
  /// Rounding to the nearest explains it and cutting off cannot.
  case onlyRounded
  /// Cutting off explains it and rounding to the nearest cannot.
  case onlyTruncated
}

/// How the figures of each source were rounded, where neither they nor the pipeline say: what
/// its sums can be explained by.
struct RoundingDecision {
  /// What was found, source by source.
  private(set) var inferences: [RoundingInference] = []

  init(_ checks: [Check], _ ledger: Ledger, declared: [String: Rounding]) {
    var onlyRounded: [Int: [String]] = [:]
    var onlyTruncated: [Int: [String]] = [:]
    // How the figures of each source say that they were rounded; `unknown` where they do not.
    var own: [Int: Rounding] = [:]
    for position in checks.indices where checks[position].tellsRounding(ledger) {
      let source = checks[position].source
      if own[source] == nil { own[source] = checks[position].ownRounding }
      switch checks[position].roundingEvidence {
      case .onlyRounded: onlyRounded[source, default: []].append(checks[position].scope)
      case .onlyTruncated: onlyTruncated[source, default: []].append(checks[position].scope)
      case nil: break
      }
    }
    for source in ledger.facts.indices {
      let document = ledger.facts[source].document
      let declaration = declared[document]
      guard declaration != nil || own[source] != nil else { continue }
      let (rounded, truncated) = (onlyRounded[source] ?? [], onlyTruncated[source] ?? [])
      let inferred = declaration ?? (truncated.count > rounded.count ? .truncate : .round)
      let reading = own[source].map { $0 == .unknown ? inferred : $0 } ?? inferred
      inferences.append(
        RoundingInference(
          document: document, rounding: inferred, reading: reading,
          isDeclared: declaration != nil,
          isInferred: declaration == nil && (own[source] ?? .unknown) == .unknown,
          onlyRounded: rounded, onlyTruncated: truncated))
    }
  }

  /// The rounding of each document's figures that have none of their own.
  var roundings: [String: Rounding] {
    Dictionary(inferences.map { ($0.document, $0.rounding) }, uniquingKeysWith: { a, _ in a })
  }
}

extension Check {
  /// Whether it is a sum of amounts of one source, which may tell how they were rounded.
  func tellsRounding(_ ledger: Ledger) -> Bool {
    guard case .yen = measure, relation == .sum, ruling == nil else { return false }
    return standsInOneSource(ledger)
  }

  /// How the first of its figures that is no point says that it was rounded.
  fileprivate var ownRounding: Rounding {
    (left + right).lazy.compactMap(\.figure?.rounding).first { $0 != .exact } ?? .exact
  }

  /// Which of the two readings of its figures the sum excludes, where it excludes one.
  var roundingEvidence: RoundingEvidence? {
    let rounded = Verdict(self, assuming: .round).status
    // Equal as printed is no evidence for either reading.
    if rounded == .exact { return nil }
    let truncated = Verdict(self, assuming: .truncate).status
    if rounded == .withinRounding, truncated == .mismatch { return .onlyRounded }
    if truncated == .withinRounding, rounded == .mismatch { return .onlyTruncated }
    return nil
  }

  /// What a person should know of the sum as evidence, under the status it came out with.
  func roundingNote(_ status: ReconciliationStatus, _ ledger: Ledger) -> String? {
    guard status == .withinRounding || status == .mismatch, tellsRounding(ledger),
      let evidence = roundingEvidence
    else { return nil }
    switch (evidence, status == .mismatch) {
    case (.onlyRounded, false): return "cutting off could not explain it"
    case (.onlyRounded, true): return "rounding to the nearest could explain it"
    case (.onlyTruncated, false): return "rounding to the nearest could not explain it"
    case (.onlyTruncated, true): return "cutting off could explain it"
    }
  }
}

extension RoundingInference {
  /// What the totals of a source say of its rounding, for a person who decides on it; nothing
  /// where they say nothing.
  func finding(path: String) -> Finding? {
    let evidence = [
      Self.words(onlyRounded, "rounded to the nearest"), Self.words(onlyTruncated, "cut off"),
    ].compactMap { $0 }
    if evidence.isEmpty { return nil }
    let isOpposed = reading == .truncate ? !onlyRounded.isEmpty : !onlyTruncated.isEmpty
    let source =
      isDeclared
      ? "as declared"
      : isInferred
        ? "as these totals show, or as is usual"
        : "as the source or the pipeline file says, or as is usual"
    let advice = isOpposed ? "; if that is wrong, say 'rounding' in the pipeline file" : ""
    return Finding(
      .rounding, severity: isOpposed ? .warning : .info, document: document, dataset: "documents",
      row: document, subject: "rounding",
      message: "\(path): \(evidence.joined(separator: "; ")). Its figures are read as "
        + "'\(reading.rawValue)', \(source)\(advice).")
  }

  private static func words(_ scopes: [String], _ reading: String) -> String? {
    if scopes.isEmpty { return nil }
    let shown = scopes.prefix(mostNamed).joined(separator: ", ")
    let rest = scopes.count > mostNamed ? " and \(scopes.count - mostNamed) more" : ""
    let totals = scopes.count == 1 ? "1 total agrees" : "\(scopes.count) totals agree"
    return "\(totals) only when figures are \(reading) (\(shown)\(rest))"
  }

  // A person looks at a handful.
  private static let mostNamed = 12
}
