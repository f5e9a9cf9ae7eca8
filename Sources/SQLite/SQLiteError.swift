import CSQLite

/// A call to SQLite that failed: what was tried, with which result, and why.
public struct SQLiteError: Error, Hashable, CustomStringConvertible {
  /// The number SQLite gives a kind of failure; unknown ones survive.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// The extended result code.
    public let rawValue: Int32
    /// Wraps a number.
    public init(rawValue: Int32) { self.rawValue = rawValue }
    /// The file could not be opened.
    public static let cannotOpen = Code(rawValue: SQLITE_CANTOPEN)
    /// The file is no database.
    public static let notADatabase = Code(rawValue: SQLITE_NOTADB)
    /// The file is damaged.
    public static let corrupt = Code(rawValue: SQLITE_CORRUPT)
    /// A constraint of the schema does not hold.
    public static let constraint = Code(rawValue: SQLITE_CONSTRAINT)
    /// The disk is full.
    public static let full = Code(rawValue: SQLITE_FULL)
    /// The kind without its finer distinctions.
    public var primary: Code { Code(rawValue: rawValue & 0xFF) }
  }

  /// What was tried, as a verb.
  public let operation: String
  /// Why it failed.
  public let code: Code
  /// What SQLite says of it.
  public let message: String

  init(_ operation: String, code: Int32, message: String) {
    self.operation = operation
    self.code = Code(rawValue: code)
    self.message = message
  }

  /// The error for people.
  public var description: String { "cannot \(operation): \(message) (SQLite \(code.rawValue))" }
}
