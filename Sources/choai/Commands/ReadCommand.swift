import JapaneseText
import Model
import Pipeline
import Platform
import Reading

/// `choai read`: one source as JSON Lines, as the readers see it, or its table in another format.
enum ReadCommand: Command {
  static let description = CommandDescription(
    name: "read",
    summary: "what the readers see of a source with every finding, or its table in another format",
    arguments: [
      .init(
        name: "FILE",
        help: "a text, table, workbook, web page, PDF or JSON file; several with --csv or --jsonl",
        repeats: true)
    ],
    options: [
      .init(name: "--cells", help: "each cell, or each line of a text (the default)"),
      .init(name: "--lines", help: "each row, or each line of a text"),
      .init(name: "--tables", help: "each table by its size and merged areas"),
      .init(name: "--csv", help: "one table as CSV in UTF-8; findings go to standard error"),
      .init(
        name: "--jsonl", help: "one table as JSON Lines, an object a row, all values texts"),
      .init(
        name: "--sqlite", value: "DATABASE",
        help: "one table as a table of a new SQLite file, all columns TEXT"),
      .init(
        name: "--table", value: "NAME",
        help: "its name there; otherwise that of FILE up to its first point"),
      .init(
        name: "--header", value: "ROW",
        help: "the row that names the columns; otherwise the first that is not blank"),
      .init(
        name: "--sheet", value: "NAME",
        help: "the sheet to copy; otherwise the first that is not hidden"),
      .init(
        name: "--output", value: "PATH",
        help: "the file for --csv or --jsonl, or the folder for FILE.csv of each FILE"),
      .init(
        name: "--encoding", value: "NAME", help: "the encoding of a text; otherwise it is found"),
      .init(
        name: "--as", value: "KIND", help: "what a text is; otherwise it is found",
        words: ["text", "csv", "xml", "html", "json", "jsonl"]),
      .init(
        name: "--replace", help: "read U+FFFD where bytes stand for nothing, and say where"),
    ],
    details: """
      The first line describes the document. A file that is refused ends with a line of the type
      "refusal" that says why, where and what to do; the exit code is then 3.

      With --csv, --jsonl or --sqlite a table is copied without being held: rows of a CSV file keep
      their fields, rows of a sheet are all as wide as the sheet. It is delivered whole or, where it
      is refused, not at all.

      With --jsonl and --sqlite every value is the text that is printed. A column without a name is
      "column 3", the second of a name "NAME (2)". A row that is too short has no keys, or nulls,
      for what it lacks; one that holds something beyond the header is refused. Blank rows are left
      out, and so are rows above the header. DATABASE must not exist yet.
      """)

  static func run(_ arguments: Arguments) async throws -> ExitCode {
    var settings = ReadingSettings()
    if let name = arguments.value("--encoding") {
      guard let encoding = TextEncoding(label: name) else {
        let known = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
        throw UsageError(description, "--encoding is '\(name)', but can be: \(known)")
      }
      settings.encoding = encoding
    }
    settings.kind = arguments.value("--as").flatMap(FileKind.init)
    if arguments.has("--replace") { settings.decodingPolicy = .replace }

    let details = ReadingReport.Detail.allCases.filter { arguments.has("--\($0.rawValue)") }
    guard details.count <= 1 else {
      throw UsageError(description, "--cells, --lines and --tables exclude each other")
    }
    if let format = try TableCopies.Format(arguments) {
      guard details.isEmpty else {
        throw UsageError(
          description, "--\(details[0].rawValue) is not for a table in another format")
      }
      return try TableCopies(format, arguments, settings).run()
    }
    for option in ["--sheet", "--output", "--header", "--table"]
    where arguments.has(option) {
      throw UsageError(description, "\(option) is for --csv, --jsonl and --sqlite")
    }
    guard arguments.words.count == 1 else {
      throw UsageError(description, "'\(arguments.words[1])' is one argument too many")
    }
    let path = arguments.words[0]
    let file = try MappedFile(path, limit: settings.limits.bytesPerFile)
    let outcome = read(
      file.bytes, id: path, attributes: DocumentAttributes(path: path), settings: settings)
    try Console.write(
      ReadingReport.bytes(of: outcome, id: path, details.first ?? .cells).span, to: .output)
    if case .refused = outcome { return .refused }
    return .success
  }
}
