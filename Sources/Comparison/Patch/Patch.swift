import Model
import Publishing

/// A patch as CSV: the old table and the patch give the new table, rows in order.
///
/// The first column is the operation, then come as many `after` columns as the key has, then the
/// columns of the new table. The first rows describe the columns: `columns` gives for each the
/// position of the old column it was (from 1; empty for a new one), `types` its type, `key` marks
/// those of the key by their number. The others are the rows, in the order of the new table:
///
/// - `remove`: the row with this key goes;
/// - `add`: this row comes, after the row with the `after` key (first where that is empty);
/// - `change`: the row with this key gets these values;
/// - `move`: the row with this key goes after the row with the `after` key.
///
/// An empty field is null; an empty text is `""`.
public enum Patch {
  /// The operations on rows.
  enum Operation: String {
    case remove
    case add
    case change
    case move
  }

  /// The patch that makes the new table of the old one.
  public static func make(
    from old: KeyedTable, to new: KeyedTable
  ) throws(ComparisonError) -> [UInt8] {
    try new.requireKey(of: old)
    let columns = ColumnAlignment(old: old.columns.map(\.name), new: new.columns.map(\.name))
    let rows = try Alignment(old, new)
    var patch = PatchWriter(new)
    patch.describe(columns)
    for oldRow in 0..<old.count where rows.newOfOld[oldRow] < 0 {
      patch.write(.remove, key: old.keys.parts(oldRow))
    }
    let kept = LongestRise.members(of: rows.oldOfNew)
    let isAlike = old.hasLayout(of: new)
    var previous: [String] = []
    for newRow in 0..<new.count {
      let key = new.keys.parts(newRow)
      let oldRow = Int(rows.oldOfNew[newRow])
      if oldRow < 0 {
        patch.write(.add, after: previous, try new.values(newRow))
      } else {
        if !kept[newRow] { patch.write(.move, after: previous, key: key) }
        if !isAlike || !old.isSame(oldRow, as: new, newRow) {
          let before = try old.values(oldRow)
          let after = try new.values(newRow)
          let aligned = columns.oldOfNew.map { $0.map { before[$0] } ?? .null }
          if !zip(aligned, after).allSatisfy({ $0.isIdentical(to: $1) }) {
            patch.write(.change, after)
          }
        }
      }
      previous = key
    }
    return patch.bytes
  }
}

/// Writes the rows of a patch.
private struct PatchWriter {
  private(set) var bytes: [UInt8] = []
  private let table: KeyedTable
  private let writer: CSVWriter
  private var noAfter: [Value] { table.key.map { _ in .null } }

  init(_ table: KeyedTable) {
    self.table = table
    let after = table.key.map { "after_" + table.columns[$0].name }
    writer = CSVWriter(columns: ["op"] + after + table.columns.map(\.name))
    writer.writeHeader(into: &bytes)
  }

  mutating func describe(_ columns: ColumnAlignment) {
    write("columns", columns.oldOfNew.map { $0.map { .integer(Int64($0 + 1)) } ?? .null })
    write("types", table.columns.map { .text($0.type.rawValue) })
    write(
      "key",
      table.columns.indices.map { position in
        table.key.firstIndex(of: position).map { .integer(Int64($0 + 1)) } ?? .null
      })
  }

  private mutating func write(_ word: String, _ values: [Value]) {
    writer.write([.text(word)] + noAfter + values, into: &bytes)
  }

  mutating func write(_ operation: Patch.Operation, _ values: [Value]) {
    write(operation.rawValue, values)
  }

  mutating func write(_ operation: Patch.Operation, after: [String] = [], _ values: [Value]) {
    let keys = after.isEmpty ? noAfter : after.map(Value.text)
    writer.write([.text(operation.rawValue)] + keys + values, into: &bytes)
  }

  mutating func write(_ operation: Patch.Operation, after: [String] = [], key: [String]) {
    var values = [Value](repeating: .null, count: table.columns.count)
    for (part, position) in zip(key, table.key) { values[position] = .text(part) }
    write(operation, after: after, values)
  }
}

/// The rows that need not move: a longest run of old positions that rises.
enum LongestRise {
  /// For each new row, whether it is of the run; rows without an old position are not.
  static func members(of positions: [Int32]) -> [Bool] {
    // For each length, the row that ends the run with the least position.
    var ends: [Int] = []
    var previous = [Int](repeating: -1, count: positions.count)
    for row in positions.indices where positions[row] >= 0 {
      var low = 0
      var high = ends.count
      // Rows in step, the usual case, go to the end at once.
      if let last = ends.last, positions[last] < positions[row] { low = high }
      while low < high {
        let middle = (low + high) / 2
        if positions[ends[middle]] < positions[row] { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[row] = ends[low - 1] }
      if low == ends.count { ends.append(row) } else { ends[low] = row }
    }
    var members = [Bool](repeating: false, count: positions.count)
    var row = ends.last ?? -1
    while row >= 0 {
      members[row] = true
      row = previous[row]
    }
    return members
  }
}
