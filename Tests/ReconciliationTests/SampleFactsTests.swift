import FoundationEssentials
import JapaneseText
import Model
import Reconciliation
import TestSupport
import Testing

/// The hand-made facts of the sample sources, checked as the hand-made list of checks says.
@Suite struct SampleFactsTests {
  /// The rows of a CSV file of the checkout, by column name.
  private func rows(_ path: String) throws -> [[String: String]] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../" + path)
    return CSVText.records(try String(contentsOf: file, encoding: .utf8))
  }

  private func list(_ text: String?) -> [String] {
    (text ?? "").split(separator: ";").map(String.init)
  }

  private func registries() throws -> Registries {
    var registries = Registries()
    for row in try rows("pipelines/registries/programmes.csv") {
      var programme = Programme()
      (programme.id, programme.name) = (row["id"] ?? "", row["name"] ?? "")
      programme.aliases = list(row["aliases"])
      programme.ministries = list(row["ministries"])
      programme.succeeds = list(row["succeeds"])
      registries.programmes.append(programme)
    }
    for row in try rows("pipelines/registries/ministries.csv") {
      var ministry = Ministry()
      (ministry.id, ministry.name) = (row["id"] ?? "", row["name"] ?? "")
      ministry.aliases = list(row["aliases"]) + list(row["abbreviations"])
      registries.ministries.append(RegisteredMinistry(row: ministry))
    }
    return registries
  }

  private func line(_ row: [String: String]) -> BudgetLine {
    var line = BudgetLine()
    line.line = row["line"].flatMap { Int($0) } ?? 0
    line.amountYen = row["amount_yen"].flatMap { Int64($0) }
    line.unitYen = row["unit_yen"].flatMap { Int64($0) }
    line.fiscalYear = row["fiscal_year"].flatMap { Int($0) }
    line.budgetKind = row["budget_kind"].flatMap(BudgetKind.init(rawValue:)) ?? .other
    line.suppNo = row["supp_no"].flatMap { Int($0) }
    line.isPriorYear = row["is_prior_year"] == "1"
    line.level = row["level"].flatMap(BudgetLevel.init(rawValue:)) ?? .programme
    line.project = fold(row["project"] ?? "")
    line.programme = fold(row["programme"] ?? "")
    line.ministries = list(row["ministries"])
    line.reprise = row["reprise"].flatMap(Reprise.init(rawValue:)) ?? .none
    line.inner = row["inner"] == "1"
    line.inhouse = row["inhouse"] == "1"
    line.partNote = row["part_note"] ?? ""
    line.link = row["link"].flatMap(Link.init(rawValue:)) ?? .certain
    return line
  }

  private func facts() throws -> [Facts] {
    var sources: [String: Facts] = [:]
    let files = ["Tests/SampleFacts/budget_lines.csv", "Tests/SampleFacts/table_lines.csv"]
    for row in try files.flatMap(rows) {
      let document = row["doc"] ?? ""
      let line = line(row)
      let cell = row["cell"].flatMap { CellReference($0) }
      let place = Place(
        Span(line: line.line, columns: 0..<1, cell: cell), sheet: row["sheet"] ?? "")
      sources[document, default: Facts(document: document)].budgetLines.append(
        Fact(line, at: place))
    }
    return sources.keys.sorted().compactMap { sources[$0] }.map { facts in
      var facts = facts
      facts.giveKeys()
      return facts
    }
  }

  /// Whose table each workbook is.
  private let issuers = [
    "mext-fy2019.xlsx": "文部科学省", "mext-fy2022.xlsx": "文部科学省", "mhlw-fy2019.csv": "厚生労働省",
    "meti-fy2019.ods": "経済産業省",
  ]

  private func result() throws -> ReconciliationResult {
    let facts = try facts()
    let documents = facts.map { source in
      var document = SourceDocument()
      (document.id, document.path) = (source.document, source.document)
      document.issuer = issuers[source.document] ?? ""
      return document
    }
    return reconcile(
      facts, documents: documents, registries: try registries(),
      rules: [
        Rule(.total, documents: ["fy2019-projects.txt", "fy2022-projects.txt"]),
        Rule(.priorYear, mixedStages: [[.initial, .initialDraft]]),
        Rule(
          .crossMinistry, ministryDocuments: Set(issuers.keys),
          headquartersDocuments: ["fy2019-projects.txt", "fy2022-projects.txt"]),
      ])
  }

  @Test func theChecksComeOutAsWorkedOutByHand() throws {
    let entries = try result().entries
    let expected = try rows("Tests/SampleFacts/reconciliations.csv").filter {
      ["total", "prior_year", "cross_ministry"].contains($0["rule"])
    }
    try #require(expected.count > 50)
    for row in expected {
      let scope = fold(row["scope"] ?? "")
      let found = entries.filter {
        $0.rule == row["rule"] && $0.document == row["document"] && $0.scope.hasPrefix(scope)
      }
      #expect(
        found.contains { $0.status.rawValue == row["status"] },
        "\(row["rule"] ?? "") \(scope): \(found.map { "\($0.status) \($0.explanation)" })")
      guard let yen = row["right_yen"].flatMap({ Int64($0) }), row["status"] != "undecided" else {
        continue
      }
      #expect(found.contains { $0.rightYen == yen }, "\(scope): \(found.map(\.rightYen))")
    }
  }

  @Test func nothingElseDisagrees() throws {
    let mismatches = try result().entries.filter { $0.status == .mismatch }.map(\.scope)
    #expect(mismatches.sorted() == ["感染症研究革新イニシアティブ", "障害者対策総合研究開発事業"].sorted())
  }

  @Test func theTotalsShowWhetherAmountsListedElsewhereCount() throws {
    let inferred = try result().reprises.map { "\($0.document) \($0.policy)" }
    #expect(inferred == ["fy2019-projects.txt include", "fy2022-projects.txt exclude"])
  }
}
