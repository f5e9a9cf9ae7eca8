import JSON
import Platform

/// Who is told how a run ended, besides the one who started it.
public struct RunListeners: Sendable {
  private let program: String?
  private let healthFile: String?
  private let log: Log

  /// How long a program may take, in seconds.
  private static let patience = 60

  /// A program that gets the outcome as JSON, and a file for a monitor.
  public init(program: String?, healthFile: String?, log: Log) {
    self.program = program
    self.healthFile = healthFile
    self.log = log
  }

  /// Tells of the last of some runs; the file speaks of all of them.
  ///
  /// What was published stays published: a listener that cannot be told is said, even in a quiet run.
  public func tell(_ outcomes: [RunOutcome]) {
    guard let last = outcomes.last else { return }
    if let healthFile {
      do {
        try HealthFile.write(outcomes, to: healthFile)
      } catch {
        log.fail("the health file is not written: \(error)")
      }
    }
    if let program, last.isNews { start(program, last) }
  }

  private func start(_ program: String, _ outcome: RunOutcome) {
    do {
      let input = Array((outcome.json.line + "\n").utf8)
      switch try Program.run(program, input: input, seconds: RunListeners.patience) {
      case .exited(0): break
      case .exited(let code): log.fail("\(program) ended with exit code \(code)")
      case .killed(let signal): log.fail("\(program) was ended by signal \(signal)")
      case .timedOut:
        log.fail("\(program) took longer than \(RunListeners.patience) s and was ended")
      }
    } catch {
      log.fail("\(program) is not told: \(error)")
    }
  }
}
