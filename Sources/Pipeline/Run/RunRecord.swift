import JSON
import Platform
import Publishing

/// What may differ between equal runs: times, host, versions; kept beside the snapshots.
struct RunRecord {
  let summary: RunSummary
  let settings: RunSettings
  let startedAt: String
  let results: [SourceResult]
  let places: [RowPlace]

  /// Writes `run.json` into the folder of the snapshot's runs.
  func write(to folder: SnapshotFolder) throws {
    let path = "\(folder.path)/runs/\(summary.snapshotID)"
    try Folder.create(path)
    var writer = JSONWriter(indented: true)
    writer.writeLine(json)
    try Files.replace(path + "/run.json", with: writer.bytes)
  }

  private var json: JSONValue {
    [
      "started": .string(startedAt), "ended": .string(Clock.now),
      "host": .string(Machine.hostName), "version": .string(settings.version),
      "jobs": .integer(settings.jobs), "summary": summary.json,
    ]
  }
}
