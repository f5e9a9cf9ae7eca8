import Model

/// What a person must decide: figures whose programme the text does not settle.
struct DecisionSection {
  private let lines: [BudgetLine]
  private let parts: Parts

  init(_ content: ReportContent) {
    lines = content.budgetLines.filter { $0.link == .ambiguous }
    parts = Parts(content)
  }

  var section: ReportPage.Section {
    let lead: Markup = """
      <p>\(Bilingual(
        "本文からは対応が決まりません。候補から選び、decisions.csv に書くと次の実行から使われます。",
        "The text does not decide. Choose a candidate and write it into decisions.csv: later runs use it."))</p>

      """
    return ReportPage.Section(
      id: "decisions", title: Bilingual("人が決めること", "What a person must decide"),
      count: lines.count,
      body: lines.isEmpty
        ? Parts.nothing("決めるべきことはありません。", "Nothing waits for a decision.")
        : lead + Markup(lines.map(card)))
  }

  private func card(_ line: BudgetLine) -> Markup {
    let candidates = line.candidates.map { candidate -> Markup in "<li>\(candidate)</li>" }
    let year: Markup = line.fiscalYear.map { "\(Parts.year($0)) " } ?? .nothing
    return """
      <article class="card warning"\
      \(Filterable(severity: "warning", document: line.document).attributes)>
      <h3>\(line.raw) <span class="soft">\(line.project)</span></h3>
      <p class="soft">\(year)\(line.budgetKind.title) · \(parts.place(line.document, line.line)) \
      <span class="id">\(line.id)</span></p>
      <p>\(Bilingual("候補", "Candidates")):</p><ol class="plain">\(candidates)</ol>
      \(line.linkMethod.isEmpty ? Markup.nothing : "<p class=\"soft\">\(Self.method(line))</p>")
      \(parts.sources(of: [line.id]))
      </article>

      """
  }
  // Words of the program are said in both languages; what a person or a policy adds stays.
  private static func method(_ line: BudgetLine) -> Bilingual {
    LinkMethod(rawValue: line.linkMethod)?.title ?? Bilingual(line.linkMethod, line.linkMethod)
  }
}
