import JSON
import Pipeline
import Platform

/// `choai ls`: the snapshots of a pipeline, and the tables and sources of the newest.
enum ListCommand: Command {
  static let description = CommandDescription(
    name: "ls",
    summary: "the snapshots, tables and sources of a pipeline with their sizes",
    arguments: [
      .init(name: "PIPELINE", help: "a pipeline's name or file (the default)", isOptional: true)
    ],
    options: [
      .init(name: "--out", value: "DIR", help: "the folder of the snapshots (published)")
    ],
    details: """
      Snapshots come oldest first; the one that 'latest' points to is marked. Tables and sources
      are those of that snapshot.
      """)

  static func run(_ arguments: Arguments) async throws -> ExitCode {
    for pipeline in try PipelineCatalogue().load(arguments.words) {
      let listing = try PipelineListing(of: pipeline, out: arguments.value("--out"))
      let text = arguments.has("--json") ? listing.json.line + "\n" : text(listing)
      try Console.write(text, to: .output)
    }
    return .success
  }

  private static func text(_ listing: PipelineListing) -> String {
    if listing.snapshots.isEmpty { return "no snapshot yet\n" }
    let snapshots = listing.snapshots.map {
      [$0.id, "\($0.bytes)", $0.ended, $0.isLatest ? "latest" : ""]
    }
    let tables = listing.tables.map { [$0.name, "\($0.rows)", "\($0.bytes)"] }
    let sources = listing.sources.map {
      [$0.path, $0.status, "\($0.bytes)", $0.fiscalYear.map { "\($0)" } ?? "", $0.issuer]
    }
    return TextTable.text([["snapshot", "bytes", "ended", ""]] + snapshots) + "\n"
      + TextTable.text([["table", "rows", "bytes"]] + tables) + "\n"
      + TextTable.text([["source", "status", "bytes", "year", "issuer"]] + sources)
  }
}
