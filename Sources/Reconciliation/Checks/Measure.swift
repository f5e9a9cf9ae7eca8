/// What the figures of a check measure, and how they are written for people.
enum Measure: Hashable {
  /// Yen.
  case yen
  /// Whole numbers of 1/10^`scale` of a unit.
  case quantity(scale: Int, unit: String)

  /// A value, written in the largest usual step that loses nothing.
  func text(_ value: Int64, step: Int64 = 1) -> String {
    switch self {
    case .yen: return Measure.yenText(value, step: step)
    case .quantity(let scale, let unit): return Measure.decimal(value, scale) + unit
    }
  }

  private static let steps: [(yen: Int64, decimals: Int, unit: String)] = [
    (100_000_000, 0, "億円"), (10_000_000, 1, "億円"), (1_000_000, 0, "百万円"), (1000, 0, "千円"),
  ]

  private static func yenText(_ yen: Int64, step: Int64) -> String {
    for candidate in steps where step % candidate.yen == 0 && yen % candidate.yen == 0 {
      let whole = yen / candidate.yen
      return (candidate.decimals == 0 ? grouped(whole) : decimal(whole, candidate.decimals))
        + candidate.unit
    }
    return grouped(yen) + "円"
  }

  /// The digits of a number in groups of three.
  static func grouped(_ number: Int64) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  private static func decimal(_ value: Int64, _ scale: Int) -> String {
    let digits = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let whole = Int64(padded.dropLast(scale)) ?? 0
    let sign = value < 0 ? "-" : ""
    var fraction = padded.suffix(scale)
    while fraction.last == "0" { fraction.removeLast() }
    return sign + grouped(whole) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
