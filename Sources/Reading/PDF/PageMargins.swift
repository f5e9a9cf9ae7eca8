import PDF

/// The running heads and page numbers of a page, kept apart from its columns.
struct PageMargins {
  private(set) var head: [PageRow] = []
  private(set) var foot: [PageRow] = []
  /// What stands between them.
  private(set) var body: [PageRun] = []

  /// The share of a page's height that its margins take, in percent.
  private static let share = 10
  /// Heads and feet stand apart from the text by at least so many times their own height.
  private static let distance = 2

  init(_ runs: [PageRun], of page: PDFPage) {
    var rows = PageRow.rows(of: runs)[...]
    let margin = page.box.height * PageMargins.share / 100
    while let row = rows.first, let next = rows.dropFirst().first, row.box.bottom <= margin,
      next.box.top - row.box.bottom >= row.box.height * PageMargins.distance
    {
      head.append(row)
      rows.removeFirst()
    }
    while let row = rows.last, let before = rows.dropLast().last,
      row.box.top >= page.box.height - margin,
      row.box.top - before.box.bottom >= row.box.height * PageMargins.distance
    {
      foot.insert(row, at: 0)
      rows.removeLast()
    }
    body = rows.flatMap(\.phrases)
  }
}
