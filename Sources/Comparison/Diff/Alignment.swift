import Publishing

/// Which row of one table is which of the other.
struct Alignment: Sendable {
  /// For each old row the new one, or -1 where it is gone.
  private(set) var newOfOld: [Int32]
  /// For each new row the old one, or -1 where it is new.
  private(set) var oldOfNew: [Int32]
  /// For each old row whether the new one is written alike and says the same.
  private(set) var isUnchanged: [Bool]

  /// Walks both tables in step; only what falls out of step is searched for.
  ///
  /// A key that stands twice in one of the tables is an error. Rising keys stand once, so one table
  /// with such keys shows the doubles of the other: two of its rows that are the same row of this.
  init(_ old: KeyedTable, _ new: KeyedTable) throws(ComparisonError) {
    if new.keys.isSorted {
      var walk = Walk(old, along: new)
      if old.keys.isSorted { walk.runSorted() } else { try walk.run() }
      (newOfOld, oldOfNew, isUnchanged) = (walk.found, walk.finders, walk.isAlike)
    } else {
      var walk = Walk(new, along: old)
      try walk.run()
      (newOfOld, oldOfNew) = (walk.finders, walk.found)
      isUnchanged = newOfOld.map { $0 >= 0 && walk.isAlike[Int($0)] }
    }
  }
}

/// A walk down one table that finds for each of its rows that of another.
private struct Walk {
  // After so many rows that were elsewhere than expected the place is no longer looked at first.
  private static let patience = 8
  // So many rows are searched for side by side.
  private static let batch = 64

  private let table: KeyedTable
  private let other: KeyedTable
  private var keys: RowKeys
  // Whether rows that are written alike say the same: then they need not be cut for their keys.
  private let hasSameLayout: Bool
  /// For each row that of the other table, or -1.
  private(set) var found: [Int32]
  /// For each row of the other table that which found it, or -1.
  private(set) var finders: [Int32]
  /// For each row whether that of the other table is written alike and says the same.
  private(set) var isAlike: [Bool]
  // Only there so that what is touched is read.
  private var touched: UInt8 = 0

  init(_ table: KeyedTable, along other: KeyedTable) {
    self.table = table
    self.other = other
    keys = other.keys
    hasSameLayout = table.hasLayout(of: other)
    found = [Int32](repeating: -1, count: table.count)
    finders = [Int32](repeating: -1, count: other.count)
    isAlike = [Bool](repeating: false, count: table.count)
  }

  /// Walks two tables whose keys rise.
  mutating func runSorted() {
    var row = 0
    var place = 0
    while row < table.count, place < other.count {
      if meets(row, place) {
        join(row, place)
        row += 1
        place += 1
      } else if RowKeys.order(table.keys, row, keys, place) == .before {
        row += 1
      } else {
        place += 1
      }
    }
  }

  /// Walks a table in any order.
  ///
  /// Where the keys of the other rise, a row out of step is searched for by halving, and an index is
  /// made only when so many were that it costs less.
  mutating func run() throws(ComparisonError) {
    if !keys.isSorted { try other.index(&keys) }
    var expected = 0
    var searches = 0
    var misses = 0
    var alone = KeySet()
    var rowsAlone: [Int] = []
    for row in 0..<table.count {
      if row % Walk.batch == 0, misses >= Walk.patience, keys.hasIndex {
        touch(row..<min(row + Walk.batch, table.count))
      }
      var place: Int?
      if misses < Walk.patience {
        // A row that is gone puts all that follow one out of step.
        place = meets(row, expected) ? expected : meets(row, expected + 1) ? expected + 1 : nil
      }
      if place == nil {
        searches += 1
        if !keys.hasIndex, searches > other.count / 8 { try other.index(&keys) }
        place = search(row)
        misses = place == expected ? 0 : misses + 1
      } else {
        misses = 0
      }
      if let place {
        if finders[place] >= 0 { throw table.duplicate(Int(finders[place]), row) }
        join(row, place)
        expected = place + 1
      } else if let double = table.keys.insert(row, into: &alone) {
        throw table.duplicate(rowsAlone[double], row)
      } else {
        rowsAlone.append(row)
      }
    }
  }

  /// Whether a row is one of the other table; notes where they are written alike.
  private mutating func meets(_ row: Int, _ place: Int) -> Bool {
    guard place < other.count else { return false }
    if hasSameLayout, table.isSame(row, as: other, place) {
      isAlike[row] = true
      return true
    }
    return RowKeys.order(table.keys, row, keys, place) == .same
  }

  private mutating func search(_ row: Int) -> Int? {
    guard keys.hasIndex else {
      guard let place = keys.rowByHalving(row, in: table.keys) else { return nil }
      return meets(row, place) ? place : nil
    }
    var candidates = keys.candidates(row, in: table.keys)
    while let place = keys.next(&candidates) {
      if meets(row, place) { return place }
    }
    return nil
  }

  /// Reads what some rows will be compared with.
  ///
  /// Rows in any order are all over the memory; asked one by one, each would wait for its own.
  private mutating func touch(_ rows: Range<Int>) {
    let guesses = rows.compactMap { keys.guess($0, in: table.keys) }
    for place in guesses { touched &+= other.firstByte(place) }
  }

  private mutating func join(_ row: Int, _ place: Int) {
    found[row] = Int32(place)
    finders[place] = Int32(row)
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
