extension DecimalNumber {
  /// Reads plain decimal notation, `-12.50`; anything else is nothing.
  public init?(decimal text: String) {
    var digits: Int128 = 0
    var scale: Int?
    var isNegative = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case UInt8(ascii: ".") where scale == nil: scale = 0
      case 0x30...0x39:
        let (product, first) = digits.multipliedReportingOverflow(by: 10)
        let (sum, second) = product.addingReportingOverflow(Int128(byte - 0x30))
        guard !first, !second else { return nil }
        digits = sum
        scale = scale.map { $0 + 1 }
      default: return nil
      }
    }
    guard text.utf8.last.map({ (0x30...0x39).contains($0) }) == true else { return nil }
    self.init(digits: isNegative ? -digits : digits, scale: scale ?? 0)
  }

  /// The whole percent this is of another number, cut off; nothing where that is not above 0.
  public func percent(of whole: DecimalNumber) -> Int? {
    guard whole.digits > 0, let mine = shifted(by: max(scale, whole.scale) + 2)?.digits,
      let theirs = whole.shifted(by: max(scale, whole.scale))?.digits
    else { return nil }
    return Int(exactly: mine / theirs)
  }
}
