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
      .init(
        name: "KIND",
        help: "dates, amounts, numbers or text; dates and amounts can be read in one pass",
        repeats: true)
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
    let kinds = try arguments.words.map(kind)
    let anchor = try arguments.day("--anchor", of: description)
    if arguments.has("--values") {
      guard kinds.count == 1 else {
        throw UsageError(description, "--values takes one KIND")
      }
      let input = try Console.readInput(limit: limit)
      try Console.write(try NormalizedValues(kind: kinds[0]).answers(to: input), to: .output)
      return .success
    }
    let input = try StandardInput(limit: limit)
    guard kinds != [.text] else {
      try NormalizedText.checkUTF8(input.bytes)
      try Console.write(FoldedText(input.bytes).bytes, to: .output)
      return .success
    }
    guard kinds.count == 1 || Set(kinds) == [.dates, .amounts] else {
      throw UsageError(description, "only dates and amounts can be read together")
    }
    let isTSV = arguments.value("--format") == "tsv"
    try NormalizedText(kinds: Set(kinds), anchor: anchor, isTSV: isTSV).write(input.bytes)
    return .success
  }

  private static func kind(_ word: String) throws(UsageError) -> NormalizedKind {
    if let kind = NormalizedKind(rawValue: word) { return kind }
    throw UsageError(
      description, "KIND is '\(word)', but can be dates, amounts, numbers or text")
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
