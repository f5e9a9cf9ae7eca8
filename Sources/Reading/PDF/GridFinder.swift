import PDF

/// Finds the cell of a grid that a run stands in.
struct GridFinder {
  private let grid: RuleGrid
  /// The cell that each box of the grid belongs to, row by row.
  private let cells: [Int]

  init(_ grid: RuleGrid) {
    self.grid = grid
    let width = grid.columns.count - 1
    var cells = [Int](repeating: 0, count: width * (grid.rows.count - 1))
    for (index, cell) in grid.cells.enumerated() {
      for row in cell.rows { for column in cell.columns { cells[row * width + column] = index } }
    }
    self.cells = cells
  }

  /// The cell with the middle of a run.
  func cell(of run: PageRun) -> Int? {
    guard let row = GridFinder.stretch(of: run.box.middle, in: grid.rows),
      let column = GridFinder.stretch(of: run.box.centre, in: grid.columns)
    else { return nil }
    return cells[row * (grid.columns.count - 1) + column]
  }

  private static func stretch(of point: Int, in edges: [Int]) -> Int? {
    guard let above = edges.lastIndex(where: { $0 <= point }), above + 1 < edges.count else {
      return nil
    }
    return above
  }
}
