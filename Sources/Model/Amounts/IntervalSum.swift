/// A running sum of intervals, from which a member can be taken out again.
///
/// Each end is kept as a whole number together with how many open ends went into it, so taking
/// a member out gives back exactly the sum of the others. The ends have 128 bits: a sum of
/// amounts cannot overflow before there are more of them than memory holds.
public struct IntervalSum: Sendable, Hashable {
  private var low: Int128 = 0
  private var high: Int128 = 0
  private var openLows = 0
  private var openHighs = 0

  /// The sum of nothing.
  public init() {}

  /// The sum of some intervals.
  public init(_ intervals: some Sequence<YenInterval>) {
    for interval in intervals { add(interval) }
  }

  /// Adds a member; a subtracted one counts with the opposite sign.
  public mutating func add(_ interval: YenInterval, isSubtracted: Bool = false) {
    change(by: interval, isSubtracted: isSubtracted, sign: 1)
  }

  /// Takes a member out that was added before with the same sign.
  public mutating func remove(_ interval: YenInterval, isSubtracted: Bool = false) {
    change(by: interval, isSubtracted: isSubtracted, sign: -1)
  }

  private mutating func change(by interval: YenInterval, isSubtracted: Bool, sign: Int) {
    let openLow = interval.isLowOpen ? sign : 0
    let openHigh = interval.isHighOpen ? sign : 0
    if isSubtracted {
      low -= Int128(sign) * Int128(interval.high)
      high -= Int128(sign) * Int128(interval.low)
      openLows += openHigh
      openHighs += openLow
    } else {
      low += Int128(sign) * Int128(interval.low)
      high += Int128(sign) * Int128(interval.high)
      openLows += openLow
      openHighs += openHigh
    }
  }

  /// The sum as an interval, or nothing where its ends are too great for 64 bits.
  public var interval: YenInterval? {
    guard let low = Int64(exactly: low), let high = Int64(exactly: high) else { return nil }
    return YenInterval(low, high, isLowOpen: openLows > 0, isHighOpen: openHighs > 0)
  }

  /// Whether an interval has an amount in common with the sum.
  public func meets(_ other: YenInterval) -> Bool {
    let start = max(low, Int128(other.low))
    let end = min(high, Int128(other.high))
    if start != end { return start < end }
    let isOpen =
      (start == low && openLows > 0) || (start == high && openHighs > 0)
      || (start == Int128(other.low) && other.isLowOpen)
      || (start == Int128(other.high) && other.isHighOpen)
    return !isOpen
  }
}
