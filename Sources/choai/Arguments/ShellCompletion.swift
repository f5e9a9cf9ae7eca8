/// The shells that can complete a command line.
enum Shell: String, CaseIterable {
  case bash
  case zsh
  case fish

  /// The script that teaches the shell the commands; made of what is said once about each.
  func completion(of commands: [CommandDescription]) -> String {
    switch self {
    case .bash: BashCompletion.script(commands)
    case .zsh: ZshCompletion.script(commands)
    case .fish: FishCompletion.script(commands)
    }
  }
}

/// The script for bash: words by the command, files where no word fits.
private enum BashCompletion {
  static func script(_ commands: [CommandDescription]) -> String {
    let names = (commands.map(\.name) + ["--help", "--version"]).joined(separator: " ")
    var lines = [
      "# bash completion for choai", "_choai() {",
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=",
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then",
      "    COMPREPLY=($(compgen -W \"\(names)\" -- \"$word\"))", "    return", "  fi",
      "  case ${COMP_WORDS[1]}:$before in",
    ]
    for command in commands {
      for option in command.allOptions where !option.words.isEmpty {
        lines.append(
          "    \(command.name):\(option.name)) words=\"\(option.words.joined(separator: " "))\" ;;")
      }
    }
    lines += ["    *)", "      case ${COMP_WORDS[1]} in"]
    for command in commands {
      let options = command.allOptions.map(\.name).joined(separator: " ")
      lines.append("        \(command.name)) [[ $word == -* ]] && words=\"\(options)\" ;;")
    }
    lines += [
      "      esac ;;", "  esac", "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))",
      "  [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- \"$word\"))", "}",
      "complete -o filenames -F _choai choai",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}

/// The script for zsh, with what each option does.
private enum ZshCompletion {
  static func script(_ commands: [CommandDescription]) -> String {
    var lines = ["#compdef choai", "_choai() {", "  local -a commands=("]
    lines += commands.map { "    '\($0.name):\(quoted($0.summary))'" }
    lines += [
      "  )", "  if (( CURRENT == 2 )); then", "    _describe command commands", "    return",
      "  fi", "  local name=$words[2]", "  shift words; (( CURRENT-- ))", "  case $name in",
    ]
    for command in commands {
      lines.append("    \(command.name)) _arguments \\")
      for option in command.allOptions {
        let value = option.value.map { name in
          option.words.isEmpty
            ? ":\(name):_files" : ":\(name):(\(option.words.joined(separator: " ")))"
        }
        let mark = option.repeats ? "*" : ""
        lines.append("      '\(mark)\(option.name)[\(quoted(option.help))]\(value ?? "")' \\")
      }
      lines.append("      '*:\(command.arguments.first?.name ?? "FILE"):_files' ;;")
    }
    lines += ["  esac", "}", "_choai \"$@\""]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = ""
    for character in text {
      switch character {
      case "'": quoted += #"'\''"#
      case "[", "]", ":": quoted += "\\\(character)"
      default: quoted.append(character)
      }
    }
    return quoted
  }
}

/// The script for fish, with what each option does.
private enum FishCompletion {
  static func script(_ commands: [CommandDescription]) -> String {
    var lines = ["# fish completion for choai"]
    for command in commands {
      lines.append(
        "complete -c choai -n __fish_use_subcommand -f -a \(command.name) "
          + "-d \(quoted(command.summary))")
      for option in command.allOptions {
        var line = "complete -c choai -n '__fish_seen_subcommand_from \(command.name)' "
        line += "-l \(option.name.drop { $0 == "-" }) -d \(quoted(option.help))"
        if option.value != nil { line += " -r" }
        if !option.words.isEmpty { line += " -f -a \(quoted(option.words.joined(separator: " ")))" }
        lines.append(line)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "'"
    for character in text {
      if character == "'" || character == "\\" { quoted.append("\\") }
      quoted.append(character)
    }
    return quoted + "'"
  }
}

extension CommandDescription {
  /// The options of the command and those of every command.
  var allOptions: [Option] { options + CommandDescription.common }
}
