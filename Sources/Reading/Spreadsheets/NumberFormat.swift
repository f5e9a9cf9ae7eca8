/// A number format of a workbook: whether it shows a number as a date, and how.
struct NumberFormat: Sendable, Equatable {
  /// The code, empty for General.
  let code: String
  /// The parts of its section for positive numbers.
  let parts: [Part]
  /// Whether the format asks for 元年 in place of 1年.
  let usesFirstYearName: Bool
  /// Whether names of months and weekdays are Japanese.
  let isJapanese: Bool

  static let general = NumberFormat("")

  /// A part of a format.
  enum Part: Sendable, Equatable {
    case literal(String)
    case year(Int)
    case month(Int)
    case day(Int)
    /// The weekday in Japanese, `aaa` or `aaaa`.
    case weekday(Int)
    /// The name of the era, `g` to `ggg`.
    case era(Int)
    /// The year of the era.
    case eraYear(Int)
    case hour(Int)
    case minute(Int)
    case second(Int)
    /// Digits of a second after the point.
    case fraction(Int)
    case halfDay(morning: String, afternoon: String)
    /// Hours, minutes or seconds since the first day, `[h]`.
    case elapsed(Unit, Int)
    /// A place for digits or text of a number that is no date.
    case placeholder

    enum Unit: Sendable {
      case hours
      case minutes
      case seconds
    }
  }

  init(_ code: String) {
    var reader = NumberFormatReader(code)
    reader.read()
    self.code = code.lowercased() == "general" ? "" : code
    parts = reader.parts
    usesFirstYearName = reader.usesFirstYearName
    isJapanese = reader.isJapanese
  }

  /// Whether a number in this format is shown as a day, a time or both.
  var isDate: Bool {
    guard !parts.contains(.placeholder) else { return false }
    return showsDay || showsTime
  }

  /// Whether the format shows something of a day.
  var showsDay: Bool {
    parts.contains {
      switch $0 {
      case .year, .month, .day, .weekday, .era, .eraYear: true
      default: false
      }
    }
  }

  /// Whether the format shows something of a time.
  var showsTime: Bool {
    parts.contains {
      switch $0 {
      case .hour, .minute, .second, .halfDay, .elapsed: true
      default: false
      }
    }
  }
}

extension NumberFormat {
  /// The formats that files use by number without giving their code, as a Japanese Excel has them.
  ///
  /// ECMA-376 part 1, 18.8.30 lists them by language.
  static func builtIn(_ number: Int) -> NumberFormat? {
    builtInCodes[number].map { NumberFormat($0) }
  }

  private static let era = "[$-411]ggge\"年\"m\"月\"d\"日\""
  private static let shortEra = "[$-411]ge.m.d"
  private static let yearMonth = "yyyy\"年\"m\"月\""
  private static let monthDay = "m\"月\"d\"日\""

  private static let builtInCodes: [Int: String] = [
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "\"¥\"#,##0",
    6: "\"¥\"#,##0", 7: "\"¥\"#,##0.00", 8: "\"¥\"#,##0.00", 9: "0%", 10: "0.00%",
    11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "yyyy/m/d h:mm", 27: shortEra, 28: era, 29: era, 30: "m/d/yy",
    31: "yyyy\"年\"m\"月\"d\"日\"", 32: "h\"時\"mm\"分\"", 33: "h\"時\"mm\"分\"ss\"秒\"",
    34: yearMonth, 35: monthDay, 36: shortEra, 37: "#,##0", 38: "#,##0", 39: "#,##0.00",
    40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    50: shortEra, 51: era, 52: yearMonth, 53: monthDay, 54: era, 55: yearMonth, 56: monthDay,
    57: shortEra, 58: era,
  ]
}
