/// Why a PDF could not be read.
public struct PDFError: Error, Sendable, Hashable {
  /// The kind of reason.
  public let code: Code
  /// The page, the number of pages, the signal or the number of the error, as the code has it.
  public let detail: Int
  /// What the library complained about first, empty if nothing.
  public let message: String

  /// The kinds of reasons.
  public enum Code: Sendable, Hashable {
    /// The library is not installed.
    case noLibrary
    /// The file is encrypted and needs a password.
    case encrypted
    /// The file breaks the rules of the format.
    case damaged
    /// There are more pages than the limits allow.
    case pages
    /// There are more characters than the limits allow.
    case characters
    /// It takes longer than the limits allow.
    case seconds
    /// It needs more memory than the limits allow.
    case memory
    /// The library crashed on it.
    case crashed
    /// The library does not say where the characters of a page stand.
    case unplaced
    /// The system gave no process or no pipe.
    case system
  }

  /// Makes an error.
  public init(_ code: Code, detail: Int = 0, message: String = "") {
    self.code = code
    self.detail = detail
    self.message = message
  }
}
