/// The lunisolar calendar (天保暦) in force until 明治5年12月2日, for the years 明治1 to 5.
///
/// The first days were computed from the new moons at Kyoto and held against dates known in both
/// calendars; 明治4年12月 begins a day before the computed one, as the day logs of 1872 show.
enum MeijiCalendar {
  /// For each year the first days of its twelve months, as month and day of the western year;
  /// those that fall before the first are days of the year after.
  private static let firstDays: [[(month: Int, day: Int)]] = [
    [
      (1, 25), (2, 23), (3, 24), (4, 23), (6, 20), (7, 20), (8, 18), (9, 16), (10, 16), (11, 14),
      (12, 14), (1, 13),
    ],
    [
      (2, 11), (3, 13), (4, 12), (5, 12), (6, 10), (7, 9), (8, 8), (9, 6), (10, 5), (11, 4),
      (12, 3), (1, 2),
    ],
    [
      (2, 1), (3, 2), (4, 1), (5, 1), (5, 30), (6, 29), (7, 28), (8, 27), (9, 25), (10, 25),
      (12, 22), (1, 21),
    ],
    [
      (2, 19), (3, 21), (4, 20), (5, 19), (6, 18), (7, 18), (8, 16), (9, 15), (10, 14), (11, 13),
      (12, 12), (1, 10),
    ],
    [
      (2, 9), (3, 9), (4, 8), (5, 7), (6, 6), (7, 6), (8, 4), (9, 3), (10, 3), (11, 1), (12, 1),
      (12, 30),
    ],
  ]

  /// The two leap months, 閏4月 of 明治1 and 閏10月 of 明治3, each after the month of its number.
  private static let leapMonths = [
    (year: 1, month: 4, first: Day(year: 1868, month: 5, day: 22)),
    (year: 3, month: 10, first: Day(year: 1870, month: 11, day: 23)),
  ]

  /// Whether a year of 明治 was counted by this calendar.
  static func covers(year: Int) -> Bool { (1...5).contains(year) }

  /// The first and last day of a month; nothing where there is no such month.
  static func month(
    _ month: Int, ofYear year: Int, isLeap: Bool = false
  ) -> (first: Day, last: Day)? {
    let leap = leapMonths.first { $0.year == year && $0.month == month }?.first
    guard let first = isLeap ? leap : firstDay(month, year) else { return nil }
    if year == 5, month == 12 {
      // The calendar ended on its second day: the next was 明治6年1月1日, also 1873-01-01.
      return first.adding(days: 1).map { (first, $0) }
    }
    let following = month == 12 ? firstDay(1, year + 1) : firstDay(month + 1, year)
    guard let next = isLeap ? following : leap ?? following else { return nil }
    return next.adding(days: -1).map { (first, $0) }
  }

  private static func firstDay(_ month: Int, _ year: Int) -> Day? {
    guard covers(year: year), (1...12).contains(month) else { return nil }
    let (western, day) = firstDays[year - 1][month - 1]
    let wraps = month == 12 && western == 1
    return Day(year: 1867 + year + (wraps ? 1 : 0), month: western, day: day)
  }
}
