/// The amounts a printed figure may stand for, in whole yen, with open or closed ends.
public struct YenInterval: Sendable, Hashable {
  /// The lower end.
  public var low: Int64
  /// The upper end.
  public var high: Int64
  /// Whether the lower end itself is left out.
  public var isLowOpen: Bool
  /// Whether the upper end itself is left out.
  public var isHighOpen: Bool

  /// Makes an interval; both ends belong to it unless said otherwise.
  public init(_ low: Int64, _ high: Int64, isLowOpen: Bool = false, isHighOpen: Bool = false) {
    self.low = low
    self.high = high
    self.isLowOpen = isLowOpen
    self.isHighOpen = isHighOpen
  }

  /// Whether an amount lies in the interval.
  public func contains(_ yen: Int64) -> Bool {
    (isLowOpen ? yen > low : yen >= low) && (isHighOpen ? yen < high : yen <= high)
  }

  /// Whether two intervals have a point in common.
  public func meets(_ other: YenInterval) -> Bool {
    let start = max(low, other.low)
    let end = min(high, other.high)
    if start != end { return start < end }
    return contains(start) && other.contains(start)
  }

  /// The interval of the sums, or nothing where a sum would overflow.
  public func adding(_ other: YenInterval) -> YenInterval? {
    let (lowSum, lowOverflow) = low.addingReportingOverflow(other.low)
    let (highSum, highOverflow) = high.addingReportingOverflow(other.high)
    guard !lowOverflow, !highOverflow else { return nil }
    return YenInterval(
      lowSum, highSum, isLowOpen: isLowOpen || other.isLowOpen,
      isHighOpen: isHighOpen || other.isHighOpen)
  }

  /// The interval of an unknown share, anything from nothing to the whole amount.
  public var share: YenInterval {
    YenInterval(
      min(low, 0), max(high, 0), isLowOpen: isLowOpen && low < 0,
      isHighOpen: isHighOpen && high > 0)
  }
}

extension YenInterval: CustomStringConvertible {
  /// The interval in the usual notation, `[a, b)`.
  public var description: String {
    "\(isLowOpen ? "(" : "[")\(low), \(high)\(isHighOpen ? ")" : "]")"
  }
}
