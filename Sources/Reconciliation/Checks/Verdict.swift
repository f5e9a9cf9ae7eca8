import Model

/// What the figures of a check say.
struct Verdict {
  var left: Tally
  var right: Tally
  /// The right side as the relation takes it.
  var rightInterval: YenInterval?
  var status: ReconciliationStatus
  /// Why, where the figures alone do not say.
  var reason = ""

  /// Left side less right side.
  var difference: Int64? {
    guard let left = left.printed, let right = right.printed else { return nil }
    let (difference, overflow) = left.subtractingReportingOverflow(right)
    return overflow ? nil : difference
  }

  /// How far apart the printed values are, as far as that can be said.
  var distance: UInt64 { difference?.magnitude ?? .max }

  /// The coarsest unit.
  var unit: Int64 { max(left.unit, right.unit) }

  init(_ check: Check, assuming rounding: Rounding? = nil) {
    left = Tally(check.left, assuming: rounding)
    right = Tally(check.right, assuming: rounding)
    rightInterval = nil
    status = .undecided
    rightInterval = Verdict.interval(of: check, right)
    if let ruling = check.ruling {
      status = ruling.status
      reason = ruling.reason
    } else {
      decide(check)
    }
  }

  private mutating func decide(_ check: Check) {
    guard left.figures > 0 else { return settle(.undecided, "the left side prints no figure") }
    guard right.figures > 0 else { return settle(.undecided, "the right side prints no figure") }
    guard let leftInterval = left.sum.interval, let rightInterval else {
      return settle(.notComparable, "the sum is too great to be held")
    }
    if holdsAsPrinted(check) { return settle(.exact, "") }
    if leftInterval.meets(rightInterval) { return settle(.withinRounding, "") }
    // A missing part can only make the sum greater where nothing is negative.
    let missing = right.missing
    if missing > 0, right.hasNegative || leftInterval.low > rightInterval.high {
      let parts = missing == 1 ? "1 part prints" : "\(missing) parts print"
      return settle(.undecided, "\(parts) no figure")
    }
    if let ruling = check.mismatchRuling { return settle(ruling.status, ruling.reason) }
    settle(.mismatch, "")
  }

  private mutating func settle(_ status: ReconciliationStatus, _ reason: String) {
    self.status = status
    self.reason = reason
  }

  private func holdsAsPrinted(_ check: Check) -> Bool {
    guard let left = left.printed else { return false }
    switch check.relation {
    case .sum: return left == right.printed
    case .atMost: return right.printed.map { left <= $0 } ?? false
    case .atLeast: return right.printed.map { left >= $0 } ?? false
    case .share(let share):
      return right.printed.map { share.isRounded(left, of: $0) } ?? false
    case .range:
      let values = check.right.compactMap(\.figure?.yen)
      guard let least = values.min(), let greatest = values.max() else { return false }
      return (least...greatest).contains(left)
    }
  }

  private static func interval(of check: Check, _ right: Tally) -> YenInterval? {
    guard let sum = right.sum.interval, right.figures > 0 else { return nil }
    switch check.relation {
    case .sum: return sum
    case .atMost: return YenInterval(min(0, sum.low), sum.high, isHighOpen: sum.isHighOpen)
    case .atLeast: return YenInterval(sum.low, .max, isLowOpen: sum.isLowOpen)
    case .share(let share): return share.interval(of: sum)
    case .range:
      let intervals = check.right.compactMap(\.interval)
      guard let low = intervals.map(\.low).min(), let high = intervals.map(\.high).max() else {
        return nil
      }
      return YenInterval(
        low, high, isLowOpen: !intervals.contains { $0.low == low && !$0.isLowOpen },
        isHighOpen: !intervals.contains { $0.high == high && !$0.isHighOpen })
    }
  }
}
