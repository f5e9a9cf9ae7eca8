import Model

/// Looks for two figures that explain a mismatch together, where no single one does.
struct PairSearch {
  private let gap: IntervalSum
  private let check: Check
  private var changes: [Change] = []

  /// One change of the right side.
  private struct Change {
    var part: Suspect.Part
    /// What the change does to the printed gap.
    var yen: Int64
    var interval: YenInterval
    /// Whether the interval is taken out of the gap or put into it.
    var isRemoval: Bool
    var isSubtracted: Bool
    var weight: Int
    /// Its place among the figures looked at, so that a pair is named in reading order.
    var order: Int
  }

  // A pair out of many is a coincidence sooner or later: a few are enough to look at.
  private static let mostPairs = 3
  private static let mostChanges = 6000

  init(_ gap: IntervalSum, _ check: Check, _ outsiders: [Outsiders.Candidate]) {
    self.gap = gap
    self.check = check
    guard check.relation == .sum, check.right.count > 1 else { return }
    for operand in check.right { append(operand, .notInTotal, weight: 200) }
    for candidate in outsiders where candidate.weight >= 300 && !candidate.isEarlier {
      append(candidate.operand, .leftOut, weight: candidate.weight)
    }
    changes.sort { ($0.yen, $0.interval.low) < ($1.yen, $1.interval.low) }
  }

  private mutating func append(_ operand: Operand, _ slip: Slip, weight: Int) {
    guard let figure = operand.figure, let interval = operand.interval, !operand.isShare,
      figure.yen != 0, changes.count < Self.mostChanges
    else { return }
    // A part counts against the left side, so leaving it out raises the gap.
    let isRemoval = slip != .leftOut
    let raises = isRemoval != operand.isSubtracted
    changes.append(
      Change(
        part: Suspect.Part(origin: operand.origin, printed: figure, slip: slip, proposal: nil),
        yen: raises ? figure.yen : -figure.yen, interval: interval, isRemoval: isRemoval,
        isSubtracted: !operand.isSubtracted, weight: weight, order: changes.count))
  }

  /// The pairs, the likeliest first.
  func suspects() -> [Suspect] {
    guard let interval = gap.interval else { return [] }
    var found: [Suspect] = []
    for first in changes.indices where found.count < Self.mostPairs {
      let room = changes[first].interval.high - changes[first].interval.low
      let least = -Int128(interval.high) - Int128(changes[first].yen) - Int128(room)
      let most = -Int128(interval.low) - Int128(changes[first].yen) + Int128(room)
      var second = firstChange(atLeast: least)
      while second < changes.count, Int128(changes[second].yen) <= most {
        if second > first, let suspect = pair(changes[first], changes[second]) {
          found.append(suspect)
          break
        }
        second += 1
      }
    }
    return found.sorted { $0.weight > $1.weight }
  }

  private func firstChange(atLeast yen: Int128) -> Int {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if Int128(changes[middle].yen) < yen { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func pair(_ first: Change, _ second: Change) -> Suspect? {
    var changed = gap
    for change in [first, second] {
      if change.isRemoval {
        changed.remove(change.interval, isSubtracted: change.isSubtracted)
      } else {
        changed.add(change.interval, isSubtracted: change.isSubtracted)
      }
    }
    guard changed.meets(YenInterval(0, 0)) else { return nil }
    return Suspect(
      parts: [first, second].sorted { $0.order < $1.order }.map(\.part),
      weight: min(first.weight, second.weight), isExact: false)
  }
}
