import Platform
import SQLite
import TestSupport
import Testing

@Suite struct DatabaseTests {
  private var path: String { TemporaryFolder.path + "/a.sqlite" }

  @Test(.temporaryFolder) func whatIsWrittenIsReadAgain() throws {
    let database = try Database(path, .write)
    try database.execute("CREATE TABLE t (a TEXT, b INTEGER, c REAL) STRICT")
    var insert = try database.prepare("INSERT INTO t VALUES (?, ?, ?)")
    var row = Parameters()
    row.add("令和\u{0}4年度")
    row.add(Int64.min)
    row.add("0.5")
    try insert.run(row)
    row.clear()
    row.add("")
    row.addNull()
    row.addNull()
    try insert.run(row)

    var rows = try database.prepare("SELECT a, b, c, typeof(a), typeof(c) FROM t ORDER BY rowid")
    #expect(rows.columnCount == 5)
    #expect(try rows.step())
    #expect(rows.text(0) == "令和\u{0}4年度")
    #expect(rows.integer(1) == .min)
    #expect(rows.text(2) == "0.5")
    #expect(rows.text(4) == "real")
    #expect(try rows.step())
    #expect(rows.text(0) == "")
    #expect(rows.text(3) == "text")
    #expect(rows.integer(1) == nil)
    #expect(rows.text(2) == nil)
    #expect(try !rows.step())
  }

  @Test(.temporaryFolder) func aBrokenConstraintIsAnErrorAndTheStatementGoesOn() throws {
    let database = try Database(path, .write)
    try database.execute("CREATE TABLE t (a TEXT PRIMARY KEY NOT NULL) STRICT")
    var insert = try database.prepare("INSERT INTO t VALUES (?)")
    var row = Parameters()
    row.add("a")
    try insert.run(row)
    let failure = #expect(throws: SQLiteError.self) { try insert.run(row) }
    #expect(failure?.code.primary == .constraint)
    #expect(
      failure.map { "\($0)" }
        == "cannot run a statement: UNIQUE constraint failed: t.a (SQLite 1555)")
    row.clear()
    row.add("b")
    try insert.run(row)
  }

  @Test(.temporaryFolder) func aFileThatIsNoDatabaseIsRefused() throws {
    try Files.writeNew(path, Array(repeating: UInt8(ascii: "x"), count: 5000))
    let database = try Database(path, .read)
    let failure = #expect(throws: SQLiteError.self) {
      try database.execute("SELECT * FROM sqlite_schema")
    }
    #expect(failure?.code == .notADatabase)
  }

  @Test(.temporaryFolder) func aDamagedFileIsRefused() throws {
    let database = try Database(path, .write)
    try database.execute("CREATE TABLE t (a TEXT) STRICT; INSERT INTO t VALUES ('x')")
    try database.close()
    var bytes = try Files.read(path)
    for index in 4096..<bytes.count { bytes[index] = 0xFF }
    try Files.replace(path, with: bytes)
    let damaged = try Database(path, .read)
    let failure = #expect(throws: SQLiteError.self) {
      var rows = try damaged.prepare("SELECT * FROM t")
      _ = try rows.step()
    }
    #expect(failure?.code.primary == .corrupt)
  }

  @Test(.temporaryFolder) func aMissingFileOrFolderIsAnError() {
    let missing = TemporaryFolder.path + "/none/a.sqlite"
    for mode in [Database.Mode.read, .write] {
      let failure = #expect(throws: SQLiteError.self) { _ = try Database(missing, mode) }
      #expect(failure?.code == .cannotOpen)
    }
  }

  @Test(.temporaryFolder) func badSQLIsAnError() throws {
    let database = try Database(path, .write)
    #expect(throws: SQLiteError.self) { _ = try database.prepare("SELEC 1") }
    #expect(throws: SQLiteError.self) { _ = try database.prepare("") }
    #expect(throws: SQLiteError.self) { try database.execute("SELECT nothing") }
  }
}
