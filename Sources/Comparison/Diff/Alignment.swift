import Publishing

/// Which row of one table is which of the other.
struct Alignment: Sendable {
  // So many rows out of step are searched for by halving; for more an index is made.
  private static let patience = 4096

  /// For each old row the new one, or -1 where it is gone.
  private(set) var newOfOld: [Int32]
  /// For each new row the old one, or -1 where it is new.
  private(set) var oldOfNew: [Int32]

  /// Walks both tables in step; only what falls out of step is searched for.
  ///
  /// A key that stands twice in one of the tables is an error. Rising keys stand once, so one table
  /// with such keys shows the doubles of the other: two of its rows that are the same row of this.
  init(_ old: KeyedTable, _ new: KeyedTable) throws(ComparisonError) {
    newOfOld = [Int32](repeating: -1, count: old.count)
    oldOfNew = [Int32](repeating: -1, count: new.count)
    if old.keys.isSorted, new.keys.isSorted {
      alignSorted(old.keys, new.keys)
    } else if new.keys.isSorted {
      try Alignment.align(old, along: new, &newOfOld, &oldOfNew)
    } else {
      try Alignment.align(new, along: old, &oldOfNew, &newOfOld)
    }
  }

  private mutating func alignSorted(_ old: RowKeys, _ new: RowKeys) {
    var oldRow = 0
    var newRow = 0
    while oldRow < old.count, newRow < new.count {
      switch RowKeys.order(old, oldRow, new, newRow) {
      case .before: oldRow += 1
      case .after: newRow += 1
      case .same:
        newOfOld[oldRow] = Int32(newRow)
        oldOfNew[newRow] = Int32(oldRow)
        oldRow += 1
        newRow += 1
      }
    }
  }

  /// Finds for each row of a table that of another, and for each of the other that of the table.
  private static func align(
    _ table: KeyedTable, along other: KeyedTable, _ found: inout [Int32],
    _ finders: inout [Int32]
  ) throws(ComparisonError) {
    var keys = other.keys
    if !keys.isSorted { try other.index(&keys) }
    var expected = 0
    var searches = 0
    var alone = KeySet()
    var rowsAlone: [Int] = []
    for row in 0..<table.count {
      var place: Int? = expected
      if !keys.isSame(expected, as: row, in: table.keys) {
        // A row that is gone puts all that follow one out of step.
        place = expected + 1
        if !keys.isSame(expected + 1, as: row, in: table.keys) {
          searches += 1
          if searches == patience, !keys.hasIndex { try other.index(&keys) }
          place = keys.row(of: row, in: table.keys)
        }
      }
      if let place {
        if finders[place] >= 0 { throw table.duplicate(Int(finders[place]), row) }
        found[row] = Int32(place)
        finders[place] = Int32(row)
        expected = place + 1
      } else if let double = table.keys.insert(row, into: &alone) {
        throw table.duplicate(rowsAlone[double], row)
      } else {
        rowsAlone.append(row)
      }
    }
  }
}

/// Which column of one table is which of the other: by name, the first with the first of that
/// name, the second with the second.
struct ColumnAlignment: Sendable {
  /// For each new column the old one, where there is one.
  let oldOfNew: [Int?]
  /// For each old column the new one, where there is one.
  let newOfOld: [Int?]

  init(old: [String], new: [String]) {
    var places: [String: [Int]] = [:]
    for (position, name) in old.enumerated().reversed() {
      places[name, default: []].append(position)
    }
    let oldOfNew = new.map { places[$0]?.popLast() }
    var newOfOld = [Int?](repeating: nil, count: old.count)
    for (position, oldPosition) in oldOfNew.enumerated() {
      if let oldPosition { newOfOld[oldPosition] = position }
    }
    self.oldOfNew = oldOfNew
    self.newOfOld = newOfOld
  }
}
