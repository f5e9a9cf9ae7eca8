import JSON
import Model

/// What the cache holds of one source.
enum StagedSource {
  /// The lines of a document with what its reader found.
  static func lines(_ document: Document, _ findings: [Finding]) -> [JSONValue] {
    [["findings": .array(findings.map(RowCoding.json))]] + DocumentCoding.lines(document)
  }

  /// A document from its lines.
  static func document(_ lines: [JSONValue], id: String) -> (Document, [Finding])? {
    guard let findings = findings(lines.first),
      let document = DocumentCoding.document(Array(lines.dropFirst()), id: id)
    else { return nil }
    return (document, findings)
  }

  /// The lines of a source's facts.
  static func lines(_ result: SourceResult) -> [JSONValue] {
    let head: JSONValue = [
      "document": RowCoding.json(result.document),
      "findings": .array(result.findings.map(RowCoding.json)),
      "headings": .strings(result.headings),
    ]
    return [head] + (result.facts.map(FactsCoding.lines) ?? [])
  }

  /// A source's facts from their lines, for the source as it is declared now.
  static func result(
    _ lines: [JSONValue], _ declared: SourceDocument, key: String
  ) -> SourceResult? {
    guard let head = lines.first, let row = RowCoding.row(head["document"], SourceDocument.self),
      row.id == declared.id, let findings = findings(head),
      let headings = head["headings"]?.array,
      let facts = FactsCoding.facts(Array(lines.dropFirst()), document: row.id)
    else { return nil }
    return SourceResult(
      document: row, facts: facts, findings: findings, key: key, wasCached: true,
      headings: headings.compactMap(\.string))
  }

  private static func findings(_ head: JSONValue?) -> [Finding]? {
    guard let list = head?["findings"]?.array else { return nil }
    let findings = list.compactMap(RowCoding.finding)
    return findings.count == list.count ? findings : nil
  }
}
