import Glibc

/// A call to the system that failed: what was tried, on what, and why.
public struct PlatformError: Error, Hashable, CustomStringConvertible {
  /// The system's number for a kind of failure; unknown ones survive.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// The number, `errno`.
    public let rawValue: Int32
    /// Wraps a number.
    public init(rawValue: Int32) { self.rawValue = rawValue }
    /// No such file or folder.
    public static let notFound = Code(rawValue: ENOENT)
    /// The file or folder exists already.
    public static let exists = Code(rawValue: EEXIST)
    /// No space is left.
    public static let noSpace = Code(rawValue: ENOSPC)
    /// The reader of a pipe is gone.
    public static let brokenPipe = Code(rawValue: EPIPE)
    /// A folder stands where a file should.
    public static let isFolder = Code(rawValue: EISDIR)
    /// The file is larger than allowed.
    public static let tooLarge = Code(rawValue: EFBIG)
    /// A symbolic link stands where a file or folder should.
    public static let isLink = Code(rawValue: ELOOP)
  }

  /// What was tried, as a verb: `open`, `write`.
  public let operation: String
  /// The file or folder.
  public let path: String
  /// Why it failed.
  public let code: Code

  /// Makes an error; without a code it takes the one the last call left.
  public init(_ operation: String, _ path: String, code: Code? = nil) {
    self.operation = operation
    self.path = path
    self.code = code ?? Code(rawValue: errno)
  }

  /// The text for people.
  public var description: String { "cannot \(operation) \(path): \(code)" }
}

extension PlatformError.Code: CustomStringConvertible {
  /// The text for people.
  public var description: String {
    switch self {
    case .changed: "it changes while it is read"
    case .notAFile: "it is a device, a pipe or a socket, no file"
    case .isLink: "it is a symbolic link; put the file or folder itself there"
    default: unsafe String(cString: strerror(rawValue))
    }
  }
}
