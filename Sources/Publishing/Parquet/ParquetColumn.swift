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
    let reason: String
  }

  /// The values of some rows, taken in one after the other.
  struct Page {
    /// Those that are not null, in plain encoding.
    private(set) var plain: [UInt8] = []
    /// How many rows there are, and how many without a value.
    private(set) var count = 0
    private(set) var nulls = 0
    // The least and the greatest number: readers skip groups by them.
    private var numbers: (least: Int64, greatest: Int64)?
    private var bits = 0
    // Which rows have a value: one level a row, in runs of equal ones.
    private var runs: [UInt8] = []
    private var run: (level: UInt8, length: UInt64) = (0, 0)
  }

  /// Takes a value into a page.
  func add(_ field: CSVField, of records: CSVRecords, to page: inout Page) throws(Misfit) {
    let isNull = field.isNull(type)
    page.note(isNull: isNull)
    if isNull { return }
    if type == .string { return page.add { records.append(field, to: &$0) } }
    switch records.value(field, type) {
    case .integer(let number): page.add(number)
    case .day(let day): page.add(Int32(day.number))
    case .boolean(let flag): page.add(flag)
    case .decimal(let digits):
      guard let number = ParquetColumn.unscaled(digits) else {
        throw Misfit(
          reason:
            "\(digits) has more than \(ParquetColumn.precision - ParquetColumn.scale) digits "
            + "before or \(ParquetColumn.scale) behind the point")
      }
      page.add(number)
    default: throw Misfit(reason: "\(records.text(field)) is not of type \(type)")
    }
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
}

extension ParquetColumn.Page {
  /// The levels with their length before them.
  var levels: [UInt8] {
    var page = self
    page.endRun()
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt32(page.runs.count))
    return bytes + page.runs
  }

  /// The least and the greatest value of a column of numbers or days, in plain encoding.
  func bounds(_ type: ColumnType) -> (least: [UInt8], greatest: [UInt8])? {
    guard let numbers else { return nil }
    var least: [UInt8] = []
    var greatest: [UInt8] = []
    if type == .date {
      least.append(littleEndian: Int32(numbers.least))
      greatest.append(littleEndian: Int32(numbers.greatest))
    } else {
      least.append(littleEndian: numbers.least)
      greatest.append(littleEndian: numbers.greatest)
    }
    return (least, greatest)
  }

  /// Counts a row.
  mutating func note(isNull: Bool) {
    count += 1
    if isNull { nulls += 1 }
    let level: UInt8 = isNull ? 0 : 1
    if run.length > 0, run.level != level { endRun() }
    run = (level, run.length + 1)
  }

  private mutating func endRun() {
    guard run.length > 0 else { return }
    runs.append(varint: run.length << 1)
    runs.append(run.level)
    run = (0, 0)
  }

  fileprivate mutating func add(_ append: (inout [UInt8]) -> Void) {
    let start = plain.count
    plain.append(littleEndian: UInt32(0))
    append(&plain)
    let length = UInt32(plain.count - start - 4)
    for index in 0..<4 { plain[start + index] = UInt8(truncatingIfNeeded: length >> (index * 8)) }
  }

  fileprivate mutating func add(_ number: Int64) {
    plain.append(littleEndian: number)
    bound(number)
  }

  fileprivate mutating func add(_ day: Int32) {
    plain.append(littleEndian: day)
    bound(Int64(day))
  }

  /// Decimals are the other way round: the highest byte first.
  fileprivate mutating func add(_ number: Int128) {
    for index in (0..<ParquetColumn.decimalBytes).reversed() {
      plain.append(UInt8(truncatingIfNeeded: number >> (index * 8)))
    }
  }

  fileprivate mutating func add(_ flag: Bool) {
    if bits % 8 == 0 { plain.append(0) }
    if flag { plain[plain.count - 1] |= 1 << UInt8(bits % 8) }
    bits += 1
  }

  private mutating func bound(_ number: Int64) {
    numbers = numbers.map { (min($0.least, number), max($0.greatest, number)) } ?? (number, number)
  }
}
