import Comparison
import Model
import Pipeline
import Platform
import Publishing

/// `choai patch`: the new table that a patch makes of the old one.
enum PatchCommand: Command {
  static let description = CommandDescription(
    name: "patch",
    summary: "apply a patch that 'choai diff --format csv' wrote",
    arguments: [
      .init(name: "OLD", help: "the table it was made for: a file, or a snapshot's folder"),
      .init(name: "PATCH", help: "the patch"),
    ],
    options: [
      .init(
        name: "--format", value: "FORMAT", help: "csv (default) or jsonl", words: ["csv", "jsonl"]),
      .init(name: "--sheet", value: "NAME", help: "the sheet of a workbook (default: the first)"),
      .init(name: "--table", value: "NAME", help: "the table of a snapshot or SQLite file"),
      .init(name: "--output", value: "FILE", help: "write there instead of to standard output"),
    ],
    details: """
      The patch knows its key and its columns. A row it changes, moves or removes must be there,
      and one it adds must not: else nothing is written. OLD itself stays as it is.
      """)

  static func run(_ arguments: Arguments) async throws -> ExitCode {
    let (old, path) = (arguments.words[0], arguments.words[1])
    let patch = try Files.readNamed(path)
    do {
      let table = try table(old, key: try Patch.key(of: patch, named: path), arguments)
      let new = try Patch.apply(patch, named: path, to: table)
      let bytes = written(new, isJSON: arguments.value("--format") == "jsonl")
      if let output = arguments.value("--output") {
        try Files.replace(output, with: bytes)
      } else {
        try Console.write(bytes, to: .output)
      }
      return .success
    } catch let error as ComparisonError {
      throw UsageError("\(error)")
    } catch let error as PublishingError {
      throw UsageError("\(error)")
    }
  }

  private static func table(
    _ path: String, key: [String], _ arguments: Arguments
  ) throws -> KeyedTable {
    let name = arguments.value("--table")
    guard try TableFile.isFolder(path) else {
      return try TableFile.read(
        path, key: key, table: name, sheet: arguments.value("--sheet"))
    }
    guard let name else { throw UsageError(description, "a snapshot needs --table") }
    guard let table = try PackageReader.read(path).table(name) else {
      throw UsageError(description, "\(path): there is no table \(name)")
    }
    return try KeyedTable(table)
  }

  private static func written(_ table: Table, isJSON: Bool) -> [UInt8] {
    let format: any TableFormat =
      isJSON ? JSONLinesWriter(table.description) : CSVWriter(table.description)
    var bytes: [UInt8] = []
    format.writeHeader(into: &bytes)
    for row in table.rows { format.write(row, into: &bytes) }
    return bytes
  }
}
