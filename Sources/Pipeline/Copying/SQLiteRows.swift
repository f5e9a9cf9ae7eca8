import Platform
public import Publishing
import RawBytes
public import Reading
import SQLite

/// Rows as one table of a new SQLite database: strict, all columns TEXT, a null for what a row is
/// too short for; a row in which nothing stands is left out.
public struct SQLiteRows: TableRows, ~Copyable {
  /// Rows wait until their texts are so long: to prepare the statement costs as much as some rows.
  private static let bytesPerInsert = 1 << 18

  /// The failure that ended the copying, where one did.
  public private(set) var failure: PublishingError?
  private let table: String
  private let path: String
  private var file: PendingFile
  private var database: Database
  private var width = 0
  private var waiting = Parameters()
  private var text = ByteBuffer(capacity: 1 << 10)

  /// A database to be made at a path where nothing stands, with a table of some name.
  public init(_ path: String, table: String) throws(PublishingError) {
    do {
      let file = try PendingFile(path)
      database = try SQLiteRows.open(file.aside)
      self.file = file
    } catch { throw PublishingError(file: path, reason: "\(error)") }
    self.table = table
    self.path = path
  }

  private static func open(_ path: String) throws(SQLiteError) -> Database {
    let database = try Database(path, .write)
    // The file is new and is thrown away when anything fails: no journal is needed.
    try database.execute(
      """
      PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF;
      PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; BEGIN
      """)
    return database
  }

  /// Takes the row that names the columns.
  public mutating func begin(_ row: TableRow, columns: [String]) throws(Refusal) {
    if let odd = columns.firstIndex(where: { $0.utf8.contains(0) }) {
      throw Refusal(
        .malformed, "row \(row.number) has a zero byte in the name of column \(odd + 1)",
        advice: "say with '--header ROW' which row names the columns, or mend the row")
    }
    width = columns.count
    let list = columns.map { "\(SQLText.name($0)) TEXT" }.joined(separator: ", ")
    do throws(SQLiteError) {
      try database.execute("CREATE TABLE \(SQLText.name(table)) (\(list)) STRICT")
    } catch { throw stop(error) }
  }

  /// Takes a row below it.
  public mutating func take(_ row: TableRow) throws(Refusal) {
    let filled = try row.width(within: width)
    guard !row.isBlank else { return }
    for index in 0..<filled {
      let field = row.fields[index]
      if row.isQuoted(field) {
        text.removeAll()
        row.append(field, to: &text)
        waiting.add(text)
      } else {
        waiting.add(row.bytes.extracting(field))
      }
    }
    for _ in filled..<width { waiting.addNull() }
    if waiting.byteCount >= SQLiteRows.bytesPerInsert { try insert() }
  }

  /// Writes what waits, where it is enough.
  public mutating func flush() {}

  private mutating func insert() throws(Refusal) {
    guard !waiting.isEmpty else { return }
    let marks = repeatElement("?", count: width).joined(separator: ", ")
    do throws(SQLiteError) {
      var insert = try database.prepare(
        "INSERT INTO \(SQLText.name(table)) VALUES (\(marks))")
      try insert.run(waiting)
    } catch { throw stop(error) }
    waiting.clear()
  }

  /// Forgets what was written.
  public mutating func clear() throws(Refusal) {
    waiting.clear()
    do {
      try Files.remove(file.aside)
      database = try SQLiteRows.open(file.aside)
    } catch { throw stop(error) }
  }

  /// Takes the end of the table.
  public mutating func end(isEmpty: Bool) throws(Refusal) {
    guard !isEmpty else {
      throw Refusal(
        .empty, "no row of the table names columns", advice: "check that the source is whole")
    }
    try insert()
    do throws(SQLiteError) { try database.execute("COMMIT") } catch { throw stop(error) }
  }

  /// Delivers the table.
  public consuming func deliver() throws(PublishingError) {
    do {
      try database.close()
      try file.deliver()
    } catch { throw PublishingError(file: path, reason: "\(error)") }
  }

  private mutating func stop(_ error: some Error) -> Refusal {
    let failure = PublishingError(file: path, reason: "\(error)")
    self.failure = failure
    return .unwritable(failure)
  }
}

extension Parameters {
  /// Adds the bytes of a buffer as a text.
  fileprivate mutating func add(_ text: borrowing ByteBuffer) { add(text.bytes) }
}
