import Model

/// The sums that the total rows and columns of a sheet claim.
struct SheetSums {
  let sheet: String
  let columns: [SheetColumn]
  let totalWords: TotalWords

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

  /// How the total rows of a table stand to their parts.
  private enum Reading {
    /// Below them, each sum the sum of what no other of its rank covers.
    case below
    /// Below them, a sum with the sums of its own rank before it.
    case nested
    /// Above them.
    case above
  }

  private struct RowClaim {
    var row: SheetRecogniser.Row
    var total: SumClaim.Term
    var parts: [SumClaim.Term]

    /// Whether the figures may be a sum; nothing where one is not known.
    var agrees: Bool? {
      let intervals = parts.compactMap { $0.figure?.interval }
      guard let figure = total.figure, intervals.count == parts.count else { return nil }
      return IntervalSum(intervals).meets(figure.interval)
    }
  }

  /// The layout does not say whether totals stand above or below their parts, nor whether one of
  /// two of a rank holds the other: the reading under which most agree is taken.
  private func addRows(
    _ rows: [SheetRecogniser.Row], _ column: SheetColumn, to facts: inout Facts
  ) {
    var best = claims(rows, column, .below)
    if best.contains(where: { $0.agrees == false }) {
      for reading in [Reading.nested, .above] {
        let other = claims(rows, column, reading)
        if agreement(other) > agreement(best) { best = other }
      }
    }
    for claim in best { append(claim.total, claim.parts, claim.row, column, to: &facts) }
  }

  /// How many of some sums agree, less those that do not.
  private func agreement(_ claims: [RowClaim]) -> Int {
    claims.reduce(0) { sum, claim in
      switch claim.agrees {
      case true?: sum + 1
      case false?: sum - 1
      case nil: sum
      }
    }
  }

  private func claims(
    _ rows: [SheetRecogniser.Row], _ column: SheetColumn, _ reading: Reading
  ) -> [RowClaim] {
    var claims: [RowClaim] = []
    var stack: [(row: SheetRecogniser.Row, term: SumClaim.Term)] = []
    var leading: (row: SheetRecogniser.Row, term: SumClaim.Term)?
    for row in reading == .above ? rows.reversed() : rows where !row.isPart {
      guard let term = row.terms[column.number] else { continue }
      guard row.rank > 0 else {
        stack.append((row, term))
        continue
      }
      var parts: [SumClaim.Term] = []
      while let last = stack.last,
        last.row.rank < row.rank || reading == .nested && last.row.rank == row.rank
      {
        parts.append(last.term)
        stack.removeLast()
      }
      if parts.isEmpty {
        if stack.isEmpty, leading == nil { leading = (row, term) }
      } else {
        claims.append(
          RowClaim(row: row, total: term, parts: reading == .above ? parts : parts.reversed()))
      }
      if !(parts.isEmpty && leading?.row.number == row.number) { stack.append((row, term)) }
    }
    // A total in the first row is the sum of all that follows it.
    if let leading, !stack.isEmpty {
      claims.append(RowClaim(row: leading.row, total: leading.term, parts: stack.map(\.term)))
    }
    return reading == .above ? claims.reversed() : claims
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
    // The totals since the last column of money; later parts are added to them.
    var totals: [SheetColumn] = []
    for column in columns where column.isMoney {
      let total = row.terms[column.number]
      switch column.meaning {
      case .total:
        if let total {
          let parts = before.filter { isPart($0, of: column) }
          addTotal(total, parts.count < 2 ? following(column) : parts, row, column, to: &facts)
        }
        totals.append(column)
      case .difference:
        if let total {
          addDifference(total, totals.isEmpty ? before : totals, row, column, to: &facts)
        }
      default:
        if !totals.isEmpty { (before, totals) = (totals, []) }
        if !column.isPart { before.append(column) }
      }
    }
  }

  /// Whether a column may be a part of a total: of its year, and no total of its rank.
  private func isPart(_ column: SheetColumn, of total: SheetColumn) -> Bool {
    if let year = column.fiscalYear, let own = total.fiscalYear, year != own { return false }
    return column.meaning == .money || rank(column) < rank(total)
  }

  private func rank(_ column: SheetColumn) -> Int { totalWords.rank(column.label) ?? 0 }

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
    let parts = before.compactMap { row.terms[$0.number] }
    guard parts.count >= 2 else { return }
    append(total, parts, row, column, to: &facts)
  }

  /// What a formula in the heading says, as in 増減（B-A）; else the later year less the earlier one;
  /// where the years are not known, the right column less the one left of it.
  private func addDifference(
    _ total: SumClaim.Term, _ before: [SheetColumn], _ row: SheetRecogniser.Row,
    _ column: SheetColumn, to facts: inout Facts
  ) {
    guard let pair = formula(column) ?? lastTwo(before), let plus = row.terms[pair.plus],
      var minus = row.terms[pair.minus]
    else { return }
    minus.isSubtracted = true
    append(total, [plus, minus], row, column, to: &facts)
  }

  private func lastTwo(_ before: [SheetColumn]) -> (plus: Int, minus: Int)? {
    let pair = before.suffix(2)
    guard pair.count == 2, let left = pair.first, let right = pair.last else { return nil }
    let leftIsLater =
      (left.fiscalYear ?? 0) > (right.fiscalYear ?? 0) || right.isPriorYear && !left.isPriorYear
    return leftIsLater ? (left.number, right.number) : (right.number, left.number)
  }

  /// The columns whose headings bear the letters of a formula; 0 where none bears them.
  private func formula(_ column: SheetColumn) -> (plus: Int, minus: Int)? {
    let scalars = Array(column.label.unicodeScalars)
    for index in scalars.indices.dropFirst().dropLast()
    where ["-", "−", "－", "‐"].contains(scalars[index]) {
      let (plus, minus) = (scalars[index - 1], scalars[index + 1])
      guard plus.properties.isUppercase, minus.properties.isUppercase else { continue }
      return (bearer(of: plus), bearer(of: minus))
    }
    return nil
  }

  private func bearer(of letter: Unicode.Scalar) -> Int {
    columns.first { column in
      guard column.meaning != .difference else { return false }
      let label = column.label.unicodeScalars
      return label.last == letter || label.suffix(3).elementsEqual(["(", letter, ")"])
    }?.number ?? 0
  }
}
