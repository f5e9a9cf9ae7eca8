/// Small numbers for texts, so that the rules compare and hash numbers instead.
///
/// A dictionary would hash every text anew each time it grows, and compare texts where two hashes
/// only share a slot. Names come by the million, so the hashes are kept.
struct Interner {
  private(set) var texts: [String] = []
  private var hashes: [Int] = []
  // Open addressing: the number of the text in each slot, -1 where there is none.
  private var slots = [Int32](repeating: -1, count: 64)

  /// The number of a text, a new one where it is new.
  mutating func number(of text: String) -> Int32 {
    let hash = text.hashValue
    if let known = find(text, hash) { return known }
    if texts.count * 2 >= slots.count { grow() }
    let number = Int32(truncatingIfNeeded: texts.count)
    texts.append(text)
    hashes.append(hash)
    put(number, hash)
    return number
  }

  /// The number of a text, where it has one.
  func knownNumber(of text: String) -> Int32? { find(text, text.hashValue) }

  /// The text of a number.
  func text(_ number: Int32) -> String { texts[Int(number)] }

  private func find(_ text: String, _ hash: Int) -> Int32? {
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, texts[number] == text { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func put(_ number: Int32, _ hash: Int) {
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = number
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in hashes.indices { put(Int32(truncatingIfNeeded: number), hashes[number]) }
  }
}
