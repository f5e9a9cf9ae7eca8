import JSON
import Platform
import TestSupport
import Testing

/// Sources that were good before and have gone wrong since, and what the pipeline wants done then.
@Suite struct SourcePolicyTests {
  /// What becomes of a source over night.
  enum Night: String, CaseIterable {
    case missing = "on_missing"
    case refused = "on_refused"
    case empty = "on_refused "
    case shrunk = "on_shrunk"
    case otherKind = "on_other_kind"
    case movedColumns = "on_moved_columns"

    var key: String { rawValue.split(separator: " ")[0].description }

    /// What lies there in the morning; nothing where nothing does.
    var table: String? {
      switch self {
      case .missing: nil
      case .refused: "事業名,\u{0}令和4年度\n\"研究,1\n"
      case .empty: ""
      case .shrunk: ",,（単位：百万円）\n事業名,令和3年度予算額,令和4年度予算額\n"
      case .otherKind:
        "<!DOCTYPE html><html><head><title>404</title></head><body><h1>ページが見つかりません</h1>"
          + "<p>お探しのページは移動しました。</p>\n\n\n\n\n</body></html>"
      case .movedColumns:
        ",,（単位：百万円）\n令和3年度予算額,令和4年度予算額,事業名\n"
          + "1100,1200,研究開発事業\n200,300,普及事業\n10,20,調査事業\n"
      }
    }
  }

  private static let good =
    ",,（単位：百万円）\n事業名,令和3年度予算額,令和4年度予算額\n"
    + "研究開発事業,1100,1200\n普及事業,200,300\n調査事業,10,20\n"

  private func make(_ night: Night, _ policy: String) throws -> String {
    let folder = TemporaryFolder.path
    try SmallProject.make(in: folder)
    let path = folder + "/pipelines/small.yaml"
    let pipeline = String(decoding: try Files.read(path), as: UTF8.self)
    try Files.replace(
      path,
      with: Array(
        pipeline.replacing(
          "- files: \"*.csv\"\n", with: "- files: \"*.csv\"\n    \(night.key): \(policy)\n"
        ).utf8))
    try Files.replace(folder + "/raw/b.csv", with: Array(Self.good.utf8))
    #expect(try run(folder).exit == 0)
    try put(night.table, in: folder)
    return folder
  }

  private func put(_ table: String?, in folder: String) throws {
    if let table {
      try Files.replace(folder + "/raw/b.csv", with: Array(table.utf8))
    } else {
      try Files.remove(folder + "/raw/b.csv")
    }
  }

  private func run(_ folder: String, _ day: String = "2026-04-01") throws -> Tool.Outcome {
    try Tool.run(["run", "--fail-on", "never", "--as-of", day], in: folder)
  }

  private func rows(_ table: String, _ folder: String) throws -> [JSONValue] {
    try Files.read("\(folder)/published/latest/\(table).jsonl").split(separator: 0x0A)
      .map { try JSONReader.read(Array($0)) }
  }

  @Test(.temporaryFolder, arguments: Night.allCases)
  func keepGivesTheLastGoodRowsAndSaysSo(night: Night) throws {
    let folder = try make(night, "keep")
    let before = try rows("budget_lines", folder)
    #expect(before.count >= 3)
    let outcome = try run(folder)
    #expect(outcome.exit == 0, "\(outcome)")
    #expect(outcome.output.contains("1 kept from before"), "\(outcome)")
    let after = try rows("budget_lines", folder)
    #expect(after.compactMap { $0["id"]?.string } == before.compactMap { $0["id"]?.string })
    let source = try #require(
      try rows("documents", folder).first { $0["path"]?.string == "b.csv" })
    #expect(source["status"]?.string == "read")
    let mark = "kept since 2026-04-01 from the last good source"
    #expect(source["reason"]?.string?.hasPrefix("\(mark): b.csv: ") == true)
    for row in after where row["document"]?.string == source["id"]?.string {
      #expect(row["link_method"]?.string?.hasSuffix(mark) == true)
    }
    let findings = try rows("findings", folder).filter { $0["rule"]?.string == "source-kept" }
    // Every row of every table has one.
    let marked = Set(findings.compactMap { $0["row"]?.string })
    var count = 1
    for table in ["budget_lines", "indicators", "measures", "instruments", "dates", "amounts"] {
      for row in try rows(table, folder) where row["document"]?.string == source["id"]?.string {
        #expect(marked.contains(row["id"]?.string ?? ""), "\(table)")
        count += 1
      }
    }
    #expect(marked.count == count)
    let finding = try #require(findings.first { $0["dataset"]?.string == "documents" })
    #expect(
      finding["message"]?.string?.contains("it was good with 5 lines read as csv, which gave ")
        == true)
    // The night after nothing is new, not even the day; when the source is good again, so are its
    // rows.
    #expect(try run(folder, "2026-04-02").output.contains("unchanged"))
    try put(Self.good, in: folder)
    #expect(try run(folder).exit == 0)
    #expect(try rows("budget_lines", folder) == before)
  }

  @Test(.temporaryFolder, arguments: Night.allCases)
  func failPublishesNothing(night: Night) throws {
    let folder = try make(night, "fail")
    let before = try SmallProject.contents(folder)
    let outcome = try run(folder)
    #expect(outcome.exit == 4)
    #expect(outcome.error.contains("b.csv: "), "\(outcome.error)")
    #expect(outcome.error.contains("it was good with 5 lines read as csv"))
    #expect(try SmallProject.contents(folder) == before)
    try put(Self.good, in: folder)
    #expect(try run(folder).exit == 0)
  }

  @Test(
    .temporaryFolder,
    arguments: [
      (Night.missing, "came with the run before and is missing now"),
      (.refused, "it was good with 5 lines read as csv"),
      (.empty, "it was good with 5 lines read as csv"),
      (.shrunk, "has 2 lines; the run before had 5"),
      (.otherKind, "is of another kind, read as html; it was good with 5 lines read as csv"),
      (.movedColumns, "its columns were: 事業名, 令和3年度予算額, 令和4年度予算額"),
    ])
  func warnTellsWhatItWasLike(night: Night, words: String) throws {
    let folder = try make(night, "warn")
    let outcome = try run(folder)
    #expect([0, 3].contains(outcome.exit))
    #expect(outcome.error.contains(words), "\(outcome.error)")
    let changes = try Files.read(folder + "/published/latest/changes/findings.csv")
    #expect(String(decoding: changes, as: UTF8.self).contains(words))
  }

  @Test(.temporaryFolder) func whatIsKeptIsStillExplained() throws {
    let folder = try make(.missing, "keep")
    _ = try run(folder)
    let row = try #require(
      try rows("budget_lines", folder).first { $0["programme"]?.string == "普及事業" })
    let id = try #require(row["id"]?.string)
    #expect(try Tool.run(["explain", id], in: folder).output.contains("300"))
  }

  @Test(.temporaryFolder) func aSnapshotThatSomebodyEditedIsFoundByItsHashes() throws {
    let folder = try make(.shrunk, "warn")
    let path = "\(folder)/published/latest/budget_lines.csv"
    let text = String(decoding: try Files.read(path), as: UTF8.self)
    try Files.replace(path, with: Array(text.replacing("1200000000", with: "1300000000").utf8))
    let check = try Tool.run(["check", "published/latest"], in: folder)
    #expect(check.exit == 1)
    #expect(check.error.contains("budget_lines.csv"))
    // A run does not compare against figures that nobody published.
    let outcome = try run(folder)
    #expect(outcome.error.contains("was changed since it was published"), "\(outcome)")
  }

  /// Taken for empty, it would let missing sources go without a word.
  @Test(.temporaryFolder, arguments: ["{\"path\":\"b.csv\"}\n", "{\"path\":", "\u{0}"])
  func aDamagedListOfSourcesIsAnError(damage: String) throws {
    let folder = try make(.missing, "keep")
    let list = folder + "/published/sources.jsonl"
    let good = try Files.read(list)
    let latest = try SmallProject.contents(folder)
    try Files.replace(list, with: Array(damage.utf8))
    let outcome = try run(folder)
    #expect(outcome.exit == 4)
    #expect(outcome.error.contains("published/sources.jsonl"), "\(outcome)")
    #expect(outcome.error.contains("Restore it"), "\(outcome)")
    #expect(try SmallProject.contents(folder) == latest)
    try Files.replace(list, with: good)
    #expect(try run(folder).output.contains("1 kept from before"))
  }
}
