import Model

/// Bars of amounts, drawn as SVG, with all they say as text beside them.
struct BarChart {
  private static let barHeight = 18
  private static let rowHeight = 24
  private static let labelWidth = 120
  private static let barWidth = 130
  private static let width = 360

  private let series: BudgetSeries

  init(_ series: BudgetSeries) { self.series = series }

  var markup: Markup {
    let most = series.points.map { $0.yen.magnitude }.max() ?? 0
    let height = series.points.count * Self.rowHeight + 4
    let bars = series.points.enumerated().map { index, point -> Markup in
      let top = index * Self.rowHeight + 4
      let width = max(1, ChartText.scaled(point.yen.magnitude, most, to: Self.barWidth))
      let isExtra = point.kind == .supplementary || point.kind == .supplementaryDraft
      return """
        <text x="\(Self.labelWidth - 6)" y="\(top + 13)" text-anchor="end">\
        \(point.label.map { ChartText.short($0, 10) } ?? "\(point.year) \(Self.short(point))")</text>\
        <rect class="bar\(isExtra ? " extra" : Markup.nothing)" x="\(Self.labelWidth)" y="\(top)" \
        width="\(width)" height="\(Self.barHeight)"/>\
        <text x="\(Self.labelWidth + width + 5)" y="\(top + 13)">\
        \(PeopleNumbers.yen(point.yen))</text>
        """
    }
    return """
      <svg viewBox="0 0 \(Self.width) \(height)" role="img" aria-label="\(spoken)">\
      <line class="axis" x1="\(Self.labelWidth)" y1="0" x2="\(Self.labelWidth)" y2="\(height)"/>\
      \(bars)</svg>
      """
  }

  /// The chart in words.
  private var spoken: String {
    series.name + ": "
      + series.points.map {
        "\($0.label ?? "\($0.year) \($0.title.japanese)") \(PeopleNumbers.yen($0.yen))"
      }
      .joined(separator: ", ")
  }

  private static func short(_ point: BudgetSeries.Point) -> String {
    let word =
      switch point.kind {
      case .initial: "当初"
      case .initialDraft: "当初案"
      case .supplementary: "補正"
      case .supplementaryDraft: "補正案"
      case .request: "要求"
      case .settlement: "決算"
      case .other: ""
      }
    return word + (point.supplement.map { String($0) } ?? "")
  }
}
