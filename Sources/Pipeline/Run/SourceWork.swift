import Extraction
import Hashing
import Model
import Platform
import Reading

/// What became of one source.
struct SourceResult: Sendable {
  /// The row of the source.
  var document: SourceDocument
  /// What was found in it; nothing where it was refused.
  var facts: Facts?
  /// What the readers found, and why it was refused.
  var findings: [Finding]
  /// The key of the facts in the cache; changes with everything that made them.
  var key: String
  /// Whether a step was done, or all was in the cache.
  var wasCached: Bool
  /// The headings of its tables.
  var headings: [String] = []
  /// The stamp of its file, taken before it was read.
  var stamp: FileStamp?
  /// Whether it stands for a source that is gone or has gone wrong.
  var isKept = false
}

/// Reads one source and finds the facts in it, or takes them from the cache.
struct SourceWork: Sendable {
  let pipeline: PipelineFile
  let extractor: Extractor
  /// The registries as text: facts depend on them.
  let registriesText: String
  let raw: String
  let staging: Staging
  /// Copies of sources that are gone.
  let kept: KeptSources

  /// Works on a source.
  func result(of source: SourceFile) throws -> SourceResult {
    let entry = pipeline.sources[source.entry]
    var attributes = entry.attributes
    attributes.path = source.path
    let id = StableKey.make("doc", [source.path])
    let bytes: [UInt8]
    let stamp: FileStamp
    do {
      (bytes, stamp) = try Files.readStamped(
        raw + "/" + source.path, limit: entry.reading.limits.bytesPerFile)
    } catch {
      return refused(
        id, attributes, entry,
        reason: error.code == .tooLarge
          ? "the file is larger than \(entry.reading.limits.bytesPerFile) bytes" : "\(error)")
    }
    var result = try result(of: source, bytes)
    result.stamp = stamp
    return result
  }

  /// Works on a source whose bytes are known.
  func result(of source: SourceFile, _ bytes: [UInt8]) throws -> SourceResult {
    let entry = pipeline.sources[source.entry]
    var attributes = entry.attributes
    attributes.path = source.path
    let id = StableKey.make("doc", [source.path])
    let sha256 = try SHA256.digits(of: bytes)
    let (documentKey, factsKey) = try keys(of: source, sha256: sha256)
    let row = row(id, attributes, entry, bytes: bytes.count, sha256: sha256)

    if let staged = staging.lines(.facts, key: factsKey),
      let result = StagedSource.result(staged, row, key: factsKey)
    {
      return result
    }
    let document: Document
    let findings: [Finding]
    switch try self.document(
      bytes, id: id, attributes: attributes, settings: entry.reading, key: documentKey)
    {
    case .refused(let refusal):
      // Not kept: the reason may lie in the machine, such as too little memory, and be gone tomorrow.
      return refused(row, refusal)
    case .read(let read, let noted):
      document = read
      findings = noted
    }
    return try keep(understood(document, findings, row, entry, key: factsKey), factsKey)
  }

  /// Works on bytes at hand, without the cache; says also what kind of refusal there was.
  func result(
    of source: SourceFile, bytes: [UInt8]
  ) throws(HashingError) -> (result: SourceResult, refusal: Refusal?) {
    let entry = pipeline.sources[source.entry]
    var attributes = entry.attributes
    attributes.path = source.path
    let id = StableKey.make("doc", [source.path])
    let row = row(
      id, attributes, entry, bytes: bytes.count, sha256: try SHA256.digits(of: bytes))
    switch read(bytes, id: id, attributes: attributes, settings: entry.reading) {
    case .refused(let refusal): return (refused(row, refusal), refusal)
    case .read(let document, let findings):
      return (understood(document, findings, row, entry, key: ""), nil)
    }
  }

  /// A source that is not looked at, and why.
  func refused(_ source: SourceFile, reason: String) -> SourceResult {
    let entry = pipeline.sources[source.entry]
    var attributes = entry.attributes
    attributes.path = source.path
    return refused(StableKey.make("doc", [source.path]), attributes, entry, reason: reason)
  }

  /// The facts of a document that was read.
  private func understood(
    _ document: Document, _ findings: [Finding], _ declared: SourceDocument,
    _ entry: PipelineFile.SourceEntry, key: String
  ) -> SourceResult {
    var row = declared
    row.mediaType = document.attributes.mediaType
    row.encoding = document.attributes.encoding
    row.reader = document.attributes.reader
    row.lines = document.lineCount
    if row.title.isEmpty { row.title = document.attributes.title }
    let family = pipeline.families[entry.family] ?? FamilySettings()
    let facts = extractor.facts(of: document, settings: family)
    return SourceResult(
      document: row, facts: facts, findings: findings, key: key, wasCached: false,
      headings: Headings.of(document))
  }

  /// The names in the cache of what the steps make of a source with some content.
  func keys(
    of source: SourceFile, sha256: String
  ) throws(HashingError) -> (document: String, facts: String) {
    let entry = pipeline.sources[source.entry]
    let document = try Staging.key(
      .documents, input: sha256, settings: "\(source.path)\n\(entry.settingsText)")
    let family = pipeline.familyTexts[entry.family] ?? ""
    let facts = try Staging.key(
      .facts, input: sha256, settings: "\(document)\n\(family)\n\(registriesText)")
    return (document, facts)
  }

  /// A source as its reader sees it, without the cache; nothing where its content has changed.
  func document(of source: SourceFile, sha256: String, id: String) throws -> Document? {
    let entry = pipeline.sources[source.entry]
    var attributes = entry.attributes
    attributes.path = source.path
    guard let bytes = try bytes(source.path, sha256: sha256),
      case .read(let document, _) = read(
        bytes, id: id, attributes: attributes, settings: entry.reading)
    else { return nil }
    return document
  }

  /// The bytes of a source with some content, as it lies there or as it was kept.
  func bytes(_ path: String, sha256: String) throws -> [UInt8]? {
    if let bytes = try? Files.read(raw + "/" + path, followingLinks: false),
      try SHA256.digits(of: bytes) == sha256
    {
      return bytes
    }
    return kept.bytes(sha256: sha256)
  }

  private func document(
    _ bytes: [UInt8], id: String, attributes: DocumentAttributes, settings: ReadingSettings,
    key: String
  ) throws -> ReadingOutcome {
    if let staged = staging.lines(.documents, key: key),
      let (document, findings) = StagedSource.document(staged, id: id)
    {
      return .read(document, findings)
    }
    let outcome = read(bytes, id: id, attributes: attributes, settings: settings)
    if case .read(let document, let findings) = outcome {
      try staging.keep(StagedSource.lines(document, findings), .documents, key: key)
    }
    return outcome
  }

  private func keep(_ result: SourceResult, _ key: String) throws -> SourceResult {
    try staging.keep(StagedSource.lines(result), .facts, key: key)
    return result
  }

  // MARK: Rows

  private func row(
    _ id: String, _ attributes: DocumentAttributes, _ entry: PipelineFile.SourceEntry, bytes: Int,
    sha256: String
  ) -> SourceDocument {
    var row = SourceDocument()
    row.id = id
    row.path = attributes.path
    row.title = attributes.title
    row.issuer = attributes.issuer
    row.published = attributes.published
    row.fiscalYear = attributes.fiscalYear
    row.layout = entry.family
    row.bytes = bytes
    row.sha256 = sha256
    return row
  }

  private func refused(
    _ id: String, _ attributes: DocumentAttributes, _ entry: PipelineFile.SourceEntry,
    reason: String
  ) -> SourceResult {
    var refusal = Refusal(.limit, reason, advice: "look at the file")
    refusal.attributes = attributes
    return refused(row(id, attributes, entry, bytes: 0, sha256: ""), refusal)
  }

  private func refused(_ row: SourceDocument, _ refusal: Refusal) -> SourceResult {
    var row = row
    row.status = .refused
    row.reason = refusal.reason
    row.mediaType = refusal.attributes.mediaType
    row.encoding = refusal.attributes.encoding
    row.reader = refusal.attributes.reader
    var finding = Finding(
      .sourceRefused, document: row.id, place: refusal.place, dataset: "documents", row: row.id,
      subject: row.path, message: "")
    finding.message = "\(row.path): refused: \(refusal)"
    return SourceResult(
      document: row, facts: nil, findings: [finding] + refusal.findings, key: "",
      wasCached: false)
  }
}
