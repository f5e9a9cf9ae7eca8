import JSON
import Platform
import TestSupport
import Testing

/// A worker of a job finds what a run finds, whatever way its documents are split.
@Suite struct WorkTests {
  private static let tables = [
    "documents", "budget_lines", "indicators", "measures", "instruments", "dates", "amounts",
  ]

  /// A request for every source of the sample; what is no text travels as a file.
  private func requests(_ project: SampleProject) throws -> [String] {
    try (Folder.filesBelow(project.folder + "/raw") ?? []).filter { $0 != "README.md" }.sorted()
      .map { path in
        let request: JSONValue = ["p": .integer(1), "doc": .string(path), "path": .string(path)]
        return request.line + "\n"
      }
  }

  private func lines(
    _ step: String, _ input: String, _ project: SampleProject
  ) throws -> [JSONValue] {
    let outcome = try Tool.run(
      ["work", step, "--protocol", "1", "--files", "raw"], in: project.folder,
      input: Array(input.utf8))
    #expect(outcome.exit == 0, "\(outcome.error)")
    return try outcome.output.split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
  }

  @Test(.temporaryFolder) func findsWhatARunFinds() throws {
    let project = try SampleProject()
    try project.run("run", "--fail-on", "never")
    let found = try lines("extract", requests(project).joined(), project)
    for table in Self.tables {
      let published = try Files.read("\(project.latest())/\(table).jsonl")
      let rows = found.filter { $0["table"]?.string == table }.compactMap { $0["row"]?.line }
      let expected = String(decoding: published, as: UTF8.self).split(separator: "\n")
      #expect(rows == expected.map(String.init), "\(table)")
    }
  }

  @Test(.temporaryFolder) func doesNotDependOnTheSplit() throws {
    let project = try SampleProject()
    let requests = try requests(project)
    let whole = try lines("extract", requests.joined(), project)
    var pieces: [JSONValue] = []
    for request in requests.reversed() { pieces += try lines("extract", request, project) }
    func sorted(_ lines: [JSONValue]) -> [String] {
      lines.filter { $0["t"]?.string != "end" }.map(\.line).sorted()
    }
    #expect(sorted(whole) == sorted(pieces))
    #expect(whole.last?["in"]?.integer == Int64(requests.count))
  }

  @Test(.temporaryFolder) func everyLineIsReceiptedOnce() throws {
    let project = try SampleProject()
    let found = try lines("extract", requests(project).joined() + "garbage\n", project)
    let receipts = found.filter { $0["t"]?.string == "doc" }
    #expect(receipts.count == (try requests(project).count) + 1)
    for receipt in receipts {
      let own = found.filter { $0["doc"] == receipt["doc"] && $0["t"]?.string != "end" }
      #expect(Int64(own.count) == receipt["lines"]?.integer.map { $0 + 1 })
      #expect(own.map { $0["seq"]?.integer } == (0..<Int64(own.count)).map { $0 })
    }
  }

  /// A part of the job is a run of its own: the checks are those of a run over its sources.
  @Test(.temporaryFolder) func checksPartsAsARunDoes() throws {
    let project = try SampleProject()
    let select = "ministries/mhlw-fy2019.csv"
    try project.run("run", "--fail-on", "never", "--select", select)
    let facts = try lines(
      "extract", try requests(project).filter { $0.contains(select) }.joined(), project)
    let kept = facts.filter { !["doc", "end"].contains($0["t"]?.string ?? "") }
    let checked = try lines("reconcile", kept.map { $0.line + "\n" }.joined(), project)
    let rows = checked.filter { $0["table"]?.string == "reconciliations" }
      .compactMap { $0["row"]?.line }
    let published = try Files.read("\(project.latest())/reconciliations.jsonl")
    #expect(!rows.isEmpty)
    #expect(
      rows == String(decoding: published, as: UTF8.self).split(separator: "\n").map(String.init))
  }
}
