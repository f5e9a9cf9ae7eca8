import PDF

/// The ruled lines of a page, each once: a picture shows every line as the two edges of its stroke,
/// and a table draws one line in pieces.
enum RuleMerge {
  /// Lines so close to each other are one, in hundredths of a point.
  static let tolerance = 300
  /// A page with more lines than this is a drawing.
  private static let most = 600

  /// The lines of one direction as their position and their extent, from the top or the left.
  static func lines(_ rules: [PDFRule], vertical: Bool) -> [RuledLine] {
    let all = rules.filter { $0.isVertical == vertical }
      .map { RuledLine($0) }
      .sorted { ($0.position, $0.extent.lowerBound) < ($1.position, $1.extent.lowerBound) }
    var lines: [RuledLine] = []
    var open: [RuledLine] = []
    for line in all {
      lines += open.filter { line.position - $0.last > tolerance }
      open.removeAll { line.position - $0.last > tolerance }
      if let index = open.firstIndex(where: { $0.touches(line) }) {
        open[index].join(line)
      } else {
        open.append(line)
      }
      guard lines.count + open.count <= most else { return [] }
    }
    return (lines + open).sorted {
      ($0.position, $0.extent.lowerBound) < ($1.position, $1.extent.lowerBound)
    }
  }
}

/// A ruled line across or down a page.
struct RuledLine {
  /// Where it runs: its distance from the top for one across, from the left for one down the page.
  private(set) var position: Int
  /// From where to where.
  private(set) var extent: ClosedRange<Int>
  /// The farthest of the positions it was joined of.
  private(set) var last: Int

  init(_ rule: PDFRule) {
    position = rule.isVertical ? rule.box.left : rule.box.top
    last = position
    extent = rule.isVertical ? rule.box.top...rule.box.bottom : rule.box.left...rule.box.right
  }

  func touches(_ other: RuledLine) -> Bool {
    other.position - position <= RuleMerge.tolerance
      && other.extent.lowerBound - extent.upperBound <= RuleMerge.tolerance
      && extent.lowerBound - other.extent.upperBound <= RuleMerge.tolerance
  }

  mutating func join(_ other: RuledLine) {
    last = max(last, other.last)
    extent =
      min(
        extent.lowerBound, other.extent.lowerBound)...max(
        extent.upperBound, other.extent.upperBound)
  }

  /// Whether it runs past a point of the other direction.
  func covers(_ point: Int) -> Bool {
    extent.lowerBound - RuleMerge.tolerance <= point
      && point <= extent.upperBound + RuleMerge.tolerance
  }
}
