import Extraction
public import JSON
import Model
import Platform
import Publishing
import Reading

/// Everything a snapshot knows of one row: its values, its source lines, how it was found, which
/// checks it took part in.
public struct Explanation {
  private let pipeline: LoadedPipeline
  private let raw: String
  private let package: Package
  private let folder: String
  private let kept: KeptSources

  /// Opens the newest snapshot of a pipeline.
  public init(_ pipeline: LoadedPipeline, raw: String, out: String?) throws {
    let snapshots = SnapshotFolder(path: Runner.out(of: pipeline, out))
    guard let latest = try snapshots.latest() else {
      throw UsageFailure(
        "\(snapshots.path) holds no snapshot\n  Run the pipeline first: choai run \(pipeline.name)."
      )
    }
    self.pipeline = pipeline
    self.raw = raw
    folder = latest.path
    kept = KeptSources(out: snapshots.path)
    package = try PackageReader.read(latest.path)
  }

  /// The explanation of a row for people.
  public func text(of id: String) throws -> String {
    let (table, values) = try row(id)
    var lines = ["\(table.description.name) \(id) (\(table.description.title))", ""]
    for (column, value) in zip(table.description.columns, values) where value != .null {
      lines.append("  \(column.name): \(value.field)")
    }
    lines += try sourceLines(of: id)
    lines += try checks(of: id)
    lines += try findings(of: id)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The explanation of a row for machines.
  public func json(of id: String) throws -> JSONValue {
    let (table, values) = try row(id)
    let fields = zip(table.description.columns, values).map { column, value in
      JSONMember(column.name, value == .null ? .null : .string(value.field))
    }
    return [
      "table": .string(table.description.name), "row": .object(fields),
      "source": .strings(try sourceLines(of: id)), "checks": .strings(try checks(of: id)),
      "findings": .strings(try findings(of: id)),
    ]
  }

  private func row(_ id: String) throws -> (CSVTable, [Value]) {
    for table in package.tables {
      if let row = table.firstRow(id: id) { return (table, table.values(row).map { $0 ?? .null }) }
    }
    throw UsageFailure(
      "no table of \(folder) has a row '\(id)'\n  Take an id from a CSV file of the snapshot.")
  }

  // MARK: The source

  private func sourceLines(of id: String) throws -> [String] {
    guard let found = try PlacesFile.read(folder, rows: [id]).first,
      let source = try package.rows(of: SourceDocument.self).first(where: {
        $0.id == found.document
      })
    else { return [] }
    let document = try document(source)
    let page = document?.page(of: found.place).map { ", page \($0)" } ?? ""
    let heading = ["", "\(source.path)\(page), \(found.place):"]
    guard let document else {
      return heading + ["  the source is no longer as it was read; its lines cannot be shown"]
    }
    return heading + MarkedLines.of(found.place, in: document).map { "  " + $0 }
  }

  /// The source as it was read; nothing where it is gone or has changed since.
  private func document(_ source: SourceDocument) throws -> Document? {
    guard let entry = pipeline.file.entry(claiming: source.path) else { return nil }
    return try SourceWork(
      pipeline: pipeline.file, extractor: Extractor(pipeline.registries),
      registriesText: pipeline.registriesText, raw: raw,
      staging: Staging(folder: "", ignoresCache: true), kept: kept
    ).document(
      of: SourceFile(path: source.path, entry: entry), sha256: source.sha256, id: source.id)
  }

  // MARK: Checks and findings

  private func checks(of id: String) throws -> [String] {
    let taking = try package.rows(of: ReconciliationEntry.self).filter {
      $0.evidence.contains(id) || $0.id == id
    }
    guard !taking.isEmpty else { return ["", "It took part in no check."] }
    return ["", "Checks:"]
      + taking.map { entry in
        "  \(entry.rule) \(entry.status.rawValue): \(entry.scope): \(entry.explanation)"
      }
  }

  private func findings(of id: String) throws -> [String] {
    let about = try package.rows(of: FindingEntry.self).filter { $0.row == id }
    return about.isEmpty ? [] : ["", "Findings:"] + about.map { "  \($0.severity): \($0.message)" }
  }
}
