import Model
import PDF

/// A drawn table with what stands in its cells.
struct GridTable {
  let grid: RuleGrid
  /// What each cell holds, row by row; empty for an empty cell.
  let contents: [[PageRow]]
  /// The runs of each cell.
  private let runs: [[PageRun]]
  /// The labels that run down each cell.
  private let labels: [[PageRun]]
  /// Those of them that only their cell shows to be labels.
  private(set) var ownLabels: [PageRun] = []

  /// Takes the runs that stand in the cells of a grid.
  init(_ grid: RuleGrid, taking runs: inout [PageRun], labels: [PageRun]) {
    self.grid = grid
    let cells = GridFinder(grid)
    var held = [[PageRun]](repeating: [], count: grid.cells.count)
    var labelled = held
    var rest: [PageRun] = []
    for run in runs {
      if let cell = cells.cell(of: run) { held[cell].append(run) } else { rest.append(run) }
    }
    for label in labels {
      if let cell = cells.cell(of: label) { labelled[cell].append(label) }
    }
    runs = rest
    for cell in held.indices {
      // In a cell of its own a label may be spread over the height of the cell.
      guard let label = VerticalLabels.label(inCell: held[cell]) else { continue }
      if grid.cells[cell].rows.count == 1 {
        // It names the row and nothing else.
        held[cell] = [label]
      } else {
        labelled[cell].append(label)
        ownLabels.append(label)
        held[cell] = []
      }
    }
    self.runs = held
    self.labels = labelled
    contents = held.map { PageRow.rows(of: $0) }
  }

  /// Whether something stands in at least two columns and two rows, so that the lines are those of
  /// a table and not the frame around a text.
  var isTable: Bool {
    let filled = contents.indices.filter { !contents[$0].isEmpty }.map { grid.cells[$0] }
    return Set(filled.map(\.rows.lowerBound)).count > 1
      && Set(filled.map(\.columns.lowerBound)).count > 1
  }

  var box: PDFBox {
    PDFBox(
      left: grid.columns.first ?? 0, top: grid.rows.first ?? 0, right: grid.columns.last ?? 0,
      bottom: grid.rows.last ?? 0)
  }

  /// The table as a sheet.
  func sheet(named name: String) -> Sheet {
    var cells: [Cell] = []
    var merges: [MergedArea] = []
    for (index, cell) in grid.cells.enumerated() {
      let text = PageLine.joined(contents[index]) + labels[index].flatMap(\.text)
      guard !text.isEmpty else { continue }
      let first = CellReference(
        row: cell.rows.lowerBound + 1, column: cell.columns.lowerBound + 1)
      let last = CellReference(row: cell.rows.upperBound, column: cell.columns.upperBound)
      cells.append(Cell(first, .text(String(decoding: text, as: UTF8.self))))
      if first != last { merges.append(MergedArea(first: first, last: last)) }
    }
    return Sheet(name: name, cells: cells, merges: merges)
  }
}

extension GridTable {
  /// The table as lines of text: each row that is one record is one line.
  var lines: [PageLine] {
    var lines: [PageLine] = []
    for row in 0..<grid.rows.count - 1 {
      let starting = grid.cells.indices.filter {
        grid.cells[$0].rows.lowerBound == row && !contents[$0].isEmpty
      }
      // A cell beside several rows names their group and is no part of the first of them.
      let height = starting.map { grid.cells[$0].rows.count }.min() ?? 1
      let group = starting.filter { grid.cells[$0].rows.count > height }
      for cell in group { lines += ColumnBlocks(runs[cell]).lines }
      let record = starting.filter { grid.cells[$0].rows.count == height }
      if isRecord(record) {
        if let line = PageLine(cells: record.map { contents[$0] }) { lines.append(line) }
      } else if arePaired(record) {
        let rows = PageRow.rows(of: record.flatMap { runs[$0] })
        lines += rows.map { PageLine($0) }
      } else {
        for cell in record { lines += ColumnBlocks(runs[cell]).lines }
      }
    }
    return lines
  }

  /// A cell of more lines than this is a text of its own.
  private static let mostLines = 4

  /// Whether cells beside each other say one thing: at most a name broken over lines in each, and
  /// no list of several items or figures.
  private func isRecord(_ cells: [Int]) -> Bool {
    cells.count > 1
      && cells.allSatisfy { cell in
        let rows = contents[cell]
        guard rows.count > 1 else { return true }
        return rows.count <= GridTable.mostLines
          && !rows.contains { $0.phrases.allSatisfy(\.isFigure) }
          && rows.filter { ColumnSides.isItem($0.phrases[0]) }.count <= 1
      }
  }

  /// Whether every line of the shorter cells stands on the base line of one in the longest cell.
  private func arePaired(_ cells: [Int]) -> Bool {
    let longest = cells.map { contents[$0].count }.max() ?? 0
    return cells.count > 1 && longest > 1
      && cells.filter { ColumnSides.isProse(runs[$0]) }.count < 2
      && PageRow.rows(of: cells.flatMap { runs[$0] }).count == longest
  }
}
