import Platform
import RawBytes

/// What was made of cells before: dates and years repeat, and to read one takes longest.
///
/// Each cell has two places, and a later one may take them; there are more places as more are used.
struct CellMemory: ~Copyable {
  private static let leastSlots = 1 << 8
  private static let mostSlots = 1 << 18
  private static let mostBytes = 16 << 20

  private struct Slot {
    var hash: UInt64 = 0
    // Where the cell lies in the bytes, and behind it what was made of it, which is not empty.
    var start: UInt32 = 0
    var middle: UInt32 = 0
    var end: UInt32 = 0
    var isRead = false

    var isUsed: Bool { end > 0 }
    var cell: Range<Int> { Int(start)..<Int(middle) }
    var value: Range<Int> { Int(middle)..<Int(end) }
  }

  private var slots = [Slot](repeating: Slot(), count: CellMemory.leastSlots)
  private var used = 0
  private var bytes = ByteBuffer(capacity: 1 << 12)

  /// The first of the two places of a cell; the second lies beside it.
  private func place(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash & UInt64(slots.count - 1))
  }

  /// Appends what was made of a cell and says whether it was read; nothing where it is not known.
  func append(_ cell: Span<UInt8>, to output: inout ByteBuffer) -> Bool? {
    let hash = Bytes.hash(cell)
    let place = place(of: hash)
    guard let slot = slot(place, hash, cell) ?? slot(place ^ 1, hash, cell) else { return nil }
    output.append(contentsOf: bytes.bytes.extracting(slot.value))
    return slot.isRead
  }

  private func slot(_ place: Int, _ hash: UInt64, _ cell: Span<UInt8>) -> Slot? {
    let slot = slots[place]
    guard slot.hash == hash, slot.isUsed,
      Bytes.areSame(cell, bytes.bytes.extracting(slot.cell))
    else { return nil }
    return slot
  }

  /// Keeps what was made of a cell, maybe in the place of another.
  mutating func keep(_ cell: Span<UInt8>, _ value: Span<UInt8>, isRead: Bool) {
    if bytes.count + cell.count + value.count > CellMemory.mostBytes { forget() }
    if used > slots.count / 2, slots.count < CellMemory.mostSlots { grow() }
    let start = bytes.count
    bytes.append(contentsOf: cell)
    let middle = bytes.count
    bytes.append(contentsOf: value)
    put(
      Slot(
        hash: Bytes.hash(cell), start: UInt32(start), middle: UInt32(middle),
        end: UInt32(bytes.count), isRead: isRead))
  }

  private mutating func put(_ slot: Slot) {
    var place = place(of: slot.hash)
    if slots[place].isUsed, !slots[place ^ 1].isUsed { place ^= 1 }
    if !slots[place].isUsed { used += 1 }
    slots[place] = slot
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
    for slot in old where slot.isUsed { put(slot) }
  }
}
