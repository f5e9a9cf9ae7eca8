import PDF

/// A table drawn with ruled lines: its cells, some over several rows or columns.
struct RuleGrid {
  /// Where rows begin and end, from the top.
  let rows: [Int]
  /// Where columns begin and end, from the left.
  let columns: [Int]
  /// The cells by row and then by column.
  private(set) var cells: [GridCell] = []

  /// A grid of more boxes than this is squared paper.
  private static let mostBoxes = 20_000

  /// The tables on a page, from the top.
  static func grids(_ page: PDFPage) -> [RuleGrid] {
    let across = RuleMerge.lines(page.rules, vertical: false)
    let down = RuleMerge.lines(page.rules, vertical: true)
    var groups = DisjointSets(across.count + down.count)
    for (i, a) in across.enumerated() {
      for (j, d) in down.enumerated() where a.covers(d.position) && d.covers(a.position) {
        groups.join(i, across.count + j)
      }
    }
    var members: [Int: (across: [RuledLine], down: [RuledLine])] = [:]
    for (i, line) in across.enumerated() {
      members[groups.root(i), default: ([], [])].across.append(line)
    }
    for (j, line) in down.enumerated() {
      members[groups.root(across.count + j), default: ([], [])].down.append(line)
    }
    return members.values.compactMap { RuleGrid(across: $0.across, down: $0.down) }
      .sorted { ($0.rows[0], $0.columns[0]) < ($1.rows[0], $1.columns[0]) }
  }

  /// The grid of lines that cross; nothing if they make no more than one cell.
  init?(across: [RuledLine], down: [RuledLine]) {
    guard let first = across.first, let left = down.first else { return nil }
    // The sides of many tables are left open: they end where their lines end.
    let width = across.reduce(first.extent) { $0.union($1.extent) }
    let height = down.reduce(left.extent) { $0.union($1.extent) }
    rows = RuleGrid.distinct(across.map(\.position) + [height.lowerBound, height.upperBound])
    columns = RuleGrid.distinct(down.map(\.position) + [width.lowerBound, width.upperBound])
    let (rowCount, columnCount) = (rows.count - 1, columns.count - 1)
    guard rowCount > 0, columnCount > 0, rowCount * columnCount > 1,
      rowCount * columnCount <= RuleGrid.mostBoxes
    else { return nil }
    var sets = DisjointSets(rowCount * columnCount)
    for row in 0..<rowCount {
      let middle = (rows[row] + rows[row + 1]) / 2
      for column in 0..<columnCount {
        let centre = (columns[column] + columns[column + 1]) / 2
        let box = row * columnCount + column
        if column > 0, !RuleGrid.parts(down, at: columns[column], middle) {
          sets.join(box - 1, box)
        }
        if row > 0, !RuleGrid.parts(across, at: rows[row], centre) {
          sets.join(box - columnCount, box)
        }
      }
    }
    var found: [Int: GridCell] = [:]
    for box in 0..<rowCount * columnCount {
      found[sets.root(box), default: GridCell(box / columnCount, box % columnCount)]
        .add(box / columnCount, box % columnCount)
    }
    cells = found.values.sorted {
      ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
    }
    guard cells.count > 1, areRectangles else { return nil }
  }

  /// Cells that overlap are no table's: a frame around a drawing, a diagram.
  private var areRectangles: Bool {
    cells.reduce(0) { $0 + $1.rows.count * $1.columns.count } == (rows.count - 1)
      * (columns.count - 1)
  }

  private static func distinct(_ positions: [Int]) -> [Int] {
    var distinct: [Int] = []
    for position in positions.sorted() {
      if let last = distinct.last, position - last <= RuleMerge.tolerance { continue }
      distinct.append(position)
    }
    return distinct
  }

  private static func parts(_ lines: [RuledLine], at position: Int, _ point: Int) -> Bool {
    lines.contains { abs($0.position - position) <= RuleMerge.tolerance && $0.covers(point) }
  }
}

extension ClosedRange<Int> {
  fileprivate func union(_ other: ClosedRange<Int>) -> ClosedRange<Int> {
    Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
  }
}

/// A cell by the rows and columns of the grid that it spans.
struct GridCell {
  private(set) var rows: Range<Int>
  private(set) var columns: Range<Int>

  init(_ row: Int, _ column: Int) {
    rows = row..<row + 1
    columns = column..<column + 1
  }

  mutating func add(_ row: Int, _ column: Int) {
    rows = min(rows.lowerBound, row)..<max(rows.upperBound, row + 1)
    columns = min(columns.lowerBound, column)..<max(columns.upperBound, column + 1)
  }
}

/// Sets of numbers that are joined step by step.
struct DisjointSets {
  private var parents: [Int]

  init(_ count: Int) { parents = Array(0..<count) }

  mutating func root(_ member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(a), root(b))
    // The smaller number stays the root, so that the result does not depend on the order.
    if a != b { parents[max(a, b)] = min(a, b) }
  }
}
