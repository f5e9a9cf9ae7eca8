import Pipeline
import Platform

/// The command line: finds the command, runs it, and turns every outcome into an exit code.
@main
struct Choai {
  static let version = "0.1.0"

  static let commands: [any Command.Type] = [
    RunCommand.self, CheckCommand.self, ReviewCommand.self, DiffCommand.self, PatchCommand.self,
    ExplainCommand.self, ReportCommand.self, ListCommand.self, StatusCommand.self,
    RunsCommand.self, NormalizeCommand.self, ReadCommand.self, WorkCommand.self,
    CompletionsCommand.self,
  ]

  static func main() async {
    LastWords.prepare()
    Clock.settleZone()
    Machine.keepMemory()
    Interrupts.note()
    let code = await run(Array(CommandLine.arguments.dropFirst()))
    if code != .success { Machine.exit(code.rawValue) }
  }

  private static func run(_ words: [String]) async -> ExitCode {
    do {
      guard let name = words.first else {
        try Console.write(help, to: .error)
        return .usage
      }
      if name == "--help" || name == "help" {
        try Console.write(help, to: .output)
        return .success
      }
      if name == "--version" {
        try Console.write("choai \(version)\n", to: .output)
        return .success
      }
      if name == "--man" {
        let page = ManualPage.text(commands.map { $0.description }, version: version)
        try Console.write(page, to: .output)
        return .success
      }
      guard let command = commands.first(where: { $0.description.name == name }) else {
        throw UsageError("there is no command '\(name)'\n  See 'choai --help'.")
      }
      return try await run(command, Array(words.dropFirst()))
    } catch let error as PlatformError where error.code == .brokenPipe {
      // Whoever reads our output has seen enough.
      return .success
    } catch {
      say("\(error)", asJSON: isJSON(words))
      return ExitCode(for: error)
    }
  }

  private static func say(_ message: String, asJSON: Bool) {
    if asJSON {
      Log(isJSON: true).fail(message)
    } else {
      try? Console.write(Console.plain("choai: \(message)\n"), to: .error)
    }
  }

  /// Whether messages are wanted as JSON, told from words that may not be understood.
  private static func isJSON(_ words: [String]) -> Bool {
    words.contains("--log-format=json")
      || zip(words, words.dropFirst()).contains { $0 == "--log-format" && $1 == "json" }
  }

  private static func run(_ command: any Command.Type, _ words: [String]) async throws -> ExitCode {
    let arguments = try Arguments(words, for: command.description)
    if arguments.has("--help") {
      try Console.write(command.description.help, to: .output)
      return .success
    }
    if arguments.has("--version") {
      try Console.write("choai \(version)\n", to: .output)
      return .success
    }
    return try await command.run(arguments)
  }

  /// The help of the whole program.
  private static var help: String {
    """
    choai: lays the figures of public money side by side and says whether they agree

      choai COMMAND [OPTIONS] [ARGUMENTS]

    Commands:
    \(CommandDescription.listed(commands.map { ($0.description.name, $0.description.summary) })
      .joined(separator: "\n"))

    See 'choai COMMAND --help'; 'choai --man' is all of it as a manual page.

    """
  }
}

extension ExitCode {
  /// The code of a failure that nobody mended on the way.
  init(for error: any Error) {
    self = error is UsageError ? .usage : ExitCode(failure: error)
  }
}
