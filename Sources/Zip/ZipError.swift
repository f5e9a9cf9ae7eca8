import CZip

/// An archive that could not be read.
public struct ZipError: Error, Hashable, CustomStringConvertible {
  /// The library's number for a kind of failure; unknown ones survive.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// The number, `ZIP_ER_…`.
    public let rawValue: Int32
    /// Wraps a number.
    public init(rawValue: Int32) { self.rawValue = rawValue }
    /// The headers of the archive contradict each other.
    public static let inconsistent = Code(rawValue: ZIP_ER_INCONS)
    /// The bytes are no archive, or their end is missing.
    public static let notAnArchive = Code(rawValue: ZIP_ER_NOZIP)
    /// The library is out of memory.
    public static let noMemory = Code(rawValue: ZIP_ER_MEMORY)
    /// The unpacked bytes do not have the checksum they should have.
    public static let wrongChecksum = Code(rawValue: ZIP_ER_CRC)
    /// A password is needed.
    public static let noPassword = Code(rawValue: ZIP_ER_NOPASSWD)
    /// The way of packing is not known to the library.
    public static let unknownMethod = Code(rawValue: ZIP_ER_COMPNOTSUPP)
  }

  /// The call that failed.
  public let operation: String
  /// The kind of failure.
  public let code: Code
  /// The library's words for it.
  public let message: String

  init(_ operation: String, _ error: UnsafeMutablePointer<zip_error_t>) {
    self.operation = operation
    let number = unsafe zip_error_code_zip(error)
    // A call fails without a reason only where there was no memory to note one.
    code = number == ZIP_ER_OK ? .noMemory : Code(rawValue: number)
    message =
      code == .noMemory ? "no memory is left" : unsafe String(cString: zip_error_strerror(error))
  }

  /// The library's words for the failure.
  public var description: String { message }
}
