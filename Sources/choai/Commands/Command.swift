import Pipeline

/// A command: what is said about it, and what it does.
protocol Command: Sendable, SendableMetatype {
  /// Its name, arguments and options.
  static var description: CommandDescription { get }
  /// Does it.
  static func run(_ arguments: Arguments) async throws -> ExitCode
}
