import Platform
import Publishing

/// The keys of all rows, and a way to find the row of a key.
struct RowKeys: Sendable {
  private let keys: CSVKeys
  // Open addressing: the row plus one, or zero where nothing is.
  private var slots: [Int32] = []

  init(_ keys: CSVKeys) { self.keys = keys }

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
      a.keys.bytes.span.extracting(a.keys.range(aRow)),
      b.keys.bytes.span.extracting(b.keys.range(bRow)))
    return order == 0 ? .same : order < 0 ? .before : .after
  }

  /// Whether there is a row whose key is that of a row of another table.
  func isSame(_ row: Int, as key: Int, in other: borrowing RowKeys) -> Bool {
    row < count && RowKeys.order(self, row, other, key) == .same
  }

  /// Takes the key of a row into a set, or gives its position there.
  func insert(_ row: Int, into set: inout KeySet) -> Int? {
    set.insert(keys.bytes.span.extracting(keys.range(row)))
  }

  /// The number of keys.
  var count: Int { keys.ends.count }

  /// Whether the keys rise from row to row: then they are unique, and found without an index.
  var isSorted: Bool { keys.isRising }

  /// Whether rows are found by an index.
  var hasIndex: Bool { !slots.isEmpty }

  /// The row that has the key of a row of another table.
  func row(of key: Int, in other: RowKeys) -> Int? {
    hasIndex ? searchIndex(key, other) : searchSorted(key, other)
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
    var slot = slot(of: key, in: other)
    while slots[slot] != 0 {
      let row = Int(slots[slot]) - 1
      if RowKeys.order(self, row, other, key) == .same { return row }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The parts of a row's key.
  func parts(_ row: Int) -> [String] {
    keys.bytes[keys.range(row)].split(separator: KeySet.separator).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Makes an index, or gives the first two rows that have the same key.
  mutating func makeIndex() -> (first: Int, second: Int)? {
    var size = 16
    while size < count * 2 { size *= 2 }
    slots = [Int32](repeating: 0, count: size)
    for row in 0..<count {
      var slot = slot(of: row, in: self)
      while slots[slot] != 0 {
        let first = Int(slots[slot]) - 1
        if RowKeys.order(self, first, self, row) == .same { return (first, row) }
        slot = (slot + 1) & (size - 1)
      }
      slots[slot] = Int32(row + 1)
    }
    return nil
  }

  private func slot(of key: Int, in other: RowKeys) -> Int {
    let hash = Bytes.hash(other.keys.bytes.span.extracting(other.keys.range(key)))
    return Int(truncatingIfNeeded: hash & UInt64(slots.count - 1))
  }
}
