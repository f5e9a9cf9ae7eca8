import Model

/// Budgets by project and ministry over the years.
struct BudgetSection {
  private let projects: [BudgetSeries]
  private let ministries: [BudgetSeries]
  private let slopes: [YearChange]
  private let flow: BudgetFlow?
  private let parts: Parts

  init(_ content: ReportContent) {
    projects = BudgetSeries.ofProjects(content.budgetLines)
    let names = MinistryNames(content)
    ministries = BudgetSeries.ofMinistries(content.budgetLines, names)
    slopes =
      YearChange.all(projects) + YearChange.ofMinistries(content.budgetLines, names)
    flow = BudgetFlow(content.budgetLines, names)
    parts = Parts(content)
  }

  var section: ReportPage.Section {
    var body = Markup.nothing
    if projects.isEmpty, ministries.isEmpty {
      body = Parts.nothing("予算額はありません。", "There are no amounts.")
    }
    if let flow, let chart = FlowChart(flow) { body += figure(flow, chart) }
    if !slopes.isEmpty {
      body += """
        <h3>\(Bilingual("前年度からの増減", "Changes from the year before"))</h3>
        <div class="charts">\(slopes.map(figure))</div>

        """
    }
    if !projects.isEmpty {
      body += """
        <h3>\(Bilingual("プロジェクト（印刷された合計）", "Projects (totals as printed)"))</h3>
        <div class="charts">\(BudgetSeries.gathered(projects).map(figure))</div>

        """
    }
    if !ministries.isEmpty {
      body += """
        <h3>\(Bilingual("府省（単独所管の事業の合計）", "Ministries (programmes that are theirs alone)"))</h3>
        <div class="charts">\(BudgetSeries.gathered(ministries).map(figure))</div>

        """
    }
    return ReportPage.Section(
      id: "budgets", title: Bilingual("予算の推移", "Budgets over the years"),
      count: projects.count + ministries.count, body: body)
  }

  private func figure(_ series: BudgetSeries) -> Markup {
    let rows = series.points.map { point -> Markup in
      """
      <li>\(point.label.map { "\($0): " as Markup } ?? "")\(Parts.year(point.year)) \(point.title): <b>\(Parts.amount(point.yen))</b> \
      <span class="soft">\(parts.place(point.document, point.line)) \(point.note)</span></li>
      """
    }
    return """
      <figure\(Filterable(document: series.documents.joined(separator: " ")).attributes)>
      <figcaption>\(series.name)</figcaption>
      \(BarChart(series).markup)
      <details><summary>\(Bilingual("数値", "Figures"))</summary><ul class="plain">\(rows)</ul></details>
      </figure>

      """
  }

  private func figure(_ change: YearChange) -> Markup {
    let rows = change.rows.map { row -> Markup in
      let rate = row.basisPoints.map { " (\(PeopleNumbers.percent($0)))" } ?? ""
      let difference = row.difference.map { PeopleNumbers.yen($0, sign: true) + rate } ?? ""
      return """
        <li>\(row.name): \(Parts.amount(row.before)) → <b>\(Parts.amount(row.after))</b> \
        <span class="soft">\(difference)\(row.count == 0 ? .nothing : programmes(row.count))</span></li>
        """
    }
    return """
      <figure>
      <figcaption>\(Parts.year(change.year - 1)) → \(Parts.year(change.year)) \
      \(change.kind.title)</figcaption>
      \(SlopeChart(change).markup)
      <details><summary>\(Bilingual("数値", "Figures"))</summary><ul class="plain">\(rows)</ul></details>
      </figure>

      """
  }

  private func programmes(_ count: Int) -> Markup {
    " \(Bilingual("両年度のある \(count) 事業", "\(count) programmes with both years"))"
  }

  private func figure(_ flow: BudgetFlow, _ chart: FlowChart) -> Markup {
    let rows = flow.streams.map { stream -> Markup in
      """
      <li>\(stream.ministry) → \(stream.project) → \(stream.programme): \
      <b>\(Parts.amount(stream.yen))</b> \
      <span class="soft">\(parts.place(flow.document, stream.line))</span></li>
      """
    }
    return """
      <h3>\(Bilingual("府省からプロジェクト、事業へ", "From ministries through projects to programmes"))</h3>
      <p class="soft">\(parts.place(flow.document, nil)) · \(Parts.year(flow.year)) \
      \(flow.kind.title) · \(Bilingual(
        "再掲・内数・未決の行を除く", "without lines listed elsewhere, unknown shares and undecided links"))</p>
      <div class="charts wide"><figure>
      <figcaption>\(Bilingual("府省 → プロジェクト → 事業", "Ministry → project → programme"))</figcaption>
      \(chart.markup)
      <details><summary>\(Bilingual("数値", "Figures"))</summary><ul class="plain">\(rows)</ul></details>
      </figure></div>

      """
  }
}
