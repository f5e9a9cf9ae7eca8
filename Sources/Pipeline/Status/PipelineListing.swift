public import JSON
import Model
import Platform
import Publishing

/// What a pipeline has published: its snapshots, and the tables and sources of the newest.
public struct PipelineListing: Sendable {
  /// A snapshot, the newest last.
  public struct Snapshot: Sendable {
    /// Its name.
    public let id: String
    /// How many bytes its files have.
    public let bytes: Int
    /// When its run ended, in UTC; empty where its run record is gone.
    public let ended: String
    /// Whether `latest` points to it.
    public let isLatest: Bool
  }

  /// A table of the newest snapshot.
  public struct Table: Sendable {
    /// Its name.
    public let name: String
    /// How many rows it has.
    public let rows: Int
    /// How many bytes its CSV file has.
    public let bytes: Int
  }

  /// A source of the newest snapshot.
  public struct Source: Sendable {
    /// Its path below the raw folder.
    public let path: String
    /// Whether it was read or refused.
    public let status: String
    /// How many bytes it had.
    public let bytes: Int
    /// The fiscal year it is of, where that is known.
    public let fiscalYear: Int?
    /// Who issued it.
    public let issuer: String
  }

  /// The snapshots, oldest first.
  public let snapshots: [Snapshot]
  /// The tables in published order.
  public let tables: [Table]
  /// The sources by their paths.
  public let sources: [Source]

  /// Looks at what is published in the folder of a pipeline.
  public init(of pipeline: LoadedPipeline, out: String?) throws {
    let folder = SnapshotFolder(path: Runner.out(of: pipeline, out))
    let latest = try folder.latest()
    snapshots = try folder.all().map { snapshot in
      Snapshot(
        id: snapshot.id, bytes: try PipelineListing.bytes(below: snapshot.path),
        ended: RunRecord.ended(snapshot.id, in: folder), isLatest: snapshot == latest)
    }
    guard let latest else {
      tables = []
      sources = []
      return
    }
    let package = try PackageReader.read(latest.path)
    tables = try package.tables.map { table in
      let name = table.description.name
      let size = try Files.size("\(latest.path)/\(name).csv")
      return Table(name: name, rows: table.rowCount, bytes: size)
    }
    sources = try package.rows(of: SourceDocument.self).map {
      Source(
        path: $0.path, status: $0.status.rawValue, bytes: $0.bytes, fiscalYear: $0.fiscalYear,
        issuer: $0.issuer)
    }.sorted { $0.path < $1.path }
  }

  private static func bytes(below path: String) throws -> Int {
    try (Folder.filesBelow(path) ?? []).reduce(0) { try $0 + Files.size("\(path)/\($1)") }
  }

  /// The listing for machines.
  public var json: JSONValue {
    [
      "snapshots": .array(
        snapshots.map {
          [
            "id": .string($0.id), "bytes": .integer($0.bytes), "ended": .string($0.ended),
            "latest": .boolean($0.isLatest),
          ]
        }),
      "tables": .array(
        tables.map {
          ["name": .string($0.name), "rows": .integer($0.rows), "bytes": .integer($0.bytes)]
        }),
      "sources": .array(
        sources.map {
          [
            "path": .string($0.path), "status": .string($0.status), "bytes": .integer($0.bytes),
            "fiscal_year": $0.fiscalYear.map { .integer($0) } ?? .null,
            "issuer": .string($0.issuer),
          ]
        }),
    ]
  }
}
