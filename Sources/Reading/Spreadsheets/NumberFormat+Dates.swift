import JapaneseText

/// Dates and times as a reader of the sheet sees them.
extension NumberFormat {
  /// Shows a date; a format without a day shows the time only.
  func show(_ date: SerialDate) -> String {
    // A format with decimals of a second cuts off; others round to whole seconds.
    let hasFraction = parts.contains { if case .fraction = $0 { true } else { false } }
    let seconds = hasFraction ? date.milliseconds / 1000 : date.secondsOfDay
    let day: Day? = if case .day(let day) = date.meaning { day } else { nil }
    let isHalfDay = parts.contains { if case .halfDay = $0 { true } else { false } }
    var text = ""
    for part in parts {
      switch part {
      case .literal(let literal): text += literal
      case .hour(let width):
        let hour = seconds / 3600 % 24
        text += padded(isHalfDay ? (hour + 11) % 12 + 1 : hour, width)
      case .minute(let width): text += padded(seconds / 60 % 60, width)
      case .second(let width): text += padded(seconds % 60, width)
      case .fraction(let width):
        let digits = padded(date.milliseconds % 1000, 3)
        text += "." + String((digits + String(repeating: "0", count: width)).prefix(width))
      case .halfDay(let morning, let afternoon):
        text += seconds / 3600 % 24 < 12 ? morning : afternoon
      case .elapsed(let unit, let width): text += elapsed(date.days, seconds, unit, width)
      case .placeholder: continue
      default: text += day.map { show(part, of: $0) } ?? ""
      }
    }
    return text
  }

  private func elapsed(_ days: Int, _ seconds: Int, _ unit: Part.Unit, _ width: Int) -> String {
    let total = days * 86_400 + seconds
    switch unit {
    case .hours: return padded(total / 3600, width)
    case .minutes: return padded(total / 60, width)
    case .seconds: return padded(total, width)
    }
  }

  private func show(_ part: Part, of day: Day) -> String {
    switch part {
    case .year(let width):
      return width <= 2 ? padded(day.year % 100, 2) : padded(day.year, 4)
    case .month(let width):
      guard width > 2 else { return padded(day.month, width) }
      if isJapanese { return "\(day.month)月" }
      let name = NumberFormat.months[day.month - 1]
      return width == 3 ? String(name.prefix(3)) : width == 5 ? String(name.prefix(1)) : name
    case .day(let width):
      guard width > 2 else { return padded(day.day, width) }
      if isJapanese { return weekday(day, long: width > 3) }
      let name = NumberFormat.weekdays[weekdayIndex(day)]
      return width == 3 ? String(name.prefix(3)) : name
    case .weekday(let width): return weekday(day, long: width > 3)
    case .era(let width):
      guard let era = Era(of: day) else { return "" }
      return width == 1 ? String(era.letter) : width == 2 ? String(era.name.prefix(1)) : era.name
    case .eraYear(let width):
      guard let era = Era(of: day) else { return padded(day.year, 4) }
      let year = day.year - era.firstYear + 1
      return usesFirstYearName && year == 1 ? "元" : padded(year, width)
    default: return ""
    }
  }

  private func weekday(_ day: Day, long: Bool) -> String {
    let name = NumberFormat.japaneseWeekdays[weekdayIndex(day)]
    return long ? name + "曜日" : name
  }

  /// Sunday is 0; the first of January 1970 was a Thursday.
  private func weekdayIndex(_ day: Day) -> Int { ((day.number + 4) % 7 + 7) % 7 }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let japaneseWeekdays = ["日", "月", "火", "水", "木", "金", "土"]
}

extension Era {
  /// The era that a day lies in; none before 明治.
  init?(of day: Day) {
    guard let era = Era.allCases.last(where: { $0.firstDay <= day.number }) else { return nil }
    self = era
  }
}
