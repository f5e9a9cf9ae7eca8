import Comparison
import Model
import Platform
import Publishing

extension PipelineRun {
  /// What came of publishing.
  struct Published {
    let snapshot: SnapshotFolder.Snapshot
    let files: [PackageFile]
    /// The files as they were before they were read back.
    let seen: [LastRun.File]
    /// What should be asked about the run, seen against the one before.
    let findings: [Finding]
  }

  /// A part of a snapshot that was written, and what changed where that was found out with it.
  private struct Part: Sendable {
    var written: [(piece: SnapshotWriter.Piece, files: [PackageFile])]
    var changes: SnapshotChanges?
  }

  func publish(
    _ assembly: Assembly, _ tables: [CSVTable], _ sources: [SourceFile], _ watched: [Finding],
    hash: String, after before: SnapshotFolder.Snapshot?
  ) async throws -> Published {
    log.progress("publish", done: 0, of: 1, "")
    let next = try folder.next(hash: hash)
    let maker = try self.maker()
    let places = assembly.places
    let report = ReportAssembly(
      content: assembly.report(asOf: settings.asOf), places: places, sources: sources, work: work)
    let package = Package(name: pipeline.name, title: pipeline.title, tables: tables)
    let content = SnapshotContent(
      metadata: assembly.metadata(asOf: settings.asOf), tables: tables, places: places)
    let writer = SnapshotWriter(folder: folder.building, formats: pipeline.publish.formats)
    try checkInterrupted()
    try writer.begin()
    var works: [@Sendable () throws -> Part] = [
      {
        let changes = try before.map {
          try SnapshotChanges(from: $0, to: next, package, maker, watched)
        }
        let attachments = try (changes?.attachments() ?? []) + [report.attachment(changes: changes)]
        return Part(
          written: try writer.pieces(of: attachments).map { ($0, try $0.write()) },
          changes: changes)
      }
    ]
    works += writer.pieces(of: content).map { piece in
      {
        if Interrupts.isAsked { throw InterruptedError() }
        return Part(written: [(piece, try piece.write())])
      }
    }
    let parts = try await SideBySide.run(works, jobs: settings.jobs)
    let files = try writer.finish(content.metadata, parts.flatMap(\.written))
    log.phase("write the snapshot", since: began)
    let stamps = try stamps(below: folder.building)
    let seen = self.files(
      stamps, files.map { ($0.path, $0.sha256) }, readAfter: Clock.nanoseconds)
    try await audit()
    log.phase("check the snapshot", since: began)
    try checkInterrupted()
    return Published(
      snapshot: try folder.publish(hash: hash), files: files, seen: seen,
      findings: parts.first?.changes?.findings ?? [])
  }

  /// What was written is read back, strictly, before anybody sees it.
  private func audit() async throws {
    let faults = try await PackageAudit.checkWritten(folder.building, jobs: settings.jobs)
    guard faults.isEmpty else {
      throw AuditFailure(faults: faults.map(\.description))
    }
  }
}
