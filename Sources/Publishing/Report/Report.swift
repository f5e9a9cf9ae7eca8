import JapaneseText
import Model

/// The report of a snapshot: one HTML file that needs no network.
public enum Report {
  /// The name of the file in a snapshot.
  public static let fileName = "report.html"

  /// The report as a file; the same content gives the same bytes.
  public static func html(_ content: ReportContent) throws(PublishingError) -> [UInt8] {
    let names = content.documents.map { document in
      (id: document.id, name: document.title.isEmpty ? document.path : document.title)
    }
    var sections = [
      MismatchSection(content).section, SourcesSection(content).section,
      DecisionSection(content).section, RuleSection(content).section,
      BudgetSection(content).section, MatrixSection(content).section,
      IndicatorSection(content).section,
      MeasureSection(content).section,
    ]
    if let changes = content.changes {
      sections.insert(ChangesSection(changes).section, at: 3)
    }
    sections.append(FindingSection(content).section)
    return try ReportPage(
      title: content.title, lead: lead(content), sections: sections, documents: names
    ).bytes()
  }

  /// A page that shows changes alone.
  public static func html(_ changes: ReportChanges) throws(PublishingError) -> [UInt8] {
    try ReportPage(
      title: "\(changes.old) → \(changes.new)", lead: .nothing,
      sections: [ChangesSection(changes).section]
    ).bytes()
  }

  private static func lead(_ content: ReportContent) -> Markup {
    let refused = content.documents.count { $0.status == .refused }
    let mismatches = content.reconciliations.count { $0.status == .mismatch }
    let errors = content.findings.count { $0.severity == .error }
    let ambiguous = content.budgetLines.count { $0.link == .ambiguous }
    let tiles: [(Bilingual, Int, Markup)] = [
      (Bilingual("読んだ原典", "sources read"), content.documents.count - refused, ""),
      (Bilingual("拒んだ原典", "sources refused"), refused, refused > 0 ? "error" : ""),
      (Bilingual("合わない照合", "checks that fail"), mismatches, mismatches > 0 ? "error" : ""),
      (Bilingual("エラーの指摘", "findings of error"), errors, errors > 0 ? "error" : ""),
      (Bilingual("未決の対応", "undecided links"), ambiguous, ambiguous > 0 ? "warning" : ""),
      (Bilingual("予算行", "budget lines"), content.budgetLines.count, ""),
    ]
    let items = tiles.map { tile -> Markup in
      "<li class=\"\(tile.2)\"><b>\(PeopleNumbers.number(tile.1))</b>\(tile.0)</li>"
    }
    let day: Markup =
      content.asOf.map { "<p class=\"soft\">\(Bilingual("基準日", "as of")) \($0.description)</p>" }
      ?? .nothing
    return "\(day)<ul class=\"tiles\">\(items)</ul>"
  }
}
