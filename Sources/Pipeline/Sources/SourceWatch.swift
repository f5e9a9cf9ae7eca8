import JapaneseText
import Model
import Platform

/// Compares the sources of a run with what they were like when they were last good, and does what
/// the pipeline file wants where one has gone wrong.
struct SourceWatch {
  let pipeline: PipelineFile
  let kept: KeptSources
  let work: SourceWork
  /// Whether the run looks at a part of the sources only, so that none can be called missing.
  let isPartial: Bool
  /// The day of the run, which kept rows name.
  let day: Day

  /// What came of watching.
  struct Outcome {
    /// The sources, some of them as they were when they were last good.
    var results: [SourceResult]
    /// Sources that are missing, but whose facts are kept.
    var keptSources: [SourceFile] = []
    /// What people should be told about the run.
    var findings: [Finding] = []
    /// What is to be remembered.
    var known: [String: KnownSource]
  }

  /// Looks at the results of a run; throws where nothing shall be published.
  func watch(_ results: [SourceResult]) throws -> Outcome {
    let known = try kept.known()
    var outcome = Outcome(results: [], known: known)
    var failures: [String] = []
    for result in results {
      let path = result.document.path
      guard let past = known[path], case let events = past.events(result), !events.isEmpty,
        let entry = pipeline.entry(claiming: path)
      else {
        outcome.results.append(result)
        continue
      }
      let messages = events.map { message($0, past, result) }
      failures += zip(events, messages).filter { policy($0.0, entry) == .fail }.map(\.1)
      if let index = events.firstIndex(where: { policy($0, entry) == .keep }),
        let old = try keep(past, entry, messages[index], &outcome)
      {
        outcome.results.append(old)
        continue
      }
      outcome.results.append(result)
      outcome.findings += zip(events, messages).compactMap { finding($0.0, $0.1, result) }
    }
    if !isPartial {
      try addMissing(known, to: &outcome, &failures)
    }
    if !failures.isEmpty { throw SourceFailure(messages: failures) }
    for result in outcome.results {
      if let now = KnownSource(result) { outcome.known[now.path] = now }
    }
    return outcome
  }

  /// Copies the sources whose facts may have to be kept some day.
  func copySources(_ known: [String: KnownSource]) throws {
    for (path, source) in known where isKeeping(path) {
      guard !kept.has(sha256: source.sha256),
        let bytes = try work.bytes(path, sha256: source.sha256)
      else { continue }
      try kept.keep(bytes, sha256: source.sha256)
    }
  }

  /// Remembers what the sources are like.
  func remember(_ known: [String: KnownSource]) throws {
    try kept.remember(known, keeping: Set(known.values.filter { isKeeping($0.path) }.map(\.sha256)))
  }

  private func isKeeping(_ path: String) -> Bool {
    guard pipeline.sources.contains(where: \.isKeeping) else { return false }
    return pipeline.entry(claiming: path).map { pipeline.sources[$0].isKeeping } ?? false
  }

  private func policy(_ event: SourceEvent, _ entry: Int) -> SourcePolicy {
    pipeline.sources[entry].policies[event] ?? .warn
  }

  // MARK: Sources that are missing

  private func addMissing(
    _ known: [String: KnownSource], to outcome: inout Outcome, _ failures: inout [String]
  ) throws {
    let here = Set(outcome.results.map(\.document.path))
    for (path, past) in known.sorted(by: { $0.key < $1.key }) where !here.contains(path) {
      // One that no entry claims any more was taken out on purpose.
      guard let entry = pipeline.entry(claiming: path) else {
        outcome.known[path] = nil
        continue
      }
      let message = "\(path): is missing; \(past.past)"
      switch policy(.missing, entry) {
      case .fail: failures.append(message)
      case .warn: outcome.known[path] = nil
      case .keep:
        guard let old = try keep(past, entry, message, &outcome) else { continue }
        outcome.results.append(old)
        outcome.keptSources.append(SourceFile(path: path, entry: entry))
      }
    }
    outcome.results.sort {
      $0.document.path.utf8.lexicographicallyPrecedes($1.document.path.utf8)
    }
  }

  // MARK: Facts that are kept

  private func keep(
    _ past: KnownSource, _ entry: Int, _ why: String, _ outcome: inout Outcome
  ) throws -> SourceResult? {
    guard let bytes = kept.bytes(sha256: past.sha256) else { return nil }
    let source = SourceFile(path: past.path, entry: entry)
    var result = try work.result(of: source, bytes)
    guard var facts = result.facts else { return nil }
    let since = past.keptSince.isEmpty ? day.description : past.keptSince
    outcome.known[past.path]?.keptSince = since
    let mark = "kept since \(since) from the last good source"
    result.isKept = true
    result.document.reason = "\(mark): \(why)"
    result.findings.append(
      Finding(
        .sourceKept, document: result.document.id, dataset: SourceDocument.table.name,
        row: result.document.id, subject: past.path,
        message:
          "\(why). The rows of the last good source are kept since \(since). Fetch the source "
          + "again; to take it as it is, set the policy in the pipeline file to 'warn'."))
    result.findings += facts.markKept(mark)
    result.facts = facts
    // The checks over these facts are others than over the same facts of today.
    result.key += "-kept-\(since)"
    return result
  }

  // MARK: Words

  private func message(
    _ event: SourceEvent, _ past: KnownSource, _ result: SourceResult
  ) -> String {
    let now = result.document
    let what =
      switch event {
      case .missing: "is missing"
      case .refused: "is refused (\(now.reason))"
      case .shrunk: "has \(now.lines) lines"
      case .otherKind: "is of another kind, read as \(now.reader)"
      case .movedColumns: "has other columns: \(result.headings.joined(separator: ", "))"
      }
    let columns =
      event == .movedColumns ? "; its columns were: \(past.headings.joined(separator: ", "))" : ""
    return "\(past.path): \(what); \(past.past)\(columns)"
  }

  /// The finding about the run for a source that is taken as it is; what the comparison with the
  /// snapshot before finds by itself is not said twice.
  private func finding(
    _ event: SourceEvent, _ message: String, _ result: SourceResult
  ) -> Finding? {
    let code: FindingCode
    switch event {
    case .missing, .shrunk: return nil
    case .refused: code = .sourceRefused
    case .otherKind: code = .sourceOtherKind
    case .movedColumns: code = .columnsMoved
    }
    return Finding(
      code, document: result.document.id, dataset: SourceDocument.table.name,
      row: result.document.id, subject: result.document.path,
      message: "\(message). See whether it was fetched well.")
  }
}

/// Sources are not as the pipeline file wants them, and nothing shall be published.
struct SourceFailure: Error, CustomStringConvertible {
  let messages: [String]

  var description: String {
    "the pipeline file says 'fail' for what became of a source; nothing was published\n"
      + messages.map { "  " + $0 }.joined(separator: "\n")
      + "\n  Fetch the source again, or change its policy."
  }
}
