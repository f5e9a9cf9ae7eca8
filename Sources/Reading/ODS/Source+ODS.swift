import Model
import XML

/// OpenDocument spreadsheets.
extension Source {
  mutating func readODS(_ package: inout PackageReader) throws(Refusal) -> Document.Content {
    if package.contains("META-INF/manifest.xml") {
      var manifest = ODSManifestPart()
      try package.parse("META-INF/manifest.xml", &manifest)
      if manifest.isEncrypted { throw .password }
    }
    var content = ODSContentPart(limits, findings: findings)
    defer { findings = content.findings }
    try package.parse("content.xml", &content)
    guard !content.sheets.isEmpty else {
      throw Refusal(.malformed, "the workbook has no sheet of cells", advice: Refusal.saveAgain)
    }
    return .sheets(content.sheets)
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
