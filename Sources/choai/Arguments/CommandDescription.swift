/// What is said once about a command: help, parsing and shell completion are made of it.
struct CommandDescription: Sendable {
  /// The name, `run`.
  let name: String
  /// What it does, in one line.
  let summary: String
  /// The arguments, `[PIPELINE…]`.
  var arguments: [Argument] = []
  /// The options besides those every command has.
  var options: [Option] = []
  /// More about it, in paragraphs.
  var details: String = ""

  /// An argument without a dash.
  struct Argument: Sendable {
    let name: String
    let help: String
    var isOptional = false
    var repeats = false

    var usage: String {
      let word = name + (repeats ? "…" : "")
      return isOptional ? "[\(word)]" : word
    }
  }

  /// An option with a dash.
  struct Option: Sendable {
    let name: String
    /// What its value is called; nothing for a flag.
    var value: String?
    let help: String
    /// The words its value can be, where they are fixed.
    var words: [String] = []
    var repeats = false

    var usage: String { name + (value.map { " " + $0 } ?? "") }
  }

  /// The options of every command.
  static let common: [Option] = [
    Option(name: "--quiet", help: "say nothing but errors"),
    Option(name: "--verbose", help: "say more"),
    Option(name: "--json", help: "a summary for machines on standard output"),
    Option(name: "--log-format", value: "FORMAT", help: "text or json", words: ["text", "json"]),
    Option(name: "--no-progress", help: "show no progress on a terminal"),
    Option(
      name: "--color", value: "WHEN", help: "auto, always or never (also: NO_COLOR)",
      words: ["auto", "always", "never"]),
    Option(name: "--jobs", value: "N", help: "sources to work on side by side"),
    Option(name: "--help", help: "show this help"),
    Option(name: "--version", help: "show the version"),
  ]
}

extension CommandDescription {
  /// The help text.
  var help: String {
    var lines = ["choai \(name): \(summary)", "", "  " + usage, ""]
    if !details.isEmpty { lines += [details, ""] }
    if !arguments.isEmpty {
      lines +=
        ["Arguments:"] + CommandDescription.listed(arguments.map { ($0.name, $0.help) }) + [""]
    }
    if !options.isEmpty {
      lines += ["Options:"] + CommandDescription.listed(options.map { ($0.usage, $0.help) }) + [""]
    }
    lines += ["Everywhere:"]
    lines += CommandDescription.listed(CommandDescription.common.map { ($0.usage, $0.help) })
    return lines.joined(separator: "\n") + "\n"
  }

  /// How it is called.
  var usage: String {
    (["choai", name] + (options.isEmpty ? [] : ["[OPTIONS]"]) + arguments.map(\.usage))
      .joined(separator: " ")
  }

  static func listed(_ entries: [(String, String)]) -> [String] {
    let width = (entries.map(\.0.count).max() ?? 0) + 2
    return entries.map { name, help in
      "  " + name + String(repeating: " ", count: width - name.count) + help
    }
  }
}
