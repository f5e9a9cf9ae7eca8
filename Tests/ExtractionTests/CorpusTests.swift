import Extraction
import FoundationEssentials
import JapaneseText
import Model
import TestSupport
import Testing

/// The five texts beside the checkout, against tables made by hand.
///
/// Skipped where they are absent.
@Suite struct CorpusTests {
  private static let shared: String = {
    var parts = #filePath.split(separator: "/")
    parts.removeLast(4)
    return "/" + parts.joined(separator: "/") + "/shared"
  }()

  private static var isThere: Bool {
    FileManager.default.fileExists(atPath: shared + "/reference/budget_lines.csv")
  }

  /// The facts of each text by the first three characters of its name.
  private func corpus() throws -> [String: Facts] {
    var found: [String: Facts] = [:]
    let folder = CorpusTests.shared + "/corpus"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
      found[String(name.prefix(3))] = Extractor(Registries()).facts(
        of: Document(
          id: name, attributes: DocumentAttributes(path: name), content: .text(TextBody(bytes))),
        settings: FamilySettings())
    }
    return found
  }

  private func reference(_ table: String) throws -> [[String: String]] {
    let path = CorpusTests.shared + "/reference/\(table).csv"
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    return CSVText.records(text)
  }

  @Test(.enabled(if: isThere, "the shared corpus is not beside the checkout"))
  func budgetLines() throws {
    let corpus = try corpus()
    let expected = try reference("budget_lines")
    var used: [String: Set<Int>] = [:]
    var missing: [String] = []
    var wrong: [String] = []
    var named = 0
    var decided = 0
    for row in expected {
      let document = row["doc", default: ""]
      let facts = try #require(corpus[document])
      let index = facts.budgetLines.indices.first { index in
        let line = facts.budgetLines[index].row
        return !(used[document]?.contains(index) ?? false)
          && line.amountYen.map { String($0) } ?? "" == row["amount_yen"]
          && abs(line.line - (Int(row["line", default: ""]) ?? 0)) <= 1
          && line.isPriorYear == (row["is_prior_year"] == "1")
      }
      guard let index else {
        missing.append(row["raw", default: ""])
        continue
      }
      used[document, default: []].insert(index)
      let line = facts.budgetLines[index].row
      let fields = [
        line.unitYen.map { String($0) } ?? "", line.fiscalYear.map { String($0) } ?? "",
        line.budgetKind.rawValue, line.level.rawValue, line.reprise.rawValue,
        line.inner ? "1" : "0", line.inhouse ? "1" : "0",
      ]
      let keys = [
        "unit_yen", "fiscal_year", "budget_kind", "level", "reprise", "inner", "inhouse",
      ]
      if fields != keys.map({ row[$0, default: ""] }) { wrong.append(line.raw) }
      guard row["link"] != "ambiguous" else {
        #expect(line.link != .certain, "\(line.raw) on line \(line.line)")
        continue
      }
      decided += 1
      let isRight = alike(line.programme, row["programme", default: ""])
      if isRight { named += 1 }
      #expect(isRight || line.link != .certain, "\(line.raw) on line \(line.line)")
    }
    #expect(missing.isEmpty)
    #expect(wrong.isEmpty)
    #expect(named * 100 >= decided * 95)
  }

  @Test(
    .enabled(if: isThere, "the shared corpus is not beside the checkout"),
    arguments: ["indicators", "measures", "instruments"])
  func otherTables(table: String) throws {
    let corpus = try corpus()
    let expected = try reference(table)
    for document in Set(expected.compactMap { $0["doc"] }) {
      let facts = try #require(corpus[document])
      let found: [(Int, String)]
      switch table {
      case "indicators": found = facts.indicators.map { ($0.row.line, $0.row.name) }
      case "measures": found = facts.measures.map { ($0.row.line, $0.row.title) }
      default: found = facts.instruments.map { ($0.row.line, $0.row.name) }
      }
      let rows = expected.filter { $0["doc"] == document }
      #expect(found.count == rows.count)
      for row in rows {
        let line = Int(row["line", default: ""]) ?? 0
        let name = row[table == "measures" ? "title" : "name", default: ""]
        #expect(
          found.contains { abs($0.0 - line) <= 3 && alike($0.1, name, least: 70) },
          "\(document) \(line) \(name)")
      }
    }
  }

  /// Whether two names are the same but for width, marks and a word or two.
  private func alike(_ a: String, _ b: String, least: Int = 85) -> Bool {
    let first = pairs(a)
    let second = pairs(b)
    if first == second { return true }
    return 200 * first.intersection(second).count >= least * (first.count + second.count)
  }

  private func pairs(_ text: String) -> Set<String> {
    let kept = fold(text).filter { $0.isLetter || $0.isNumber }
    let letters = Array(kept)
    return Set(letters.indices.dropFirst().map { String(letters[$0 - 1...$0]) })
  }
}
