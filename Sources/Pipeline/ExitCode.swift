/// What the program tells whoever called it.
public struct ExitCode: Sendable, Hashable {
  /// The number.
  public let rawValue: Int32

  /// Done; nothing of severity error.
  public static let success = ExitCode(rawValue: 0)
  /// Done and published, and there are findings of severity error; or there are differences.
  public static let findings = ExitCode(rawValue: 1)
  /// The command line, a pipeline file or a registry is wrong; nothing was touched.
  public static let usage = ExitCode(rawValue: 2)
  /// Done and published, and at least one source was refused.
  public static let refused = ExitCode(rawValue: 3)
  /// Could not publish; what was published is as it was.
  public static let failed = ExitCode(rawValue: 4)
  /// Another run holds the lock.
  public static let locked = ExitCode(rawValue: 75)
  /// Interrupted; nothing half-done is left behind.
  public static let interrupted = ExitCode(rawValue: 130)

  /// The code that says more when two things were done: refused sources before findings.
  public func worse(_ other: ExitCode) -> ExitCode { other.rawValue > rawValue ? other : self }
}
