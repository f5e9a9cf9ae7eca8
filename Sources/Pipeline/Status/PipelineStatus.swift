import Extraction
import Hashing
public import JSON
import Model
import Platform
import Publishing
import Reading

/// What a run of a pipeline would do now, and why; nothing is changed.
public struct PipelineStatus: Sendable {
  /// How a source stands to the newest snapshot.
  public enum State: String, Sendable, CaseIterable {
    /// As it was published.
    case current
    /// Not in the snapshot yet.
    case new
    /// Its content is another than the published one.
    case changed
    /// Its content is the same, but it must be read again.
    case stale
    /// In the snapshot, but not in the raw folder.
    case missing
    /// Refused, and unchanged since.
    case refused
  }

  /// A source and what would become of it.
  public struct Source: Sendable {
    /// Its path below the raw folder.
    public let path: String
    /// How it stands to the newest snapshot.
    public let state: State
    /// Why, for people.
    public let reason: String
  }

  /// The newest snapshot; empty where there is none.
  public let snapshot: String
  /// The sources, by their paths.
  public let sources: [Source]

  /// Looks at the sources of a pipeline.
  public init(of pipeline: LoadedPipeline, _ settings: RunSettings) throws {
    let folder = SnapshotFolder(path: Runner.out(of: pipeline, settings.out))
    let latest = try folder.latest()
    let published = try latest.map { snapshot in
      try PackageReader.read(snapshot.path).rows(of: SourceDocument.self)
    }
    let known = Dictionary(
      (published ?? []).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let discovery = try SourceDiscovery(
      pipeline.file, raw: settings.raw, select: settings.select, exclude: settings.exclude)
    let work = SourceWork(
      pipeline: pipeline.file, extractor: Extractor(pipeline.registries),
      registriesText: pipeline.registriesText, raw: settings.raw,
      staging: Staging(folder: settings.staged, ignoresCache: false),
      kept: KeptSources(out: folder.path))
    var sources = try discovery.sources.map {
      try PipelineStatus.source($0, known[$0.path], work, settings)
    }
    let found = Set(sources.map(\.path))
    for row in published ?? [] where !found.contains(row.path) {
      sources.append(
        Source(
          path: row.path, state: .missing, reason: "it is in the snapshot, but no longer there"))
    }
    self.sources = sources.sorted { $0.path < $1.path }
    snapshot = latest?.id ?? ""
  }

  private static func source(
    _ source: SourceFile, _ row: SourceDocument?, _ work: SourceWork, _ settings: RunSettings
  ) throws -> Source {
    func state(_ state: State, _ reason: String) -> Source {
      Source(path: source.path, state: state, reason: reason)
    }
    guard let row else { return state(.new, "it is not in the snapshot yet") }
    let sha256: String
    do {
      let limit = work.pipeline.sources[source.entry].reading.limits.bytesPerFile
      sha256 = try SHA256.digits(of: Files.read(settings.raw + "/" + source.path, limit: limit))
    } catch {
      return state(.refused, "\(error)")
    }
    guard sha256 == row.sha256 else { return state(.changed, "its content has changed") }
    if row.status == .refused { return state(.refused, row.reason) }
    guard work.staging.has(.facts, key: try work.keys(of: source, sha256: sha256).facts) else {
      return state(
        .stale, "the cache has nothing of it that was made by this program with these settings")
    }
    return state(.current, "")
  }

  /// Whether a run would find everything as it was.
  public var isCurrent: Bool {
    !snapshot.isEmpty && sources.allSatisfy { $0.state == .current || $0.state == .refused }
  }

  /// How many sources are in each state.
  public func count(_ state: State) -> Int { sources.count { $0.state == state } }

  /// The status for machines.
  public var json: JSONValue {
    [
      "snapshot": .string(snapshot), "current": .boolean(isCurrent),
      "sources": .array(
        sources.map {
          [
            "path": .string($0.path), "state": .string($0.state.rawValue),
            "reason": .string($0.reason),
          ]
        }),
    ]
  }
}
