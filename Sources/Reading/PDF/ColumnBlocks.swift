import PDF

/// The reading order of an area without ruled lines: columns are read one after the other, what
/// stands on one base line in a table is one line.
struct ColumnBlocks {
  private(set) var lines: [PageLine] = []
  /// The rows of tables that gaps show, each with the gaps between its columns.
  private(set) var tables: [(rows: [PageRow], gutters: [Range<Int>])] = []

  /// Columns of columns end here.
  private static let deepest = 8
  /// This many rows with something in both columns make a table.
  private static let fewestTableRows = 3

  init(_ runs: [PageRun], depth: Int = 0) {
    add(PageRow.rows(of: runs), depth)
  }

  private mutating func add(_ rows: [PageRow], _ depth: Int) {
    guard let first = rows.first else { return }
    let box = rows.dropFirst().reduce(first.box) { $0.union($1.box) }
    let bounds = box.left..<max(box.right, box.left + 1)
    var start = 0
    while start < rows.count {
      guard let block = ColumnBlock(rows, from: start, in: bounds) else {
        lines.append(PageLine(rows[start]))
        start += 1
        continue
      }
      start = add(block, rows, depth)
    }
  }

  /// Adds a block and gives the first row after it.
  private mutating func add(_ block: ColumnBlock, _ rows: [PageRow], _ depth: Int) -> Int {
    let core = Array(rows[block.core])
    let gutter = block.gutters[0]
    let middle = (gutter.lowerBound + gutter.upperBound) / 2
    if depth < ColumnBlocks.deepest, ColumnSides(core, splitAt: middle).areColumns {
      let members = rows[block.rows]
      for side in [Int.min..<middle, middle..<Int.max] {
        let inner = ColumnBlocks(members.flatMap { $0.phrases(in: side) }, depth: depth + 1)
        lines += inner.lines
        tables += inner.tables
      }
      return block.rows.upperBound
    }
    for row in rows[block.rows.lowerBound..<block.core.upperBound] { lines.append(PageLine(row)) }
    if ColumnBlocks.isTable(core, block.gutters) { tables.append((core, block.gutters)) }
    return block.core.upperBound
  }

  /// Whether rows are those of a table for certain: most have something in every column, and a
  /// column holds figures.
  private static func isTable(_ rows: [PageRow], _ gutters: [Range<Int>]) -> Bool {
    let full = rows.filter { $0.phrases.count > gutters.count }
    let figures = rows.filter { $0.phrases.dropFirst().contains { $0.isFigure } }
    return full.count >= fewestTableRows && full.count * 10 >= rows.count * 8
      && figures.count * 10 >= rows.count * 8
  }
}
