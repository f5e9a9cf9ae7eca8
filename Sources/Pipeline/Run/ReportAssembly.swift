import Comparison
import JapaneseText
import Model
import Publishing

/// Puts the report together: the tables, the changes, and the source lines of what a person
/// should look at.
struct ReportAssembly {
  /// How many rows are shown with their source lines; a report beyond that is no help.
  static let mostExcerpts = 3000

  let content: ReportContent
  let places: [RowPlace]
  let sources: [SourceFile]
  let work: SourceWork

  /// The report as a file of the snapshot.
  func attachment(changes: SnapshotChanges?) throws -> SnapshotContent.Attachment {
    var content = content
    content.excerpts = try excerpts(of: rows(content))
    content.changes = changes?.page
    return SnapshotContent.Attachment(
      path: Report.fileName, mediaType: "text/html", bytes: try Report.html(content))
  }

  /// The rows that checks and findings speak of, those of failed checks first.
  private func rows(_ content: ReportContent) -> Set<String> {
    var rows: Set<String> = []
    let checks = content.reconciliations.sorted { $0.severity > $1.severity }
    for check in checks where check.status != .exact {
      for row in check.evidence where rows.count < Self.mostExcerpts { rows.insert(row) }
    }
    for finding in content.findings where rows.count < Self.mostExcerpts {
      if !finding.row.isEmpty { rows.insert(finding.row) }
    }
    return rows
  }

  /// The source lines of rows; a source that has changed since it was read gives none.
  private func excerpts(of rows: Set<String>) throws -> [String: [SourceExcerpt]] {
    let wanted = Dictionary(grouping: places.filter { rows.contains($0.row) }, by: \.document)
    let byPath = Dictionary(
      sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var excerpts: [String: [SourceExcerpt]] = [:]
    for document in content.documents {
      guard let places = wanted[document.id],
        let source = byPath[document.path],
        let read = try work.document(of: source, sha256: document.sha256, id: document.id)
      else { continue }
      for place in places {
        excerpts[place.row, default: []].append(SourceExcerpt(place.place, in: read))
      }
    }
    return excerpts
  }
}
