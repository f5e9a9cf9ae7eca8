import Foundation
import Platform
import TestSupport
import Testing

/// The checks of the texts beside the checkout come out as they were worked out by hand.
@Suite(.enabled(if: CorpusTexts.areThere, "../shared/corpus is not here: no checks compared"))
struct CorpusChecksTests {
  private func records(_ path: String) throws -> [[String: String]] {
    CSVText.records(String(decoding: try Files.read(path), as: UTF8.self))
  }

  /// The tables of a run over the texts, with the first three characters of each text's name in
  /// place of its key.
  private func tables() throws -> (checks: [[String: String]], findings: [[String: String]]) {
    let folder = TemporaryFolder.path
    let outcome = try Tool.run(
      [
        "run", Tool.project + "/pipelines/health-rd.yaml", "--raw", CorpusTexts.folder, "--staged",
        "staged", "--out", "out", "--fail-on", "never",
      ], in: folder)
    #expect(outcome.exit == 0, "\(outcome.error)")
    let latest = folder + "/out/latest"
    let names = Dictionary(
      try records(latest + "/documents.csv").map {
        ($0["id"] ?? "", String(($0["path"] ?? "").prefix(3)))
      }, uniquingKeysWith: { first, _ in first })
    func named(_ table: String) throws -> [[String: String]] {
      try records("\(latest)/\(table).csv").map { row in
        var row = row
        row["doc"] = names[row["document"] ?? ""]
        return row
      }
    }
    return (try named("reconciliations"), try named("findings"))
  }

  @Test(.temporaryFolder) func everyCheckComesOutAsWorkedOutByHand() throws {
    let (checks, findings) = try tables()
    let keys = ["rule", "doc", "left_yen", "right_yen", "status"]
    for row in try records(Tool.project + "/Tests/CorpusFacts/checks.csv") {
      let isMet = checks.contains { check in keys.allSatisfy { check[$0] == row[$0] } }
      #expect(isMet, "\(keys.map { row[$0] ?? "" })")
    }
    // Every indicator of the follow-up tables is the sum of its years, and five yearly targets are
    // a plan's.
    let series = checks.filter { $0["rule"] == "series" && $0["doc"] == "001" }
    #expect(series.count > 30)
    #expect(series.allSatisfy { $0["status"] == "exact" })
    let targets = checks.filter {
      $0["rule"] == "target" && $0["right_label"] == "5 years of the yearly target"
    }
    #expect(targets.count >= 5)
    #expect(targets.allSatisfy { $0["status"] == "exact" })
    #expect(!checks.contains { $0["status"] == "mismatch" })
    // What the texts do not decide is not passed.
    #expect(checks.contains { $0["status"] == "undecided" && $0["rule"] == "restated" })
    let rounding = findings.first { $0["rule"] == "rounding" && $0["doc"] == "001" }
    let message = rounding?["message"] ?? ""
    #expect(message.contains("totals agree only when figures are rounded to the nearest"))
    for project in ["医薬品", "再生・細胞医療・遺伝子治療", "疾患基礎研究"] {
      #expect(message.contains(project + "プロジェクト"))
    }
    #expect(!message.contains("cut off"))
  }
}

/// The texts beside the checkout.
enum CorpusTexts {
  static let folder = Tool.project + "/../shared/corpus"

  static var areThere: Bool { (try? Files.kind(folder)) != nil }
}
