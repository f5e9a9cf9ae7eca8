import Platform
import RawBytes

/// What was made of cells before: dates and years repeat, and to read one takes longest.
///
/// Each cell has one slot, and a later one may take it; there are more slots as more are used.
struct CellMemory: ~Copyable {
  private static let leastSlots = 1 << 8
  private static let mostSlots = 1 << 17
  private static let mostBytes = 16 << 20

  private struct Slot {
    var hash: UInt64 = 0
    var isRead = false
    // Where both lie in the bytes; the value of a slot that is used is not empty.
    var cell = 0..<0
    var value = 0..<0
  }

  private var slots = [Slot](repeating: Slot(), count: CellMemory.leastSlots)
  private var used = 0
  private var bytes = ByteBuffer(capacity: 1 << 12)

  private func place(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash & UInt64(slots.count - 1))
  }

  /// Appends what was made of a cell and says whether it was read; nothing where it is not known.
  func append(_ cell: Span<UInt8>, to output: inout ByteBuffer) -> Bool? {
    let hash = Bytes.hash(cell)
    let slot = slots[place(of: hash)]
    guard slot.hash == hash, !slot.value.isEmpty,
      Bytes.areSame(cell, bytes.bytes.extracting(slot.cell))
    else { return nil }
    output.append(contentsOf: bytes.bytes.extracting(slot.value))
    return slot.isRead
  }

  /// Keeps what was made of a cell, in the place of another.
  mutating func keep(_ cell: Span<UInt8>, _ value: Span<UInt8>, isRead: Bool) {
    if bytes.count + cell.count + value.count > CellMemory.mostBytes { forget() }
    if used > slots.count / 2, slots.count < CellMemory.mostSlots { grow() }
    let start = bytes.count
    bytes.append(contentsOf: cell)
    let middle = bytes.count
    bytes.append(contentsOf: value)
    let hash = Bytes.hash(cell)
    let place = place(of: hash)
    if slots[place].value.isEmpty { used += 1 }
    slots[place] = Slot(
      hash: hash, isRead: isRead, cell: start..<middle, value: middle..<bytes.count)
  }

  private mutating func forget() {
    bytes.removeAll()
    used = 0
    for index in slots.indices { slots[index] = Slot() }
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 4)
    used = 0
    for slot in old where !slot.value.isEmpty {
      slots[place(of: slot.hash)] = slot
      used += 1
    }
  }
}
