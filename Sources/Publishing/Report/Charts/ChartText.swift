/// Pieces that several charts use; lengths are in tenths of a pixel.
enum ChartText {
  /// A length for an amount when `most` has the length `length`.
  static func scaled(_ amount: UInt64, _ most: UInt64, to length: Int) -> Int {
    guard most > 0 else { return 0 }
    let (high, low) = min(amount, most).multipliedFullWidth(by: UInt64(length))
    return Int(most.dividingFullWidth((high, low)).quotient)
  }

  /// A name that fits; the whole name stands beside the chart.
  static func short(_ name: String, _ count: Int) -> String {
    name.count > count ? name.prefix(count - 1) + "…" : name
  }

  /// Heights for labels, each near the place it belongs to and none over another.
  static func spread(_ places: [Int], by gap: Int) -> [Int] {
    var heights = places
    var free = Int.min
    for index in places.indices.sorted(by: { (places[$0], $0) < (places[$1], $1) }) {
      heights[index] = max(places[index], free)
      free = heights[index] + gap
    }
    return heights
  }
}
