/// An amount of money as printed: its value, the step it is printed in, and how it was rounded.
public struct Figure: Sendable, Hashable {
  /// The printed value in yen.
  public var yen: Int64
  /// The place value of the last printed digit, in yen (42.7億円 has 10,000,000).
  public var unit: Int64
  /// How it was rounded to that unit.
  public var rounding: Rounding

  /// Makes a figure.
  public init(yen: Int64, unit: Int64, rounding: Rounding = .round) {
    self.yen = yen
    self.unit = unit
    self.rounding = rounding
  }

  /// The exact amounts that would be printed as this figure.
  ///
  /// Rounding allows half a unit to each side, both ends included, since nothing says how halves
  /// were treated. Cutting off allows less than one unit beyond the figure, away from zero.
  /// Where nothing says how it was rounded, both readings stay possible. Nothing is smaller than
  /// one yen, so a figure printed to the yen stands for itself.
  public var interval: YenInterval {
    let (whole, overflow) = abs(yen.clamped).addingReportingOverflow(unit)
    guard !overflow, whole > 0, unit > 1 else { return YenInterval(yen, yen) }
    switch rounding {
    case .exact: return YenInterval(yen, yen)
    case .round: return YenInterval(yen - unit / 2, yen + unit / 2)
    case .truncate: return truncated
    case .unknown:
      let cut = truncated
      let low = min(yen - unit / 2, cut.low)
      let high = max(yen + unit / 2, cut.high)
      return YenInterval(
        low, high, isLowOpen: low == cut.low && cut.isLowOpen,
        isHighOpen: high == cut.high && cut.isHighOpen)
    }
  }

  private var truncated: YenInterval {
    if yen > 0 { return YenInterval(yen, yen + unit, isHighOpen: true) }
    if yen < 0 { return YenInterval(yen - unit, yen, isLowOpen: true) }
    return YenInterval(-unit, unit, isLowOpen: true, isHighOpen: true)
  }
}

extension Int64 {
  /// The value, with the one value whose absolute value does not exist moved by one.
  fileprivate var clamped: Int64 { self == .min ? .min + 1 : self }
}
