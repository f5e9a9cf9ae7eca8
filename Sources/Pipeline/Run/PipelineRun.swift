import Comparison
import Extraction
import JSON
import JapaneseText
import Model
import Platform
import Publishing
import Reconciliation

/// One run of a pipeline: read, extract, reconcile, publish, compare.
struct PipelineRun {
  let pipeline: PipelineFile
  let registries: Registries
  let registriesText: String
  let decisionsText: String
  let waiversText: String
  let answers: Answers
  let settings: RunSettings
  let log: Log
  let folder: SnapshotFolder
  /// When it started, by the calendar and by a clock that never jumps.
  let startedAt: String
  let began: Int
  /// When it started, as the clock of the file systems counts.
  let moment = Clock.nanoseconds

  init(
    _ pipeline: LoadedPipeline, _ settings: RunSettings, _ log: Log, folder: SnapshotFolder,
    startedAt: String, began: Int
  ) {
    self.pipeline = pipeline.file
    registries = pipeline.registries
    registriesText = pipeline.registriesText
    decisionsText = pipeline.decisionsText
    waiversText = pipeline.waiversText
    answers = pipeline.answers
    self.settings = settings
    self.log = log
    self.folder = folder
    self.startedAt = startedAt
    self.began = began
  }

  /// Runs, holding the lock, and says what came of it.
  func run() async throws -> RunSummary {
    guard let lock = try folder.open() else { throw LockedError(path: folder.path) }
    do {
      var summary = try await runHolding(lock)
      summary.milliseconds = Clock.milliseconds - began
      log.endProgress()
      keep(RunOutcome(summary, startedAt: startedAt, failOn: settings.failOn))
      return summary
    } catch {
      // Nothing half-done stays, whatever went wrong.
      log.endProgress()
      try? Folder.removeTree(folder.building)
      if !(error is UsageFailure) {
        keep(outcome(of: error))
      }
      if !(error is UsageFailure || error is InterruptedError) {
        try? RunRecord.writeFailure(
          error, of: pipeline.name, settings, startedAt: startedAt, to: folder)
      }
      throw error
    }
  }

  /// How a run ended that an error ended.
  func outcome(of error: any Error) -> RunOutcome {
    RunOutcome(
      failure: error, of: pipeline.name, startedAt: startedAt,
      milliseconds: Clock.milliseconds - began, snapshot: (try? folder.latest())?.id ?? "")
  }

  /// Adds a run to the history; one that cannot be kept is no reason to fail.
  private func keep(_ outcome: RunOutcome) {
    do {
      try RunHistory(out: folder.path).add(outcome)
    } catch {
      log.fail("the history of the runs is not written: \(error)")
    }
  }

  private func runHolding(_ lock: borrowing SnapshotLock) async throws -> RunSummary {
    if let latest = try folder.latest(), latest == (try folder.all().last),
      let summary = try unchanged(latest)
    {
      finish(summary, nil, tables: [], files: [])
      return summary
    }
    log.phase("look for what has changed", since: began)
    let (before, knownFiles) = try newestSound()
    try checkOwner(of: before)
    let done = try await assembled()
    let assembly = done.assembly
    try done.watch.copySources(done.watched.known)
    let tables = try await assembly.tables(jobs: settings.jobs)
    log.phase("make the tables", since: began)
    var summary = RunSummary(
      pipeline: pipeline.name, results: assembly.results, tables: tables,
      checks: assembly.checked.entries, findings: assembly.findings)
    let staging = staging
    let formats = pipeline.publish.formats
    let keeping: @Sendable () throws -> Void = { try assembly.checked.keep(staging) }
    let (hash, _) = try await SideBySide.run(
      { try TableFingerprint.of(tables, formats: formats) }, and: [keeping], jobs: settings.jobs)
    log.phase("compare with the newest snapshot", since: began)
    let latest = try folder.latest()
    var files: [PackageFile] = []
    var seen = knownFiles
    if let before, before == latest, before.contentHash == hash {
      log.detail("nothing changed since \(before.id)")
      summary.snapshot = before
    } else {
      let published = try await publish(
        assembly, tables, done.sources, done.watched.findings, hash: hash, after: before)
      summary.snapshot = published.snapshot
      files = published.files
      seen = published.seen
      summary.isNew = true
      summary.sinceBefore = Dictionary(
        published.findings.lazy.map { ($0.entry.severity, 1) }, uniquingKeysWith: +)
      for finding in published.findings {
        finding.entry.severity == .error ? log.fail(finding.message) : log.warn(finding.message)
      }
    }
    afterwards("the sources are not remembered") {
      try done.watch.remember(done.watched.known)
      try remember(summary, done, seen)
    }
    finish(summary, assembly, tables: tables, files: files)
    return summary
  }

  /// What every run does that ends well.
  private func finish(
    _ summary: RunSummary, _ assembly: Assembly?, tables: [CSVTable], files: [PackageFile]
  ) {
    afterwards("old snapshots stay") { try folder.prune(keep: pipeline.keep) }
    afterwards("the record of the run is not written") {
      try RunRecord(
        summary: summary, settings: settings, startedAt: startedAt,
        documents: assembly?.results.map(\.document) ?? [],
        checks: assembly?.checked.entries ?? [], tables: tables, files: files, maker: try maker()
      ).write(to: folder)
    }
  }

  /// What is done beside the data once it is published: a failure is said, but the run is done.
  func afterwards(_ loss: String, _ work: () throws -> Void) {
    do { try work() } catch { log.fail("published, but \(loss): \(error)") }
  }

  /// The newest snapshot that is as it was published, with its files; nothing is built on one that
  /// is not.
  private func newestSound() throws -> (SnapshotFolder.Snapshot?, [LastRun.File]) {
    for snapshot in try folder.all().reversed() {
      // Taken before the files are looked at: a later change shows in the stamp.
      let stamps = try stamps(below: snapshot.path)
      guard let file = try PackageAudit.firstChangedFile(snapshot.path) else {
        let hashes = try PackageReader.hashes(of: snapshot.path)
        return (snapshot, files(stamps, hashes, readAfter: moment))
      }
      log.fail(
        "\(snapshot.path)/\(file) was changed since it was published; a new snapshot is made that "
          + "does not build on it")
    }
    return (nil, [])
  }

  /// What was made of the sources, before anything is published.
  struct Assembled {
    let assembly: Assembly
    /// The sources, those with them whose facts are kept.
    let sources: [SourceFile]
    /// All that was found about the raw folder.
    let discovered: [Finding]
    let watch: SourceWatch
    let watched: SourceWatch.Outcome
  }

  /// Reads, extracts and reconciles: everything up to publishing.
  func assembled() async throws -> Assembled {
    let discovery = try SourceDiscovery(
      pipeline, raw: settings.raw, select: settings.select, exclude: settings.exclude)
    let watch = SourceWatch(
      pipeline: pipeline, kept: kept, work: work,
      isPartial: !settings.select.isEmpty || !settings.exclude.isEmpty, day: try day())
    let watched = try watch.watch(try await work(on: discovery.sources))
    log.phase("read and extract", since: began)
    try checkInterrupted()
    let (checked, factTables) = try await checked(watched.results)
    let assembly = Assembly(
      results: watched.results,
      discovered: discovery.findings(without: Set(watched.keptSources.map(\.entry))),
      checked: checked, factTables: factTables, registries: registries, pipeline: pipeline,
      waivers: answers.waivers, asOf: try day())
    log.phase("reconcile", since: began)
    return Assembled(
      assembly: assembly, sources: discovery.sources + watched.keptSources,
      discovered: discovery.findings(), watch: watch, watched: watched)
  }

  /// A folder of snapshots belongs to one pipeline: `latest` must not jump between two.
  private func checkOwner(of snapshot: SnapshotFolder.Snapshot?) throws {
    guard let snapshot else { return }
    let owner = try PackageReader.name(of: snapshot.path)
    guard owner == pipeline.name else {
      throw UsageFailure(
        "\(folder.path) holds the snapshots of the pipeline '\(owner)', not of '\(pipeline.name)'\n"
          + "  Give another folder with --out.")
    }
  }

  /// The day the run stands for; waivers end by it.
  func day() throws -> Day {
    guard let day = settings.asOf ?? Day(iso: Clock.today) else {
      throw UsageFailure("the machine's clock shows no day\n  Give one with --as-of.")
    }
    return day
  }

  func maker() throws -> SnapshotComparison.Maker {
    try RunMaker.of(
      pipeline, registriesText: registriesText + decisionsText, version: settings.version)
  }

  func checkInterrupted() throws {
    if Interrupts.isAsked { throw InterruptedError() }
  }

  var work: SourceWork {
    SourceWork(
      pipeline: pipeline, extractor: Extractor(registries), registriesText: registriesText,
      raw: settings.raw, staging: staging, kept: kept)
  }

  var kept: KeptSources { KeptSources(out: folder.path) }

  var staging: Staging {
    Staging(folder: settings.staged, ignoresCache: settings.force)
  }

  // MARK: Reading and extracting

  /// Works on the sources side by side; results come in the order of the sources.
  private func work(on sources: [SourceFile]) async throws -> [SourceResult] {
    let work = work
    let log = log
    var results = [SourceResult?](repeating: nil, count: sources.count)
    try await withThrowingTaskGroup(of: (Int, SourceResult).self) { group in
      var next = 0
      var done = 0
      func start() {
        guard next < sources.count else { return }
        let index = next
        next += 1
        group.addTask { @concurrent in
          if Interrupts.isAsked { throw InterruptedError() }
          return (index, try work.result(of: sources[index]))
        }
      }
      for _ in 0..<max(1, settings.jobs) { start() }
      while let (index, result) = try await group.next() {
        results[index] = result
        done += 1
        log.progress("read, extract", done: done, of: sources.count, sources[index].path)
        log.detail(
          "\(sources[index].path): \(result.wasCached ? "unchanged" : "done")",
          [JSONMember("source", .string(sources[index].path))])
        start()
      }
    }
    return results.compactMap(\.self)
  }

  // MARK: Reconciling

  /// The checks over the facts, and the tables of the facts.
  private func checked(_ results: [SourceResult]) async throws -> (CheckedFacts, [CSVTable]) {
    log.progress("reconcile", done: 0, of: 1, "")
    let decided = DecidedFacts(results, registries: registries, answers: answers)
    return try await SideBySide.run(
      { [pipeline, registries, knowledge = registriesText + decisionsText, settings, staging] in
        try CheckedFacts(
          decided, pipeline: pipeline, registries: registries, knowledge: knowledge,
          asOf: settings.asOf, staging: staging)
      }, and: Assembly.factTables(decided.facts), jobs: settings.jobs)
  }
}
