import Platform

/// Keys in the order they came, each once, as bytes in one buffer.
///
/// As long as the keys rise, that order finds them; an index is made when one does not.
public struct KeySet: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var isSorted = true
  // Open addressing: the position plus one, or zero where nothing is.
  private var slots: [Int32] = []

  /// What stands between the parts of a key: no UTF-8 text holds this byte.
  public static let separator: UInt8 = 0xFF

  /// Makes an empty set.
  public init() {}

  /// Makes a set of keys.
  public init(_ keys: [[UInt8]]) {
    for key in keys { _ = insert(key.span) }
  }

  /// A key of several parts.
  public static func joined(_ parts: some Sequence<String>) -> [UInt8] {
    Array(parts.map(\.utf8).joined(separator: [separator]))
  }

  /// The number of keys.
  public var count: Int { ends.count }

  /// Takes a key in, or gives the position of the same key where it is known.
  public mutating func insert(_ key: Span<UInt8>) -> Int? {
    if isSorted {
      guard count > 0, order(count - 1, key) >= 0 else {
        append(key)
        return nil
      }
      isSorted = false
      makeIndex(size: 16)
    }
    if slots.count < count * 2 + 2 { makeIndex(size: slots.count * 2) }
    let slot = slot(of: key)
    guard slots[slot] == 0 else { return Int(slots[slot]) - 1 }
    append(key)
    slots[slot] = Int32(count)
    return nil
  }

  /// The position of a key, or nothing where it was not taken in.
  public func position(of key: Span<UInt8>) -> Int? {
    guard isSorted else {
      let slot = slot(of: key)
      return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
    }
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let order = order(middle, key)
      if order == 0 { return middle }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private mutating func append(_ key: Span<UInt8>) {
    bytes.append(addingCapacity: key.count) { room in
      for position in key.indices { room.append(key[position]) }
    }
    ends.append(bytes.count)
  }

  private func range(_ position: Int) -> Range<Int> {
    (position == 0 ? 0 : ends[position - 1])..<ends[position]
  }

  private func order(_ position: Int, _ key: Span<UInt8>) -> Int {
    Bytes.order(bytes.span.extracting(range(position)), key)
  }

  /// The slot that holds a key, or the empty one where it belongs.
  private func slot(of key: Span<UInt8>) -> Int {
    var slot = first(key)
    while slots[slot] != 0, order(Int(slots[slot]) - 1, key) != 0 {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func first(_ key: Span<UInt8>) -> Int {
    Int(truncatingIfNeeded: Bytes.hash(key) & UInt64(slots.count - 1))
  }

  private mutating func makeIndex(size: Int) {
    var size = size
    while size < count * 2 + 2 { size *= 2 }
    slots = [Int32](repeating: 0, count: size)
    for position in 0..<count {
      var slot = first(bytes.span.extracting(range(position)))
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(position + 1)
    }
  }
}
