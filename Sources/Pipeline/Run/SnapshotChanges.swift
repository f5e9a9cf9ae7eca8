import Comparison
import Model
import Publishing

/// What changed from the snapshot before to the tables that are to be published.
struct SnapshotChanges {
  private let report: ChangeReport
  /// What should be asked about the run, seen against the one before: sources that stopped coming,
  /// tables that shrank.
  let findings: [Finding]

  init(
    from before: SnapshotFolder.Snapshot, to next: SnapshotFolder.Snapshot, _ new: Package,
    _ maker: SnapshotComparison.Maker, _ watched: [Finding]
  ) throws {
    let old = try PackageReader.read(before.path)
    let makers = RunMaker.read(ofSnapshot: before.path).map { (old: $0, new: maker) }
    var report = ChangeReport(
      old: before.id, new: next.id,
      tables: try SnapshotComparison.changes(from: old, to: new, makers: makers))
    report.limit = 200
    self.report = report
    findings = try RunFindings.findings(from: old, to: new) + watched
  }

  /// The changes as the report shows them.
  var page: ReportChanges { report.page }

  /// The files of the folder `changes`.
  func attachments() throws -> [SnapshotContent.Attachment] {
    let table = FindingEntry.table(of: Finding.entries(of: findings))
    let writer = CSVWriter(table.description)
    var csv: [UInt8] = []
    writer.writeHeader(into: &csv)
    for row in table.rows { writer.write(row, into: &csv) }
    return [
      file("changes.md", "text/markdown", Array(report.markdown.utf8)),
      file("changes.jsonl", "application/jsonl", report.jsonLines),
      file("findings.csv", "text/csv", csv),
    ]
  }

  private func file(
    _ name: String, _ mediaType: String, _ bytes: [UInt8]
  ) -> SnapshotContent.Attachment {
    SnapshotContent.Attachment(path: "changes/" + name, mediaType: mediaType, bytes: bytes)
  }
}
