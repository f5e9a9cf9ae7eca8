import Model

/// The lines of a source around a place, with the place marked below them.
struct SourceExcerpt {
  /// The lines for a terminal.
  static func lines(_ document: Document, _ place: Place) -> [String] {
    switch document.content {
    case .text(let body): textLines(body, place)
    case .sheets(let sheets): cellLines(sheets, place)
    }
  }

  private static func textLines(_ body: TextBody, _ place: Place) -> [String] {
    let width = String(place.spans.map(\.line).max() ?? 0).count
    return place.spans.flatMap { span -> [String] in
      guard (1...max(1, body.lineCount)).contains(span.line) else { return [] }
      let text = body.text(ofLine: span.line)
      let scalars = Array(text.unicodeScalars)
      let columns = span.columns.clamped(to: 0..<scalars.count)
      let number = String(span.line)
      let margin = String(repeating: " ", count: width - number.count) + number + " | "
      let before = DisplayWidth.of(scalars[..<columns.lowerBound])
      let marks = max(1, DisplayWidth.of(scalars[columns]))
      return [
        margin + text,
        String(repeating: " ", count: width) + " | " + String(repeating: " ", count: before)
          + String(repeating: "^", count: marks),
      ]
    }
  }

  private static func cellLines(_ sheets: [Sheet], _ place: Place) -> [String] {
    guard let sheet = sheets.first(where: { $0.name == place.sheet }) else { return [] }
    return place.spans.flatMap { span -> [String] in
      sheet.cells(inRow: span.line).map { cell in
        let mark = cell.reference == span.cell ? ">" : " "
        let value = cell.value.text.replacing("\n", with: "⏎")
        return "\(mark) \(cell.reference) | \(value)"
      }
    }
  }
}
