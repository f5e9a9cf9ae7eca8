import PDF

/// A line of the text that a page becomes.
struct PageLine {
  /// Its text as UTF-8.
  var text: [UInt8]
  /// Where it stands on the page.
  var box: PDFBox

  init(_ run: PageRun) {
    text = run.text
    box = run.box
  }

  /// A whole row: what wide gaps part stays apart.
  init(_ row: PageRow) {
    text = Array(row.phrases.map(\.text).joined(separator: [0x20, 0x20]))
    box = row.box
  }

  /// Cells beside each other.
  init?(cells: [[PageRow]]) {
    let filled = cells.filter { !$0.isEmpty }
    guard let first = filled.first?.first else { return nil }
    text = Array(filled.map { PageLine.joined($0) }.joined(separator: [0x20, 0x20]))
    box = filled.joined().reduce(first.box) { $0.union($1.box) }
  }

  /// The lines of a cell as one: Japanese words go on over a line end, Latin ones do not.
  static func joined(_ rows: [PageRow]) -> [UInt8] {
    var text: [UInt8] = []
    for row in rows {
      for phrase in row.phrases {
        if let last = text.last, let first = phrase.text.first,
          phrase.box != row.phrases[0].box || last < 0x80 && first < 0x80
        {
          text.append(0x20)
        }
        text += phrase.text
      }
    }
    return text
  }
}
