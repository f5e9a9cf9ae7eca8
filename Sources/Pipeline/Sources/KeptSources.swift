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

  /// The known sources by their paths; none where nothing was run yet.
  ///
  /// A list that cannot be read is an error: taken for none, every source would count as new, what
  /// went missing would go without a word, and the copies of sources that are gone would be removed.
  func known() throws -> [String: KnownSource] {
    guard let kind = try Files.kind(list) else { return [:] }
    guard kind == .file else {
      throw DamagedList(path: list, reason: "it is not a file of this folder, but a \(kind)")
    }
    let bytes = try Files.read(list)
    let lines: [JSONValue]
    do { lines = try JSONReader.readLines(bytes) } catch {
      throw DamagedList(path: list, reason: "\(error)")
    }
    var known: [String: KnownSource] = [:]
    for (index, line) in lines.enumerated() {
      guard let source = KnownSource(line) else {
        throw DamagedList(path: list, reason: "line \(index + 1) describes no source")
      }
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
    // What is no copy was put there by somebody else; a link in place of the folder leads elsewhere.
    guard try Files.kind(copies) == .folder else { return }
    for entry in try Folder.entries(copies) ?? []
    where !hashes.contains(entry.name) && KeptSources.isHash(entry.name) {
      try Files.remove(copies + "/" + entry.name)
    }
  }

  private static func isHash(_ name: String) -> Bool {
    name.utf8.count == 64
      && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// Whether there is a copy of some content.
  func has(sha256: String) -> Bool { (try? Files.kind(copies + "/" + sha256)) == .file }

  /// Copies a source, so that it can be read again when it is gone.
  func keep(_ bytes: [UInt8], sha256: String) throws(PlatformError) {
    try Folder.createOwn(copies)
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

/// The list of what the sources were like is there, but nobody can read it.
private struct DamagedList: Error, CustomStringConvertible {
  let path: String
  let reason: String

  var description: String {
    """
    \(path): \(reason)
      It says what the sources were like when they were last good. Restore it from a backup, or remove
      it: every source then counts as new, and what is missing since goes unnoticed.
    """
  }
}
