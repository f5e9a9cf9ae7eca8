import Hashing
import JSON
import Model
import Platform
import Publishing

/// What the last run saw and gave, in `last-run.jsonl` beside the snapshots: where everything is as
/// it was then, a run has nothing to do.
///
/// Nothing is guessed. A file is as it was where its stamp is the same and had settled when the
/// file was read, or else where its content has the same hash.
struct LastRun {
  /// The name of the file.
  static let fileName = "last-run.jsonl"

  /// A hash of all that decides what a run gives besides the sources.
  var key: String
  /// When the run began, by the clock of the machine; it must not lie in the future.
  var moment: Int64
  /// The name of the snapshot.
  var snapshot: String
  /// The findings about the raw folder, as a hash.
  var discovered: String
  /// What the folder of snapshots remembers of the sources, as a hash.
  var remembered: String
  /// What came of the run.
  var summary: JSONValue
  /// The sources, in the order of their paths.
  var sources: [Source]
  /// The files of the snapshot.
  var files: [File]

  /// A file and its content.
  struct File: Equatable {
    /// Its path, below the folder it lies in.
    var path: String
    /// Its stamp; nothing where its content must be looked at again.
    var stamp: FileStamp?
    var sha256: String
  }

  /// A source and what became of it.
  struct Source: Equatable {
    var file: File
    /// The entry of the pipeline file that claims it.
    var entry: Int
    /// The name of its facts in the cache; empty where it was refused.
    var key: String
    /// Why it was refused, as a hash; empty where it was read.
    var refusal: String
  }

  // MARK: The file

  /// The last run of a folder of snapshots; nothing where there was none, or the file is damaged.
  static func read(out: String) -> LastRun? {
    guard let bytes = try? Files.read(out + "/" + fileName) else { return nil }
    // The last line is the hash of the others: a power cut may have left a part.
    let digits = 64
    let end = bytes.count - digits - 1
    guard end > 0, bytes.last == 0x0A,
      (try? SHA256.digits(of: bytes.span.extracting(..<end)))
        == String(decoding: bytes[end..<bytes.count - 1], as: UTF8.self)
    else { return nil }
    return (try? JSONReader.readLines(Array(bytes[..<end]))).flatMap { LastRun($0) }
  }

  /// Keeps it for the next run.
  func write(out: String) throws {
    var writer = JSONWriter()
    writer.writeLine(head)
    for source in sources { writer.writeLine(source.json) }
    for file in files { writer.writeLine(file.json) }
    let bytes = writer.bytes
    try Files.replace(
      out + "/" + LastRun.fileName,
      with: bytes + Array((try SHA256.digits(of: bytes) + "\n").utf8), durably: false)
  }

  /// Forgets the last run, so that the next one does everything.
  static func forget(out: String) throws(PlatformError) {
    try Files.remove(out + "/" + fileName)
  }

  private var head: JSONValue {
    [
      "key": .string(key), "moment": .integer(moment), "snapshot": .string(snapshot),
      "discovered": .string(discovered), "remembered": .string(remembered),
      "sources": .integer(sources.count), "summary": summary,
    ]
  }

  private init?(_ lines: [JSONValue]) {
    guard let head = lines.first, let key = head["key"]?.string,
      let moment = head["moment"]?.integer, let snapshot = head["snapshot"]?.string,
      let discovered = head["discovered"]?.string, let remembered = head["remembered"]?.string,
      let count = head["sources"]?.integer.flatMap({ Int(exactly: $0) }),
      let summary = head["summary"], count >= 0, count < lines.count
    else { return nil }
    self.key = key
    self.moment = moment
    self.snapshot = snapshot
    self.discovered = discovered
    self.remembered = remembered
    self.summary = summary
    sources = lines[1..<(count + 1)].compactMap { Source($0) }
    files = lines[(count + 1)...].compactMap { File($0) }
    guard sources.count == count, files.count == lines.count - count - 1 else { return nil }
  }

  init(
    key: String, moment: Int64, snapshot: String, discovered: String, remembered: String,
    summary: JSONValue, sources: [Source], files: [File]
  ) {
    self.key = key
    self.moment = moment
    self.snapshot = snapshot
    self.discovered = discovered
    self.remembered = remembered
    self.summary = summary
    self.sources = sources
    self.files = files
  }
}

extension LastRun.File {
  /// A file that was read after a moment, its stamp taken before; one that had not settled then
  /// must be looked at again.
  init(path: String, _ stamp: FileStamp?, sha256: String, readAfter moment: Int64) {
    self.init(
      path: path, stamp: stamp.flatMap { $0.isSettled(at: moment) ? $0 : nil }, sha256: sha256)
  }

  fileprivate init?(_ json: JSONValue) {
    guard let parts = json.array, parts.count == 3, let path = parts[0].string,
      let sha256 = parts[1].string
    else { return nil }
    self.init(
      path: path,
      stamp: FileStamp(numbers: (parts[2].array ?? []).compactMap(\.integer)), sha256: sha256)
  }

  fileprivate var json: JSONValue {
    .array([
      .string(path), .string(sha256),
      stamp.map { .array($0.numbers.map { .integer($0) }) } ?? .null,
    ])
  }

  /// The file as it is now; nothing where it is not as it was.
  func unchanged(
    below folder: String, limit: Int = .max - 1, moment: Int64
  ) -> LastRun.File? {
    let place = folder + "/" + path
    if let stamp, FileStamp.of(place) == stamp { return self }
    guard FileStamp.of(place) != nil, let read = try? Files.readStamped(place, limit: limit),
      (try? SHA256.digits(of: read.bytes)) == sha256
    else { return nil }
    return LastRun.File(path: path, read.stamp, sha256: sha256, readAfter: moment)
  }
}

extension LastRun.Source {
  fileprivate init?(_ json: JSONValue) {
    guard let parts = json.array, parts.count == 4, let file = LastRun.File(parts[0]),
      let entry = parts[1].integer, let key = parts[2].string, let refusal = parts[3].string
    else { return nil }
    self.init(file: file, entry: Int(entry), key: key, refusal: refusal)
  }

  fileprivate var json: JSONValue {
    .array([file.json, .integer(entry), .string(key), .string(refusal)])
  }
}
