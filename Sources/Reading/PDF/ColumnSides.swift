import PDF

/// What stands on both sides of a gap, and whether that makes them columns or parts of one table.
struct ColumnSides {
  private let left: [PageRun]
  private let right: [PageRun]
  private let paired: Int

  /// Lines of prose have so many characters, and most of them fill their column.
  private static let proseLength = 14

  init(_ rows: [PageRow], splitAt middle: Int) {
    var left: [PageRun] = []
    var right: [PageRun] = []
    var paired = 0
    for row in rows {
      let sides = (row.phrases(in: Int.min..<middle), row.phrases(in: middle..<Int.max))
      if let joined = ColumnSides.joined(sides.0) { left.append(joined) }
      if let joined = ColumnSides.joined(sides.1) { right.append(joined) }
      if !sides.0.isEmpty, !sides.1.isEmpty { paired += 1 }
    }
    self.left = left
    self.right = right
    self.paired = paired
  }

  /// Columns, each to be read for itself: their lines do not stand on common base lines, or both
  /// are prose, or the right one is a list of its own.
  var areColumns: Bool {
    if paired * 10 < min(left.count, right.count) * 7 { return true }
    if ColumnSides.isProse(left), ColumnSides.isProse(right) { return true }
    return right.filter(ColumnSides.isItem).count * 2 >= max(1, right.count)
  }

  private static func joined(_ phrases: [PageRun]) -> PageRun? {
    guard var joined = phrases.first else { return nil }
    for phrase in phrases.dropFirst() { joined.append(phrase) }
    return joined
  }

  /// Whether most lines are long and reach the right edge of the others.
  static func isProse(_ lines: [PageRun]) -> Bool {
    guard lines.count >= 2 else { return false }
    let edge = lines.reduce(Int.min) { max($0, $1.box.right) }
    let filling = lines.filter {
      $0.count >= proseLength && edge - $0.box.right <= 3 * $0.size
    }
    return filling.count * 2 >= lines.count
  }

  /// Whether a line begins with the mark of a list.
  static func isItem(_ line: PageRun) -> Bool {
    let text = String(decoding: line.text.prefix(4), as: UTF8.self)
    guard let first = text.unicodeScalars.first else { return false }
    return "●○〇◯•◦・■□◆◇▪▫▶►➢✓❑①②③④⑤⑥⑦⑧⑨⑩\u{F0B7}\u{F06C}\u{F0A7}\u{F0D8}"
      .unicodeScalars.contains(first) && line.count > 1
  }
}
