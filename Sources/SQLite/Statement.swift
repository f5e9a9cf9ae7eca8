import CSQLite

/// A prepared statement; it cannot outlive its database.
@safe public struct Statement: ~Copyable, ~Escapable {
  private let handle: OpaquePointer

  @_lifetime(immortal)
  init(_ handle: OpaquePointer) { unsafe self.handle = handle }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Runs the statement once for each row of values and makes it ready for the next.
  ///
  /// The corresponding C functions are `sqlite3_bind_text` and its like, and `sqlite3_step`.
  public mutating func run(_ parameters: Parameters) throws(SQLiteError) {
    let width = max(1, Int(unsafe sqlite3_bind_parameter_count(handle)))
    // The bytes stay where they are until the statement is done with them: nothing is copied.
    let code = unsafe parameters.bytes.withUnsafeBufferPointer { buffer -> Int32 in
      var start = 0
      repeat {
        let row = parameters.elements[start...].prefix(width)
        let code = unsafe run(row, from: buffer)
        if code != SQLITE_OK { return code }
        start += width
      } while start < parameters.elements.count
      return SQLITE_OK
    }
    guard code == SQLITE_OK else {
      let failure = error("run a statement", code)
      unsafe sqlite3_clear_bindings(handle)
      unsafe sqlite3_reset(handle)
      throw failure
    }
    unsafe sqlite3_clear_bindings(handle)
  }

  private func run(
    _ row: ArraySlice<Parameters.Element>, from buffer: UnsafeBufferPointer<UInt8>
  ) -> Int32 {
    for index in row.indices {
      let code = unsafe bind(row[index], at: Int32(index - row.startIndex + 1), from: buffer)
      if code != SQLITE_OK { return code }
    }
    let code = unsafe sqlite3_step(handle)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { return code }
    unsafe sqlite3_reset(handle)
    return SQLITE_OK
  }

  /// Goes to the next row, or says that there is none.
  ///
  /// The corresponding C function is `sqlite3_step`.
  public mutating func step() throws(SQLiteError) -> Bool {
    let code = unsafe sqlite3_step(handle)
    guard code == SQLITE_ROW || code == SQLITE_DONE else { throw error("read a row", code) }
    return code == SQLITE_ROW
  }

  /// The number of columns of a row.
  ///
  /// The corresponding C function is `sqlite3_column_count`.
  public var columnCount: Int { Int(unsafe sqlite3_column_count(handle)) }

  /// How SQLite keeps a value.
  public enum Storage: Sendable {
    /// Nothing.
    case null
    /// A whole number.
    case integer
    /// A number with a point.
    case real
    /// Text.
    case text
    /// Bytes.
    case blob
  }

  /// How a column of the row is kept, from 0.
  ///
  /// The corresponding C function is `sqlite3_column_type`.
  public func storage(_ column: Int) -> Storage {
    switch unsafe sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER: .integer
    case SQLITE_FLOAT: .real
    case SQLITE_TEXT: .text
    case SQLITE_BLOB: .blob
    default: .null
    }
  }

  /// A column of the row as text, from 0; nothing for a null.
  ///
  /// The corresponding C functions are `sqlite3_column_text` and `sqlite3_column_bytes`.
  public func text(_ column: Int) -> String? {
    guard let start = unsafe sqlite3_column_text(handle, Int32(column)) else { return nil }
    let count = unsafe Int(sqlite3_column_bytes(handle, Int32(column)))
    return unsafe String(
      decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// A column of the row as a whole number, from 0; nothing for a null.
  ///
  /// The corresponding C function is `sqlite3_column_int64`.
  public func integer(_ column: Int) -> Int64? {
    guard unsafe sqlite3_column_type(handle, Int32(column)) != SQLITE_NULL else { return nil }
    return unsafe sqlite3_column_int64(handle, Int32(column))
  }

  private func bind(
    _ element: Parameters.Element, at index: Int32, from buffer: UnsafeBufferPointer<UInt8>
  ) -> Int32 {
    switch element {
    case .null: return unsafe sqlite3_bind_null(handle, index)
    case .integer(let number): return unsafe sqlite3_bind_int64(handle, index, number)
    case .text(let range):
      // An empty text of an empty buffer has no address, which SQLite would take for a null.
      guard let base = buffer.baseAddress else {
        return unsafe sqlite3_bind_text(handle, index, "", 0, nil)
      }
      return unsafe sqlite3_bind_text64(
        handle, index,
        UnsafeRawPointer(base + range.lowerBound).assumingMemoryBound(to: CChar.self),
        UInt64(range.count), nil, UInt8(SQLITE_UTF8))
    }
  }

  private func error(_ operation: String, _ code: Int32) -> SQLiteError {
    let message = unsafe String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
    return SQLiteError(operation, code: code, message: message)
  }
}
