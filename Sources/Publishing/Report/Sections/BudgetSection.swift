import Model

/// Budgets by project and ministry over the years.
struct BudgetSection {
  private let projects: [BudgetSeries]
  private let ministries: [BudgetSeries]
  private let parts: Parts

  init(_ content: ReportContent) {
    projects = BudgetSeries.ofProjects(content.budgetLines)
    ministries = BudgetSeries.ofMinistries(content.budgetLines, content.ministries)
    parts = Parts(content)
  }

  var section: ReportPage.Section {
    var body = Markup.nothing
    if projects.isEmpty, ministries.isEmpty {
      body = Parts.nothing("予算額はありません。", "There are no amounts.")
    }
    if !projects.isEmpty {
      body += """
        <h3>\(Bilingual("プロジェクト（印刷された合計）", "Projects (totals as printed)"))</h3>
        <div class="charts">\(projects.map(figure))</div>

        """
    }
    if !ministries.isEmpty {
      body += """
        <h3>\(Bilingual("府省（単独所管の事業の合計）", "Ministries (programmes that are theirs alone)"))</h3>
        <div class="charts">\(ministries.map(figure))</div>

        """
    }
    return ReportPage.Section(
      id: "budgets", title: Bilingual("予算の推移", "Budgets over the years"),
      count: projects.count + ministries.count, body: body)
  }

  private func figure(_ series: BudgetSeries) -> Markup {
    let rows = series.points.map { point -> Markup in
      """
      <li>\(Parts.year(point.year)) \(point.title): <b>\(Parts.amount(point.yen))</b> \
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
}

/// Amounts of one project or ministry, in the order they are drawn.
struct BudgetSeries {
  let name: String
  var points: [Point]

  /// An amount of a year and stage.
  struct Point: Hashable {
    let year: Int
    let kind: BudgetKind
    let supplement: Int?
    let yen: Int64
    let document: String
    let line: Int?
    var note: Bilingual = Bilingual("", "")

    /// The stage for people.
    var title: Bilingual {
      guard let supplement else { return kind.title }
      return Bilingual(
        kind.title.japanese + "（第\(supplement)号）", "\(kind.title.english) no. \(supplement)")
    }

    fileprivate var order: (Int, Int, Int, Int64) {
      (year, BudgetKind.allCases.firstIndex(of: kind) ?? 0, supplement ?? 0, yen)
    }
  }

  /// The documents the amounts come from.
  var documents: [String] { Set(points.map(\.document)).sorted() }

  /// The totals of each project as printed; the same total printed again is drawn once.
  static func ofProjects(_ lines: [BudgetLine]) -> [BudgetSeries] {
    var series: [String: [Point]] = [:]
    for line in lines where line.level == .projectTotal && !line.isPriorYear {
      guard let yen = line.amountYen, let year = line.fiscalYear, !line.project.isEmpty else {
        continue
      }
      let point = Point(
        year: year, kind: line.budgetKind, supplement: line.suppNo, yen: yen,
        document: line.document, line: line.line)
      let isKnown = series[line.project]?.contains { $0.order == point.order } ?? false
      if !isKnown { series[line.project, default: []].append(point) }
    }
    return sorted(series)
  }

  /// The sums of the programmes that each ministry runs alone, out of the document that has most
  /// of them; amounts listed elsewhere too, or undecided, belong to no sum.
  static func ofMinistries(_ lines: [BudgetLine], _ ministries: [Ministry]) -> [BudgetSeries] {
    struct Slot: Hashable {
      let ministry: String
      let year: Int
      let kind: BudgetKind
    }
    var names: [String: String] = [:]
    for ministry in ministries {
      for alias in ministry.aliases { names[alias] = ministry.name }
    }
    var sums: [Slot: [String: (yen: Int64, count: Int)]] = [:]
    for line in lines where line.isPlainProgramme && line.ministries.count == 1 {
      guard let yen = line.amountYen, let year = line.fiscalYear else { continue }
      let ministry = names[line.ministries[0]] ?? line.ministries[0]
      let slot = Slot(ministry: ministry, year: year, kind: line.budgetKind)
      let before = sums[slot]?[line.document] ?? (0, 0)
      let (sum, overflow) = before.yen.addingReportingOverflow(yen)
      if !overflow { sums[slot, default: [:]][line.document] = (sum, before.count + 1) }
    }
    var series: [String: [Point]] = [:]
    for (slot, documents) in sums {
      let richest = documents.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.first
      guard let (document, sum) = richest else { continue }
      series[slot.ministry, default: []].append(
        Point(
          year: slot.year, kind: slot.kind, supplement: nil, yen: sum.yen, document: document,
          line: nil, note: Bilingual("\(sum.count) 件", "\(sum.count) lines")))
    }
    return sorted(series)
  }

  private static func sorted(_ series: [String: [Point]]) -> [BudgetSeries] {
    series.sorted { $0.key < $1.key }.map { name, points in
      BudgetSeries(name: name, points: points.sorted { $0.order < $1.order })
    }
  }
}

extension BudgetLine {
  /// Whether it is the figure of programmes that no other line repeats.
  fileprivate var isPlainProgramme: Bool {
    level == .programme && !isPriorYear && link != .ambiguous && reprise == .none && !inner
  }
}
