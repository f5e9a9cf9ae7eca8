import JSON
import Model
import Publishing

/// JSON Lines read as a table: its columns are the keys in the order they first appear.
struct JSONLinesTable {
  private(set) var columns: [ColumnDescription] = []
  private(set) var csv: [UInt8] = []
  /// The line of each row.
  private(set) var lines: [Int] = []

  init(_ bytes: [UInt8], _ name: String) throws(ComparisonError) {
    var positions: [String: Int] = [:]
    var types: [ColumnType?] = []
    var rows: [[Value]] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
      func fault(_ reason: String) -> ComparisonError {
        ComparisonError(file: name, reason: "line \(index + 1): \(reason)")
      }
      let object: JSONValue
      do { object = try JSONReader.read(Array(line)) } catch { throw fault(error.reason) }
      guard let members = object.members else { throw fault("not a JSON object") }
      var row = [Value](repeating: .null, count: types.count)
      var seen: Set<Int> = []
      for member in members {
        let position = positions[member.key] ?? types.count
        if position == types.count {
          positions[member.key] = position
          columns.append(ColumnDescription(name: member.key, type: .string))
          types.append(nil)
          row.append(.null)
        }
        guard seen.insert(position).inserted else { throw fault("key \(member.key) stands twice") }
        row[position] = JSONLinesTable.value(member.value)
        if let type = row[position].type {
          types[position] = type.joined(with: types[position])
        }
      }
      rows.append(row)
      lines.append(index + 1)
    }
    for position in columns.indices { columns[position].type = types[position] ?? .string }
    let writer = CSVWriter(columns: columns.map(\.name))
    writer.writeHeader(into: &csv)
    for row in rows {
      writer.write(
        row + repeatElement(.null, count: columns.count - row.count), into: &csv)
    }
  }

  private static func value(_ json: JSONValue) -> Value {
    switch json {
    case .null: .null
    case .boolean(let flag): .boolean(flag)
    case .string(let text): .text(text)
    case .number(let digits):
      ColumnType.integer.value(ofField: digits) ?? ColumnType.number.value(ofField: digits)
        ?? .text(digits)
    case .array, .object: .text(json.line)
    }
  }
}
