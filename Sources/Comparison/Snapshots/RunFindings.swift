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
    _ table: CSVTable, _ new: Package, _ before: [String: SourceDocument],
    _ documents: [SourceDocument]
  ) -> [Finding] {
    let name = table.description.name
    let now = new.table(name)
    let count = now?.rowCount ?? 0
    var findings: [Finding] = []
    if table.rowCount > 0, count == 0 || hasShrunk(from: table.rowCount, to: count) {
      findings.append(
        Finding(
          .sourceShrank, dataset: name, subject: name,
          message: "The table \(name) has \(count) rows; the run before had "
            + "\(table.rowCount). See whether its sources or its rules changed."))
    }
    guard let id = table.description.position(of: "id"),
      let document = table.description.position(of: "document")
    else { return findings }
    let kept = now.map { RunFindings.keys(of: $0, column: id) } ?? KeySet()
    let unchanged = Set(
      documents.filter { $0.status == .read && before[$0.id]?.sha256 == $0.sha256 }.map(\.id))
    var gone: [String: [String]] = [:]
    let records = table.records
    for record in 1..<records.count {
      guard let key = records.field(record, id),
        kept.position(of: records.bytes.span.extracting(key.inner)) == nil,
        let source = records.field(record, document).map(records.text), unchanged.contains(source)
      else { continue }
      gone[source, default: []].append(records.text(key))
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

  /// The texts of a column.
  private static func keys(of table: CSVTable, column: Int) -> KeySet {
    var keys = KeySet()
    for record in 1..<table.records.count {
      guard let key = table.records.field(record, column) else { continue }
      _ = keys.insert(table.records.bytes.span.extracting(key.inner))
    }
    return keys
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
