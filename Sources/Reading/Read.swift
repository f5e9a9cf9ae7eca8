public import Model

/// Reads a source: finds out from its content what it is, and gives it whole or refuses it whole.
///
/// - Parameters:
///   - bytes: The file.
///   - id: The key of the source.
///   - attributes: What the pipeline file says of it; the path's suffix is a hint, not more.
///   - settings: How to read it, where that is set.
public func read(
  _ bytes: Swift.Span<UInt8>, id: String, attributes: DocumentAttributes,
  settings: ReadingSettings = ReadingSettings()
) -> ReadingOutcome {
  var source = Source(id: id, attributes: attributes, settings: settings)
  do throws(Refusal) {
    let content = try source.read(bytes)
    var document = Document(id: id, attributes: source.attributes, content: content)
    document.tables = source.tables
    return .read(document, source.findings.finish())
  } catch {
    return .refused(source.refusal(error))
  }
}

/// Reads a source from bytes at hand.
public func read(
  _ bytes: [UInt8], id: String, attributes: DocumentAttributes,
  settings: ReadingSettings = ReadingSettings()
) -> ReadingOutcome {
  read(bytes.span, id: id, attributes: attributes, settings: settings)
}

extension Source {
  /// Reads the content by what it is.
  mutating func read(_ bytes: Swift.Span<UInt8>) throws(Refusal) -> Document.Content {
    try checkSize(bytes.count)
    switch Signature.find(in: bytes) {
    case .zip: return try readArchive(bytes)
    case .gzip: return try readPacked(bytes)
    case .pdf: return try readPDF(bytes)
    case .compound: throw compoundRefusal(bytes)
    case .unsupported(let name, let mediaType, let advice):
      attributes.mediaType = mediaType
      throw Refusal(.unsupported, "this is \(name), which is not read", advice: advice)
    case nil:
      let text = try decode(bytes)
      return try readDecoded(text, try looks(of: text))
    }
  }

  /// Refuses a file that is empty or too large.
  func checkSize(_ count: Int) throws(Refusal) {
    guard count > 0 else {
      throw Refusal(.empty, "the file is empty", advice: "fetch it again")
    }
    guard count <= limits.bytesPerFile else {
      throw .limit(\.bytesPerFile, of: limits, "the file has \(count) bytes")
    }
  }

  /// What a text looks like; what is no text is refused.
  mutating func looks(of bytes: [UInt8]) throws(Refusal) -> TextLooks {
    guard !bytes.isEmpty else {
      throw Refusal(
        .empty, "the file holds nothing but a byte order mark", advice: "fetch it again")
    }
    let looks = TextLooks(bytes, path: path, settings: settings)
    guard looks.kind == .csv || !Source.isBinary(bytes) else { throw binaryRefusal() }
    return looks
  }

  /// Notes where a text is not what its name promises.
  mutating func note(_ looks: TextLooks) {
    if let promised = looks.promised, promised != looks.kind.rawValue {
      findings.add(
        .contentDiffersFromName, subject: looks.kind.rawValue,
        "the name promises \(promised), the content is \(looks.kind.rawValue)")
    }
  }

  /// Reads a text by what it looks like.
  mutating func readDecoded(
    _ bytes: [UInt8], _ looks: TextLooks
  ) throws(Refusal) -> Document.Content {
    note(looks)
    switch looks.kind {
    case .csv: return try readDelimited(bytes)
    case .xml: return try readXML(bytes)
    case .html: return try readHTML(bytes)
    case .json: return try readJSON(bytes)
    case .jsonLines: return try readJSONLines(bytes)
    case .text, .xlsx, .ods, .pdf: return readText(bytes)
    }
  }
}
