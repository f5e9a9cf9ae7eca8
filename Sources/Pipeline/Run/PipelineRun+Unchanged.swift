import Hashing
import JSON
import JapaneseText
import Model
import Platform
import Reading

extension PipelineRun {
  /// The summary of a run that finds everything as the last one left it; nothing where a run has
  /// something to do, or where that cannot be told without doing it.
  func unchanged(_ latest: SnapshotFolder.Snapshot) throws -> RunSummary? {
    guard !settings.force, var last = LastRun.read(out: folder.path), last.snapshot == latest.id,
      // A clock that was set back may give new content an old time.
      last.moment <= moment, last.key == (try runKey()),
      last.remembered == (try kept.hash())
    else { return nil }
    let discovery = try SourceDiscovery(
      pipeline, raw: settings.raw, select: settings.select, exclude: settings.exclude)
    guard last.discovered == (try hash(of: discovery.findings())),
      discovery.sources.count == last.sources.count
    else { return nil }
    let before = last
    for (index, source) in discovery.sources.enumerated() {
      guard try isUnchanged(source, &last.sources[index]) else { return nil }
    }
    for index in last.files.indices {
      guard let file = last.files[index].unchanged(below: latest.path, moment: moment) else {
        return nil
      }
      last.files[index] = file
    }
    try checkInterrupted()
    guard var summary = RunSummary(unchangedSince: last.summary) else { return nil }
    summary.snapshot = latest
    if before.sources != last.sources || before.files != last.files {
      last.moment = moment
      afterwards("the run is not remembered") { try last.write(out: folder.path) }
    }
    log.detail("nothing changed since \(latest.id)")
    return summary
  }

  private func isUnchanged(_ source: SourceFile, _ past: inout LastRun.Source) throws -> Bool {
    guard source.path == past.file.path, source.entry == past.entry else { return false }
    guard past.refusal.isEmpty else {
      // The reason may have lain in the machine.
      return try past.refusal == refusal(of: work.result(of: source))
    }
    let entry = pipeline.sources[source.entry]
    guard !entry.isKeeping || kept.has(sha256: past.file.sha256) else { return false }
    let limit = entry.reading.limits.bytesPerFile
    guard staging.has(.facts, key: past.key),
      let file = past.file.unchanged(below: settings.raw, limit: limit, moment: moment)
    else { return false }
    past.file = file
    log.detail(
      "\(source.path): unchanged", [JSONMember("source", .string(source.path))])
    return true
  }

  /// Keeps what the run saw and gave for the next one; nothing where a source is not what it seems.
  func remember(
    _ summary: RunSummary, _ done: Assembled, _ files: [LastRun.File]
  ) throws {
    let results = done.assembly.results
    guard let snapshot = summary.snapshot, summary.kept == 0,
      done.sources.map(\.path) == results.map(\.document.path)
    else { return try LastRun.forget(out: folder.path) }
    var sources: [LastRun.Source] = []
    for (source, result) in zip(done.sources, results) {
      let file = LastRun.File(
        path: source.path, result.stamp, sha256: result.document.sha256, readAfter: moment)
      sources.append(
        LastRun.Source(
          file: file, entry: source.entry, key: result.key,
          refusal: result.facts == nil ? try refusal(of: result) : ""))
    }
    // A night on which nothing changes is not told again what changed on this one.
    var lasting = summary
    lasting.sinceBefore = [:]
    try LastRun(
      key: try runKey(), moment: moment, snapshot: snapshot.id,
      discovered: try hash(of: done.discovered), remembered: try kept.hash(),
      summary: lasting.json, sources: sources, files: files
    ).write(out: folder.path)
  }

  /// The stamps of all files below a folder.
  func stamps(below folder: String) throws -> [String: FileStamp] {
    var stamps: [String: FileStamp] = [:]
    for path in try Folder.filesBelow(folder) ?? [] {
      stamps[path] = FileStamp.of(folder + "/" + path)
    }
    return stamps
  }

  /// The files of a snapshot that are read after a moment, their stamps taken before.
  func files(
    _ stamps: [String: FileStamp], _ hashes: [(path: String, sha256: String)],
    readAfter moment: Int64
  ) -> [LastRun.File] {
    hashes.map {
      LastRun.File(path: $0.path, stamps[$0.path], sha256: $0.sha256, readAfter: moment)
    }
  }

  private func refusal(of result: SourceResult) throws -> String {
    guard result.facts == nil else { return "" }
    let lines = [RowCoding.json(result.document)] + result.findings.map(RowCoding.json)
    return try SHA256.digits(of: Array(lines.map(\.line).joined(separator: "\n").utf8))
  }

  private func hash(of findings: [Finding]) throws -> String {
    try SHA256.digits(
      of: Array(findings.map { RowCoding.json($0).line }.joined(separator: "\n").utf8))
  }

  /// A hash of all that decides what a run gives besides the sources.
  private func runKey() throws -> String {
    var parts = [
      Machine.programStamp, settings.version, pipeline.text, registriesText, decisionsText,
      waiversText, settings.asOf?.description ?? "", settings.raw,
    ]
    // Waivers end by the day; without any, a day is like another.
    if !answers.waivers.isEmpty { parts.append("\(try day())") }
    parts += settings.select.map { "select " + $0 } + settings.exclude.map { "exclude " + $0 }
    return try SHA256.digits(of: Array(JSONValue.strings(parts).line.utf8))
  }
}
