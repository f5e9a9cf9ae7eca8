import Model

/// Who states a programme's money: one cell for each programme, fiscal year and stage, with every
/// figure that a source prints for it, and what the checks say of them.
struct StatementMatrix {
  /// A programme in a year at a stage.
  struct Cell: Hashable {
    let programme: String
    let year: Int
    let kind: BudgetKind
    let supplement: Int?
  }

  /// What the checks between sources say of the figures of a cell.
  enum Agreement: Int, Hashable, CaseIterable {
    /// At least one check fails.
    case mismatch
    /// A part is missing or in doubt.
    case undecided
    /// Several figures, and no check compares them: a part, a share, another ministry's.
    case notCompared
    /// They may stand for the same amount.
    case withinRounding
    /// They are the same.
    case exact
    /// Only one source states it.
    case alone
  }

  /// A row of the matrix.
  struct Row {
    let cell: Cell
    let lines: [BudgetLine]
    let agreement: Agreement

    /// The ministries that the sources name.
    var ministries: [String] {
      var seen: Set<String> = []
      return lines.flatMap(\.ministries).filter { seen.insert($0).inserted }
    }
  }

  /// The checks that compare a figure with another statement of it.
  private static let comparisons: Set<String> = ["cross_ministry", "restated", "prior_year"]

  /// The rows, those that do not agree first.
  let rows: [Row]

  init(_ lines: [BudgetLine], _ checks: [ReconciliationEntry]) {
    var statuses: [String: [ReconciliationStatus]] = [:]
    for check in checks where StatementMatrix.comparisons.contains(check.rule) {
      for row in check.evidence { statuses[row, default: []].append(check.status) }
    }
    var cells: [Cell: [BudgetLine]] = [:]
    for line in lines where line.link != .ambiguous && line.programmeID.count == 1 {
      guard let year = line.fiscalYear, line.amountYen != nil else { continue }
      let cell = Cell(
        programme: line.programmeID[0], year: year, kind: line.budgetKind,
        supplement: line.suppNo)
      cells[cell, default: []].append(line)
    }
    rows = cells.map { cell, lines in
      Row(
        cell: cell, lines: lines,
        agreement: StatementMatrix.agreement(of: lines, statuses))
    }.sorted { StatementMatrix.order($0) < StatementMatrix.order($1) }
  }

  private static func agreement(
    of lines: [BudgetLine], _ statuses: [String: [ReconciliationStatus]]
  ) -> Agreement {
    let found = Set(lines.flatMap { statuses[$0.id] ?? [] })
    if found.contains(.mismatch) { return .mismatch }
    if found.contains(.undecided) { return .undecided }
    if found.contains(.withinRounding) { return .withinRounding }
    if found.contains(.exact) { return .exact }
    return Set(lines.map(\.document)).count > 1 ? .notCompared : .alone
  }

  private static func order(_ row: Row) -> (Int, String, Int, Int) {
    (
      row.agreement.rawValue, row.cell.programme, row.cell.year,
      BudgetKind.allCases.firstIndex(of: row.cell.kind) ?? 0
    )
  }

  /// How many rows have several sources.
  var compared: Int { rows.count { $0.agreement != .alone } }
}

/// The matrix of programmes, ministries, years and stages on the page.
struct MatrixSection {
  private let matrix: StatementMatrix
  private let programmes: [String: Programme]
  private let ministries: [String: String]
  private let parts: Parts

  init(_ content: ReportContent) {
    matrix = StatementMatrix(content.budgetLines, content.reconciliations)
    programmes = Dictionary(
      content.programmes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var names: [String: String] = [:]
    for ministry in content.ministries {
      names[ministry.id] = ministry.name
      for alias in ministry.aliases { names[alias] = ministry.name }
    }
    ministries = names
    parts = Parts(content)
  }

  var section: ReportPage.Section {
    let shared = matrix.rows.filter { $0.agreement != .alone }
    let alone = matrix.rows.filter { $0.agreement == .alone }
    var body = Markup.nothing
    if matrix.rows.isEmpty {
      body = Parts.nothing(
        "登録簿の事業の予算額はありません。", "There is no amount of a programme of the registry.")
    }
    if !shared.isEmpty {
      body += table(shared, Bilingual("二つ以上の資料が示すもの", "Stated by more than one source"))
    }
    if !alone.isEmpty {
      body += """
        <details><summary>\(Bilingual("一つの資料だけが示すもの", "Stated by one source only")) \
        (\(alone.count))</summary>\(table(alone, Bilingual("一つの資料", "One source")))</details>

        """
    }
    return ReportPage.Section(
      id: "matrix", title: Bilingual("事業×府省×年度×段階", "Programmes by ministry, year and stage"),
      count: matrix.compared, body: body)
  }

  private func table(_ rows: [StatementMatrix.Row], _ caption: Bilingual) -> Markup {
    var table = TableView(
      caption,
      [
        .text("事業", "Programme"), .text("府省", "Ministry"), .text("年度", "Year"),
        .text("段階", "Stage"), .text("資料ごとの金額", "As each source has it"), .text("一致", "Agreement"),
      ])
    for row in rows {
      let supplement: Markup = row.cell.supplement.map { " (\($0))" } ?? .nothing
      table.add(
        [
          "\(programmes[row.cell.programme]?.name ?? row.cell.programme)", ministries(of: row),
          "\(Parts.year(row.cell.year))", "\(row.cell.kind.title)\(supplement)",
          "<ul class=\"plain\">\(row.lines.map(statement))</ul>", badge(row.agreement),
        ],
        Filterable(
          severity: severity(row.agreement),
          document: Set(row.lines.map(\.document)).sorted().joined(separator: " ")))
    }
    return table.markup
  }

  /// The ministries that the sources name, else those of the registry.
  private func ministries(of row: StatementMatrix.Row) -> Markup {
    let printed = row.ministries
    let known = printed.isEmpty ? programmes[row.cell.programme]?.ministries ?? [] : printed
    let names = known.map { ministries[$0] ?? $0 }.joined(separator: "、")
    guard printed.isEmpty, !names.isEmpty else { return "\(names)" }
    return "<div>\(names) <span class=\"soft\">\(Bilingual("（登録簿）", "(registry)"))</span></div>"
  }

  private func statement(_ line: BudgetLine) -> Markup {
    var notes: [Bilingual] = []
    if line.isPriorYear { notes.append(Bilingual("前年度として", "as the year before")) }
    if line.inner { notes.append(Bilingual("の内数", "a part of it")) }
    switch line.reprise {
    case .none: break
    case .full: notes.append(Bilingual("再掲", "re-listed"))
    case .part: notes.append(Bilingual("一部再掲", "partly re-listed"))
    }
    let words = notes.map { note -> Markup in " \(note)" }
    let part: Markup = line.partNote.isEmpty ? .nothing : " \(line.partNote)"
    return """
      <li><b>\(Parts.amount(line.amountYen))</b>\(words)\(part) \
      <span class="soft">\(parts.place(line.document, line.line))</span></li>
      """
  }

  private func severity(_ agreement: StatementMatrix.Agreement) -> String {
    switch agreement {
    case .mismatch: "error"
    case .undecided: "warning"
    default: "info"
    }
  }

  private func badge(_ agreement: StatementMatrix.Agreement) -> Markup {
    let (kind, words): (Markup, Bilingual) =
      switch agreement {
      case .mismatch: ("error", Bilingual("不一致", "mismatch"))
      case .undecided: ("warning", Bilingual("未決", "undecided"))
      case .notCompared: ("info", Bilingual("比べていない", "not compared"))
      case .withinRounding: ("good", Bilingual("端数の範囲で一致", "within rounding"))
      case .exact: ("good", Bilingual("一致", "exact"))
      case .alone: ("info", Bilingual("一つの資料", "one source"))
      }
    return "<span class=\"badge \(kind)\">\(words)</span>"
  }
}
