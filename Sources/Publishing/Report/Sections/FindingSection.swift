import Model

/// Every finding, worst first.
struct FindingSection {
  /// How many findings are shown; the dataset has them all.
  private static let most = 1000

  private let findings: [FindingEntry]
  private let parts: Parts
  private let words: JapaneseWords

  init(_ content: ReportContent) {
    findings = content.findings.enumerated().sorted { a, b in
      (b.element.severity, a.offset) < (a.element.severity, b.offset)
    }.map(\.element)
    parts = Parts(content)
    words = JapaneseWords(content.reconciliations)
  }

  var section: ReportPage.Section {
    var table = TableView(
      Bilingual("指摘の一覧", "All findings"),
      [
        .text("重大度", "Severity"), .text("規則", "Rule"), .text("内容", "Message", isWide: true),
        .text("場所", "Place"), .text("識別子", "Key"),
      ])
    for finding in findings.prefix(FindingSection.most) {
      table.add(
        [
          "<div>\(Parts.badge(finding.severity))</div>", "\(finding.rule)",
          """
          <div>\(words.message(of: finding))\
          \(parts.sources(of: [finding.id, finding.row]))</div>
          """,
          "<div class=\"soft\">\(parts.place(finding.document ?? "", finding.line))</div>",
          "<span class=\"id\">\(finding.id)</span>",
        ],
        Filterable(severity: finding.severity.rawValue, document: finding.document ?? ""))
    }
    var body =
      table.isEmpty ? Parts.nothing("指摘はありません。", "There are no findings.") : table.markup
    body += Parts.rest(findings.count - FindingSection.most)
    body += kinds
    return ReportPage.Section(
      id: "findings", title: Bilingual("指摘の一覧", "All findings"), count: findings.count,
      body: body)
  }

  /// What the codes that occur mean, and what to do.
  private var kinds: Markup {
    let found = Set(findings.map(\.rule))
    let items = FindingCode.allCases.filter { found.contains($0.rawValue) }.map { code -> Markup in
      let text = code.explanation
      return """
        <dt>\(code.rawValue) <span lang="ja">\(text.title)</span></dt>
        <dd>\(Bilingual(text.japaneseMeaning, text.meaning)) \
        \(Bilingual(text.japaneseAdvice, text.advice))</dd>
        """
    }
    guard !items.isEmpty else { return .nothing }
    return """
      <details><summary>\(Bilingual("指摘の種類と対処", "The kinds of findings, and what to do")) \
      (\(items.count))</summary><dl class="changes">\(items)</dl></details>

      """
  }
}
