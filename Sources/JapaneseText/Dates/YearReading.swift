/// A year as printed: an era with a number, or a western year, maybe with a second name.
struct YearReading {
  /// The western year.
  var western: Int
  /// The era it is named by; nothing for a western year.
  var era: Era?
  /// The number within the era.
  var eraYear = 0
  /// How the era is written.
  var style: Style
  /// Where it ends.
  var end: Int
  /// Whether it runs over a line end.
  var joined = false
  /// Whether a second name of the year disagrees with the first.
  var hasDualMismatch = false
  /// Whether the month after it is a leap month of the old calendar.
  var isLeapMonth = false

  /// Whether FY stands before it, so that it is a fiscal year without 年度 too.
  var isFiscal = false

  /// How a year is written.
  enum Style {
    /// 令和, ㋿.
    case eraName
    /// 令 alone.
    case eraInitial
    /// R.
    case eraLetter
    /// 2022.
    case western
    /// Taken over from the date before it in a range.
    case carried
  }

  /// A western year.
  static func western(_ year: Int, end: Int, joined: Bool = false) -> YearReading {
    YearReading(western: year, style: .western, end: end, joined: joined)
  }
}
