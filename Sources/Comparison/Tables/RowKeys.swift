import Platform
import Publishing

/// The keys of all rows in one buffer, and a way to find the row of a key.
struct RowKeys: Sendable {
  // No UTF-8 text holds this byte, so keys of several columns never run together.
  private static let separator: UInt8 = 0xFF

  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Whether the keys rise from row to row, so that no index is needed.
  private(set) var isSorted = true
  // Open addressing: the row plus one, or zero where nothing is.
  private var slots: [Int32] = []

  /// Finds the keys of rows; a missing, empty or duplicate key is an error.
  init(
    of rows: [Int], in records: CSVRecords, columns: [Int], names: [String], file: String,
    line: (Int) -> Int
  ) throws(ComparisonError) {
    ends.reserveCapacity(rows.count)
    for record in rows {
      for (index, column) in columns.enumerated() {
        guard let field = records.field(record, column) else {
          throw ComparisonError(
            file: file,
            reason: "the key \(names[index]) is missing in line \(line(record))")
        }
        guard !field.inner.isEmpty else {
          throw ComparisonError(
            file: file, reason: "the key \(names[index]) is empty in line \(line(record))")
        }
        if index > 0 { bytes.append(RowKeys.separator) }
        if field.hasDoubledQuotes {
          bytes.append(contentsOf: records.text(field).utf8)
        } else {
          bytes.append(contentsOf: records.bytes[field.inner])
        }
      }
      ends.append(bytes.count)
      let row = ends.count - 1
      if row > 0, isSorted { isSorted = RowKeys.order(self, row - 1, self, row) == .before }
    }
    if !isSorted { try buildIndex(rows, names, file, line) }
  }

  /// How two keys stand to each other.
  enum Order {
    case before
    case same
    case after
  }

  /// Compares two keys by their bytes.
  static func order(_ a: borrowing RowKeys, _ aRow: Int, _ b: borrowing RowKeys, _ bRow: Int)
    -> Order
  {
    let order = Bytes.order(
      a.bytes.span.extracting(a.range(aRow)), b.bytes.span.extracting(b.range(bRow)))
    return order == 0 ? .same : order < 0 ? .before : .after
  }

  /// The number of keys.
  var count: Int { ends.count }

  /// The row that has the key of a row of another table.
  func row(of key: Int, in other: RowKeys) -> Int? {
    isSorted ? searchSorted(key, other) : searchIndex(key, other)
  }

  private func searchSorted(_ key: Int, _ other: RowKeys) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      switch RowKeys.order(self, middle, other, key) {
      case .before: low = middle + 1
      case .same: return middle
      case .after: high = middle
      }
    }
    return nil
  }

  private func searchIndex(_ key: Int, _ other: RowKeys) -> Int? {
    var slot = hash(other.bytes.span.extracting(other.range(key)))
    while slots[slot] != 0 {
      let row = Int(slots[slot]) - 1
      if RowKeys.order(self, row, other, key) == .same { return row }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// A key as its bytes.
  static func joined(_ parts: [String]) -> [UInt8] {
    Array(parts.map(\.utf8).joined(separator: [separator]))
  }

  /// The parts of a row's key.
  func parts(_ row: Int) -> [String] {
    bytes[range(row)].split(separator: RowKeys.separator).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private func range(_ row: Int) -> Range<Int> { (row == 0 ? 0 : ends[row - 1])..<ends[row] }

  private mutating func buildIndex(
    _ rows: [Int], _ names: [String], _ file: String, _ line: (Int) -> Int
  ) throws(ComparisonError) {
    var size = 16
    while size < ends.count * 2 { size *= 2 }
    slots = [Int32](repeating: 0, count: size)
    for row in ends.indices {
      var slot = hash(bytes.span.extracting(range(row)))
      while slots[slot] != 0 {
        let first = Int(slots[slot]) - 1
        if RowKeys.order(self, first, self, row) == .same {
          let key = zip(names, parts(row)).map { "\($0)=\($1)" }.joined(separator: ", ")
          throw ComparisonError(
            file: file,
            reason: "the key \(key) stands in line \(line(rows[first])) "
              + "and in line \(line(rows[row]))")
        }
        slot = (slot + 1) & (size - 1)
      }
      slots[slot] = Int32(row + 1)
    }
  }

  /// FNV-1a, its high bits folded into the low ones that the index uses.
  private func hash(_ key: Span<UInt8>) -> Int {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in key.indices {
      state = (state ^ UInt64(key[index])) &* 0x0000_0100_0000_01B3
    }
    state ^= state >> 32
    return Int(truncatingIfNeeded: state & UInt64(slots.count - 1))
  }
}
