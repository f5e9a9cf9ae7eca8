import Model
import Pipeline
import Platform
import Publishing
import Reading

/// Copies tables as CSV or JSON Lines, each to a file of its own or to standard output, or one into
/// a database.
struct TableCopies {
  /// What a table is copied as.
  enum Format {
    case csv
    case jsonLines
    case sqlite(path: String, table: String?)

    /// The format that is asked for; nothing where none is.
    init?(_ arguments: Arguments) throws(UsageError) {
      let asked = ["--csv", "--jsonl", "--sqlite"].filter(arguments.has)
      guard asked.count <= 1 else {
        throw UsageError(
          ReadCommand.description, "\(asked[0]) and \(asked[1]) exclude each other")
      }
      switch asked.first {
      case "--csv": self = .csv
      case "--jsonl": self = .jsonLines
      case "--sqlite":
        self = .sqlite(
          path: arguments.value("--sqlite") ?? "", table: arguments.value("--table"))
      default: return nil
      }
    }
  }

  private let format: Format
  private let sources: [String]
  private let sheet: String?
  private var settings: ReadingSettings
  // Nothing for standard output.
  private let output: String?
  private let isFolder: Bool
  private let isQuiet: Bool
  // The row that names the columns, where that is said.
  private let header: Int?

  init(_ format: Format, _ arguments: Arguments, _ settings: ReadingSettings) throws {
    self.format = format
    sources = arguments.words
    header = try arguments.header(of: ReadCommand.description)
    if case .csv = format, header != nil {
      throw UsageError(ReadCommand.description, "--header is for --jsonl and --sqlite")
    }
    sheet = arguments.value("--sheet")
    self.settings = settings
    if let header { self.settings.header = .row(header) }
    output = arguments.value("--output")
    isFolder = try output.map { try Files.kind($0) == .folder } ?? false
    isQuiet = arguments.has("--quiet")
    if arguments.has("--table"), !arguments.has("--sqlite") {
      throw UsageError(ReadCommand.description, "--table is for --sqlite")
    }
    if case .sqlite = format, sources.count > 1 || output != nil {
      throw UsageError(
        ReadCommand.description, "--sqlite takes one FILE, and DATABASE is where it goes")
    }
    if case .sqlite(let path, _) = format, try Files.kind(path) != nil {
      throw UsageError("'\(path)' exists already\n  Remove it, or name another DATABASE.")
    }
    guard sources.count == 1 || isFolder else {
      throw UsageError(
        ReadCommand.description,
        output == nil
          ? "several files need --output FOLDER"
          : "--output is '\(output ?? "")', which is no folder for several files")
    }
    let targets = sources.map { target(of: $0) ?? "" }
    if let twice = targets.indices.first(where: { targets[..<$0].contains(targets[$0]) }) {
      throw UsageError(
        ReadCommand.description, "two files would be written to '\(targets[twice])'")
    }
  }

  /// Copies each; one that is refused does not keep the others from being copied.
  func run() throws -> ExitCode {
    var code = ExitCode.success
    for source in sources {
      let outcome = try copy(source)
      code = code.worse(try TableCopies.report(outcome, of: source, isQuiet: isQuiet))
    }
    return code
  }

  private func copy(_ source: String) throws -> TableCopyOutcome {
    switch format {
    case .csv:
      return try copyTable(
        source, sheet: sheet, settings: settings, to: CSVSink(target(of: source)))
    case .jsonLines:
      let sink = RowSink(try JSONLinesRows(target(of: source)), header: header)
      return try copyTable(source, sheet: sheet, settings: settings, to: sink)
    case .sqlite(let path, let table):
      let rows = try SQLiteRows(path, table: table ?? stem(of: source))
      return try copyTable(
        source, sheet: sheet, settings: settings, to: RowSink(rows, header: header))
    }
  }

  private func target(of source: String) -> String? {
    guard let output, isFolder else { return output }
    let ending = if case .csv = format { "csv" } else { "jsonl" }
    return "\(output)/\(name(of: source)).\(ending)"
  }

  private func name(of source: String) -> String {
    source.split(separator: "/").last.map(String.init) ?? source
  }

  /// The name of a file up to its first point.
  private func stem(of source: String) -> String {
    let name = name(of: source)
    return name.split(separator: ".").first.map(String.init) ?? name
  }

  /// Says what came of a copy, and gives its exit code.
  static func report(
    _ outcome: TableCopyOutcome, of source: String, isQuiet: Bool
  ) throws -> ExitCode {
    switch outcome {
    case .copied(_, let findings):
      if !isQuiet { try say(findings, of: source) }
      return .success
    case .refused(let refusal):
      if !isQuiet { try say(refusal.findings, of: source) }
      let place = refusal.place.map { "\($0): " } ?? ""
      try say(
        "choai: \(source): \(place)\(refusal.reason)\n  \(refusal.advice) "
          + "[\(refusal.code.rawValue)]\n")
      return .refused
    }
  }

  private static func say(_ findings: [Finding], of source: String) throws {
    for finding in findings {
      let place = finding.place.map { "\($0): " } ?? ""
      try say("\(finding.severity.rawValue): \(source): \(place)\(finding.message)\n")
    }
  }

  private static func say(_ text: String) throws {
    try Console.write(Console.plain(text), to: .error)
  }
}
