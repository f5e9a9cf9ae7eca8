import Model
import Reading
import TestSupport
import Testing

@Suite struct RecordTests {
  @Test func listsOfRecordsAreTables() throws {
    let text = """
      [{"事業": "A", "予算": {"当初": 1.10, "補正": null}, "年": [2021, 2022]},
       {"事業": "B", "予算": {"当初": 102657971326000}, "継続": true}]
      """
    let (document, findings) = try document(Array(text.utf8), path: "x.json")
    #expect(document.attributes.mediaType == "application/json")
    #expect(document.sheets.count == 1)
    #expect(
      document.sheets[0].shown == [
        "A1=事業", "B1=予算.当初", "C1=年.1", "D1=年.2", "E1=継続", "A2=A", "B2=1.1", "C2=2021",
        "D2=2022", "A3=B", "B3=102657971326000", "E3=TRUE",
      ])
    #expect(findings.isEmpty)
  }

  @Test func listsInRecordsAreTablesOfTheirOwn() throws {
    let text = """
      {"title": "t", "items": [{"name": "a", "parts": [{"yen": 1}, {"yen": 2}]},
                               {"name": "b", "parts": [{"yen": 3}]}]}
      """
    let (document, _) = try document(Array(text.utf8), path: "x.json")
    #expect(document.sheets.map(\.name) == ["", "items", "items.parts"])
    #expect(document.sheets[0].shown == ["A1=title", "A2=t"])
    #expect(
      document.sheets[1].shown == [
        "A1=#parent", "B1=name", "A2=2", "B2=a", "A3=2", "B3=b",
      ])
    #expect(
      document.sheets[2].shown == [
        "A1=#parent", "B1=yen", "A2=2", "B2=1", "A3=2", "B3=2", "A4=3", "B4=3",
      ])
  }

  @Test func residuesOfBinaryFractionsAreRounded() throws {
    let text = "[{\"百万円\": 4.300000000000001}, {\"百万円\": 12345678901234567}]"
    let (document, findings) = try document(Array(text.utf8), path: "x.json")
    #expect(document.sheets[0].shown == ["A1=百万円", "A2=4.3", "A3=12345678901234567"])
    #expect(findings.map(\.code) == [.floatResidue])
  }

  @Test func linesOfJSON() throws {
    let text = "{\"a\": 1}\n\n{\"b\": \"x\"}\n"
    let (document, _) = try document(Array(text.utf8), path: "x.jsonl")
    #expect(document.sheets[0].shown == ["A1=a", "B1=b", "A2=1", "B3=x"])
    // The name is not needed.
    let (unnamed, _) = try ReadingTests.document(Array(text.utf8))
    #expect(unnamed.attributes.mediaType == "application/jsonl")
  }

  @Test func namesThatComeTwiceAreFindings() throws {
    let (document, findings) = try document(
      Array("[{\"a\": 1, \"a\": 2}]".utf8), path: "x.json")
    #expect(document.sheets[0].shown == ["A1=a", "A2=1"])
    #expect(findings.map(\.code) == [.duplicateLabel])
  }

  @Test(arguments: [
    ("[1, 2", "1:6-6: this is not JSON: the list does not end"),
    ("{\"a\": 1,\n \"b\": x}", "2:7-7: this is not JSON: no value can start here"),
  ])
  func faultsHaveAPlace(text: String, expected: String) throws {
    let refusal = try refusal(Array(text.utf8), path: "x.json")
    #expect(refusal.description.hasPrefix(expected), "\(refusal)")
  }

  @Test func deepNestingIsRefused() throws {
    let text = String(repeating: "[", count: 100_000)
    #expect(try refusal(Array(text.utf8), path: "x.json").code == .malformed)
  }

  @Test func packedFilesAreReadAsIfUnpacked() throws {
    let bytes = GzipBuilder.pack(Array("a,b\n1,2\n".utf8))
    let (document, findings) = try document(bytes, path: "x.csv.gz")
    #expect(document.sheets[0].shown == ["A1=a", "B1=b", "A2=1", "B2=2"])
    #expect(document.attributes.mediaType == "text/csv")
    #expect(findings.isEmpty)
    #expect(try refusal(GzipBuilder.pack(bytes), path: "x.gz").code == .unsupported)
    #expect(try refusal(Array(bytes.dropLast(3)), path: "x.csv.gz").code == .malformed)
  }

  @Test func packedFilesThatGrowTooMuchAreRefused() throws {
    let bomb = GzipBuilder.spaces(runs: 10_000)
    let ratio = try refusal(bomb, path: "x.csv.gz") {
      $0.limits.unpackingRatio = 100
      $0.limits.unpackedBytesOfAnyRatio = 1000
    }
    #expect(ratio.reason.hasSuffix("the limit 'unpacking_ratio' is 100"), "\(ratio)")
    let size = try refusal(bomb, path: "x.csv.gz") { $0.limits.bytesPerFile = 1_000_000 }
    #expect(size.reason.hasSuffix("the limit 'bytes_per_file' is 1000000"), "\(size)")
  }
}
