import Model
import Platform

/// A file that a pipeline reads.
struct SourceFile: Sendable {
  /// The path below the raw folder.
  let path: String
  /// The entry of the pipeline file that claims it.
  let entry: Int
}

/// What lies in the raw folder and who claims it.
struct SourceDiscovery {
  /// The files to read, in the order of their paths.
  private(set) var sources: [SourceFile] = []
  /// Files that nobody claims.
  private var unclaimed: [Finding] = []
  /// Entries that claim no file.
  private var missing: [Int: Finding] = [:]

  /// Looks into the raw folder; `select` and `exclude` are patterns for paths.
  init(
    _ pipeline: PipelineFile, raw: String, select: [String] = [], exclude: [String] = []
  ) throws {
    guard let entries = try Folder.entriesBelow(raw) else {
      throw UsageFailure(
        "\(raw): there is no such folder of sources\n  Name the folder with --raw DIR.")
    }
    let selected = select.map(Glob.init)
    let excluded = exclude.map(Glob.init)
    var claimed = Set<Int>()
    for found in entries where !SourceDiscovery.isIgnored(found.name) {
      let path = found.name
      if found.kind == .badName {
        noteBadName(path)
        continue
      }
      guard found.kind == .file else {
        noteNoFile(path)
        continue
      }
      guard let entry = pipeline.entry(claiming: path) else {
        noteUnclaimed(path)
        continue
      }
      claimed.insert(entry)
      let isSelected = selected.isEmpty || selected.contains { $0.matches(path) }
      guard isSelected, !excluded.contains(where: { $0.matches(path) }) else { continue }
      sources.append(SourceFile(path: path, entry: entry))
    }
    if !select.isEmpty, sources.isEmpty {
      throw UsageFailure(
        "--select \(select.joined(separator: ", ")): no source of the pipeline matches\n"
          + "  The patterns are those of the pipeline file: *.csv, hq/**; 'choai status' lists the "
          + "sources.")
    }
    for (index, entry) in pipeline.sources.enumerated() where !claimed.contains(index) {
      if !entry.isOptional { noteMissing(index, entry) }
    }
  }

  /// Files that nobody claims and entries that claim no file, but for some that need none.
  func findings(without entries: Set<Int> = []) -> [Finding] {
    unclaimed + missing.filter { !entries.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Hidden files and the folder's own description are no sources.
  private static func isIgnored(_ path: String) -> Bool {
    path.split(separator: "/").contains { $0.hasPrefix(".") } || path == "README.md"
  }

  /// A link may lead out of the raw folder, and a pipe or device has no content to keep.
  private mutating func noteNoFile(_ path: String) {
    unclaimed.append(
      Finding(
        .sourceUnclaimed, subject: path,
        message: "\(path): this is a link or no file; it is not read. Put the file itself there."))
  }

  private mutating func noteBadName(_ path: String) {
    unclaimed.append(
      Finding(
        .sourceUnclaimed, subject: path,
        message: "\(path): the name is not UTF-8, so this is not read. Rename it."))
  }

  private mutating func noteUnclaimed(_ path: String) {
    unclaimed.append(
      Finding(
        .sourceUnclaimed, subject: path,
        message: "\(path): no source of the pipeline claims this file; it is not read. "
          + "Add it to the sources, or move it out of the raw folder."))
  }

  private mutating func noteMissing(_ index: Int, _ entry: PipelineFile.SourceEntry) {
    let patterns = entry.files.map(\.pattern).joined(separator: ", ")
    missing[index] = Finding(
      .sourceMissing, subject: patterns,
      message: "\(patterns): no file in the raw folder matches; the source is declared on line "
        + "\(entry.line) of the pipeline file. Put the file there, or mark the source 'optional'.")
  }
}
