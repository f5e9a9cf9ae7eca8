import Platform
import Publishing

/// The keys of all rows, and a way to find the row of a key.
struct RowKeys: Sendable {
  private let keys: CSVKeys
  // Open addressing: below the row plus one, above half of the hash of its key, so that a slot says
  // by itself that it holds another key; zero where nothing is.
  private var slots: [UInt64] = []

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

  /// Takes the key of a row into a set, or gives its position there.
  func insert(_ row: Int, into set: inout KeySet) -> Int? {
    set.insert(keys.bytes.span.extracting(keys.range(row)))
  }

  /// The number of keys.
  var count: Int { keys.count }

  /// Whether the keys rise from row to row: then they are unique, and found without an index.
  var isSorted: Bool { keys.isRising }

  /// Whether rows are found by an index.
  var hasIndex: Bool { !slots.isEmpty }

  /// The row that has the key of a row of another table, where the keys rise.
  func rowByHalving(_ key: Int, in other: borrowing RowKeys) -> Int? {
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

  /// A search through the index.
  struct Candidates {
    fileprivate let hash: UInt64
    fileprivate var slot: Int
  }

  /// Begins a search for the rows that may have the key of a row of another table.
  func candidates(_ key: Int, in other: borrowing RowKeys) -> Candidates {
    let hash = Bytes.hash(other.keys.bytes.span.extracting(other.keys.range(key)))
    return Candidates(
      hash: hash, slot: Int(truncatingIfNeeded: hash & UInt64(slots.count - 1)))
  }

  /// The first row that may have the key of a row of another table, by a look at one slot.
  func guess(_ key: Int, in other: borrowing RowKeys) -> Int? {
    let slot = slots[candidates(key, in: other).slot]
    return slot == 0 ? nil : Int(slot & 0xFFFF_FFFF) - 1
  }

  /// The next row that may have the key searched for; one that has it is among them.
  func next(_ candidates: inout Candidates) -> Int? {
    while slots[candidates.slot] != 0 {
      let slot = slots[candidates.slot]
      candidates.slot = (candidates.slot + 1) & (slots.count - 1)
      if slot >> 32 == candidates.hash >> 32 { return Int(slot & 0xFFFF_FFFF) - 1 }
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
    slots = [UInt64](repeating: 0, count: size)
    for row in 0..<count {
      var candidates = candidates(row, in: self)
      while let first = next(&candidates) {
        if RowKeys.order(self, first, self, row) == .same { return (first, row) }
      }
      slots[candidates.slot] = (candidates.hash & ~0xFFFF_FFFF) | UInt64(row + 1)
    }
    return nil
  }
}
