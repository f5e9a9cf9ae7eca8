/// One end of a range, or a whole date: what was printed and the days it stands for.
struct DatePart {
  /// How far the date was printed.
  enum Form {
    /// A year without 年 or 年度: half of a range or of a list.
    case bareYear
    /// A year, or a decade.
    case year
    /// A fiscal year.
    case fiscalYear
    /// A month.
    case month
    /// A single day.
    case day
    /// A part of a year or month that is no month: a quarter, a half, ten days.
    case part
  }

  var form: Form
  var year: YearReading
  var month: Int?
  var start: Day
  var end: Day
  /// Where it ends in the source.
  var offset: Int
  var joined: Bool
  var flags: [DateFlag] = []
  /// Whether the year was printed here, not taken over.
  var hasOwnYear = true
  /// The mark between its numbers: R4.6.3, 2022/6/3.
  var separator: UInt32?

  /// The kind of the mention it makes by itself.
  var kind: DateMention.Kind {
    switch form {
    case .bareYear, .fiscalYear: .fiscalYear
    case .year: start.year == end.year ? .year : .range
    case .month: .month
    case .day: .day
    case .part: start == end ? .day : .range
    }
  }
}

extension DatePart {
  /// A year as printed, before what follows it is known.
  static func bareYear(_ year: YearReading) throws(DateFailure) -> DatePart {
    try whole(
      .bareYear, year, year.end, from: FiscalYear(year.western).start,
      to: FiscalYear(year.western).end)
  }

  /// The same days, known to be of another form.
  func `as`(_ form: Form) -> DatePart {
    var part = self
    part.form = form
    return part
  }

  /// A part with its days, or a failure where the calendar has none.
  static func whole(
    _ form: Form, _ year: YearReading, _ offset: Int, joined: Bool = false, from start: Day?,
    to end: Day?, month: Int? = nil, _ error: DateError = .badYear
  ) throws(DateFailure) -> DatePart {
    guard let start, let end else { throw DateFailure(error, end: offset) }
    var part = DatePart(
      form: form, year: year, month: month, start: start, end: end, offset: offset,
      joined: joined || year.joined)
    part.flags = EraCheck.flags(part)
    return part
  }
}

/// Whether an era held on the days it names.
enum EraCheck {
  /// The year after which a date is likely a slip.
  static let farFuture = 2100

  static func flags(_ part: DatePart) -> [DateFlag] {
    var flags: [DateFlag] = []
    if part.year.hasDualMismatch { flags.append(.dualMismatch) }
    if part.start.year > farFuture { flags.append(.farFuture) }
    guard let era = part.year.era else { return flags }
    let start = part.start.number
    if let last = era.lastDay, start > last {
      let shares = era.sharesItsLastDay && part.form == .day && start == last + 1
      flags.append(shares ? .boundaryOverlap : .eraEnded)
    }
    if part.end.number < era.firstDay { flags.append(.beforeEraStart) }
    return flags
  }
}
