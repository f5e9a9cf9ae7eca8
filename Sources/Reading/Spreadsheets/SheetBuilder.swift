import Model

/// Gathers the cells and merged areas of one sheet and puts them in order.
struct SheetBuilder: CellSink {
  static let maxRow = 1_048_576
  static let maxColumn = 16_384

  let name: String
  let isHidden: Bool
  private(set) var cells: [Cell] = []
  private(set) var merges: [MergedArea] = []
  private var isSorted = true

  init(name: String, isHidden: Bool) {
    self.name = name
    self.isHidden = isHidden
  }

  mutating func add(_ cell: Cell) {
    if let last = cells.last, last.reference >= cell.reference { isSorted = false }
    cells.append(cell)
  }

  mutating func merge(_ area: MergedArea, within limits: ReadingLimits) throws(Refusal) {
    guard merges.count < limits.mergedAreas else {
      throw CellFault.tooManyAreas(of: name, limits)
    }
    if area.first != area.last { merges.append(area) }
  }

  mutating func end(into findings: inout FindingList) throws(Refusal) {
    if !isSorted {
      cells.sort { $0.reference < $1.reference }
      for index in cells.indices.dropFirst()
      where cells[index - 1].reference == cells[index].reference {
        throw CellFault.twice(cells[index].reference, of: name)
      }
    }
    merges.sort { $0.first < $1.first }
    dropCovered(&findings)
  }

  /// The sheet, once it has ended.
  var sheet: Sheet { Sheet(name: name, isHidden: isHidden, cells: cells, merges: merges) }

  /// Leaves out the cells that a merged area covers: their values show nowhere.
  private mutating func dropCovered(_ findings: inout FindingList) {
    guard !merges.isEmpty else { return }
    var sweep = MergeSweep(merges)
    var covered: [Int] = []
    for (index, cell) in cells.enumerated() {
      guard let area = sweep.area(over: cell.reference), area.first != cell.reference else {
        continue
      }
      covered.append(index)
      CellFault.covered(cell.reference, by: area, of: name, into: &findings)
    }
    guard !covered.isEmpty else { return }
    let indices = Set(covered)
    cells = cells.indices.filter { !indices.contains($0) }.map { cells[$0] }
  }
}

/// Finds the merged area over each of a run of cells in order, row by row.
struct MergeSweep {
  private let merges: [MergedArea]
  private var next = 0
  // Areas that reach the present row, by their first column; sound areas do not overlap.
  private var active: [MergedArea] = []
  private var row = 0

  init(_ sorted: [MergedArea]) {
    merges = sorted
  }

  mutating func area(over cell: CellReference) -> MergedArea? {
    if cell.row != row { advance(to: cell.row) }
    let index = position(of: cell.column)
    guard index > 0, active[index - 1].last.column >= cell.column else { return nil }
    return active[index - 1]
  }

  private mutating func advance(to row: Int) {
    self.row = row
    active.removeAll { $0.last.row < row }
    while next < merges.count, merges[next].first.row <= row {
      let area = merges[next]
      next += 1
      guard area.last.row >= row else { continue }
      let index = position(of: area.first.column)
      // One that overlaps another breaks the rules of the format; the earlier one holds.
      if index > 0, active[index - 1].last.column >= area.first.column { continue }
      if index < active.count, active[index].first.column <= area.last.column { continue }
      active.insert(area, at: index)
    }
  }

  /// How many active areas begin at a column or before it.
  private func position(of column: Int) -> Int {
    var low = 0
    var high = active.count
    while low < high {
      let middle = (low + high) / 2
      if active[middle].first.column <= column { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
