import Model

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
    /// Whose amount it is, in a series of several.
    var label: String? = nil

    /// The stage for people.
    var title: Bilingual {
      guard let supplement else { return kind.title }
      return Bilingual(
        kind.title.japanese + "（第\(supplement)号）", "\(kind.title.english) no. \(supplement)")
    }

    fileprivate var slot: [Int] {
      [year, BudgetKind.allCases.firstIndex(of: kind) ?? 0, supplement ?? 0]
    }

    fileprivate var order: (Int, Int, Int, Int64) {
      (year, BudgetKind.allCases.firstIndex(of: kind) ?? 0, supplement ?? 0, yen)
    }
  }

  /// The documents the amounts come from.
  var documents: [String] { Set(points.map(\.document)).sorted() }

  /// The totals of each project as printed; the same total printed again is drawn once, and one
  /// printed as that of the year before only where that year has no own.
  static func ofProjects(_ lines: [BudgetLine]) -> [BudgetSeries] {
    var series: [String: [Point]] = [:]
    let totals = lines.filter { $0.level == .projectTotal && !$0.project.isEmpty }
    for line in totals.filter({ !$0.isPriorYear }) + totals.filter(\.isPriorYear) {
      guard let yen = line.amountYen, let year = line.fiscalYear else { continue }
      let point = Point(
        year: year, kind: line.budgetKind, supplement: line.suppNo, yen: yen,
        document: line.document, line: line.line,
        note: line.isPriorYear
          ? Bilingual("前年度額として印刷", "printed as the year before's") : Bilingual("", ""))
      let isKnown =
        series[line.project]?.contains {
          line.isPriorYear ? $0.slot == point.slot : $0.order == point.order
        } ?? false
      if !isKnown { series[line.project, default: []].append(point) }
    }
    return sorted(series)
  }

  /// The sums of the programmes that each ministry runs alone, out of the document that has most
  /// of them; amounts listed elsewhere too, or undecided, belong to no sum.
  static func ofMinistries(_ lines: [BudgetLine], _ names: MinistryNames) -> [BudgetSeries] {
    struct Slot: Hashable {
      let ministry: String
      let year: Int
      let kind: BudgetKind
    }
    struct Origin: Hashable {
      let document: String
      let isPriorYear: Bool
    }
    var sums: [Slot: [Origin: (yen: Int64, count: Int)]] = [:]
    for line in lines where line.isPlainProgramme {
      guard let yen = line.amountYen, let year = line.fiscalYear, let ministry = names.sole(line)
      else { continue }
      let slot = Slot(ministry: ministry, year: year, kind: line.budgetKind)
      let origin = Origin(document: line.document, isPriorYear: line.isPriorYear)
      let before = sums[slot]?[origin] ?? (0, 0)
      let (sum, overflow) = before.yen.addingReportingOverflow(yen)
      if !overflow { sums[slot, default: [:]][origin] = (sum, before.count + 1) }
    }
    var series: [String: [Point]] = [:]
    for (slot, origins) in sums {
      let richest = origins.sorted {
        ($1.value.count, $0.key.document) < ($0.value.count, $1.key.document)
      }.first
      guard let (origin, sum) = richest else { continue }
      series[slot.ministry, default: []].append(
        Point(
          year: slot.year, kind: slot.kind, supplement: nil, yen: sum.yen,
          document: origin.document, line: nil,
          note: Bilingual("\(sum.count) 件", "\(sum.count) lines")))
    }
    return sorted(series)
  }

  /// Series as they are drawn: those with one amount stand side by side in one chart for a year.
  static func gathered(_ series: [BudgetSeries]) -> [BudgetSeries] {
    var charts = series.filter { $0.points.count > 1 }
    let single = Dictionary(grouping: series.filter { $0.points.count == 1 }) {
      $0.points[0].slot
    }
    for slot in single.keys.sorted(by: { $1.lexicographicallyPrecedes($0) }) {
      let points = (single[slot] ?? []).map { series in
        var point = series.points[0]
        point.label = series.name
        return point
      }
      guard let first = points.first else { continue }
      charts.append(
        BudgetSeries(
          name: "\(first.year) \(first.title.japanese)",
          points: points.sorted { ($1.yen, $0.label ?? "") < ($0.yen, $1.label ?? "") }))
    }
    return charts
  }

  private static func sorted(_ series: [String: [Point]]) -> [BudgetSeries] {
    series.sorted { $0.key < $1.key }.map { name, points in
      BudgetSeries(name: name, points: points.sorted { $0.order < $1.order })
    }
  }
}

extension BudgetLine {
  /// Whether it is the figure of programmes that no other line repeats.
  var isPlainProgramme: Bool {
    level == .programme && link != .ambiguous && reprise == .none && !inner
  }
}
