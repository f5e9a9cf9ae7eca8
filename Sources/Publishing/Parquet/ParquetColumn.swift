import JapaneseText
import Model

/// How a column of a table stands in a Parquet file.
struct ParquetColumn {
  let name: String
  let type: ColumnType
  let isOptional: Bool

  /// Decimal numbers have 38 digits, 18 of them after the point, whatever a column holds: the type
  /// of a column must not shift from one night to the next.
  static let precision = 38
  static let scale = 18
  static let decimalBytes = 16

  init(_ column: ColumnDescription) {
    name = column.name
    type = column.type
    isOptional = column.isOptional
  }

  /// The physical type, by its number in the format.
  var physicalType: Int {
    switch type {
    case .boolean: 0
    case .date: 1  // INT32
    case .integer: 2  // INT64
    case .string: 6  // BYTE_ARRAY
    case .number: 7  // FIXED_LEN_BYTE_ARRAY
    }
  }

  /// Describes the column in the schema of the file.
  func describe(_ writer: inout ThriftWriter) {
    writer.int(1, physicalType)
    if type == .number { writer.int(2, ParquetColumn.decimalBytes) }
    writer.int(3, isOptional ? 1 : 0)
    writer.binary(4, name.utf8)
    // The older name of the type, then the newer one.
    switch type {
    case .string:
      writer.int(6, 0)
      writer.structure(10) { $0.structure(1) }
    case .date:
      writer.int(6, 6)
      writer.structure(10) { $0.structure(6) }
    case .number:
      writer.int(6, 5)
      writer.int(7, ParquetColumn.scale)
      writer.int(8, ParquetColumn.precision)
      writer.structure(10) {
        $0.structure(5) {
          $0.int(1, ParquetColumn.scale)
          $0.int(2, ParquetColumn.precision)
        }
      }
    case .integer:
      writer.structure(10) {
        $0.structure(10) {
          $0.byte(1, 64)
          $0.flag(2, true)
        }
      }
    case .boolean: break
    }
  }

  /// A value that the column cannot hold.
  struct Misfit: Error {
    let row: Int
    let reason: String
  }

  /// The values of some rows that are not null, one after another in plain encoding.
  func plain(_ values: [Value]) throws(Misfit) -> [UInt8] {
    var bytes: [UInt8] = []
    var bits = 0
    for (row, value) in values.enumerated() {
      switch (value, type) {
      case (.null, _): continue
      case (.text(let text), .string):
        bytes.append(littleEndian: UInt32(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
      case (.integer(let number), .integer): bytes.append(littleEndian: number)
      case (.day(let day), .date):
        bytes.append(littleEndian: Int32(day.number))
      case (.decimal(let digits), .number):
        guard let number = ParquetColumn.unscaled(digits) else {
          throw Misfit(
            row: row,
            reason:
              "\(digits) has more than \(ParquetColumn.precision - ParquetColumn.scale) digits "
              + "before or \(ParquetColumn.scale) behind the point")
        }
        // Decimals are the other way round: the highest byte first.
        for index in (0..<ParquetColumn.decimalBytes).reversed() {
          bytes.append(UInt8(truncatingIfNeeded: number >> (index * 8)))
        }
      case (.boolean(let flag), .boolean):
        if bits % 8 == 0 { bytes.append(0) }
        if flag { bytes[bytes.count - 1] |= 1 << UInt8(bits % 8) }
        bits += 1
      default: throw Misfit(row: row, reason: "\(value.field) is not of type \(type)")
      }
    }
    return bytes
  }

  /// A decimal number as a whole number of its last place; nothing where it does not fit.
  static func unscaled(_ text: String) -> Int128? {
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count > 1 ? String(parts[1]) : ""
    guard let whole = parts.first, !whole.isEmpty, decimals.utf8.count <= scale else { return nil }
    let digits = whole + decimals + String(repeating: "0", count: scale - decimals.utf8.count)
    guard digits.drop(while: { $0 == "0" }).utf8.count <= precision, let number = Int128(digits)
    else { return nil }
    return isNegative ? -number : number
  }

  /// Which rows have a value: one level a row, in runs of equal ones.
  static func levels(_ values: [Value]) -> [UInt8] {
    var runs: [UInt8] = []
    var start = 0
    while start < values.count {
      let isNull = values[start] == .null
      var end = start
      while end < values.count, (values[end] == .null) == isNull { end += 1 }
      runs.append(varint: UInt64(end - start) << 1)
      runs.append(isNull ? 0 : 1)
      start = end
    }
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt32(runs.count))
    return bytes + runs
  }
}
