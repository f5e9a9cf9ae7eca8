import Model

/// Finds for every figure of a text the programme it belongs to, and says how sure that is.
///
/// A page taken out of a PDF has lost its columns: layout decides only where nothing else could be
/// meant; then come figures that stand elsewhere too, marks of re-listed money, and what is left.
struct ProgrammeLinker {
  let layout: Layout
  let units: [Unit]
  var amounts: [BudgetAmount]
  var slots: [Slot]
  /// The unit of each figure.
  let unitOfAmount: [Int]
  /// Where the text between a programme and its figure breaks off.
  let breaks: [Int]
  /// Where items that name no programme begin.
  let otherItems: [Int]
  var links: [Int: ProgrammeLink] = [:]

  /// Links all figures of programmes.
  mutating func link() {
    linkNamed()
    for unit in units.indices { linkInline(unit) }
    for unit in units.indices { linkOnly(unit) }
    linkByEvidence()
    for unit in units.indices { linkOnly(unit) }
    for unit in units.indices { linkFirst(unit) }
    linkByEvidence()
    confirm()
    linkStages()
    for unit in units.indices { linkLeft(unit) }
  }

  /// The figures of a unit that still look for a programme.
  func open(_ unit: Int) -> [Int] {
    amounts.indices.filter {
      unitOfAmount[$0] == unit && amounts[$0].role == .programme && links[$0] == nil
    }
  }

  /// The programmes of a unit without a figure.
  func free(_ unit: Int) -> [Int] {
    slots.indices.filter { slots[$0].unit == unit && slots[$0].amount == nil && slots[$0].isStrong }
  }

  mutating func assign(
    _ amount: Int, _ slot: Int, _ link: ProgrammeLink.LinkStrength, _ method: LinkMethod,
    candidates: [Int] = []
  ) {
    slots[slot].amount = amount
    if slots[slot].isMarked, amounts[amount].reprise == .none { amounts[amount].reprise = .full }
    if amounts[amount].note.isEmpty { amounts[amount].note = slots[slot].part }
    links[amount] = ProgrammeLink(
      names: slots[slot].names, link: link, method: method,
      candidates: candidates.map { slots[$0].names.joined(separator: " / ") }, slot: slot)
  }

  /// Whether nothing breaks off between two offsets.
  func isUnbroken(_ start: Int, _ end: Int) -> Bool {
    var low = 0
    var high = breaks.count
    while low < high {
      let middle = (low + high) / 2
      if breaks[middle] < start { low = middle + 1 } else { high = middle }
    }
    return low == breaks.count || breaks[low] >= end
  }

  /// The slots of a unit in order.
  func slots(of unit: Int) -> [Int] { slots.indices.filter { slots[$0].unit == unit } }

  /// The figures of a unit between a slot and the next one.
  func block(of slot: Int, in order: [Int]) -> [Int] {
    guard let position = order.firstIndex(of: slot) else { return [] }
    let start = slots[slot].nameEnd
    let next = position + 1 < order.count ? slots[order[position + 1]].start : Int.max
    let end = min(next, otherItems.first { $0 >= start } ?? Int.max)
    return amounts.indices.filter {
      unitOfAmount[$0] == slots[slot].unit && amounts[$0].role == .programme
        && amounts[$0].range.lowerBound >= start && amounts[$0].range.lowerBound < end
        && isUnbroken(start, amounts[$0].range.lowerBound)
    }
  }

  /// Whether a programme is listed in another unit.
  func isListedElsewhere(_ slot: Int) -> Bool {
    slots.indices.contains {
      slots[$0].unit != slots[slot].unit && Likeness.areNear(slots[$0].key, slots[slot].key)
    }
  }

  /// Whether a figure may belong to a programme as far as marks of re-listed money go.
  func fits(_ amount: Int, _ slot: Int) -> Bool {
    amounts[amount].reprise != .full || slots[slot].isMarked || isListedElsewhere(slot)
  }
}
