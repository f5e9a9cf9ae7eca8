import Hashing
import JSON
import JapaneseText
import Model
import Platform
import Publishing
import SQLite
import TestSupport
import Testing

@Suite struct SnapshotWriterTests {
  private var folder: String { TemporaryFolder.path + "/one" }

  @Test(.temporaryFolder) func writesWhatItSays() throws {
    let files = try SnapshotWriter(folder: folder).write(Samples.content)
    let paths = [
      "documents.csv", "lines.csv", "changes/changes.md", "documents.jsonl", "lines.jsonl",
      "places.jsonl", "sample.sqlite", "datapackage.json", "SHA256SUMS",
    ]
    #expect(files.map(\.path) == paths)
    #expect(try Folder.filesBelow(folder).map(Set.init) == Set(paths))
    for file in files {
      let bytes = try Files.read(folder + "/" + file.path)
      #expect(file.bytes == bytes.count)
      #expect(try file.sha256 == SHA256.digits(of: bytes))
    }
  }

  @Test(.temporaryFolder) func theSameContentGivesTheSameBytes() throws {
    let again = TemporaryFolder.path + "/again"
    let all = Set(SnapshotFormat.allCases)
    let first = try SnapshotWriter(folder: folder, formats: all).write(Samples.content)
    let second = try SnapshotWriter(folder: again, formats: all).write(Samples.content)
    #expect(first == second)
  }

  @Test(.temporaryFolder) func theDescriptorSaysHowToReadTheTables() throws {
    var content = Samples.content
    let without = try descriptor(of: content, in: folder)
    #expect(without["created"] == nil)
    content.metadata.asOf = Samples.day
    let json = try descriptor(of: content, in: TemporaryFolder.path + "/dated")
    #expect(json["$schema"]?.string == "https://datapackage.org/profiles/2.0/datapackage.json")
    #expect(json["created"]?.string == "2022-06-03T00:00:00Z")
    #expect(json["licenses"]?.array == [["name": "CC-BY-4.0", "path": "https://example.org/by"]])
    #expect(
      json["sources"]?.array == [["title": "計画", "path": "a.txt", "version": "sha256:ab"]])
    let lines = try #require(json["resources"]?.array?.last)
    #expect(lines["path"]?.string == "lines.csv")
    #expect(lines["dialect"]?["lineTerminator"]?.string == "\n")
    #expect(lines["schema"]?["primaryKey"] == .strings(["id"]))
    #expect(
      lines["schema"]?["foreignKeys"]
        == .array([
          [
            "fields": .strings(["document"]),
            "reference": ["resource": "documents", "fields": .strings(["id"])],
          ]
        ]))
    #expect(
      lines["schema"]?["fields"]?.array?.last == [
        "name": "op", "type": "string", "categories": .strings(["=", ">="]),
        "constraints": ["enum": .strings(["=", ">="])],
      ])
    #expect(
      lines["schema"]?["fields"]?.array?.first == [
        "name": "id", "type": "string",
        "constraints": ["required": .boolean(true), "unique": .boolean(true)],
      ])
  }

  @Test(.temporaryFolder) func theSQLiteFileHoldsTheSameRows() throws {
    try SnapshotWriter(folder: folder).write(Samples.content)
    let database = try Database(folder + "/sample.sqlite", .read)
    var rows = try database.prepare(
      "SELECT id, document, amount_yen, share, typeof(share), is_prior, op FROM lines")
    var shown: [[String?]] = []
    while try rows.step() { shown.append((0..<rows.columnCount).map { rows.text($0) }) }
    #expect(
      shown == [
        ["b-1", "d-1", "32600000000", "-0.5", "real", "1", "="],
        ["b-2", "d-1", "-9223372036854775808", "45.0", "real", "0", nil],
        ["b-3", nil, nil, nil, "null", "0", ">="],
      ])
  }

  @Test(.temporaryFolder) func aKeyWithoutAMatchIsNotPublished() {
    var content = Samples.content
    var lines = Samples.lines
    lines.rows[0][1] = .text("d-9")
    content.tables[1] = CSVTable(lines)
    let failure = #expect(throws: PublishingError.self) {
      try SnapshotWriter(folder: folder).write(content)
    }
    #expect(failure?.reason == "row 1 of lines has no match in documents")
  }

  @Test(.temporaryFolder) func aDuplicateKeyIsNotPublished() {
    var content = Samples.content
    var lines = Samples.lines
    lines.rows[1][0] = .text("b-1")
    content.tables[1] = CSVTable(lines)
    let failure = #expect(throws: PublishingError.self) {
      try SnapshotWriter(folder: folder).write(content)
    }
    #expect(failure?.reason.contains("UNIQUE constraint failed: lines.id") == true)
  }

  @Test(.temporaryFolder) func aFileInTheWayIsAnError() throws {
    try Folder.create(folder)
    try Files.writeNew(folder + "/lines.csv", [])
    let failure = #expect(throws: PublishingError.self) {
      try SnapshotWriter(folder: folder).write(Samples.content)
    }
    #expect(failure?.file == folder + "/lines.csv")
  }

  @Test(.temporaryFolder) func aFolderThatCannotBeMadeIsAnError() throws {
    try Files.writeNew(TemporaryFolder.path + "/file", [])
    #expect(throws: PublishingError.self) {
      try SnapshotWriter(folder: TemporaryFolder.path + "/file/one").write(Samples.content)
    }
  }

  private func descriptor(of content: SnapshotContent, in folder: String) throws -> JSONValue {
    try SnapshotWriter(folder: folder).write(content)
    return try JSONReader.read(Files.read(folder + "/datapackage.json"))
  }
}
