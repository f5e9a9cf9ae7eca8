import Model

/// Which rows of a table are the sum of rows below them, where names stand in columns of a
/// hierarchy (款, 項, 目) or are indented.
struct SheetHierarchy {
  /// For each row, by position, the rows that are its parts.
  private(set) var parts: [Int: [Int]] = [:]
  /// The rows that are parts of others.
  private(set) var children: Set<Int> = []

  init(_ rows: [SheetRecogniser.Row]) {
    find(in: rows, levels: rows.map { $0.level })
    if parts.isEmpty {
      let indents = Set(rows.filter { $0.rank == 0 }.map(\.indent)).sorted()
      guard indents.count > 1 else { return }
      find(in: rows, levels: rows.map { indents.firstIndex(of: $0.indent) ?? 0 })
      // Indented rows may be examples of what a row holds, and then make no sum.
      if !mostAgree(rows) { forget() }
    }
  }

  private mutating func forget() {
    parts = [:]
    children = []
  }

  private mutating func find(in rows: [SheetRecogniser.Row], levels: [Int]) {
    var open: [(row: Int, level: Int)] = []
    for position in rows.indices {
      let row = rows[position]
      guard row.rank == 0, !row.isPart else {
        // A sum ends the groups above it.
        if row.rank > 0 { open = [] }
        continue
      }
      let level = levels[position]
      while let last = open.last, last.level >= level || !row.stands(under: rows[last.row]) {
        open.removeLast()
      }
      if let parent = open.last?.row {
        parts[parent, default: []].append(position)
        children.insert(position)
      }
      open.append((position, level))
    }
  }

  /// Whether at least half of the sums that the rows would be agree.
  private func mostAgree(_ rows: [SheetRecogniser.Row]) -> Bool {
    var agreeing = 0
    var count = 0
    for (parent, children) in parts {
      for (column, total) in rows[parent].terms {
        let terms = children.compactMap { rows[$0].terms[column] }
        guard let figure = total.figure, !terms.isEmpty else { continue }
        count += 1
        if IntervalSum(terms.compactMap { $0.figure?.interval }).meets(figure.interval) {
          agreeing += 1
        }
      }
    }
    return count > 0 && agreeing * 2 >= count
  }
}
