public import Model
public import PDF

/// What pages of characters say: a text in reading order, and tables.
public struct PagedDocument: Sendable {
  /// The text; each line knows where it stands.
  public let body: TextBody
  /// The tables whose cells are clear; what they say stands in the text as well.
  public let tables: [Sheet]
  /// The same tables, each with the lines just above it.
  let captionedTables: [Sheet]

  /// Reads pages by the places of their characters.
  public init(_ pages: [PDFPage]) {
    var text = PagedText()
    var tables: [Sheet] = []
    var captionedTables: [Sheet] = []
    for (index, page) in pages.enumerated() {
      let read = PageText(page, number: index + 1)
      text.add(read.lines, page: index + 1)
      tables += read.tables
      for (table, caption) in zip(read.tables, read.captions) {
        captionedTables.append(
          table.under(caption.map { String(decoding: $0.text, as: UTF8.self) }))
      }
    }
    body = text.body
    self.tables = tables
    self.captionedTables = captionedTables
  }
}

extension Sheet {
  /// The table with lines above it, each in a row of its own.
  fileprivate func under(_ lines: [String]) -> Sheet {
    func moved(_ reference: CellReference) -> CellReference {
      CellReference(row: reference.row + lines.count, column: reference.column)
    }
    let above = lines.enumerated().map { Cell(CellReference(row: $0 + 1, column: 1), .text($1)) }
    let below = cells.map { cell in
      var cell = cell
      cell.reference = moved(cell.reference)
      return cell
    }
    return Sheet(
      name: name, cells: above + below,
      merges: merges.map { MergedArea(first: moved($0.first), last: moved($0.last)) })
  }
}
