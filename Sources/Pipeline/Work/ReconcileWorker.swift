import JSON
import Model
public import Platform
import Publishing
import Reconciliation

/// A worker of a job: the facts of documents in, sorted by part, checks and findings out.
///
/// A part is reconciled when its last line has come, so memory holds one part at a time.
public struct ReconcileWorker {
  private let settings: WorkSettings
  private var part: String?
  private var results: [SourceResult] = []
  private var pending = Pending()
  private var finished: Set<String> = []
  private var counts = (lines: 0, parts: 0, rows: 0)
  private var writer = JSONWriter()

  /// The lines of the document that is being read.
  private struct Pending {
    var document = ""
    var seq: Int64 = -1
    var row: SourceDocument?
    var facts: [JSONValue] = []
    var noted: [Finding] = []
  }

  /// A worker by the rules of a pipeline.
  public init(_ settings: WorkSettings) {
    self.settings = settings
  }

  /// Takes a line; gives the lines of a part where one has ended.
  public mutating func take(_ line: InputLines.Line) throws -> [UInt8] {
    writer.clear()
    counts.lines += 1
    let json: JSONValue
    do { json = try JSONReader.read(line.bytes) } catch {
      throw InputError(line: counts.lines, reason: "it is no JSON: \(error)")
    }
    guard let type = json["t"]?.string, let document = json["doc"]?.string,
      let seq = json["seq"]?.integer, let part = json["part"]?.string
    else { throw InputError(line: counts.lines, reason: "it has no t, doc, seq and part") }
    if part != self.part {
      try finishPart()
      guard !finished.contains(part) else {
        throw InputError(line: counts.lines, reason: "the part \(part) had ended; sort the lines")
      }
      self.part = part
    }
    if document != pending.document {
      try finishDocument()
      let follows = pending.document.utf8.lexicographicallyPrecedes(document.utf8)
      guard results.isEmpty || follows else {
        throw InputError(line: counts.lines, reason: "\(document) is out of order")
      }
      pending = Pending(document: document)
    }
    guard seq > pending.seq else {
      throw InputError(line: counts.lines, reason: "\(document) \(seq) is out of order")
    }
    pending.seq = seq
    guard add(json, type) else {
      throw InputError(line: counts.lines, reason: "it is no line of the step 'extract'")
    }
    return writer.bytes
  }

  /// The lines of the last part, and the line that counts all others.
  public mutating func end() throws -> [UInt8] {
    writer.clear()
    try finishPart()
    writer.writeLine([
      "t": "end", "in": .integer(counts.lines), "parts": .integer(counts.parts),
      "rows": .integer(counts.rows), "version": .string(settings.version),
      "rules": .string(settings.rules),
    ])
    return writer.bytes
  }

  // MARK: Input

  private mutating func add(_ json: JSONValue, _ type: String) -> Bool {
    switch type {
    case "row":
      guard let table = json["table"]?.string,
        let values = WorkTables.values(json["row"], table: table)
      else { return false }
      if table == SourceDocument.table.name {
        pending.row = RowCoding.row(values, SourceDocument.self)
        return pending.row != nil
      }
      pending.facts.append([
        "table": .string(table), "row": values, "place": json["place"] ?? .null,
      ])
    case "sum", "finding": pending.facts.append([type: json[type] ?? .null])
    case "noted":
      guard let finding = RowCoding.finding(json["finding"]) else { return false }
      pending.noted.append(finding)
    case "doc", "error": break
    default: return false
    }
    return true
  }

  private mutating func finishDocument() throws {
    guard !pending.document.isEmpty else { return }
    guard let row = pending.row,
      let facts = FactsCoding.facts(pending.facts, document: row.id)
    else {
      throw InputError(line: counts.lines, reason: "\(pending.document) is not complete")
    }
    results.append(
      SourceResult(
        document: row, facts: row.status == .refused ? nil : facts, findings: pending.noted,
        key: "", wasCached: false))
  }

  // MARK: Output

  private mutating func finishPart() throws {
    guard let part else { return }
    try finishDocument()
    let (entries, findings) = checks()
    var seq = 0
    write(ReconciliationEntry.table(of: entries), part, &seq)
    write(FindingEntry.table(of: findings), part, &seq)
    writer.writeLine([
      "t": "part", "part": .string(part), "seq": .integer(seq), "docs": .integer(results.count),
      "rows": .integer(seq),
    ])
    counts.parts += 1
    counts.rows += seq
    finished.insert(part)
    self.part = nil
    results = []
    pending = Pending()
  }

  /// The checks over the documents of the part, and everything to look at in them.
  private func checks() -> ([ReconciliationEntry], [FindingEntry]) {
    let pipeline = settings.pipeline
    let documents = results.map(\.document)
    let decided = apply(
      pipeline.answers.decisions, to: results.compactMap(\.facts), documents: documents,
      registries: pipeline.registries)
    let result = reconcile(
      decided.facts, documents: documents, registries: pipeline.registries,
      rules: pipeline.file.rules.map { $0.rule(for: documents) })
    let findings =
      results.flatMap(\.findings) + decided.facts.flatMap(\.findings) + result.findings
      + decided.findings
    return (result.entries, Finding.entries(of: findings))
  }

  private mutating func write(_ table: Table, _ part: String, _ seq: inout Int) {
    for row in table.rows {
      let members = zip(table.description.columns, row).map { JSONMember($0.name, $1.json) }
      writer.writeLine([
        "t": "row", "part": .string(part), "seq": .integer(seq),
        "table": .string(table.description.name), "row": .object(members),
      ])
      seq += 1
    }
  }

  /// A line that cannot be worked on: the job has sorted or mixed its lines wrongly.
  struct InputError: Error, CustomStringConvertible {
    let line: Int
    let reason: String

    var description: String {
      "line \(line) of standard input: \(reason)\n"
        + "  Give the lines of 'choai work extract' sorted by part, doc and seq."
    }
  }
}
