public import Model

/// Compares budgets between fiscal years per project, programme and ministry.
public struct YearComparison: Sendable {
  private let lines: [BudgetLine]
  private let programmes: [Programme]
  private let projects: [Project]
  private let ministries: [Ministry]

  /// Makes a comparison of budget lines with the help of the registries.
  public init(
    lines: [BudgetLine], programmes: [Programme] = [], projects: [Project] = [],
    ministries: [Ministry] = []
  ) {
    // A figure whose programme is undecided, listed elsewhere too, or only part of a figure
    // belongs to no sum.
    self.lines = lines.filter { $0.link != .ambiguous && $0.reprise == .none && !$0.inner }
    self.programmes = programmes
    self.projects = projects
    self.ministries = ministries
  }

  /// The changes of every pair of consecutive years, projects first.
  public var changes: [YearChange] { projectChanges + programmeChanges + ministryChanges }

  /// The changes per project, by its printed total.
  public var projectChanges: [YearChange] {
    var ids: [String: String] = [:]
    for project in projects {
      for name in [project.name] + project.aliases { ids[name] = project.id }
    }
    var figures = YearFigures()
    for line in lines where line.level == .projectTotal {
      figures.add(line, to: ids[line.project] ?? line.project)
    }
    let names = Dictionary(
      projects.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var succession = Succession()
    for project in projects {
      succession.add(
        project.id, follows: project.succeeds, first: project.firstYear, last: project.lastYear)
    }
    return changes(.project, figures, succession) { names[$0] ?? $0 }
  }

  /// The changes per programme of the registry.
  public var programmeChanges: [YearChange] {
    var figures = YearFigures()
    for line in lines where line.level == .programme && line.programmeID.count == 1 {
      figures.add(line, to: line.programmeID[0], part: [line.project, line.partNote])
    }
    let names = Dictionary(
      programmes.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var succession = Succession()
    for programme in programmes {
      succession.add(
        programme.id, follows: programme.succeeds, first: programme.firstYear,
        last: programme.lastYear)
    }
    return changes(.programme, figures, succession) { names[$0] ?? $0 }
  }

  /// The changes per ministry, over the programmes that are its alone.
  public var ministryChanges: [YearChange] {
    var ids: [String: String] = [:]
    for ministry in ministries {
      for name in [ministry.name] + ministry.aliases { ids[name] = ministry.id }
    }
    var figures = YearFigures()
    for line in lines where line.level == .programme && line.ministries.count == 1 {
      figures.add(
        line, to: ids[line.ministries[0]] ?? line.ministries[0],
        part: [line.project, line.programme, line.partNote])
    }
    let names = Dictionary(
      ministries.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    return changes(.ministry, figures, Succession(), countsParts: true) {
      names[$0] ?? $0
    }
  }

  private func changes(
    _ level: YearChange.Level, _ figures: YearFigures, _ succession: Succession,
    countsParts: Bool = false, name: (String) -> String
  ) -> [YearChange] {
    var changes: [YearChange] = []
    let years = Set(figures.years)
    for kind in BudgetKind.allCases where figures.kinds.contains(kind) {
      for year in figures.years where years.contains(year - 1) {
        let before = figures.holders(kind, year - 1)
        let after = figures.holders(kind, year)
        guard !before.isEmpty, !after.isEmpty else { continue }
        for group in succession.groups(before: before, after: after) {
          let old = sum(group.before, kind, year - 1, figures)
          let new = sum(group.after, kind, year, figures)
          var notes = [succession.note(group, year: year, name)]
          if old.disagrees || new.disagrees { notes.append("資料により額が異なる (sources disagree)") }
          if countsParts { notes.append("単独所管 \(old.parts) → \(new.parts) 件") }
          let holders = group.after.isEmpty ? group.before : group.after
          changes.append(
            YearChange(
              level: level, id: holders.joined(separator: ";"),
              name: holders.map(name).joined(separator: " / "), budgetKind: kind, year: year,
              before: old.yen, after: new.yen,
              note: notes.filter { !$0.isEmpty }.joined(separator: "; ")))
        }
      }
    }
    return changes
  }

  private func sum(
    _ holders: [String], _ kind: BudgetKind, _ year: Int, _ figures: YearFigures
  ) -> (yen: Int64?, parts: Int, disagrees: Bool) {
    var total: Int64? = holders.isEmpty ? nil : 0
    var parts = 0
    var disagrees = false
    for holder in holders {
      let amount = figures.amount(YearFigures.Slot(holder: holder, kind: kind, year: year))
      disagrees = disagrees || amount.disagrees
      parts += amount.amount?.parts ?? 0
      guard let sum = total, let figure = amount.amount else {
        total = nil
        continue
      }
      let (next, overflow) = sum.addingReportingOverflow(figure.yen)
      total = overflow ? nil : next
    }
    return (total, parts, disagrees)
  }
}
