import Model

/// Every finding, worst first.
struct FindingSection {
  /// How many findings are shown; the dataset has them all.
  private static let most = 2000

  private let findings: [FindingEntry]
  private let parts: Parts

  init(_ content: ReportContent) {
    findings = content.findings.enumerated().sorted { a, b in
      (b.element.severity, a.offset) < (a.element.severity, b.offset)
    }.map(\.element)
    parts = Parts(content)
  }

  var section: ReportPage.Section {
    var table = TableView(
      Bilingual("指摘の一覧", "All findings"),
      [
        .text("重大度", "Severity"), .text("規則", "Rule"), .text("内容", "Message"),
        .text("場所", "Place"), .text("識別子", "Key"),
      ])
    for finding in findings.prefix(FindingSection.most) {
      table.add(
        [
          "<div>\(Parts.badge(finding.severity))</div>", "\(finding.rule)",
          "<div>\(finding.message)\(parts.sources(of: [finding.id, finding.row]))</div>",
          "<div class=\"soft\">\(parts.place(finding.document ?? "", finding.line))</div>",
          "<span class=\"id\">\(finding.id)</span>",
        ],
        Filterable(severity: finding.severity.rawValue, document: finding.document ?? ""))
    }
    var body =
      table.isEmpty ? Parts.nothing("指摘はありません。", "There are no findings.") : table.markup
    if findings.count > FindingSection.most {
      let rest = findings.count - FindingSection.most
      body += Parts.nothing("ほか \(rest) 件はデータにあります。", "\(rest) more are in the dataset.")
    }
    return ReportPage.Section(
      id: "findings", title: Bilingual("指摘の一覧", "All findings"), count: findings.count,
      body: body)
  }
}
