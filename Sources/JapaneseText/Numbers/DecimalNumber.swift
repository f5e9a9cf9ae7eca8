/// An exact decimal number: digits and how many of them stand after the point.
public struct DecimalNumber: Sendable, Hashable {
  /// The digits as a whole number.
  public private(set) var digits: Int128
  /// How many of the digits stand after the point.
  public private(set) var scale: Int

  /// Makes a number; zeros at the end of the part after the point carry no value and go.
  public init(digits: Int128, scale: Int = 0) {
    self.digits = digits
    self.scale = scale
    while self.scale > 0, let shorter = DecimalNumber.tenth(self.digits) {
      self.digits = shorter
      self.scale -= 1
    }
  }

  /// A tenth, where it is whole; nearly all numbers are small, and those are divided much faster.
  private static func tenth(_ digits: Int128) -> Int128? {
    if let small = Int64(exactly: digits) { return small % 10 == 0 ? Int128(small / 10) : nil }
    return digits % 10 == 0 ? digits / 10 : nil
  }

  /// The whole number, where it is one that fits.
  public var integer: Int64? { scale == 0 ? Int64(exactly: digits) : nil }

  /// The sum, or nothing where it would overflow.
  func adding(_ other: DecimalNumber) -> DecimalNumber? {
    let common = max(scale, other.scale)
    guard let mine = DecimalNumber.scaled(digits, by: common - scale),
      let theirs = DecimalNumber.scaled(other.digits, by: common - other.scale)
    else { return nil }
    let (sum, overflow) = mine.addingReportingOverflow(theirs)
    return overflow ? nil : DecimalNumber(digits: sum, scale: common)
  }

  /// The number times a power of ten, or nothing where it would overflow.
  func shifted(by exponent: Int) -> DecimalNumber? {
    if exponent <= scale { return DecimalNumber(digits: digits, scale: scale - exponent) }
    return DecimalNumber.scaled(digits, by: exponent - scale).map { DecimalNumber(digits: $0) }
  }

  /// The number with its sign changed.
  var negated: DecimalNumber { DecimalNumber(digits: -digits, scale: scale) }

  /// Whether it is less than a power of ten.
  func isBelow(powerOfTen exponent: Int) -> Bool {
    guard let bound = DecimalNumber.scaled(1, by: exponent + scale) else { return true }
    return digits < bound
  }

  private static func scaled(_ digits: Int128, by exponent: Int) -> Int128? {
    if exponent == 0 { return digits }
    if exponent <= 18, let small = Int64(exactly: digits) {
      var power: Int64 = 1
      for _ in 0..<exponent { power *= 10 }
      return Int128(small) * Int128(power)
    }
    var result = digits
    for _ in 0..<exponent {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    return result
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// The number in plain decimal notation.
  public var description: String {
    let text = String(digits.magnitude)
    let sign = digits < 0 ? "-" : ""
    guard scale > 0 else { return sign + text }
    let padded = String(repeating: "0", count: max(0, scale + 1 - text.count)) + text
    return "\(sign)\(padded.dropLast(scale)).\(padded.suffix(scale))"
  }
}
