import CSQLite

/// An open database; closed when it goes out of scope, or by `close`, which can fail.
@safe public struct Database: ~Copyable {
  // Nothing once closed; closing nothing does no harm.
  private var handle: OpaquePointer?
  private let path: String

  /// How to open a database.
  public enum Mode: Sendable {
    /// To read a file that is there.
    case read
    /// To write a file, making it where it is missing.
    case write
  }

  /// Opens a database file; a symbolic link in the place of one to be written is not followed.
  ///
  /// The corresponding C function is `sqlite3_open_v2`.
  public init(_ path: String, _ mode: Mode) throws(SQLiteError) {
    let flags =
      mode == .read
      ? SQLITE_OPEN_READONLY
      : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW
    var opened: OpaquePointer?
    let code = unsafe sqlite3_open_v2(
      path, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK else {
      let message = unsafe String(cString: sqlite3_errmsg(opened))
      unsafe sqlite3_close_v2(opened)
      throw SQLiteError("open the database \(path)", code: code, message: message)
    }
    unsafe self.handle = opened
    self.path = path
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  /// Runs statements that give no rows.
  ///
  /// The corresponding C function is `sqlite3_exec`.
  public func execute(_ sql: String) throws(SQLiteError) {
    let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error("run a statement on \(path)", code) }
  }

  /// Prepares one statement, which lives no longer than the database.
  ///
  /// The corresponding C function is `sqlite3_prepare_v2`.
  @_lifetime(borrow self)
  public borrowing func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    var prepared: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(handle, sql, -1, &prepared, nil)
    guard code == SQLITE_OK, let statement = unsafe prepared else {
      throw error("prepare a statement on \(path)", code)
    }
    return unsafe _overrideLifetime(Statement(statement), borrowing: self)
  }

  /// Closes the database and says whether that worked.
  ///
  /// The corresponding C function is `sqlite3_close`.
  public consuming func close() throws(SQLiteError) {
    let code = unsafe sqlite3_close(handle)
    guard code == SQLITE_OK else { throw error("close \(path)", code) }
    unsafe handle = nil
  }

  private borrowing func error(_ operation: String, _ code: Int32) -> SQLiteError {
    SQLiteError(operation, code: code, message: unsafe String(cString: sqlite3_errmsg(handle)))
  }
}
