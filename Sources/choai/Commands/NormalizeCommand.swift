import JSON
import JapaneseText
import Pipeline
import Platform
import Reading

/// `choai normalize`: the dates, amounts and numbers of running text, or one value a line.
enum NormalizeCommand: Command {
  static let description = CommandDescription(
    name: "normalize",
    summary: "dates, amounts, numbers or folded text of standard input, or of columns of a table",
    arguments: [
      .init(
        name: "KIND",
        help: "dates, amounts, numbers or text; dates and amounts can be read in one pass",
        isOptional: true, repeats: true)
    ],
    options: [
      .init(name: "--values", help: "one value a line: JSON Lines in and out"),
      .init(
        name: "--format", value: "FORMAT", help: "jsonl or tsv, for running text",
        words: ["jsonl", "tsv"]),
      .init(name: "--anchor", value: "DAY", help: "the day the text speaks from (2022-06-03)"),
      .init(
        name: "--csv", value: "FILE",
        help: "no KIND: the table of FILE as CSV, with values behind the columns named"),
      .init(
        name: "--dates", value: "COLUMNS", help: "columns of dates, with commas between",
        repeats: true),
      .init(
        name: "--fiscal-years", value: "COLUMNS", help: "columns of fiscal years", repeats: true),
      .init(name: "--yen", value: "COLUMNS", help: "columns of amounts", repeats: true),
      .init(name: "--unit", value: "UNIT", help: "what plain numbers are counted in, as 千円"),
      .init(
        name: "--unit-column", value: "COLUMN", help: "the column that names the unit of a row"),
      .init(
        name: "--header", value: "ROW",
        help: "the row that names the columns; otherwise the first that is not blank"),
      .init(name: "--output", value: "PATH", help: "the file for --csv"),
    ],
    details: """
      Running text is read whole; every mention comes out with its line, column (in characters,
      from 1), text, value and flags. With --values each input line is {"text": "令和４年６月３日"},
      maybe with "anchor": "2023-02-01", and each output line is {"value": …, "flags": […]}.

      With --csv the rows of a table come out unchanged but for new fields: behind a column of dates
      its first and last day, behind one of fiscal years the year it begins in, behind one of
      amounts the yen and what is odd or qualified about them. An amount that names a unit counts in
      it, a plain number in the unit of the row or of --unit, and without one it has no value. A
      cell that cannot be read leaves the new fields empty; how many there are is said at the end.
      """)

  /// The largest text that is taken.
  private static let limit = 1 << 31

  static func run(_ arguments: Arguments) async throws -> ExitCode {
    if let source = arguments.value("--csv") { return try normalizeColumns(of: source, arguments) }
    for option in columnOptions where arguments.has(option) {
      throw UsageError(description, "\(option) is for --csv")
    }
    guard !arguments.words.isEmpty else { throw UsageError(description, "KIND is missing") }
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
      try NormalizedText.writeFolded(input.bytes)
      return .success
    }
    guard kinds.count == 1 || Set(kinds) == [.dates, .amounts] else {
      throw UsageError(description, "only dates and amounts can be read together")
    }
    let isTSV = arguments.value("--format") == "tsv"
    try NormalizedText(kinds: Set(kinds), anchor: anchor, isTSV: isTSV).write(input.bytes)
    return .success
  }

  private static let columnOptions = [
    "--dates", "--fiscal-years", "--yen", "--unit", "--unit-column", "--header", "--output",
  ]

  private static func normalizeColumns(
    of source: String, _ arguments: Arguments
  ) throws -> ExitCode {
    guard arguments.words.isEmpty, !arguments.has("--values"), !arguments.has("--format") else {
      throw UsageError(description, "--csv takes no KIND, --values or --format")
    }
    let header = try arguments.header(of: description)
    let rows = try NormalizedColumns(
      ColumnRequest(arguments, source), to: arguments.value("--output"))
    var settings = ReadingSettings()
    if let header { settings.header = .row(header) }
    let outcome = try copyTable(source, settings: settings, to: RowSink(rows, header: header))
    return try TableCopies.report(outcome, of: source, isQuiet: arguments.has("--quiet"))
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
  /// The row that names the columns, where an option says it.
  func header(of command: CommandDescription) throws(UsageError) -> Int? {
    guard let text = value("--header") else { return nil }
    guard let row = Int(text), row > 0 else {
      throw UsageError(command, "--header is '\(text)', but should be the number of a row")
    }
    return row
  }

  /// A day given as an option, in strict ISO form.
  func day(_ name: String, of command: CommandDescription) throws(UsageError) -> Day? {
    guard let text = value(name) else { return nil }
    guard let day = Day(iso: text) else {
      throw UsageError(command, "\(name) is '\(text)', but should be a day like 2022-06-03")
    }
    return day
  }
}
