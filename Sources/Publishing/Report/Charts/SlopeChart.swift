/// Amounts of two years side by side, a line from one to the other, drawn as SVG.
struct SlopeChart {
  private static let width = 3600
  private static let height = 2200
  private static let left = 900
  private static let right = 1800
  private static let gap = 130

  private let change: YearChange

  init(_ change: YearChange) { self.change = change }

  var markup: Markup {
    let most = change.rows.map { max($0.before, $0.after).magnitude }.max() ?? 0
    func place(_ yen: Int64) -> Int {
      Self.height + 260 - ChartText.scaled(yen.magnitude, most, to: Self.height)
    }
    let before = change.rows.map { place($0.before) }
    let after = change.rows.map { place($0.after) }
    let labels = (
      ChartText.spread(before, by: Self.gap), ChartText.spread(after, by: Self.gap)
    )
    let bottom = max(labels.0.max() ?? 0, labels.1.max() ?? 0, Self.height + 260) + 90
    let lines = change.rows.indices.map { index -> Markup in
      let row = change.rows[index]
      return """
        <g class="slope\(row.after < row.before ? " down" : Markup.nothing)">\
        <line x1="\(Self.left)" y1="\(before[index])" x2="\(Self.right)" y2="\(after[index])"/>\
        <circle cx="\(Self.left)" cy="\(before[index])" r="28"/>\
        <circle cx="\(Self.right)" cy="\(after[index])" r="28"/></g>\
        <text x="\(Self.left - 60)" y="\(labels.0[index] + 38)" text-anchor="end">\
        \(PeopleNumbers.yen(row.before))</text>\
        <text x="\(Self.right + 60)" y="\(labels.1[index] + 38)">\
        \(PeopleNumbers.yen(row.after)) \(ChartText.short(row.name, 10))</text>
        """
    }
    return """
      <svg class="slopes" viewBox="0 0 \(Self.width) \(bottom)" role="img" aria-label="\(spoken)">\
      <text x="\(Self.left)" y="120" text-anchor="middle">\(change.year - 1)</text>\
      <text x="\(Self.right)" y="120" text-anchor="middle">\(change.year)</text>\
      <line class="axis" x1="\(Self.left)" y1="180" x2="\(Self.left)" y2="\(bottom)"/>\
      <line class="axis" x1="\(Self.right)" y1="180" x2="\(Self.right)" y2="\(bottom)"/>\
      \(lines)</svg>
      """
  }

  /// The chart in words.
  private var spoken: String {
    "\(change.year - 1) → \(change.year): "
      + change.rows.map {
        "\($0.name) \(PeopleNumbers.yen($0.before)) → \(PeopleNumbers.yen($0.after))"
      }.joined(separator: ", ")
  }
}
