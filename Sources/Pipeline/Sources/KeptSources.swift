import Hashing
import JSON
import Platform

/// What a folder of snapshots remembers of its sources: what each was like when it was last good,
/// and a copy of those whose facts are to be kept.
///
///     sources.jsonl     a line for each source
///     sources/<hash>    the copies, by their content
struct KeptSources: Sendable {
  private let out: String

  init(out: String) { self.out = out }

  private var list: String { out + "/sources.jsonl" }
  private var copies: String { out + "/sources" }

  /// The known sources by their paths; none where nothing was run, or the list is damaged.
  func known() -> [String: KnownSource] {
    guard let bytes = try? Files.read(list), let lines = try? JSONReader.readLines(bytes) else {
      return [:]
    }
    var known: [String: KnownSource] = [:]
    for line in lines {
      guard let source = KnownSource(line) else { return [:] }
      known[source.path] = source
    }
    return known
  }

  /// The hash of the list; empty where there is none.
  func hash() throws(HashingError) -> String {
    guard let bytes = try? Files.read(list) else { return "" }
    return try SHA256.digits(of: bytes)
  }

  /// Remembers what the sources are like, and drops the copies that nobody needs any more.
  func remember(_ known: [String: KnownSource], keeping hashes: Set<String>) throws {
    var writer = JSONWriter()
    let sorted = known.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for source in sorted { writer.writeLine(source.json) }
    if (try? Files.read(list)) != writer.bytes { try Files.replace(list, with: writer.bytes) }
    for entry in try Folder.entries(copies) ?? [] where !hashes.contains(entry.name) {
      try Files.remove(copies + "/" + entry.name)
    }
  }

  /// Whether there is a copy of some content.
  func has(sha256: String) -> Bool { (try? Files.kind(copies + "/" + sha256)) == .file }

  /// Copies a source, so that it can be read again when it is gone.
  func keep(_ bytes: [UInt8], sha256: String) throws(PlatformError) {
    try Folder.create(copies)
    try Files.replace(copies + "/" + sha256, with: bytes)
  }

  /// The bytes of a copy; nothing where there is none, or where it is not what it was.
  func bytes(sha256: String) -> [UInt8]? {
    guard let bytes = try? Files.read(copies + "/" + sha256),
      (try? SHA256.digits(of: bytes)) == sha256
    else { return nil }
    return bytes
  }
}
