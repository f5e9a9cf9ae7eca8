import Comparison
import JSON
import Model
import Pipeline
import Platform
import Publishing

/// `choai diff`: what differs between two snapshots, or between two tables with a key.
enum DiffCommand: Command {
  static let description = CommandDescription(
    name: "diff",
    summary: "what differs between two snapshots or keyed tables",
    arguments: [
      .init(
        name: "OLD", help: "a snapshot's folder, or a file: CSV, JSON Lines, SQLite, XLSX, ODS"),
      .init(name: "NEW", help: "the other one"),
    ],
    options: [
      .init(
        name: "--key", value: "COLUMN", help: "a column of the key (default: id)", repeats: true),
      .init(
        name: "--format", value: "FORMAT", help: "md, html, jsonl, csv (a patch) or xlsx",
        words: ["md", "html", "jsonl", "csv", "xlsx"]),
      .init(name: "--output", value: "FILE", help: "write there instead of to standard output"),
      .init(
        name: "--only", value: "CLASS", help: "only changes of this class",
        words: ChangeClass.allCases.map(\.rawValue), repeats: true),
      .init(
        name: "--where", value: "CONDITION",
        help: "only rows that were or are so: COLUMN=VALUE, or != < <= > >= ~ (contains)",
        repeats: true),
      .init(name: "--sheet", value: "NAME", help: "the sheet of workbooks (default: the first)"),
      .init(
        name: "--table", value: "NAME", help: "only this table of the snapshots or SQLite files"),
      .init(name: "--limit", value: "N", help: "list at most N rows of a class and table"),
      .init(name: "--years", help: "the changes between the fiscal years of NEW, too"),
      .init(name: "--exit-code", help: "end with 1 where something differs"),
    ],
    details: """
      A change is added, removed, changed, moved (only its place), renamed, reworded (only the
      writing), rounding (both figures may stand for the same amount) or slip (by 10, 100, 1000
      or the sign). With --format csv the output is a patch: OLD and the patch give NEW.

      Behind # a file's name can be followed by that of its table or sheet: a.sqlite#budget_lines.
      """)

  static func run(_ arguments: Arguments) async throws -> ExitCode {
    let (old, new) = (arguments.words[0], arguments.words[1])
    do {
      let sides = try DiffSides(old, new, arguments)
      if arguments.value("--format") == "csv" {
        guard !["--only", "--where", "--limit"].contains(where: arguments.has) else {
          throw UsageError(
            description, "a patch holds every change: --only, --where and --limit are for reports")
        }
        try write(try sides.patch(arguments), arguments)
        return try arguments.has("--exit-code") && !sides.changes().allSatisfy(\.isEmpty)
          ? .findings : .success
      }
      var report = ChangeReport(old: old, new: new, tables: try sides.changes())
      let isDifferent = !report.isEmpty
      let only = Set(arguments.values("--only").compactMap(ChangeClass.init(rawValue:)))
      if !only.isEmpty { report.tables = report.tables.map { $0.only(only) } }
      report.tables = try filtered(report.tables, arguments)
      if arguments.has("--years") { report.years = try sides.years() }
      report.limit = try arguments.number("--limit", of: description)
      if arguments.value("--format") == "xlsx" {
        try writeWorkbook(report, arguments)
      } else {
        try write(try output(report, arguments), arguments)
      }
      return isDifferent && arguments.has("--exit-code") ? .findings : .success
    } catch let error as ComparisonError {
      throw UsageError("\(error)")
    } catch let error as PublishingError {
      throw UsageError("\(error)")
    }
  }

  /// The changes of rows that meet the conditions; tables without their columns have none.
  private static func filtered(
    _ tables: [TableChanges], _ arguments: Arguments
  ) throws(UsageError) -> [TableChanges] {
    var conditions: [RowCondition] = []
    for text in arguments.values("--where") {
      guard let condition = RowCondition(text) else {
        throw UsageError(
          description, "--where is '\(text)', but should be such as amount_yen>=1000")
      }
      guard tables.contains(where: { $0.has(condition.column) }) else {
        throw UsageError(description, "--where: there is no column \(condition.column)")
      }
      conditions.append(condition)
    }
    return conditions.isEmpty ? tables : tables.map { $0.only(where: conditions) }
  }

  private static func write(_ bytes: [UInt8], _ arguments: Arguments) throws {
    if let output = arguments.value("--output") {
      try Files.replace(output, with: bytes)
    } else {
      try Console.write(bytes, to: .output)
    }
  }

  /// Writes the workbook beside its place and moves it there when it is whole.
  private static func writeWorkbook(_ report: ChangeReport, _ arguments: Arguments) throws {
    guard let output = arguments.value("--output") else {
      throw UsageError(description, "--format xlsx needs --output FILE")
    }
    let aside = output + ".new"
    if try Files.kind(aside) != nil { try Files.remove(aside) }
    try WorkbookFile.write(
      report.workbookTables, title: "\(report.old) → \(report.new)", to: aside)
    try Files.move(aside, to: output)
  }

  private static func output(
    _ report: ChangeReport, _ arguments: Arguments
  ) throws -> [UInt8] {
    if arguments.has("--json") { return report.summary }
    switch arguments.value("--format") {
    case "html": return try report.html()
    case "jsonl": return report.jsonLines
    default: return Array(report.markdown.utf8)
    }
  }
}

/// The two sides of a comparison: both snapshots, or both tables.
private enum DiffSides {
  typealias Makers = (old: SnapshotComparison.Maker, new: SnapshotComparison.Maker)

  case snapshots(Package, Package, makers: Makers?)
  case tables(KeyedTable, KeyedTable)

  init(_ old: String, _ new: String, _ arguments: Arguments) throws {
    let name = arguments.value("--table")
    let areFolders = try (TableFile.isFolder(old), TableFile.isFolder(new))
    guard areFolders.0 == areFolders.1 else {
      throw UsageError(DiffCommand.description, "OLD and NEW are not of one kind")
    }
    guard areFolders.0 else {
      let key = arguments.values("--key")
      let sheet = arguments.value("--sheet")
      self = .tables(
        try TableFile.read(old, key: key, table: name, sheet: sheet),
        try TableFile.read(new, key: key, table: name, sheet: sheet))
      return
    }
    if arguments.has("--key") {
      throw UsageError(DiffCommand.description, "--key is for files; snapshots know their keys")
    }
    var packages = (try PackageReader.read(old), try PackageReader.read(new))
    if let name {
      guard packages.0.table(name) != nil || packages.1.table(name) != nil else {
        throw UsageError(DiffCommand.description, "there is no table \(name)")
      }
      packages.0.tables.removeAll {
        $0.description.name != name && $0.description.name != "documents"
      }
      packages.1.tables.removeAll {
        $0.description.name != name && $0.description.name != "documents"
      }
    }
    var makers: Makers?
    if let before = RunMaker.read(ofSnapshot: old), let after = RunMaker.read(ofSnapshot: new) {
      makers = (before, after)
    }
    self = .snapshots(packages.0, packages.1, makers: makers)
  }

  func changes() throws -> [TableChanges] {
    switch self {
    case .snapshots(let old, let new, let makers):
      try SnapshotComparison.changes(from: old, to: new, makers: makers)
    case .tables(let old, let new): [try TableComparison.changes(from: old, to: new)]
    }
  }

  func patch(_ arguments: Arguments) throws -> [UInt8] {
    switch self {
    case .tables(let old, let new): return try Patch.make(from: old, to: new)
    case .snapshots(let old, let new, _):
      guard let name = arguments.value("--table") else {
        throw UsageError(DiffCommand.description, "a patch is for one table; name it with --table")
      }
      guard let before = old.table(name), let after = new.table(name) else {
        throw UsageError(DiffCommand.description, "only one side has the table \(name)")
      }
      return try Patch.make(from: KeyedTable(before), to: KeyedTable(after))
    }
  }

  func years() throws -> [YearChange] {
    guard case .snapshots(_, let new, _) = self else {
      throw UsageError(DiffCommand.description, "--years is for snapshots")
    }
    return try YearComparison(
      lines: new.rows(of: BudgetLine.self), programmes: new.rows(of: Programme.self),
      ministries: new.rows(of: Ministry.self)
    ).changes
  }
}

extension Arguments {
  /// A whole number of at least zero given as an option.
  func number(_ name: String, of command: CommandDescription) throws(UsageError) -> Int? {
    guard let text = value(name) else { return nil }
    guard let number = Int(text), number >= 0 else {
      throw UsageError(command, "\(name) is '\(text)', but should be a number")
    }
    return number
  }
}
