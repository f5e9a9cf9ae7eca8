import JSON
import Model

/// What a source was like when it was last good.
struct KnownSource: Sendable, Hashable {
  /// The path below the raw folder.
  let path: String
  /// Its content, by its hash.
  let sha256: String
  /// Lines of a text, rows of tables.
  let lines: Int
  /// How many rows it gave to the tables.
  let rows: Int
  /// The reader that read it.
  let reader: String
  /// The headings of its tables.
  let headings: [String]
  /// The day since which its facts are kept, `2022-06-03`; empty while it is good.
  var keptSince = ""

  /// What is to be remembered of a result; nothing of one that is no news.
  init?(_ result: SourceResult) {
    guard let facts = result.facts, !result.isKept else { return nil }
    path = result.document.path
    sha256 = result.document.sha256
    lines = result.document.lines
    rows = facts.rowCount
    reader = result.document.reader
    headings = result.headings
  }

  /// The source from its line in the list of known ones.
  init?(_ json: JSONValue) {
    guard let path = json["path"]?.string, let sha256 = json["sha256"]?.string,
      let lines = json["lines"]?.integer, let rows = json["rows"]?.integer,
      let reader = json["reader"]?.string, let headings = json["headings"]?.array
    else { return nil }
    self.path = path
    self.sha256 = sha256
    self.lines = Int(lines)
    self.rows = Int(rows)
    self.reader = reader
    self.headings = headings.compactMap(\.string)
    keptSince = json["kept_since"]?.string ?? ""
  }

  /// The line in the list of known ones.
  var json: JSONValue {
    [
      "path": .string(path), "sha256": .string(sha256), "lines": .integer(lines),
      "rows": .integer(rows), "reader": .string(reader), "headings": .strings(headings),
      "kept_since": .string(keptSince),
    ]
  }

  /// What has gone wrong with it since, seen from a result of today.
  func events(_ result: SourceResult) -> [SourceEvent] {
    guard result.facts != nil else { return [.refused] }
    var events: [SourceEvent] = []
    if result.document.reader != reader { events.append(.otherKind) }
    if result.document.lines * 2 <= lines { events.append(.shrunk) }
    let isTable = !headings.isEmpty && result.document.reader == reader
    if isTable, result.headings != headings { events.append(.movedColumns) }
    return events
  }

  /// What it was like, for people.
  var past: String { "it was good with \(lines) lines read as \(reader), which gave \(rows) rows" }
}

extension Facts {
  /// How many rows of tables these are.
  var rowCount: Int {
    budgetLines.count + indicators.count + measures.count + instruments.count + dates.count
      + amounts.count
  }
}
