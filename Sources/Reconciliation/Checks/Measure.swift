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
    grouped(number.magnitude, isNegative: number < 0)
  }

  // Every check prints several amounts, so they are put together digit by digit from the end.
  private static func grouped(
    _ magnitude: UInt64, isNegative: Bool, fraction: [UInt8] = []
  ) -> String {
    var digits = Array(fraction.reversed())
    if !fraction.isEmpty { digits.append(UInt8(ascii: ".")) }
    var rest = magnitude
    var count = 0
    repeat {
      if count > 0, count % 3 == 0 { digits.append(UInt8(ascii: ",")) }
      digits.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
      count += 1
    } while rest > 0
    if isNegative { digits.append(UInt8(ascii: "-")) }
    digits.reverse()
    return String(decoding: digits, as: UTF8.self)
  }

  /// A number of 1/10^`scale`, without zeros at its end beyond the printed decimals.
  private static func decimal(_ value: Int64, _ scale: Int, printed: Int) -> String {
    var whole = value.magnitude
    var fraction: [UInt8] = []
    for _ in 0..<scale {
      fraction.append(UInt8(ascii: "0") + UInt8(whole % 10))
      whole /= 10
    }
    fraction.reverse()
    while fraction.count > printed, fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
    return grouped(whole, isNegative: value < 0, fraction: fraction)
  }
}
