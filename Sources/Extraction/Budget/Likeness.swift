/// How alike two names are: the share of pairs of neighbouring characters they have in common.
enum Likeness {
  /// Names that differ by a word like 整備 or a last 等 reach this; different programmes do not.
  private static let nearEnough = 85

  /// Whether two keys are likely two spellings of one name.
  static func areNear(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let first = pairs(a)
    let second = pairs(b)
    guard !first.isEmpty, !second.isEmpty else { return false }
    return 200 * first.intersection(second).count >= nearEnough * (first.count + second.count)
  }

  private static func pairs(_ text: String) -> Set<UInt64> {
    var pairs: Set<UInt64> = []
    var last: UInt32?
    for scalar in text.unicodeScalars {
      if let last { pairs.insert(UInt64(last) << 32 | UInt64(scalar.value)) }
      last = scalar.value
    }
    return pairs
  }
}
