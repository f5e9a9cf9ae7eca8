import JSON
import Platform

/// One document to work on, as a line asks for it.
struct WorkRequest {
  /// The content, in one of three ways.
  enum Content {
    /// Text in the line itself.
    case text(String)
    /// Bytes in the line, in Base64.
    case base64(String)
    /// A file below the folder of files.
    case path(String)
  }

  /// The document: the path it has, or would have, below the raw folder.
  let document: String
  /// The SHA-256 that the content should have, where the line says one.
  let sha256: String?
  private let content: Content

  /// Reads a line.
  init(_ line: [UInt8]) throws(WorkError) {
    let json: JSONValue
    do throws(JSONError) { json = try JSONReader.read(line) } catch {
      throw WorkError(.badJSON, "column \(error.column): \(error.reason)")
    }
    guard let document = json["doc"]?.string, !document.isEmpty else {
      throw WorkError(.badRequest, "\"doc\" is missing")
    }
    if let version = json["p"], version.integer != Int64(WorkSettings.protocolVersion) {
      throw WorkError(.badRequest, "\"p\" is not 1", document: document)
    }
    let contents = [
      json["text"]?.string.map(Content.text), json["b64"]?.string.map(Content.base64),
      json["path"]?.string.map(Content.path),
    ].compactMap(\.self)
    guard contents.count == 1, let content = contents.first else {
      throw WorkError(
        .badRequest, "one of \"text\", \"b64\" and \"path\" should be there", document: document)
    }
    if let fault = SafePath.fault(document) {
      throw WorkError(.badRequest, fault, document: document)
    }
    self.document = document
    self.content = content
    sha256 = json["sha256"]?.string
  }

  /// The bytes of the document.
  func bytes(files: String?, limit: Int) throws(WorkError) -> [UInt8] {
    switch content {
    case .text(let text): return Array(text.utf8)
    case .base64(let text):
      if let bytes = Base64.bytes(text) { return bytes }
      throw WorkError(.badBase64, "\"b64\" is not strict Base64", document: document)
    case .path(let path):
      guard let files else {
        throw WorkError(
          .unreadable, "the worker was given no folder of files (--files)", document: document)
      }
      if let fault = SafePath.fault(path) {
        throw WorkError(.badRequest, fault, document: document)
      }
      do throws(PlatformError) { return try Files.read(files + "/" + path, limit: limit) } catch {
        throw WorkError(.unreadable, "\(path): \(error.code)", document: document)
      }
    }
  }
}
