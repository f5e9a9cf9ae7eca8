public import Model
import Publishing

extension Patch {
  /// The names of the columns that the rows of a patch are told apart by.
  public static func key(
    of patch: [UInt8], named name: String
  ) throws(ComparisonError) -> [String] {
    let header = try PatchHeader(try KeyedTable.records(patch, name), named: name)
    return header.key.map { header.columns[$0].name }
  }

  /// The new table that a patch makes of the old one.
  public static func apply(
    _ patch: [UInt8], named name: String, to old: KeyedTable
  ) throws(ComparisonError) -> Table {
    try old.requireUniqueKeys()
    let reader = try PatchReader(patch, name, old)
    return try reader.apply()
  }
}

/// What the first rows of a patch say of its columns.
struct PatchHeader {
  let columns: [ColumnDescription]
  /// For each column the position of the old one it was.
  let sources: [Int?]
  /// The positions of the columns of the key.
  let key: [Int]

  init(_ records: CSVRecords, named name: String) throws(ComparisonError) {
    func fault(_ reason: String) -> ComparisonError { ComparisonError(file: name, reason: reason) }
    guard records.count >= 4 else {
      throw fault("this is no patch; 'choai diff --format csv' writes one")
    }
    let rows = (0..<4).map { records.fields($0).map(records.text) }
    guard Set(rows.map(\.count)).count == 1, rows[0][0] == "op",
      rows[1][0] == "columns", rows[2][0] == "types", rows[3][0] == "key"
    else { throw fault("this is no patch; 'choai diff --format csv' writes one") }
    let keyCount = rows[0].dropFirst().prefix { $0.hasPrefix("after_") }.count
    let marks = rows[3].dropFirst().filter { !$0.isEmpty }
    let first = 1 + marks.count
    guard keyCount >= marks.count, !marks.isEmpty, rows[0].count > first else {
      throw fault("the patch has no key")
    }
    let types = rows[2][first...].map { ColumnType(rawValue: $0) }
    columns = zip(rows[0][first...], types).compactMap { name, type in
      type.map { ColumnDescription(name: name, type: $0) }
    }
    guard columns.count == types.count else { throw fault("a type of the patch is unknown") }
    sources = rows[1][first...].map { text in Int(text).map { $0 - 1 } }
    var key: [Int] = []
    for number in 1...marks.count {
      guard let position = rows[3][first...].firstIndex(of: String(number)) else {
        throw fault("the patch has no key")
      }
      key.append(position - first)
    }
    self.key = key
  }
}

/// Reads a patch and applies it.
private struct PatchReader {
  private let name: String
  private let old: KeyedTable
  private let records: CSVRecords
  private let columns: [ColumnDescription]
  private let sources: [Int?]
  private let key: [Int]

  private struct Step {
    let operation: Patch.Operation
    let after: [String]
    let values: [Value]
  }

  init(_ patch: [UInt8], _ name: String, _ old: KeyedTable) throws(ComparisonError) {
    records = try KeyedTable.records(patch, name)
    let header = try PatchHeader(records, named: name)
    let oldColumns = old.columns.indices
    guard header.sources.allSatisfy({ $0.map(oldColumns.contains) ?? true }) else {
      throw ComparisonError(file: name, reason: "the patch is for a table with other columns")
    }
    self.name = name
    self.old = old
    columns = header.columns
    sources = header.sources
    key = header.key
  }

  func apply() throws(ComparisonError) -> Table {
    var rows: [[Value]] = []
    var rowOfKey: [[UInt8]: Int] = [:]
    for oldRow in 0..<old.count {
      let values = try old.values(oldRow)
      rowOfKey[KeySet.joined(old.keys.parts(oldRow))] = rows.count
      rows.append(sources.map { $0.map { values[$0] } ?? .null })
    }
    var order = RowOrder(count: rows.count)
    for record in 4..<max(4, records.count) {
      let step = try step(record)
      let key = key.map { step.values[$0].field }
      func fault(_ reason: String) -> ComparisonError {
        ComparisonError(
          file: name,
          reason: "line \(records.line(record)): \(reason) \(key.joined(separator: ", "))")
      }
      var place = -1
      if !step.after.isEmpty, step.operation == .add || step.operation == .move {
        guard let row = rowOfKey[KeySet.joined(step.after)] else {
          throw fault("no row to stand after for")
        }
        place = row
      }
      if step.operation == .add {
        guard rowOfKey.updateValue(rows.count, forKey: KeySet.joined(key)) == nil else {
          throw fault("there is already a row")
        }
        rows.append(step.values)
        order.append(after: place)
        continue
      }
      guard let row = rowOfKey[KeySet.joined(key)] else { throw fault("there is no row") }
      switch step.operation {
      case .change: rows[row] = step.values
      case .move: order.move(row, after: place)
      case .remove:
        rowOfKey[KeySet.joined(key)] = nil
        order.remove(row)
      case .add: continue
      }
    }
    let description = TableDescription(
      name: old.name, columns: columns, primaryKey: key.map { columns[$0].name })
    return Table(description, rows: order.rows.map { rows[$0] })
  }

  private func step(_ record: Int) throws(ComparisonError) -> Step {
    func fault(_ reason: String) -> ComparisonError {
      ComparisonError(file: name, reason: "line \(records.line(record)): \(reason)")
    }
    let fields = records.fields(record)
    let first = 1 + key.count
    guard fields.count == first + columns.count else { throw fault("the row is not complete") }
    guard let operation = Patch.Operation(rawValue: records.text(fields[0])) else {
      throw fault("the operation is unknown")
    }
    let after = fields[1..<first].map(records.text)
    var values: [Value] = []
    for (field, column) in zip(fields[first...], columns) {
      let text = records.text(field)
      guard
        let value = text.isEmpty && field.isQuoted ? .text("") : column.type.value(ofField: text)
      else { throw fault("column \(column.name) is not of type \(column.type)") }
      values.append(value)
    }
    return Step(
      operation: operation, after: after.allSatisfy(\.isEmpty) ? [] : after, values: values)
  }
}

/// The order of rows as a linked list, so that a row moves at once.
private struct RowOrder {
  // Position 0 is the head; row n stands at n + 1.
  private var next: [Int]
  private var previous: [Int]

  init(count: Int) {
    next = (0...count).map { $0 == count ? 0 : $0 + 1 }
    previous = (0...count).map { $0 == 0 ? count : $0 - 1 }
  }

  mutating func append(after row: Int) {
    next.append(0)
    previous.append(0)
    insert(next.count - 1, after: row + 1)
  }

  mutating func move(_ row: Int, after other: Int) {
    remove(row)
    insert(row + 1, after: other + 1)
  }

  mutating func remove(_ row: Int) {
    let node = row + 1
    next[previous[node]] = next[node]
    previous[next[node]] = previous[node]
  }

  private mutating func insert(_ node: Int, after other: Int) {
    next[node] = next[other]
    previous[node] = other
    previous[next[other]] = node
    next[other] = node
  }

  /// The rows from the first to the last.
  var rows: [Int] {
    var rows: [Int] = []
    var node = next[0]
    while node != 0 {
      rows.append(node - 1)
      node = next[node]
    }
    return rows
  }
}
