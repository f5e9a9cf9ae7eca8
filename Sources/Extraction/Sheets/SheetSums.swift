import Model

/// The sums that the total rows and columns of a sheet claim.
struct SheetSums {
  let sheet: String
  let columns: [SheetColumn]

  /// Adds the claims of all rows.
  func add(
    _ rows: [SheetRecogniser.Row], _ hierarchy: SheetHierarchy, to facts: inout Facts
  ) {
    // The parts of a row of a hierarchy count once, in that row.
    let outer = rows.indices.filter { !hierarchy.children.contains($0) }.map { rows[$0] }
    for column in columns where column.isMoney {
      addRows(outer, column, to: &facts)
      addLevels(rows, hierarchy, column, to: &facts)
    }
    for row in rows { addColumns(row, to: &facts) }
  }

  /// The rows that are sums of the rows of the next level below them.
  private func addLevels(
    _ rows: [SheetRecogniser.Row], _ hierarchy: SheetHierarchy, _ column: SheetColumn,
    to facts: inout Facts
  ) {
    for (parent, children) in hierarchy.parts.sorted(by: { $0.key < $1.key }) {
      let parts = children.compactMap { rows[$0].terms[column.number] }
      guard let total = rows[parent].terms[column.number], !parts.isEmpty else { continue }
      append(total, parts, rows[parent], column, to: &facts)
    }
  }

  // MARK: Total rows

  private func addRows(
    _ rows: [SheetRecogniser.Row], _ column: SheetColumn, to facts: inout Facts
  ) {
    var stack: [(row: SheetRecogniser.Row, term: SumClaim.Term)] = []
    var leading: (row: SheetRecogniser.Row, term: SumClaim.Term)?
    for row in rows where !row.isPart {
      guard let term = row.terms[column.number] else { continue }
      guard row.rank > 0 else {
        stack.append((row, term))
        continue
      }
      var parts: [SumClaim.Term] = []
      while let last = stack.last, last.row.rank < row.rank {
        parts.append(last.term)
        stack.removeLast()
      }
      if parts.isEmpty {
        if stack.isEmpty, leading == nil { leading = (row, term) }
      } else {
        append(term, parts.reversed(), row, column, to: &facts)
      }
      if !(parts.isEmpty && leading?.row.number == row.number) { stack.append((row, term)) }
    }
    // A total in the first row is the sum of all that follows it.
    if let leading, !stack.isEmpty {
      append(leading.term, stack.map(\.term), leading.row, column, to: &facts)
    }
  }

  private func append(
    _ total: SumClaim.Term, _ parts: [SumClaim.Term], _ row: SheetRecogniser.Row,
    _ column: SheetColumn, to facts: inout Facts
  ) {
    facts.sums.append(
      SumClaim(
        rule: .printedTotal, scope: "\(sheet) \(row.name) \(column.label)", total: total,
        parts: parts))
  }

  // MARK: Total and difference columns

  private func addColumns(_ row: SheetRecogniser.Row, to facts: inout Facts) {
    var before: [SheetColumn] = []
    for column in columns where column.isMoney {
      if let total = row.terms[column.number] {
        switch column.meaning {
        case .total:
          let parts = before.isEmpty ? following(column) : before
          addTotal(total, parts, row, column, to: &facts)
        case .difference: addDifference(total, before, row, column, to: &facts)
        default: break
        }
      }
      if column.meaning == .total {
        before = [column]
      } else if column.meaning == .money {
        before.append(column)
      }
    }
  }

  /// The columns that a total before them is the sum of: those of its own year and stage up to
  /// the next sum.
  private func following(_ total: SheetColumn) -> [SheetColumn] {
    let after = columns.filter { $0.isMoney && $0.number > total.number }
      .prefix { $0.meaning == .money }
    let isOfOneKind = after.allSatisfy {
      $0.kind == total.kind && $0.fiscalYear == total.fiscalYear
    }
    return isOfOneKind ? Array(after) : []
  }

  private func addTotal(
    _ total: SumClaim.Term, _ before: [SheetColumn], _ row: SheetRecogniser.Row,
    _ column: SheetColumn, to facts: inout Facts
  ) {
    let parts = before.filter { $0.meaning == .money }.compactMap { row.terms[$0.number] }
    guard parts.count >= 2 else { return }
    append(total, parts, row, column, to: &facts)
  }

  /// The later year less the earlier one; where the years are not known, the right column less
  /// the one left of it.
  private func addDifference(
    _ total: SumClaim.Term, _ before: [SheetColumn], _ row: SheetRecogniser.Row,
    _ column: SheetColumn, to facts: inout Facts
  ) {
    let pair = before.suffix(2)
    guard pair.count == 2, let left = pair.first, let right = pair.last else { return }
    let leftIsLater =
      (left.fiscalYear ?? 0) > (right.fiscalYear ?? 0) || right.isPriorYear && !left.isPriorYear
    let later = leftIsLater ? left : right
    let earlier = leftIsLater ? right : left
    guard let plus = row.terms[later.number], var minus = row.terms[earlier.number] else { return }
    minus.isSubtracted = true
    append(total, [plus, minus], row, column, to: &facts)
  }
}
