import Extraction
import Hashing
import JSON
import Model
public import Platform
import Reading

/// A worker of a job: documents in, facts out, one line each.
///
/// What it writes depends on the line, the program and the rules alone, so that it does not matter
/// how a job splits its documents or how often it does a part again.
public struct ExtractWorker {
  private let settings: WorkSettings
  private let work: SourceWork
  private var counts = Counts()
  private var writer = JSONWriter()

  private struct Counts {
    var lines = 0
    var documents = 0
    var rows = 0
    var errors = 0
  }

  /// A worker by the rules of a pipeline.
  public init(_ settings: WorkSettings) {
    self.settings = settings
    let pipeline = settings.pipeline
    work = SourceWork(
      pipeline: pipeline.file, extractor: Extractor(pipeline.registries),
      registriesText: pipeline.registriesText, raw: "",
      staging: Staging(folder: "", ignoresCache: true), kept: KeptSources(out: ""))
  }

  /// The lines that answer a line: rows, errors, and one receipt.
  public mutating func answer(_ line: InputLines.Line) throws -> [UInt8] {
    writer.clear()
    counts.lines += 1
    do throws(WorkError) {
      try answer(to: WorkRequest(whole(line)))
    } catch {
      // Where nobody knows what the line is about, its own hash is what tells it from others.
      let sha256 = try SHA256.digits(of: line.bytes)
      write(error, of: nil, seq: 0, part: "", sha256: sha256)
      receipt(error.document, seq: 1, errors: 1, part: "", sha256: sha256)
    }
    return writer.bytes
  }

  /// The last line, which counts all others.
  public mutating func end() -> [UInt8] {
    writer.clear()
    writer.writeLine([
      "t": "end", "in": .integer(counts.lines), "docs": .integer(counts.documents),
      "rows": .integer(counts.rows), "errors": .integer(counts.errors),
      "version": .string(settings.version), "rules": .string(settings.rules),
    ])
    return writer.bytes
  }

  // MARK: One document

  private func whole(_ line: InputLines.Line) throws(WorkError) -> [UInt8] {
    switch line {
    case .whole(let bytes): return bytes
    case .tooLong(_, let count):
      throw WorkError(.lineTooLong, "the line has \(count) bytes; give large documents by path")
    }
  }

  private mutating func answer(to request: WorkRequest) throws(WorkError) {
    let document = request.document
    guard let entry = work.pipeline.entry(claiming: document) else {
      throw WorkError(.unclaimed, "no source of the pipeline claims it", document: document)
    }
    let source = SourceFile(path: document, entry: entry)
    let part = self.part(of: entry)
    do throws(WorkError) {
      let (result, refusal) = try self.result(of: source, request)
      let error = refusal.map {
        WorkError($0.code.rawValue, $0.description, document: document)
      }
      write(result, error, of: document, part: part)
    } catch {
      write(work.refused(source, reason: error.detail), error, of: document, part: part)
    }
  }

  private func result(
    of source: SourceFile, _ request: WorkRequest
  ) throws(WorkError) -> (SourceResult, Refusal?) {
    let document = request.document
    guard !settings.quarantine.contains(document) else {
      throw WorkError(.quarantined, "it is on the quarantine list", document: document)
    }
    let limits = work.pipeline.sources[source.entry].reading.limits
    let bytes = try request.bytes(files: settings.files, limit: limits.bytesPerFile)
    let answer: (result: SourceResult, refusal: Refusal?)
    do throws(HashingError) { answer = try work.result(of: source, bytes: bytes) } catch {
      throw WorkError(.unreadable, "\(error)", document: document)
    }
    if let expected = request.sha256, expected != answer.result.document.sha256 {
      throw WorkError(
        .hashDiffers, "the content has the SHA-256 \(answer.result.document.sha256)",
        document: document)
    }
    return answer
  }

  /// What is reconciled together: the document family and the fiscal year of the source.
  private func part(of entry: Int) -> String {
    let entry = work.pipeline.sources[entry]
    return "\(entry.family)/\(entry.attributes.fiscalYear.map(String.init) ?? "-")"
  }

  // MARK: Lines

  private mutating func write(
    _ result: SourceResult, _ error: WorkError?, of document: String, part: String
  ) {
    var seq = 0
    func head(_ type: String) -> [JSONMember] {
      defer { seq += 1 }
      return [
        JSONMember("t", .string(type)), JSONMember("doc", .string(document)),
        JSONMember("seq", .integer(seq)), JSONMember("part", .string(part)),
      ]
    }
    let table = SourceDocument.table.name
    let row = WorkTables.named(RowCoding.json(result.document), table: table)
    writer.writeLine(
      .object(
        head("row") + [JSONMember("table", .string(table)), JSONMember("row", row)]))
    var rows = 1
    for line in result.facts.map(FactsCoding.lines) ?? [] {
      if let table = line["table"]?.string, let values = line["row"], let place = line["place"] {
        rows += 1
        let row = WorkTables.named(values, table: table)
        writer.writeLine(
          .object(
            head("row") + [
              JSONMember("table", .string(table)), JSONMember("row", row),
              JSONMember("place", place),
            ]))
      } else if let sum = line["sum"] {
        writer.writeLine(.object(head("sum") + [JSONMember("sum", sum)]))
      } else if let finding = line["finding"] {
        writer.writeLine(.object(head("finding") + [JSONMember("finding", finding)]))
      }
    }
    for finding in result.findings {
      writer.writeLine(
        .object(head("noted") + [JSONMember("finding", RowCoding.json(finding))]))
    }
    counts.documents += 1
    counts.rows += rows
    if let error {
      write(error, of: document, seq: seq, part: part, sha256: nil)
      seq += 1
    }
    receipt(
      document, seq: seq, rows: rows, errors: error == nil ? 0 : 1, part: part,
      sha256: result.document.sha256)
  }

  private mutating func write(
    _ error: WorkError, of document: String?, seq: Int, part: String, sha256: String?
  ) {
    counts.errors += 1
    var members = [
      JSONMember("t", "error"),
      JSONMember("doc", (document ?? error.document).map(JSONValue.string) ?? .null),
      JSONMember("seq", .integer(seq)), JSONMember("part", .string(part)),
      JSONMember("code", .string(error.code)), JSONMember("detail", .string(error.detail)),
    ]
    if let sha256 { members.append(JSONMember("line_sha256", .string(sha256))) }
    writer.writeLine(.object(members))
  }

  private mutating func receipt(
    _ document: String?, seq: Int, rows: Int = 0, errors: Int, part: String, sha256: String
  ) {
    writer.writeLine([
      "t": "doc", "doc": document.map(JSONValue.string) ?? .null, "seq": .integer(seq),
      "part": .string(part), "lines": .integer(seq), "rows": .integer(rows),
      "errors": .integer(errors), "sha256": .string(sha256),
    ])
  }
}

extension InputLines.Line {
  /// The bytes that were kept of the line.
  var bytes: [UInt8] {
    switch self {
    case .whole(let bytes), .tooLong(let bytes, _): bytes
    }
  }
}
