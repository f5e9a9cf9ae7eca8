import JSON
import Platform

/// Tells people and journals on standard error what a run does.
public struct Log: Sendable {
  /// How much is told.
  public enum Verbosity: Int, Sendable, Comparable {
    /// Errors only.
    case quiet
    /// What matters.
    case normal
    /// Every step.
    case verbose

    /// Orders by how much is told.
    public static func < (a: Verbosity, b: Verbosity) -> Bool { a.rawValue < b.rawValue }
  }

  private let verbosity: Verbosity
  private let isJSON: Bool
  private let usesColour: Bool
  private let showsProgress: Bool

  /// Makes a log.
  public init(
    verbosity: Verbosity = .normal, isJSON: Bool = false, usesColour: Bool = false,
    showsProgress: Bool = false
  ) {
    self.verbosity = verbosity
    self.isJSON = isJSON
    self.usesColour = usesColour
    self.showsProgress = showsProgress && !isJSON && verbosity > .quiet
  }

  /// Tells every step, where wanted.
  func detail(_ message: String, _ fields: [JSONMember] = []) {
    if verbosity >= .verbose { write("debug", message, fields) }
  }

  /// Tells that a phase of a run is done, and how long after the start.
  func phase(_ name: String, since began: Int) {
    let milliseconds = Clock.milliseconds - began
    detail("\(name): done after \(milliseconds) ms", [JSONMember("ms", .integer(milliseconds))])
  }

  /// Tells what matters.
  func note(_ message: String, _ fields: [JSONMember] = []) {
    if verbosity >= .normal { write("info", message, fields) }
  }

  /// Tells what a person should look at.
  func warn(_ message: String, _ fields: [JSONMember] = []) {
    if verbosity >= .normal { write("warning", message, fields) }
  }

  /// Tells what was asked for, always.
  public func say(_ message: String) { write("info", message, []) }

  /// Tells what went wrong, always.
  public func fail(_ message: String) { write("error", message, []) }

  /// Shows how far a run is, on a terminal, in a line that the next one replaces.
  func progress(_ step: String, done: Int, of total: Int, _ source: String) {
    guard showsProgress else { return }
    let text = Console.plain("[\(done)/\(total)] \(step) \(source)")
    put("\r\u{1B}[K" + String(text.prefix(max(20, Console.width / 2))))
  }

  /// Clears the line of the progress.
  func endProgress() {
    if showsProgress { put("\r\u{1B}[K") }
  }

  private func write(_ level: String, _ message: String, _ fields: [JSONMember]) {
    endProgress()
    guard !isJSON else {
      let members = [
        JSONMember("time", .string(Clock.now)), JSONMember("level", .string(level)),
        JSONMember("message", .string(message)),
      ]
      return put(JSONValue.object(members + fields).line + "\n")
    }
    let colour = level == "error" ? "\u{1B}[31m" : level == "warning" ? "\u{1B}[33m" : ""
    let message = Console.plain(message)
    let prefix = level == "info" || level == "debug" ? "" : level + ": "
    put(
      usesColour && !colour.isEmpty
        ? "\(colour)\(prefix)\u{1B}[0m\(message)\n" : "\(prefix)\(message)\n")
  }

  private func put(_ text: String) {
    // A log that cannot be written is no reason to fail the run.
    try? Console.write(Array(text.utf8), to: .error)
  }
}
