import Hashing
import Platform
import SQLite

/// A file of a snapshot that could not be written or read: which, and why.
public struct PublishingError: Error, Hashable, CustomStringConvertible {
  /// The file.
  public let file: String
  /// What failed, why, and what to do.
  public let reason: String

  /// Makes an error.
  public init(file: String, reason: String) {
    self.file = file
    self.reason = reason
  }

  /// The error for people.
  public var description: String { "\(file): \(reason)" }
}

/// Calls a wrapper and says of which file of the snapshot its failure speaks.
func publishing<Result: ~Copyable, Failure: Error>(
  _ file: String, _ call: () throws(Failure) -> Result
) throws(PublishingError) -> Result {
  do { return try call() } catch { throw PublishingError(file: file, reason: "\(error)") }
}
