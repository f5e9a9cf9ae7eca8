import JapaneseText
import Model

/// Indicators beside their targets.
struct IndicatorSection {
  private let indicators: [Indicator]
  private let parts: Parts

  init(_ content: ReportContent) {
    indicators = content.indicators
    parts = Parts(content)
  }

  var section: ReportPage.Section {
    var table = TableView(
      Bilingual("指標の目標と実績", "Indicators, their targets and values"),
      [
        .text("プロジェクト", "Project"), .text("指標", "Indicator"), .text("目標", "Target"),
        .text("実績", "Latest"), .text("達成度", "Progress"), .text("年度別", "By year"),
        .text("進捗", "Grade"), .text("出所", "Source"),
      ])
    for indicator in indicators {
      let parent: Markup =
        indicator.parent.isEmpty ? .nothing : "<span class=\"soft\">\(indicator.parent) › </span>"
      let year: Markup =
        indicator.targetYear.map { " <span class=\"soft\">\(Parts.year($0))</span>" }
        ?? .nothing
      table.add(
        [
          "\(indicator.project)", "<div>\(parent)\(indicator.name)</div>",
          "<div>\(indicator.targetRaw)\(year)</div>", "\(indicator.latestRaw)", progress(indicator),
          "\(indicator.byYear.joined(separator: ", "))", "\(indicator.grade)",
          "<div class=\"soft\">\(parts.place(indicator.document, indicator.line))</div>",
        ], Filterable(document: indicator.document))
    }
    return ReportPage.Section(
      id: "indicators", title: Bilingual("指標と目標", "Indicators against targets"),
      count: indicators.count,
      body: table.isEmpty ? Parts.nothing("指標はありません。", "There are no indicators.") : table.markup)
  }

  /// The latest value as a share of the target, where both are numbers of one unit.
  private func progress(_ indicator: Indicator) -> Markup {
    guard indicator.targetUnit == indicator.latestUnit, indicator.targetOp != .multiple,
      let latest = indicator.latestValue.flatMap({ DecimalNumber(decimal: $0.digits) }),
      let target = indicator.targetValue.flatMap({ DecimalNumber(decimal: $0.digits) }),
      let percent = latest.percent(of: target), (0..<100_000_000).contains(percent)
    else { return .nothing }
    let width = min(percent, 100)
    return """
      <div><svg class="progress" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">\
      <rect width="100" height="5"/><rect width="\(width)" height="5"/></svg>\(percent) %</div>
      """
  }
}
