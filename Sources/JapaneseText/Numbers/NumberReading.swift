/// A number that was read, with the place value of its last printed digit.
struct NumberReading {
  /// The value.
  var value: DecimalNumber
  /// The power of ten of the last printed digit: 2 for 7百, -1 for 1.5, 7 for 21.8億.
  var place: Int
  /// What is odd about it.
  var flags = MarkSet<NumberFlag>()
  /// Where it ends.
  var end: Int
  /// Whether it runs over a line end.
  var joined = false
  /// Whether its last numeral is a unit of four places or more.
  var endsWithLargeUnit = false
  /// Whether it holds a kanji numeral and no Arabic digit.
  var isKanji = true
  /// How many numerals it has.
  var length = 0
}

/// A run of digits with its point and commas, before any unit.
struct DigitRun {
  var value: DecimalNumber
  /// Digits after the point as printed.
  var decimals: Int
  /// Digits before the point.
  var count: Int
  var isKanji: Bool
  var hasArabic: Bool
  var startsWithZero: Bool
  var end: Int
  var joined: Bool
}
