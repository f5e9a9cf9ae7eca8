public import JapaneseText
import Model

/// How a run is asked for.
public struct RunSettings: Sendable {
  /// Which findings make the exit code 1.
  public enum FailOn: String, Sendable, CaseIterable {
    /// Those of severity error.
    case error
    /// Those of severity warning too.
    case warning
    /// None.
    case never

    /// Whether a severity counts as failure.
    func counts(_ severity: Severity) -> Bool {
      switch self {
      case .error: severity >= .error
      case .warning: severity >= .warning
      case .never: false
      }
    }
  }

  /// The folder of the sources.
  public var raw = "raw"
  /// The folder of the cache.
  public var staged = "staged"
  /// The folder of the snapshots; nothing for the usual one.
  public var out: String?
  /// The day the run stands for.
  public var asOf: Day?
  /// Patterns for the sources to read; none for all.
  public var select: [String] = []
  /// Patterns for the sources to leave out.
  public var exclude: [String] = []
  /// Whether every step is done again.
  public var force = false
  /// How many sources are worked on side by side.
  public var jobs = 1
  /// Which findings make the exit code 1.
  public var failOn = FailOn.error
  /// The version of the program.
  public var version = ""

  /// The usual settings.
  public init() {}
}
