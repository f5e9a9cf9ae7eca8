import Model
import Pipeline
import Platform
import Publishing
import Reading
import SQLite
import TestSupport
import Testing

/// A table that is loaded into a new database is there as its texts say.
@Suite struct SQLiteRowsTests {
  @Test(.temporaryFolder) func everyFieldIsAText() throws {
    try load("事業,\"金\"\"額\",金額\n\"a,b\",007,1.0\nx\n\n\"\n\",,9\n", table: "予算 \"x\"")
    let table = try SQLiteTable.read(path, table: "予算 \"x\"")
    #expect(table.description.columns.map(\.name) == ["事業", "金\"額", "金額"])
    #expect(
      table.rows == [
        [.text("a,b"), .text("007"), .text("1.0")], [.text("x"), .null, .null],
        [.text("\n"), .text(""), .text("9")],
      ])
    let database = try Database(path, .read)
    var schema = try database.prepare("SELECT sql FROM sqlite_schema")
    #expect(try schema.step())
    #expect(
      schema.text(0)
        == "CREATE TABLE \"予算 \"\"x\"\"\" (\"事業\" TEXT, \"金\"\"額\" TEXT, \"金額\" TEXT) STRICT")
  }

  @Test(.temporaryFolder) func aLongTableIsLoadedWhole() throws {
    let rows = (0..<40_000).map { "\($0),研究開発推進事業その\($0 % 97),\($0 * 1000)\n" }
    try load("id,name,yen\n" + rows.joined(), table: "t")
    let database = try Database(path, .read)
    var sums = try database.prepare(
      "SELECT count(*), sum(id), sum(yen), sum(length(name)) FROM t WHERE rowid = id + 1")
    #expect(try sums.step())
    #expect(sums.integer(0) == 40_000)
    #expect(sums.integer(1) == 799_980_000)
    #expect(sums.integer(2) == 799_980_000_000)
    // Ten characters before the number, which has one digit or two.
    let digits = (0..<40_000).reduce(0) { $0 + ($1 % 97 < 10 ? 1 : 2) }
    #expect(sums.integer(3) == Int64(40_000 * 10 + digits))
    var check = try database.prepare("PRAGMA integrity_check")
    #expect(try check.step())
    #expect(check.text(0) == "ok")
  }

  @Test(.temporaryFolder) func aFileThatIsThereIsLeftAlone() throws {
    try Files.writeNew(path, Array("earlier".utf8))
    let failure = #expect(throws: PublishingError.self) { try load("a\n1\n", table: "t") }
    #expect(failure?.reason == "cannot make \(path): File exists")
    #expect(try Files.read(path) == Array("earlier".utf8))
  }

  @Test(.temporaryFolder, arguments: ["a,b\n1,2,3\n", "a,\"b\n", "", "\n\n"])
  func aRefusedTableLeavesNothing(text: String) throws {
    #expect(throws: Refusal.self) { try load(text, table: "t") }
    #expect(try Folder.entries(TemporaryFolder.path)?.map(\.name) == ["x.csv"])
  }

  @Test(.temporaryFolder) func whatTheDatabaseRefusesIsAFailure() throws {
    let failure = #expect(throws: PublishingError.self) {
      try load("a\n1\n", table: "sqlite_x")
    }
    #expect(failure?.reason.contains("reserved") == true)
    #expect(try Folder.entries(TemporaryFolder.path)?.map(\.name) == ["x.csv"])
  }

  private var path: String { TemporaryFolder.path + "/x.db" }

  private func load(_ text: String, table: String) throws {
    let source = TemporaryFolder.path + "/x.csv"
    try Files.replace(source, with: Array(text.utf8), durably: false)
    var settings = ReadingSettings()
    settings.kind = .csv
    settings.delimiter = UInt8(ascii: ",")
    let rows = RowSink(try SQLiteRows(path, table: table))
    if case .refused(let refusal) = try copyTable(source, settings: settings, to: rows) {
      throw refusal
    }
  }
}
