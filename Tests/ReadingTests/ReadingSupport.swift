import Model
import Reading
import Testing

/// Reads bytes under a name.
func outcome(
  _ bytes: [UInt8], path: String = "source", _ change: (inout ReadingSettings) -> Void = { _ in }
) -> ReadingOutcome {
  var settings = ReadingSettings()
  change(&settings)
  return read(bytes, id: "doc", attributes: DocumentAttributes(path: path), settings: settings)
}

/// The document and the findings of a source that should be read.
func document(
  _ bytes: [UInt8], path: String = "source", _ change: (inout ReadingSettings) -> Void = { _ in },
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> (document: Document, findings: [Finding]) {
  switch outcome(bytes, path: path, change) {
  case .read(let document, let findings): return (document, findings)
  case .refused(let refusal):
    Issue.record("refused: \(refusal)", sourceLocation: sourceLocation)
    throw refusal
  }
}

/// The refusal of a source that should be refused.
func refusal(
  _ bytes: [UInt8], path: String = "source", _ change: (inout ReadingSettings) -> Void = { _ in },
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> Refusal {
  switch outcome(bytes, path: path, change) {
  case .refused(let refusal): return refusal
  case .read(let document, _):
    Issue.record("read as \(document.attributes.reader)", sourceLocation: sourceLocation)
    throw Refusal(.empty, "read", advice: "")
  }
}

extension Document {
  /// The lines of a text; none of a workbook.
  var lines: [String] {
    guard case .text(let body) = content else { return [] }
    return (0..<body.lineCount).map { body.text(ofLine: $0 + 1) }
  }

  /// The sheets of a workbook; none of a text.
  var sheets: [Sheet] {
    guard case .sheets(let sheets) = content else { return [] }
    return sheets
  }
}

extension Sheet {
  /// The cells as `A1=value`, one after the other.
  var shown: [String] { cells.map { "\($0.reference)=\($0.value.text)" } }
}
