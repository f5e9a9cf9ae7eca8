/// What the figures of a check measure, and how they are written for people.
enum Measure: Hashable {
  /// Yen.
  case yen
  /// Whole numbers of 1/10^`scale` of a unit.
  case quantity(scale: Int, unit: String)

  /// A value with its unit: in the words and with the decimals of figures printed in `step`, and
  /// with more decimals where it has them.
  func text(_ value: Int64, step: Int64 = 1) -> String {
    switch self {
    case .yen: return Measure.yenText(value, step: step)
    case .quantity(let scale, let unit):
      return Measure.decimal(value, scale, printed: 0) + unit
    }
  }

  /// A unit of money that documents print in.
  private struct MoneyUnit {
    var name: String
    /// Its zeros.
    var scale: Int
    /// Half of the smallest step that is printed in it, as the ends of intervals need it.
    var least: Int64
  }

  private static let units = [
    MoneyUnit(name: "億円", scale: 8, least: 5_000_000),
    MoneyUnit(name: "百万円", scale: 6, least: 500_000),
    MoneyUnit(name: "千円", scale: 3, least: 500),
  ]

  private static func yenText(_ yen: Int64, step: Int64) -> String {
    guard let unit = units.first(where: { step % $0.least == 0 }) else {
      return grouped(yen) + "円"
    }
    return decimal(yen, unit.scale, printed: step == 10_000_000 ? 1 : 0) + unit.name
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

  /// A number of 1/10^`scale`, without zeros at its end beyond the printed decimals.
  private static func decimal(_ value: Int64, _ scale: Int, printed: Int) -> String {
    let digits = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let whole = Int64(padded.dropLast(scale)) ?? 0
    var fraction = padded.suffix(scale)
    while fraction.count > printed, fraction.last == "0" { fraction.removeLast() }
    return (value < 0 ? "-" : "") + grouped(whole) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
