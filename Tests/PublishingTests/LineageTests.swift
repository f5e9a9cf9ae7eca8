import JSON
import Model
import Publishing
import Testing

@Suite struct LineageTests {
  private func run(failure: String? = nil) throws -> LineageRun {
    var run = LineageRun(
      id: try LineageRun.identifier(of: ["a", "b"]), pipeline: "medical", version: "1.0.0",
      startedAt: "2026-04-01T01:00:00.000Z", endedAt: "2026-04-01T01:00:05.000Z",
      nominalTime: "2026-04-01T00:00:00Z", failure: failure)
    var document = SourceDocument()
    document.id = "d-1"
    document.sha256 = "ab"
    document.bytes = 10
    document.lines = 3
    run.sources = [LineageRun.Source(path: "raw/a.txt", document: document)]
    run.outputs = [
      LineageRun.Output(
        table: Samples.lines.description, path: "published/x/lines.csv",
        file: PackageFile(path: "lines.csv", mediaType: "text/csv", bytes: 99, sha256: "cd"),
        rows: 3, places: "published/x/places.jsonl")
    ]
    run.checks = [
      LineageRun.Check(rule: "total", passed: 3, failed: 1, undecided: 2, severity: .warning),
      LineageRun.Check(rule: "restated", passed: 1, failed: 0, undecided: 0),
    ]
    return run
  }

  private func events(_ run: LineageRun) throws -> [JSONValue] {
    try Lineage.events(run).split(separator: 0x0A).map { try JSONReader.read(Array($0)) }
  }

  @Test func aRunHasAStartAndAnEnd() throws {
    let events = try events(run())
    #expect(events.map { $0["eventType"]?.string } == ["START", "COMPLETE"])
    #expect(
      events.map { $0["eventTime"]?.string }
        == ["2026-04-01T01:00:00.000Z", "2026-04-01T01:00:05.000Z"])
    #expect(
      events.allSatisfy {
        $0["schemaURL"]?.string
          == "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent"
      })
    let end = try #require(events.last)
    let input = try #require(end["inputs"]?.array?.first)
    #expect(input["name"]?.string == "raw/a.txt")
    #expect(input["facets"]?["version"]?["datasetVersion"]?.string == "sha256:ab")
    let output = try #require(end["outputs"]?.array?.first)
    #expect(output["outputFacets"]?["outputStatistics"]?["rowCount"]?.integer == 3)
    #expect(output["facets"]?["schema"]?["fields"]?.array?.count == 6)
    #expect(
      output["facets"]?["choai_rowPlaces"]?["path"]?.string == "published/x/places.jsonl")
    let tests = try #require(end["run"]?["facets"]?["test"]?["tests"]?.array)
    #expect(tests.map { $0["status"]?.string } == ["fail", "pass"])
    #expect(tests.map { $0["severity"]?.string } == ["warn", nil])
    #expect(tests.first?["actual"]?.string == "1 failed, 2 undecided, 3 passed")
  }

  @Test func aRuleMattersAsMuchAsTheWorstOfItsFailures() {
    let entries = [
      ("total", ReconciliationStatus.mismatch, Severity.warning),
      ("total", .mismatch, .error), ("total", .exact, .info), ("series", .undecided, .warning),
    ].map { rule, status, severity in
      var entry = ReconciliationEntry()
      entry.rule = rule
      entry.status = status
      entry.severity = severity
      return entry
    }
    let checks = LineageRun.Check.counts(entries)
    #expect(checks.map(\.rule) == ["series", "total"])
    #expect(checks.map(\.severity) == [nil, .error])
    #expect(checks.map(\.failed) == [0, 2])
  }

  @Test func everyFacetSaysWhoMadeItAndItsSchema() throws {
    func check(_ json: JSONValue) {
      for member in json.members ?? [] {
        if member.key.lowercased().hasSuffix("facets") {
          for facet in member.value.members ?? [] {
            #expect(facet.value["_producer"]?.string == "urn:choai:1.0.0")
            #expect(facet.value["_schemaURL"]?.string?.hasPrefix("https://") == true)
          }
        }
        check(member.value)
      }
      for element in json.array ?? [] { check(element) }
    }
    for event in try events(run()) { check(event) }
  }

  @Test func aFailureIsSaidAndHasNoOutputs() throws {
    let events = try events(run(failure: "the disk is full"))
    #expect(events.last?["eventType"]?.string == "FAIL")
    #expect(events.last?["outputs"]?.array == [])
    #expect(
      events.last?["run"]?["facets"]?["errorMessage"]?["message"]?.string == "the disk is full")
  }

  @Test func theKeyOfARunIsAUUID() throws {
    let id = try LineageRun.identifier(of: ["a", "b"])
    #expect(try id == LineageRun.identifier(of: ["a", "b"]))
    #expect(try id != LineageRun.identifier(of: ["ab", ""]))
    let parts = id.split(separator: "-")
    #expect(parts.map(\.count) == [8, 4, 4, 4, 12])
    #expect(parts[2].hasPrefix("8"))
    #expect("89ab".contains(parts[3].prefix(1)))
  }
}
