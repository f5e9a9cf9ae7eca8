import Model
import Platform
import Publishing
import TestSupport
import Testing

/// Questions go out as a sheet, answers come back, and the next run uses them.
@Suite struct ReviewTests {
  /// A sheet of questions, record by record.
  struct Sheet {
    var columns: [String]
    var rows: [[String: String]]

    init(_ path: String) throws {
      let records = try CSVRecords(try Files.read(path))
      let texts = (0..<records.count).map { records.fields($0).map(records.text) }
      let columns = texts[0]
      self.columns = columns
      rows = texts.dropFirst().map { Dictionary(zip(columns, $0)) { first, _ in first } }
    }

    /// Answers the first question that a condition picks.
    mutating func answer(
      where isMeant: ([String: String]) -> Bool, _ fields: [String: String]
    ) throws -> [String: String] {
      let found = rows.firstIndex(where: isMeant)
      let index = try #require(found)
      let usual = ["reason": "the table of the ministry says so", "author": "Sato"]
      rows[index].merge(usual.merging(fields) { $1 }) { $1 }
      return rows[index]
    }

    func write(to path: String, _ flavour: CSVWriter.Flavour = .plain) throws {
      let writer = CSVWriter(columns: columns, flavour)
      var bytes: [UInt8] = []
      writer.writeHeader(into: &bytes)
      for row in rows { writer.write(columns.map { .text(row[$0] ?? "") }, into: &bytes) }
      try Files.replace(path, with: bytes)
    }
  }

  private func isLink(_ row: [String: String]) -> Bool { row["kind"] == "link" }
  private func isError(_ row: [String: String]) -> Bool {
    row["kind"] == "check" && row["severity"] == "error"
  }

  private func rows(_ project: SampleProject, _ table: String) throws -> [[String: String]] {
    try Sheet("\(try project.latest())/\(table).csv").rows
  }

  private func sheet(_ project: SampleProject, _ name: String = "sheet.csv") throws -> Sheet {
    let outcome = try project.run("review", "--output", name)
    #expect(outcome.exit == 0, "\(outcome.error)")
    return try Sheet("\(project.folder)/\(name)")
  }

  @Test(.temporaryFolder, arguments: [CSVWriter.Flavour.plain, .excel])
  func answersSettleWhatWasAsked(flavour: CSVWriter.Flavour) throws {
    let project = try SampleProject()
    var sheet = try sheet(project)
    let keys = Set(sheet.rows.compactMap { $0["finding"] })
    // A spreadsheet program rewrites days in its own way.
    let day = flavour == .excel ? "2026/4/1" : "2026-04-01"
    let link = try sheet.answer(where: isLink, ["answer": "2", "day": day])
    let check = try sheet.answer(where: isError, ["answer": "waive", "ends": "2026-12-31"])
    try sheet.write(to: project.folder + "/filled.csv", flavour)

    let applied = try project.run("review", "--apply", "filled.csv", "--as-of", "2026-04-02")
    #expect(applied.exit == 0, "\(applied.error)")
    #expect(
      applied.output
        == "decisions added: 1, waivers added: 1, still open: \(sheet.rows.count - 2)\n")
    try project.run("run", "--as-of", "2026-04-02")

    let candidate = try #require(link["candidates"]?.split(separator: "\n").last).dropFirst(2)
    let raw = try #require(link["question"]?.split(separator: " (").first)
    let decided = try rows(project, "budget_lines").filter {
      $0["link_method"]
        == "decided by Sato on 2026-04-01: the table of the ministry says so"
    }
    #expect(decided.map { $0["raw"] } == [String(raw)])
    #expect(decided.map { $0["programme"] } == [String(candidate)])
    #expect(decided.map { $0["link"] } == ["certain"])
    #expect(decided.map { $0["candidates"] } == [""])
    let findings = try rows(project, "findings")
    #expect(!findings.contains { $0["id"] == link["finding"] })
    let waived = try #require(findings.first { $0["id"] == check["finding"] })
    #expect(waived["severity"] == "info")
    #expect(waived["message"]?.contains("Waived until 2026-12-31 by Sato") == true)
    #expect(!findings.contains { $0["rule"] == "decision-unused" || $0["rule"] == "waiver-unused" })

    // What is answered is asked no more, and the other questions keep their keys.
    let rest = Set(try self.sheet(project, "rest.csv").rows.compactMap { $0["finding"] })
    #expect(rest.isDisjoint(with: [link["finding"] ?? "", check["finding"] ?? ""]))
    let links = Set(sheet.rows.filter(isLink).compactMap { $0["finding"] })
    #expect(links.subtracting(rest) == [link["finding"] ?? ""])
    #expect(keys.count > links.count)

    let again = try project.run("review", "--apply", "filled.csv")
    #expect(again.exit == 2)
    #expect(again.error.contains("is answered already"))
  }

  @Test(.temporaryFolder) func everyAnswerIsGoodOrNoneIsAdded() throws {
    let project = try SampleProject()
    var sheet = try sheet(project)
    let files = ["decisions", "waivers"].map { "\(project.folder)/pipelines/decisions/\($0).csv" }
    let before = try files.map { try Files.read($0) }
    _ = try sheet.answer(where: isLink, ["answer": "1"])
    let bad: [(fields: [String: String], says: String)] = [
      (["answer": "9"], "there is no candidate 9"),
      (["answer": "まぼろし事業"], "neither a candidate nor in the registry"),
      (["answer": "amount_yen=5"], "is not one of"),
      (["answer": "1", "author": ""], "author is empty"),
      (["answer": "", "reason": "surely"], "a reason without an answer"),
      (["answer": "1", "day": "soon"], "day is 'soon'"),
      (["answer": "waive"], "ends is ''"),
      (["answer": "waive", "day": "2026-04-01", "ends": "2026-03-31"], "before the day of the"),
      (["answer": "1", "finding": "f-0"], "no open question has the key 'f-0' now"),
    ]
    for entry in bad {
      _ = try sheet.answer(where: { isLink($0) && $0["reason"] == "" }, entry.fields)
    }
    _ = try sheet.answer(where: isError, ["answer": "1"])
    try sheet.write(to: project.folder + "/filled.csv")
    let outcome = try project.run("review", "--apply", "filled.csv")
    #expect(outcome.exit == 2)
    let problems = outcome.error.split(separator: "\n")
    #expect(problems.count == bad.count + 1, "\(outcome.error)")
    for (entry, problem) in zip(bad, problems) {
      #expect(problem.contains("filled.csv:"))
      #expect(problem.contains(entry.says), "\(problem)")
    }
    #expect(problems.last?.contains("can only be 'waive'") == true)
    #expect(try files.map { try Files.read($0) } == before)
  }

  @Test(.temporaryFolder) func anAnswerToAnotherContentIsRefused() throws {
    let project = try SampleProject()
    var sheet = try sheet(project)
    let link = try sheet.answer(where: isLink, ["answer": "1"])
    try sheet.write(to: project.folder + "/filled.csv")
    try project.touch(try #require(link["source"]), "\n令和9年3月31日\n")
    let outcome = try project.run("review", "--apply", "filled.csv")
    #expect(outcome.exit == 2)
    #expect(outcome.error.contains("filled.csv:2: \(link["source"] ?? "") is not as it was when"))
  }

  @Test(.temporaryFolder) func aSheetThatMayHoldAnswersIsNotOverwritten() throws {
    let project = try SampleProject()
    try project.run("review", "--output", "sheet.csv")
    let before = try Files.read(project.folder + "/sheet.csv")
    let outcome = try project.run("review", "--output", "sheet.csv")
    #expect(outcome.exit == 2)
    #expect(outcome.error.contains("sheet.csv is there already"))
    #expect(try Files.read(project.folder + "/sheet.csv") == before)
  }
}
