import JSON
import JapaneseText
import Pipeline
import Platform

/// `choai normalize`: the dates, amounts and numbers of running text, or one value a line.
enum NormalizeCommand: Command {
  static let description = CommandDescription(
    name: "normalize",
    summary: "dates, amounts, numbers or folded text of standard input",
    arguments: [
      .init(name: "KIND", help: "dates, amounts, numbers or text")
    ],
    options: [
      .init(name: "--values", help: "one value a line: JSON Lines in and out"),
      .init(
        name: "--format", value: "FORMAT", help: "jsonl or tsv, for running text",
        words: ["jsonl", "tsv"]),
      .init(name: "--anchor", value: "DAY", help: "the day the text speaks from (2022-06-03)"),
    ],
    details: """
      Running text is read whole; every mention comes out with its line, column (in characters,
      from 1), text, value and flags. With --values each input line is {"text": "令和４年６月３日"},
      maybe with "anchor": "2023-02-01", and each output line is {"value": …, "flags": […]}.
      """)

  /// The largest text that is taken.
  private static let limit = 1 << 31

  static func run(_ arguments: Arguments) async throws -> ExitCode {
    guard let kind = NormalizedKind(rawValue: arguments.words[0]) else {
      throw UsageError(
        description, "KIND is '\(arguments.words[0])', but can be dates, amounts, numbers or text")
    }
    let anchor = try arguments.day("--anchor", of: description)
    let input = try Console.readInput(limit: limit)
    let output: [UInt8]
    if arguments.has("--values") {
      output = try NormalizedValues(kind: kind).answers(to: input)
    } else {
      let isTSV = arguments.value("--format") == "tsv"
      output = try NormalizedText(kind: kind, anchor: anchor, isTSV: isTSV).output(for: input)
    }
    try Console.write(output, to: .output)
    return .success
  }
}

/// What can be normalised.
enum NormalizedKind: String {
  case dates
  case amounts
  case numbers
  case text
}

extension Arguments {
  /// A day given as an option, in strict ISO form.
  func day(_ name: String, of command: CommandDescription) throws(UsageError) -> Day? {
    guard let text = value(name) else { return nil }
    guard let day = Day(iso: text) else {
      throw UsageError(command, "\(name) is '\(text)', but should be a day like 2022-06-03")
    }
    return day
  }
}
