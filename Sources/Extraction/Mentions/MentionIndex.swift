import JapaneseText

/// The dates and amounts of a text by where they stand in the folded text.
struct MentionIndex: Sendable {
  let dates: [DateMention]
  let amounts: [AmountMention]
  private let dateEndingAt: [Int: Int]
  private let dateStartingAt: [Int: Int]

  init(_ layout: Layout, options: ScanOptions) {
    let mentions = TextScanner.mentions(in: layout.bytes, options: options)
    dates = mentions.dates
    amounts = mentions.amounts
    var ends: [Int: Int] = [:]
    var starts: [Int: Int] = [:]
    for (index, date) in dates.enumerated() {
      ends[date.range.upperBound] = index
      starts[date.range.lowerBound] = index
    }
    dateEndingAt = ends
    dateStartingAt = starts
  }

  /// The date that ends at an offset.
  func date(endingAt offset: Int) -> DateMention? { dateEndingAt[offset].map { dates[$0] } }

  /// The date that starts at an offset.
  func date(startingAt offset: Int) -> DateMention? { dateStartingAt[offset].map { dates[$0] } }

  /// The dates that lie in a stretch, in order.
  func dates(in range: Range<Int>) -> ArraySlice<DateMention> {
    let first = lowerBound(dates, range.lowerBound) { $0.range.lowerBound }
    var last = first
    while last < dates.count, dates[last].range.upperBound <= range.upperBound { last += 1 }
    return dates[first..<last]
  }

  /// The amounts that start in a stretch, in order.
  func amounts(in range: Range<Int>) -> ArraySlice<AmountMention> {
    let first = lowerBound(amounts, range.lowerBound) { $0.range.lowerBound }
    let last = lowerBound(amounts, range.upperBound) { $0.range.lowerBound }
    return amounts[first..<max(first, last)]
  }

  private func lowerBound<T>(_ items: [T], _ offset: Int, _ start: (T) -> Int) -> Int {
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if start(items[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension DateMention {
  /// The fiscal year a date names, where it names a whole year.
  var fiscalYear: Int? {
    guard let start, let end else { return nil }
    if start.month == 4, start.day == 1, end.year == start.year + 1, end.month == 3 {
      return start.year
    }
    if start.month == 1, start.day == 1, end.year == start.year, end.month == 12 {
      return start.year
    }
    return nil
  }
}
