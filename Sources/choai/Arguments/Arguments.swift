/// The words of a command line, sorted into options and arguments.
struct Arguments: Sendable {
  /// The arguments without a dash, in order.
  private(set) var words: [String] = []
  private var values: [String: [String]] = [:]

  /// Sorts the words that follow a command's name, or says what is wrong with them.
  init(_ input: some Sequence<String>, for command: CommandDescription) throws(UsageError) {
    let options = command.options + CommandDescription.common
    var rest = Array(input)[...]
    var onlyWords = false
    while let word = rest.popFirst() {
      guard !onlyWords, word.hasPrefix("-"), word != "-" else {
        words.append(word)
        continue
      }
      if word == "--" {
        onlyWords = true
        continue
      }
      let (name, inline) = Arguments.split(word)
      guard let option = options.first(where: { $0.name == name }) else {
        throw UsageError(command, "there is no option \(name)")
      }
      try add(option, inline, &rest, command)
    }
    try checkWords(command)
  }

  private mutating func add(
    _ option: CommandDescription.Option, _ inline: String?, _ rest: inout ArraySlice<String>,
    _ command: CommandDescription
  ) throws(UsageError) {
    if option.value == nil {
      guard inline == nil else { throw UsageError(command, "\(option.name) takes no value") }
      values[option.name] = [""]
      return
    }
    guard let value = inline ?? rest.popFirst() else {
      throw UsageError(command, "\(option.usage): the value is missing")
    }
    if !option.words.isEmpty, !option.words.contains(value) {
      let known = option.words.joined(separator: ", ")
      throw UsageError(command, "\(option.name) is \(value), but can be: \(known)")
    }
    if values[option.name] != nil, !option.repeats {
      throw UsageError(command, "\(option.name) is given twice")
    }
    values[option.name, default: []].append(value)
  }

  private func checkWords(_ command: CommandDescription) throws(UsageError) {
    if has("--help") || has("--version") { return }
    let required = command.arguments.filter { !$0.isOptional }
    if words.count < required.count {
      throw UsageError(command, "\(required[words.count].name) is missing")
    }
    if words.count > command.arguments.count, command.arguments.last?.repeats != true {
      throw UsageError(command, "'\(words[command.arguments.count])' is one argument too many")
    }
  }

  private static func split(_ word: String) -> (name: String, value: String?) {
    guard let sign = word.firstIndex(of: "=") else { return (word, nil) }
    return (String(word[..<sign]), String(word[word.index(after: sign)...]))
  }

  /// Whether a flag or option was given.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// The value of an option.
  func value(_ name: String) -> String? { values[name]?.last }

  /// The values of an option that may be given several times.
  func values(_ name: String) -> [String] { values[name] ?? [] }
}

/// A command line that is wrong, with what to do about it.
struct UsageError: Error, CustomStringConvertible {
  let description: String

  init(_ command: CommandDescription, _ reason: String) {
    description = "\(reason)\n  \(command.usage)\n  See 'choai \(command.name) --help'."
  }

  init(_ reason: String) { description = reason }
}
