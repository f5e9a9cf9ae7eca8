/// Which row of one table is which of the other.
struct Alignment: Sendable {
  /// For each old row the new one, or -1 where it is gone.
  private(set) var newOfOld: [Int32]
  /// For each new row the old one, or -1 where it is new.
  private(set) var oldOfNew: [Int32]

  /// Walks both tables in step; only what falls out of step is searched for.
  init(_ old: RowKeys, _ new: RowKeys) {
    newOfOld = [Int32](repeating: -1, count: old.count)
    oldOfNew = [Int32](repeating: -1, count: new.count)
    if old.isSorted, new.isSorted { alignSorted(old, new) } else { alignUnsorted(old, new) }
  }

  private mutating func alignSorted(_ old: RowKeys, _ new: RowKeys) {
    var oldRow = 0
    var newRow = 0
    while oldRow < old.count, newRow < new.count {
      switch RowKeys.order(old, oldRow, new, newRow) {
      case .before: oldRow += 1
      case .after: newRow += 1
      case .same:
        join(oldRow, newRow)
        oldRow += 1
        newRow += 1
      }
    }
  }

  private mutating func alignUnsorted(_ old: RowKeys, _ new: RowKeys) {
    var expected = 0
    for oldRow in 0..<old.count {
      if expected < new.count, RowKeys.order(old, oldRow, new, expected) == .same {
        join(oldRow, expected)
        expected += 1
      } else if let newRow = new.row(of: oldRow, in: old) {
        join(oldRow, newRow)
        expected = newRow + 1
      }
    }
  }

  private mutating func join(_ oldRow: Int, _ newRow: Int) {
    newOfOld[oldRow] = Int32(newRow)
    oldOfNew[newRow] = Int32(oldRow)
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
