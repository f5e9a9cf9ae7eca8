import Model

/// A printed share and what it can be the share of.
extension SumClaim.Share {
  private static let whole: Int128 = 10_000

  /// Whether a part printed beside its whole gives this share, rounded to its last digit.
  func isRounded(_ part: Int64, of whole: Int64) -> Bool {
    guard whole > 0 else { return false }
    let difference = Int128(part) * Self.whole - Int128(whole) * Int128(value)
    return difference.magnitude * 2 <= Int128(whole).magnitude * Int128(step).magnitude
  }

  /// All that may be such a share of a whole, or nothing where that is too great.
  func interval(of whole: YenInterval) -> YenInterval? {
    let least = Int128(value) * 2 - Int128(step)
    let greatest = Int128(value) * 2 + Int128(step)
    let ends = [whole.low, whole.high].flatMap { end in
      [least, greatest].map { Int128(end) * $0 }
    }
    guard let low = ends.min(), let high = ends.max(),
      let first = Int64(exactly: low / (2 * Self.whole)),
      let last = Int64(exactly: high / (2 * Self.whole) + 1)
    else { return nil }
    return YenInterval(first, last)
  }

  /// The share as it is printed: 14%, 14.5%.
  var text: String {
    let tenths = value % 100 / 10
    return step >= 100 ? "\(value / 100)%" : "\(value / 100).\(tenths)%"
  }
}
