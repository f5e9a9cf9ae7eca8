public import Model
public import Publishing

/// What a run should be asked about, seen against the run before.
public enum RunFindings {
  /// A source or table that lost more than this share of its rows, in percent, has shrunk.
  public static let shrinkLimit = 20

  /// Sources that stopped coming, are empty or shrank, and rows that vanished without a cause.
  public static func findings(from old: Package, to new: Package) throws(PublishingError)
    -> [Finding]
  {
    let before = try old.rows(of: SourceDocument.self)
    let now = try new.rows(of: SourceDocument.self)
    let known = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let here = Set(now.map(\.id))
    var findings: [Finding] = []
    for document in before where document.status == .read && !here.contains(document.id) {
      findings.append(missing(document))
    }
    for document in now where document.status == .read {
      if document.bytes == 0 || document.lines == 0 { findings.append(empty(document)) }
      if let earlier = known[document.id], earlier.status == .read,
        hasShrunk(from: earlier.lines, to: document.lines)
      {
        findings.append(shrunk(document, from: earlier.lines))
      }
    }
    for table in old.tables where table.description.name != SourceDocument.table.name {
      findings += vanished(table, new, known, now)
    }
    return findings
  }

  private static func hasShrunk(from old: Int, to new: Int) -> Bool {
    let (lost, overflow) = (old - new).multipliedReportingOverflow(by: 100)
    return !overflow && new > 0 && lost > old * shrinkLimit
  }

  /// The findings of one table: rows that an unchanged source gave before and gives no more, and
  /// a table that shrank as a whole.
  private static func vanished(
    _ table: Table, _ new: Package, _ before: [String: SourceDocument], _ now: [SourceDocument]
  ) -> [Finding] {
    let name = table.description.name
    let rows = new.table(name)?.rows ?? []
    var findings: [Finding] = []
    if !table.rows.isEmpty, rows.isEmpty || hasShrunk(from: table.rows.count, to: rows.count) {
      findings.append(
        Finding(
          .sourceShrank, dataset: name, subject: name,
          message: "The table \(name) has \(rows.count) rows; the run before had "
            + "\(table.rows.count). See whether its sources or its rules changed."))
    }
    let columns = table.description.columns.map(\.name)
    guard let id = columns.firstIndex(of: "id"), let document = columns.firstIndex(of: "document")
    else { return findings }
    let kept = Set(rows.map { $0.isEmpty ? .null : $0[id] })
    let unchanged = Set(
      now.filter { $0.status == .read && before[$0.id]?.sha256 == $0.sha256 }.map(\.id))
    var gone: [String: [String]] = [:]
    for row in table.rows where !kept.contains(row[id]) && unchanged.contains(row[document].field) {
      gone[row[document].field, default: []].append(row[id].field)
    }
    for (source, ids) in gone.sorted(by: { $0.key < $1.key }) {
      let shown = ids.prefix(5).joined(separator: ", ") + (ids.count > 5 ? ", …" : "")
      findings.append(
        Finding(
          .sourceShrank, document: source, dataset: name, row: ids.count == 1 ? ids[0] : "",
          subject: "\(name) \(source) vanished",
          message: "\(ids.count) rows of \(name) vanished although the source "
            + "\(before[source]?.path ?? source) is unchanged: \(shown). "
            + "See whether a rule, a decision or the program explains it."))
    }
    return findings
  }

  private static func missing(_ document: SourceDocument) -> Finding {
    // The source is no row of this run's documents, so the finding points to none.
    Finding(
      .sourceMissing, dataset: SourceDocument.table.name, subject: document.path,
      message: "The source \(document.path) came with the run before and is missing now. "
        + "Put it back, or take it out of the pipeline file.")
  }

  private static func empty(_ document: SourceDocument) -> Finding {
    Finding(
      .sourceEmpty, document: document.id, dataset: SourceDocument.table.name, row: document.id,
      subject: document.path,
      message: "The source \(document.path) is empty. Empty is a fault, not “no data”: "
        + "fetch it again.")
  }

  private static func shrunk(_ document: SourceDocument, from lines: Int) -> Finding {
    Finding(
      .sourceShrank, document: document.id, dataset: SourceDocument.table.name, row: document.id,
      subject: document.path,
      message: "The source \(document.path) has \(document.lines) lines; the run before had "
        + "\(lines). See whether it was cut off.")
  }
}
