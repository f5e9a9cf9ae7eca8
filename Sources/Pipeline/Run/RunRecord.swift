import JSON
import Model
import Platform
import Publishing

/// What may differ between equal runs: times, host, versions; kept beside the snapshots, in
/// `runs/<id>/run.json` and `runs/<id>/lineage.jsonl`.
struct RunRecord {
  let summary: RunSummary
  let settings: RunSettings
  let startedAt: String
  let tables: [Table]
  /// The files that were written; none where nothing changed.
  let files: [PackageFile]

  /// Writes the files into the folder of the snapshot's runs.
  func write(to folder: SnapshotFolder) throws {
    let path = "\(folder.path)/runs/\(summary.snapshotID)"
    try Folder.create(path)
    let endedAt = Clock.now
    var writer = JSONWriter(indented: true)
    writer.writeLine(json(endedAt))
    try Files.replace(path + "/run.json", with: writer.bytes)
    if summary.isNew {
      try Files.replace(path + "/" + Lineage.fileName, with: Lineage.events(lineage(endedAt)))
    }
  }

  private func json(_ endedAt: String) -> JSONValue {
    [
      "started": .string(startedAt), "ended": .string(endedAt), "host": .string(Machine.hostName),
      "version": .string(settings.version), "jobs": .integer(settings.jobs),
      "summary": summary.json,
    ]
  }

  private func lineage(_ endedAt: String) throws -> LineageRun {
    var run = LineageRun(
      id: try LineageRun.identifier(of: [
        Machine.hostName, String(Machine.processNumber), startedAt,
      ]),
      pipeline: summary.pipeline, version: settings.version, startedAt: startedAt,
      endedAt: endedAt, nominalTime: settings.asOf.map { "\($0)T00:00:00Z" })
    let package = Package(name: summary.pipeline, title: "", tables: tables)
    run.sources = try package.rows(of: SourceDocument.self).map {
      LineageRun.Source(path: settings.raw + "/" + $0.path, document: $0)
    }
    for table in tables {
      let name = table.description.name + ".csv"
      guard let file = files.first(where: { $0.path == name }) else { continue }
      run.outputs.append(
        LineageRun.Output(
          table: table.description, path: summary.snapshotPath + "/" + name, file: file,
          rows: table.rows.count, places: summary.snapshotPath + "/" + PlacesFile.name))
    }
    run.checks = LineageRun.Check.counts(try package.rows(of: ReconciliationEntry.self))
    return run
  }
}
