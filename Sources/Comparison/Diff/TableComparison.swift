import Model
import Publishing

/// Compares two keyed tables.
public enum TableComparison {
  /// All that differs between an old and a new table.
  public static func changes(
    from old: KeyedTable, to new: KeyedTable
  ) throws(ComparisonError) -> TableChanges {
    let oldNames = old.columns.map(\.name)
    let newNames = new.columns.map(\.name)
    try new.requireKey(of: old)
    let columns = ColumnAlignment(old: oldNames, new: newNames)
    let rows = try Alignment(old, new)
    var comparison = RowComparison(old, new, columns)
    for oldRow in 0..<old.count where !rows.isUnchanged[oldRow] {
      let newRow = Int(rows.newOfOld[oldRow])
      if newRow < 0 {
        try comparison.remove(oldRow)
      } else {
        try comparison.compare(oldRow, newRow)
      }
    }
    for newRow in 0..<new.count where rows.oldOfNew[newRow] < 0 { try comparison.add(newRow) }
    return TableChanges(
      table: new.name, key: new.key.map { newNames[$0] }, oldColumns: oldNames,
      newColumns: newNames, columns: columnChanges(old, new, columns), oldCount: old.count,
      newCount: new.count,
      rows: Renaming.joined(comparison.changes, old: old, new: new, columns))
  }

  private static func columnChanges(
    _ old: KeyedTable, _ new: KeyedTable, _ columns: ColumnAlignment
  ) -> [ColumnChange] {
    var changes: [ColumnChange] = []
    for (position, column) in old.columns.enumerated() where columns.newOfOld[position] == nil {
      changes.append(
        ColumnChange(name: column.name, kind: .removed, oldType: column.type, newType: nil))
    }
    for (position, column) in new.columns.enumerated() {
      guard let before = columns.oldOfNew[position] else {
        changes.append(
          ColumnChange(name: column.name, kind: .added, oldType: nil, newType: column.type))
        continue
      }
      let oldType = old.columns[before].type
      if oldType != column.type {
        changes.append(
          ColumnChange(
            name: column.name, kind: .retyped, oldType: oldType, newType: column.type))
      }
    }
    let common = columns.oldOfNew.compactMap { $0 }
    if zip(common, common.dropFirst()).contains(where: { $0 > $1 }) {
      changes.append(
        ColumnChange(name: "", kind: .reordered, oldType: nil, newType: nil))
    }
    return changes
  }
}

/// The comparison of rows, one after the other.
private struct RowComparison {
  private let old: KeyedTable
  private let new: KeyedTable
  private let columns: ColumnAlignment
  private let classifier: CellClassifier
  private(set) var changes: [RowChange] = []

  init(_ old: KeyedTable, _ new: KeyedTable, _ columns: ColumnAlignment) {
    self.old = old
    self.new = new
    self.columns = columns
    classifier = CellClassifier(new.columns)
  }

  mutating func compare(_ oldRow: Int, _ newRow: Int) throws(ComparisonError) {
    let before = try old.values(oldRow)
    let after = try new.values(newRow)
    let aligned = columns.oldOfNew.map { $0.map { before[$0] } ?? .null }
    let positions = after.indices.filter { position in
      columns.oldOfNew[position] != nil && !aligned[position].isSame(as: after[position])
    }
    guard !positions.isEmpty else { return }
    let cells = classifier.changes(aligned, after, at: positions)
    changes.append(
      RowChange(
        key: new.keys.parts(newRow), kind: cells.map(\.kind).weightiest,
        oldLine: old.line(oldRow), newLine: new.line(newRow), old: before, new: after,
        cells: cells))
  }

  mutating func remove(_ row: Int) throws(ComparisonError) {
    changes.append(
      RowChange(
        key: old.keys.parts(row), kind: .removed, oldLine: old.line(row), newLine: nil,
        old: try old.values(row), new: [], cells: []))
  }

  mutating func add(_ row: Int) throws(ComparisonError) {
    changes.append(
      RowChange(
        key: new.keys.parts(row), kind: .added, oldLine: nil, newLine: new.line(row), old: [],
        new: try new.values(row), cells: []))
  }
}

extension [ChangeClass] {
  /// The weightiest of the classes.
  var weightiest: ChangeClass {
    let order = ChangeClass.allCases
    return self.max { a, b in
      (order.firstIndex(of: a) ?? 0) < (order.firstIndex(of: b) ?? 0)
    } ?? .changed
  }
}
