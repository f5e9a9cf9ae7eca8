import Comparison
import JSON
import Model
import Platform
import Publishing

/// What may differ between equal runs: times, host, versions; kept beside the snapshots, in
/// `runs/<id>/run.json` and `runs/<id>/lineage.jsonl`.
struct RunRecord {
  /// The name of the record's file.
  static let fileName = "run.json"

  let summary: RunSummary
  let settings: RunSettings
  let startedAt: String
  /// The sources and the checks over them.
  let documents: [SourceDocument]
  let checks: [ReconciliationEntry]
  let tables: [CSVTable]
  /// The files that were written; none where nothing changed.
  let files: [PackageFile]
  let maker: SnapshotComparison.Maker

  /// Writes the files into the folder of the snapshot's runs.
  func write(to folder: SnapshotFolder) throws {
    let path = "\(folder.path)/runs/\(summary.snapshotID)"
    try Folder.createOwn("\(folder.path)/runs")
    try Folder.createOwn(path)
    try Files.removeLeftAside(in: path)
    let endedAt = Clock.now
    var writer = JSONWriter(indented: true)
    writer.writeLine(json(endedAt))
    try Files.replace(path + "/" + RunRecord.fileName, with: writer.bytes)
    if summary.isNew {
      try Files.replace(path + "/" + Lineage.fileName, with: Lineage.events(lineage(endedAt)))
    }
  }

  /// When the run of a snapshot ended; empty where its record is gone.
  static func ended(_ snapshot: String, in folder: SnapshotFolder) -> String {
    guard let bytes = try? Files.read("\(folder.path)/runs/\(snapshot)/\(fileName)"),
      let record = try? JSONReader.read(bytes)
    else { return "" }
    return record["ended"]?.string ?? ""
  }

  private func json(_ endedAt: String) -> JSONValue {
    [
      "started": .string(startedAt), "ended": .string(endedAt), "host": .string(Machine.hostName),
      "version": .string(settings.version), "rules": .string(maker.rules),
      "jobs": .integer(settings.jobs),
      "summary": summary.json,
    ]
  }

  private func lineage(_ endedAt: String) throws -> LineageRun {
    var run = try RunRecord.lineage(
      of: summary.pipeline, settings, startedAt: startedAt, endedAt: endedAt)
    run.sources = documents.map {
      LineageRun.Source(path: settings.raw + "/" + $0.path, document: $0)
    }
    for table in tables {
      let name = table.description.name + ".csv"
      guard let file = files.first(where: { $0.path == name }) else { continue }
      run.outputs.append(
        LineageRun.Output(
          table: table.description, path: summary.snapshotPath + "/" + name, file: file,
          rows: table.rowCount, places: summary.snapshotPath + "/" + PlacesFile.name))
    }
    run.checks = LineageRun.Check.counts(checks)
    return run
  }

  /// Writes down that a run failed, and why; nothing published is touched.
  static func writeFailure(
    _ error: any Error, of pipeline: String, _ settings: RunSettings, startedAt: String,
    to folder: SnapshotFolder
  ) throws {
    var run = try lineage(of: pipeline, settings, startedAt: startedAt, endedAt: Clock.now)
    run.failure = "\(error)"
    try Folder.createOwn(folder.path + "/runs")
    try Folder.createOwn(folder.path + "/runs/failed")
    try Files.replace(
      folder.path + "/runs/failed/" + Lineage.fileName, with: Lineage.events(run))
  }

  private static func lineage(
    of pipeline: String, _ settings: RunSettings, startedAt: String, endedAt: String
  ) throws -> LineageRun {
    LineageRun(
      id: try LineageRun.identifier(of: [
        Machine.hostName, String(Machine.processNumber), startedAt,
      ]),
      pipeline: pipeline, version: settings.version, startedAt: startedAt, endedAt: endedAt,
      nominalTime: settings.asOf.map { "\($0)T00:00:00Z" })
  }
}
