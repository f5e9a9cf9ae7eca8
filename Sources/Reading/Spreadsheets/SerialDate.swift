import JapaneseText

/// A day and a time of day, as a spreadsheet counts them.
struct SerialDate: Equatable {
  /// What the number of a day stands for.
  enum Meaning: Equatable {
    /// A day.
    case day(Day)
    /// The 29th of February 1900, which Excel counts though it never was.
    case phantom
    /// Nothing: before the first day or after the last.
    case outside
  }

  let meaning: Meaning
  /// The whole days, as the file counts them.
  let days: Int
  /// The time of day, in milliseconds.
  let milliseconds: Int

  static let millisecondsPerDay = 86_400_000

  /// Takes apart a number of days in plain decimal digits; a number out of all range is nothing.
  init?(_ digits: String, is1904: Bool) {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, var days = Int(parts[0]), abs(days) < 10_000_000 else { return nil }
    var milliseconds = parts.count == 2 ? SerialDate.milliseconds(ofFraction: parts[1]) : 0
    // Rounding may fill the day.
    if milliseconds == SerialDate.millisecondsPerDay {
      days += 1
      milliseconds = 0
    }
    self.days = days
    self.milliseconds = milliseconds
    meaning =
      digits.utf8.first == UInt8(ascii: "-")
      ? .outside : SerialDate.meaning(of: days, is1904: is1904)
  }

  private static func meaning(of days: Int, is1904: Bool) -> Meaning {
    if is1904 { return Day(number: days - 24_107).map(Meaning.day) ?? .outside }
    switch days {
    case ..<1: return .outside
    case 60: return .phantom
    case ..<60: return Day(number: days - 25_568).map(Meaning.day) ?? .outside
    default: return Day(number: days - 25_569).map(Meaning.day) ?? .outside
    }
  }

  private static func milliseconds(ofFraction digits: Substring) -> Int {
    var numerator: UInt64 = 0
    var denominator: UInt64 = 1
    // 15 digits of a day are a tenth of a nanosecond.
    for byte in digits.utf8.prefix(15) {
      numerator = numerator * 10 + UInt64(byte - 0x30)
      denominator *= 10
    }
    let product = numerator.multipliedFullWidth(by: UInt64(millisecondsPerDay))
    let (quotient, remainder) = denominator.dividingFullWidth((product.high, product.low))
    return Int(quotient) + (remainder * 2 >= denominator ? 1 : 0)
  }

  /// The time rounded to whole seconds of the same day.
  var secondsOfDay: Int { min((milliseconds + 500) / 1000, 86_399) }
}
