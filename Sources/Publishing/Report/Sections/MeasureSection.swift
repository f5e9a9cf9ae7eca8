import Model

/// Measures by ministry.
struct MeasureSection {
  private let measures: [Measure]
  private let names: [String: String]
  private let parts: Parts

  init(_ content: ReportContent) {
    measures = content.measures
    parts = Parts(content)
    var names: [String: String] = [:]
    for ministry in content.ministries {
      for alias in ministry.aliases { names[alias] = ministry.name }
    }
    self.names = names
  }

  var section: ReportPage.Section {
    var groups: [String: [Measure]] = [:]
    for measure in measures {
      let ministries = measure.ministries.isEmpty ? ["—"] : measure.ministries
      for ministry in ministries {
        groups[names[ministry] ?? ministry, default: []].append(measure)
      }
    }
    let body = Markup(
      groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(group))
    return ReportPage.Section(
      id: "measures", title: Bilingual("府省ごとの施策", "Measures by ministry"),
      count: measures.count,
      body: measures.isEmpty ? Parts.nothing("施策はありません。", "There are no measures.") : body)
  }

  private func group(_ ministry: String, _ measures: [Measure]) -> Markup {
    let items = measures.map { measure -> Markup in
      let isLead = measure.lead.contains { (names[$0] ?? $0) == ministry }
      return """
        <li\(Filterable(document: measure.document).attributes)>\
        \(isLead ? "<b title=\"主担当 / lead\">◎</b> " : Markup.nothing)\(measure.title) \
        <span class="soft">\(measure.section) \(parts.place(measure.document, measure.line))</span></li>
        """
    }
    return """
      <details><summary>\(ministry) (\(measures.count))</summary>\
      <ul class="plain">\(items)</ul></details>

      """
  }
}
