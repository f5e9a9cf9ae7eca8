import Model
import PDF

/// The text of a page in reading order, and its tables.
struct PageText {
  private(set) var lines: [PageLine] = []
  private(set) var tables: [Sheet] = []
  /// The lines above each table that may say what it is and what its unit is.
  private(set) var captions: [[PageLine]] = []

  /// So many lines above a table may belong to it.
  private static let captionLines = 3

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - number: Its number, for the names of its tables.
  init(_ page: PDFPage, number: Int) {
    let vertical = VerticalLabels(PageRun.runs(of: page))
    var runs = vertical.others
    var labels = vertical.labels.map { PageLine($0) }
    let running = vertical.labels.reduce(0) { $0 + $1.count }
    // A page that is written from the top down has no labels: that is its text.
    let isVertical = running * 2 > page.characters.count
    if isVertical { swap(&lines, &labels) }

    var drawn: [GridTable] = []
    let grids = RuleGrid.grids(page).sorted { $0.area < $1.area }
    for grid in grids {
      var rest = runs
      let table = GridTable(grid, taking: &rest, labels: vertical.labels)
      guard table.isTable else { continue }
      runs = rest
      drawn.append(table)
    }
    let margins = PageMargins(runs, of: page)
    runs = margins.body
    lines += margins.head.map { PageLine($0) }
    drawn.sort { ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left) }
    for table in drawn {
      addText(runs.filter { $0.box.middle < table.box.top }, page: number)
      runs.removeAll { $0.box.middle < table.box.top }
      captions.append(Array(lines.suffix(PageText.captionLines)))
      lines += table.lines
      labels += table.ownLabels.map { PageLine($0) }
      tables.append(table.sheet(named: name(page: number)))
    }
    addText(runs, page: number)
    // Labels are put together and kept out of the sentences that they stand beside.
    lines += labels
    lines += margins.foot.map { PageLine($0) }
  }

  private func name(page: Int) -> String { "page \(page) table \(tables.count + 1)" }

  private mutating func addText(_ runs: [PageRun], page: Int) {
    let blocks = ColumnBlocks(runs)
    for table in blocks.tables {
      let above = blocks.lines.filter { $0.box.bottom <= table.rows[0].box.middle }
      captions.append(Array((lines + above).suffix(PageText.captionLines)))
      tables.append(
        PageText.sheet(table.rows, table.gutters, named: name(page: page)))
    }
    lines += blocks.lines
  }

  /// A table that gaps show.
  private static func sheet(_ rows: [PageRow], _ gutters: [Range<Int>], named name: String) -> Sheet
  {
    let middles = gutters.map { ($0.lowerBound + $0.upperBound) / 2 }.sorted()
    let edges = [Int.min] + middles + [Int.max]
    var cells: [Cell] = []
    for (row, content) in rows.enumerated() {
      for column in 1..<edges.count {
        let phrases = content.phrases(in: edges[column - 1]..<edges[column])
        guard !phrases.isEmpty else { continue }
        let text = phrases.map(\.text).joined(separator: [0x20])
        cells.append(
          Cell(
            CellReference(row: row + 1, column: column),
            .text(String(decoding: Array(text), as: UTF8.self))))
      }
    }
    return Sheet(name: name, cells: cells)
  }
}

extension RuleGrid {
  /// The area of the page that it takes.
  fileprivate var area: Int {
    ((rows.last ?? 0) - (rows.first ?? 0)) * ((columns.last ?? 0) - (columns.first ?? 0))
  }
}
