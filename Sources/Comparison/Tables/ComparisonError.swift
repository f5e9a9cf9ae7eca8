/// Why two tables cannot be compared: which file, which key, which rows.
public struct ComparisonError: Error, Hashable, CustomStringConvertible {
  /// The file or table.
  public let file: String
  /// What is wrong, and what to do.
  public let reason: String

  /// Makes an error.
  public init(file: String, reason: String) {
    self.file = file
    self.reason = reason
  }

  /// The error for people.
  public var description: String { "\(file): \(reason)" }
}
