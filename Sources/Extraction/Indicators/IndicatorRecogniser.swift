import Model

/// Reads the indicators of a text in all forms they are printed in.
struct IndicatorRecogniser {
  let layout: Layout
  let mentions: MentionIndex
  let settings: FamilySettings
  let units: [Unit]

  /// The indicators in the order of the text.
  func indicators() -> [Fact<Indicator>] {
    let context = IndicatorContext(
      layout: layout, mentions: mentions, settings: settings, units: units)
    let tables = IndicatorTable(layout, context).indicators()
    let series = IndicatorSeries(layout: layout, mentions: mentions, context: context)
    let lists = IndicatorList(layout, context, series).indicators(besides: tables.lines)
    let taken = tables.lines.union(lists.flatMap { $0.place.spans.map { $0.line - 1 } })
    let yearly = series.indicators(besides: taken)
    return (tables.facts + lists + yearly).sorted {
      ($0.row.line, $0.place.spans[0].columns.lowerBound)
        < ($1.row.line, $1.place.spans[0].columns.lowerBound)
    }
  }
}
