import Model

/// Joins a row that is gone with a row that is new where both are one row under another name.
///
/// The key of a row may be made of its name, so a renamed row has another key. Two rows are one
/// when everything else they say is the same, no other row says the same, and their names fold to
/// the same text, or the registry gives both the same key, or they stand at the same place. Names
/// that are merely alike join nothing.
enum Renaming {
  // What may differ besides name, place and key: what the source printed.
  private static let free: Set<String> = ["raw", "candidates"]

  static func joined(
    _ changes: [RowChange], old: KeyedTable, new: KeyedTable, _ columns: ColumnAlignment
  ) -> [RowChange] {
    let names = new.columns.indices.filter { CellClassifier.names.contains(new.columns[$0].name) }
    guard !names.isEmpty else { return changes }
    let loose = CellClassifier.names.union(CellClassifier.places).union(free)
    let fixed = new.columns.indices.filter { position in
      !loose.contains(new.columns[position].name) && !new.key.contains(position)
        && columns.oldOfNew[position] != nil
    }
    guard !fixed.isEmpty else { return changes }
    var gone: [[Value]: [Int]] = [:]
    var come: [[Value]: [Int]] = [:]
    for index in changes.indices where changes[index].kind == .removed {
      let said = fixed.map { position in
        columns.oldOfNew[position].map { changes[index].old[$0] } ?? .null
      }
      gone[said, default: []].append(index)
    }
    guard !gone.isEmpty else { return changes }
    for index in changes.indices where changes[index].kind == .added {
      let said = fixed.map { changes[index].new[$0] }
      if gone[said] != nil { come[said, default: []].append(index) }
    }
    guard !come.isEmpty else { return changes }
    let classifier = CellClassifier(new.columns)
    var joined: [Int: RowChange] = [:]
    var used: Set<Int> = []
    for (said, indices) in gone {
      guard indices.count == 1, let before = indices.first, let partners = come[said],
        partners.count == 1, let after = partners.first
      else { continue }
      let aligned = columns.oldOfNew.map { $0.map { changes[before].old[$0] } ?? .null }
      let values = changes[after].new
      let positions = new.columns.indices.filter { position in
        columns.oldOfNew[position] != nil && !aligned[position].isIdentical(to: values[position])
          && !new.key.contains(position)
      }
      let cells = classifier.changes(aligned, values, at: positions)
      guard isOne(cells, aligned, values, new.columns) else { continue }
      used.insert(after)
      joined[before] = RowChange(
        key: changes[after].key, kind: cells.map(\.kind).weightiest,
        oldLine: changes[before].oldLine, newLine: changes[after].newLine,
        old: changes[before].old, new: values, cells: cells)
    }
    guard !joined.isEmpty else { return changes }
    return changes.enumerated().compactMap { index, change in
      used.contains(index) ? nil : joined[index] ?? change
    }
  }

  private static func isOne(
    _ cells: [CellChange], _ old: [Value], _ new: [Value], _ columns: [ColumnDescription]
  ) -> Bool {
    let names = cells.filter { CellClassifier.names.contains($0.column) }
    guard !names.isEmpty else { return false }
    if names.allSatisfy({ $0.kind == .reworded }) { return true }
    func value(_ name: String, _ row: [Value]) -> Value {
      columns.firstIndex { $0.name == name }.map { row[$0] } ?? .null
    }
    if value("programme_id", new) != .null { return true }
    return value("place", old) == value("place", new) && value("place", new) != .null
  }
}
