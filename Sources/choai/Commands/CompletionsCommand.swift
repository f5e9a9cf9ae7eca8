import Pipeline
import Platform

/// `choai completions`: the script that teaches a shell the commands and options.
enum CompletionsCommand: Command {
  static let description = CommandDescription(
    name: "completions",
    summary: "a script that lets a shell complete commands and options",
    arguments: [.init(name: "SHELL", help: "bash, zsh or fish")],
    details: """
      'make install' puts the scripts where the shells look. By hand, for bash:
      choai completions bash > ~/.local/share/bash-completion/completions/choai
      """)

  static func run(_ arguments: Arguments) async throws -> ExitCode {
    guard let shell = Shell(rawValue: arguments.words[0]) else {
      throw UsageError(
        description, "SHELL is '\(arguments.words[0])', but can be bash, zsh or fish")
    }
    let commands = Choai.commands.map { $0.description }
    try Console.write(shell.completion(of: commands), to: .output)
    return .success
  }
}
