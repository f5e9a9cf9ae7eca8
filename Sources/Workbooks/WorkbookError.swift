import CXLSXWriter

/// A workbook that could not be written: what was tried, and why it failed.
public struct WorkbookError: Error, Hashable, CustomStringConvertible {
  /// The number the library gives a kind of failure; unknown ones survive.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// The library's number.
    public let rawValue: UInt32
    /// Wraps a number.
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    /// The file could not be made.
    public static let cannotCreate = Code(rawValue: LXW_ERROR_CREATING_XLSX_FILE.rawValue)
    /// A sheet with that name is there already.
    public static let nameInUse = Code(rawValue: LXW_ERROR_SHEETNAME_ALREADY_USED.rawValue)
    /// The name of a sheet is too long.
    public static let nameTooLong = Code(
      rawValue: LXW_ERROR_SHEETNAME_LENGTH_EXCEEDED.rawValue)
    /// A text is longer than a cell can be.
    public static let textTooLong = Code(
      rawValue: LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED.rawValue)
    /// A row or column is beyond the edge of a sheet.
    public static let beyondSheet = Code(
      rawValue: LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE.rawValue)
  }

  /// What was tried, as a verb.
  public let operation: String
  /// Why it failed.
  public let code: Code
  /// What the library says of it.
  public let message: String

  /// A reason of the system goes with it where there was one.
  init(_ operation: String, _ code: lxw_error, reason: String? = nil) {
    self.operation = operation
    self.code = Code(rawValue: code.rawValue)
    let said = unsafe String(cString: lxw_strerror(code))
    message = reason.map { "\(said): \($0)" } ?? said
  }

  /// The error for people.
  public var description: String { "cannot \(operation): \(message)" }
}
