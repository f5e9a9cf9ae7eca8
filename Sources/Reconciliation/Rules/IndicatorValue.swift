import Model

/// A number of an indicator as printed: its digits and how many of them stand after the point.
struct IndicatorValue: Equatable {
  var digits: Int64
  var decimals: Int

  /// Reads a decimal number, or nothing where its digits are too many.
  init?(_ text: String) {
    var digits: Int64 = 0
    var decimals = 0
    var isAfterPoint = false
    var isNegative = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-") where digits == 0: isNegative = true
      case UInt8(ascii: "."): isAfterPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (tens, overflow) = digits.multipliedReportingOverflow(by: 10)
        let (sum, carry) = tens.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
        guard !overflow, !carry else { return nil }
        digits = sum
        if isAfterPoint { decimals += 1 }
      default: return nil
      }
    }
    self.digits = isNegative ? -digits : digits
    self.decimals = decimals
  }

  /// The number as a figure in steps of 1/10^`scale`: whole numbers of things are exact, shares
  /// and decimal numbers were rounded to their last digit.
  func figure(scale: Int, isCount: Bool) -> Figure? {
    var unit: Int64 = 1
    for _ in decimals..<scale {
      let (tens, overflow) = unit.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      unit = tens
    }
    let (value, overflow) = digits.multipliedReportingOverflow(by: unit)
    guard !overflow else { return nil }
    let isExact = isCount && decimals == 0
    return Figure(yen: value, unit: unit, rounding: isExact ? .exact : .round)
  }
}

/// The value of one fiscal year.
struct YearlyValue {
  var year: Int
  var value: IndicatorValue
}

extension Indicator {
  /// The values by year, those that are numbers.
  var yearlyValues: [YearlyValue] {
    byYear.compactMap { entry in
      let parts = entry.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let year = Int(parts[0]), let value = IndicatorValue(String(parts[1]))
      else { return nil }
      return YearlyValue(year: year, value: value)
    }
  }

  /// Whether its values are shares or multiples, which have a mean and no sum.
  var isShare: Bool {
    ["%", "％", "割", "倍", "ポイント"].contains(latestUnit.isEmpty ? targetUnit : latestUnit)
  }

  /// Whether its name says that its values may be means, which have no sum either.
  var mayBeMean: Bool {
    name.hasSuffix("率") || ["平均", "当たり", "あたり"].contains { name.contains($0) }
  }

  /// Whether the value is printed as not exact (約, 以上, 超, 程度).
  var isLoose: Bool {
    ["約", "以上", "超", "程度", "未満", "以下"].contains { latestRaw.contains($0) }
  }
}
