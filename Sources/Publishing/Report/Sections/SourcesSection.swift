import JapaneseText
import Model

/// What was read and what was refused.
struct SourcesSection {
  private let content: ReportContent

  init(_ content: ReportContent) { self.content = content }

  var section: ReportPage.Section {
    var table = TableView(
      Bilingual("原典の一覧。拒んだものが先。", "The sources; refused ones first."),
      [
        .text("原典", "Source"), .text("状態", "Status"), .text("公表日", "Published"),
        .text("発行者", "Issuer"), .number("行数", "Lines"), .number("予算行", "Budget lines"),
        .text("読み方", "Read as"), .text("SHA-256", "SHA-256"),
      ])
    let refused = content.documents.filter { $0.status == .refused }
    let read = content.documents.filter { $0.status == .read }
    var counts: [String: Int] = [:]
    for line in content.budgetLines { counts[line.document, default: 0] += 1 }
    for document in refused + read { table.add(cells(document, counts), facts(document)) }
    return ReportPage.Section(
      id: "sources", title: Bilingual("読んだ原典と拒んだ原典", "What was read and refused"),
      count: content.documents.count,
      body: table.isEmpty ? Parts.nothing("原典がありません。", "There is no source.") : table.markup)
  }

  private func facts(_ document: SourceDocument) -> Filterable {
    Filterable(
      severity: document.status == .refused ? Severity.error.rawValue : "", document: document.id)
  }

  private func cells(_ document: SourceDocument, _ counts: [String: Int]) -> [Markup] {
    let title: Markup =
      document.title.isEmpty ? .nothing : "\(document.title)<br>"
    let status: Markup =
      document.status == .read
      ? "<span class=\"badge good\">\(Bilingual("読んだ", "read"))</span>"
      : """
      <span class="badge error">\(Bilingual("拒んだ", "refused"))</span> \(document.reason)
      """
    let manner = [document.layout, document.mediaType, document.encoding].filter { !$0.isEmpty }
    return [
      "<div>\(title)<span class=\"soft\">\(document.path)</span></div>", "<div>\(status)</div>",
      document.published.map { "<span class=\"nowrap\">\($0.description)</span>" } ?? .nothing,
      "\(document.issuer)",
      "\(PeopleNumbers.number(document.lines))",
      "\(PeopleNumbers.number(counts[document.id] ?? 0))",
      "\(manner.joined(separator: ", "))",
      "<span class=\"id\" title=\"\(document.sha256)\">\(String(document.sha256.prefix(12)))</span>",
    ]
  }
}
