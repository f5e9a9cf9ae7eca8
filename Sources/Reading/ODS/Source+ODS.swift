import Model
import XML

/// OpenDocument spreadsheets.
extension Source {
  mutating func readODS(_ package: inout PackageReader) throws(Refusal) -> Document.Content {
    try refuseEncryptedODS(&package)
    var content = ODSContentPart(limits, findings: findings) {
      SheetBuilder(name: $0, isHidden: $1)
    }
    defer { findings = content.findings }
    try package.parse("content.xml", &content)
    guard !content.finished.isEmpty else {
      throw .noSheet
    }
    return .sheets(content.finished.map(\.sheet))
  }

  func refuseEncryptedODS(_ package: inout PackageReader) throws(Refusal) {
    guard package.contains("META-INF/manifest.xml") else { return }
    var manifest = ODSManifestPart()
    try package.parse("META-INF/manifest.xml", &manifest)
    if manifest.isEncrypted { throw .password }
  }
}

/// The list of parts of an OpenDocument file, which says whether they are encrypted.
struct ODSManifestPart: PartHandler {
  static let vocabulary = XMLVocabulary(["encryption-data"])

  private(set) var isEncrypted = false

  mutating func take(_ event: XMLEvent, _ reader: borrowing XMLReader) throws(Refusal) {
    if event.kind == .start, event.name == 0 { isEncrypted = true }
  }
}
