import Model
import XML

/// Web pages: a sheet for each table of data, the rest as text.
extension Source {
  /// The name of the sheet that holds the text around the tables of a page.
  private static var textSheet: String { "text" }

  mutating func readHTML(_ bytes: [UInt8]) throws(Refusal) -> Document.Content {
    identify(as: .html)
    let joined = Source.joiningLineEnds(bytes)
    var reader: XMLReader
    do throws(XMLError) { reader = try XMLReader(html: joined.span, HTMLPage.vocabulary) } catch {
      throw Refusal(error, part: "")
    }
    var page = HTMLPage(limits)
    while let event = reader.next() { try page.take(event, reader) }
    if attributes.title.isEmpty {
      attributes.title = page.title.split { $0.isWhitespace }.joined(separator: " ")
    }
    let body = TextBody(page.lines.bytes)
    return page.sheets.isEmpty ? .text(body) : .sheets([textSheet(of: body)] + page.sheets)
  }

  /// The text around tables, each line in the row that bears its number.
  private func textSheet(of body: TextBody) -> Sheet {
    var cells: [Cell] = []
    for line in 1...max(body.lineCount, 1) where body.lineCount > 0 {
      let text = body.bytes[body.range(ofLine: line)]
      guard text.contains(where: { $0 > 0x20 }) else { continue }
      cells.append(
        Cell(
          CellReference(row: line, column: 1), .text(String(decoding: text, as: UTF8.self))))
    }
    return Sheet(name: Source.textSheet, cells: cells)
  }
}
