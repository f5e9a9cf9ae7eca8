/// The manual page of the program, made of what is said once about each command.
enum ManualPage {
  /// The page in the language of `man`.
  static func text(_ commands: [CommandDescription], version: String) -> String {
    var lines = [
      ".TH CHOAI 1 \"\" \"choai \(version)\" \"User Commands\"", ".SH NAME",
      "choai \\- lays the figures of public money side by side and says whether they agree",
      ".SH SYNOPSIS",
    ]
    for command in commands {
      lines += [".B choai \(command.name)", escaped(rest(command)), ".br"]
    }
    lines += [".SH COMMANDS"]
    for command in commands {
      lines += [".SS \(command.name)", sentence(command.summary)]
      for paragraph in command.details.split(separator: "\n\n", omittingEmptySubsequences: true) {
        lines += [".PP"] + paragraph.split(separator: "\n").map { escaped(String($0)) }
      }
      for argument in command.arguments {
        lines += [".TP", ".I \(escaped(argument.name))", escaped(argument.help)]
      }
      for option in command.options {
        lines += [".TP", ".B \(escaped(option.usage))", escaped(option.help)]
      }
    }
    lines += [".SH OPTIONS OF EVERY COMMAND"]
    for option in CommandDescription.common {
      lines += [".TP", ".B \(escaped(option.usage))", escaped(option.help)]
    }
    lines += [
      ".SH EXIT STATUS", ".TP", ".B 0", "Done; nothing of severity error.", ".TP", ".B 1",
      "Done, with findings of severity error, or with differences.", ".TP", ".B 2",
      "The command line, a pipeline file or a registry is wrong; nothing was touched.", ".TP",
      ".B 3", "Done, and a source was refused.", ".TP", ".B 4",
      "Could not publish; what was published is as it was.", ".TP", ".B 75",
      "Another run holds the lock.", ".TP", ".B 130",
      "Interrupted; nothing half\\-done is left behind.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The usage without the program and the command.
  private static func rest(_ command: CommandDescription) -> String {
    command.usage.split(separator: " ").dropFirst(2).joined(separator: " ")
  }

  private static func sentence(_ text: String) -> String {
    escaped(text.prefix(1).uppercased() + text.dropFirst()) + "."
  }

  /// A line of text: a hyphen may be typed as it is read, and a point or quote begins no request.
  private static func escaped(_ text: String) -> String {
    var line = ""
    for character in text {
      switch character {
      case "\\": line += "\\\\"
      case "-": line += "\\-"
      case _ where character.isASCII: line.append(character)
      default:
        for scalar in character.unicodeScalars {
          let number = String(scalar.value, radix: 16, uppercase: true)
          line += "\\[u" + String(repeating: "0", count: max(0, 4 - number.count)) + number + "]"
        }
      }
    }
    return line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }
}
