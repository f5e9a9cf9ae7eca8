public import Model

extension SourceExcerpt {
  /// How many lines an excerpt has at most.
  private static let mostLines = 12

  /// The lines of a place in a source, with some lines before and after it.
  public init(_ place: Place, in document: Document, context: Int = 1) {
    switch document.content {
    case .text(let body):
      self.init(
        document: document.id, lines: SourceExcerpt.lines(place, in: body, context: context))
    case .sheets(let sheets):
      let sheet = sheets.first { $0.name == place.sheet }
      self.init(
        document: document.id, sheet: place.sheet,
        lines: sheet.map { SourceExcerpt.lines(place, in: $0) } ?? [])
    }
  }

  private static func lines(_ place: Place, in body: TextBody, context: Int) -> [Line] {
    let marked = place.spans.map(\.line).filter { (1...max(1, body.lineCount)).contains($0) }
    guard let first = marked.min(), let last = marked.max(), body.lineCount > 0 else { return [] }
    let shown = max(1, first - context)...min(body.lineCount, last + context)
    return shown.prefix(mostLines).map { number in
      Line(
        number: number, text: body.text(ofLine: number),
        marks: place.spans.filter { $0.line == number && !$0.columns.isEmpty }.map(\.columns)
          .sorted { $0.lowerBound < $1.lowerBound })
    }
  }

  /// The rows of the cells, their values side by side; the cells themselves are marked.
  private static func lines(_ place: Place, in sheet: Sheet) -> [Line] {
    var lines: [Line] = []
    for row in Set(place.spans.map(\.line)).sorted().prefix(mostLines) {
      let cells = Set(place.spans.filter { $0.line == row }.compactMap(\.cell))
      var text = ""
      var marks: [Range<Int>] = []
      for cell in sheet.cells(inRow: row) {
        if !text.isEmpty { text += " │ " }
        let start = text.unicodeScalars.count
        text += "\(cell.reference): " + cell.value.text.replacing("\n", with: "⏎")
        if cells.contains(cell.reference) { marks.append(start..<text.unicodeScalars.count) }
      }
      lines.append(Line(number: row, text: text, marks: marks))
    }
    return lines
  }
}
