public import JSON
import Model
import Platform
import SQLite

/// The history of the runs of a folder of snapshots, in `history.sqlite` beside them.
///
/// It is written while the run holds the lock of the folder, so that two runs never meet in it.
public struct RunHistory: Sendable {
  private let path: String

  /// The history of a folder of snapshots.
  public init(out: String) { path = out + "/history.sqlite" }

  private static let columns = [
    "number", "pipeline", "result", "exit", "started", "milliseconds", "snapshot", "read",
    "refused", "cached", "errors", "warnings", "mismatches", "undecided", "message",
  ]

  private static let schema = """
    CREATE TABLE IF NOT EXISTS runs (
      number INTEGER PRIMARY KEY, pipeline TEXT NOT NULL, result TEXT NOT NULL,
      exit INTEGER NOT NULL, started TEXT NOT NULL, milliseconds INTEGER NOT NULL,
      snapshot TEXT NOT NULL, read INTEGER NOT NULL, refused INTEGER NOT NULL,
      cached INTEGER NOT NULL, errors INTEGER NOT NULL, warnings INTEGER NOT NULL,
      mismatches INTEGER NOT NULL, undecided INTEGER NOT NULL, message TEXT NOT NULL
    ) STRICT
    """

  /// Adds a run.
  func add(_ outcome: RunOutcome) throws(SQLiteError) {
    let database = try Database(path, .write)
    try database.execute(RunHistory.schema)
    var values = Parameters()
    values.addNull()
    values.add(outcome.pipeline)
    values.add(outcome.result.rawValue)
    values.add(Int64(outcome.exit.rawValue))
    values.add(outcome.startedAt)
    values.add(Int64(outcome.milliseconds))
    values.add(outcome.snapshot)
    values.add(Int64(outcome.sources.read))
    values.add(Int64(outcome.sources.refused))
    values.add(Int64(outcome.sources.cached))
    values.add(Int64(outcome.findings[.error] ?? 0))
    values.add(Int64(outcome.findings[.warning] ?? 0))
    values.add(Int64(outcome.checks[.mismatch] ?? 0))
    values.add(Int64(outcome.checks[.undecided] ?? 0))
    values.add(outcome.message)
    let places = RunHistory.columns.map { _ in "?" }.joined(separator: ", ")
    do {
      var insert = try database.prepare("INSERT INTO runs VALUES (\(places))")
      try insert.run(values)
    }
    try database.close()
  }

  /// A run of the history.
  public struct Entry: Sendable {
    /// Its fields in the order of the columns.
    fileprivate let fields: [JSONMember]

    /// A field as text; empty where it is.
    public func text(_ column: String) -> String {
      switch json[column] {
      case .string(let text)?: text
      case .number(let digits)?: digits
      default: ""
      }
    }

    /// The run for machines.
    public var json: JSONValue { .object(fields) }
  }

  /// The newest runs, at most some, the newest first; none where nothing was run.
  public func entries(limit: Int) throws -> [Entry] {
    guard try Files.kind(path) != nil else { return [] }
    let database = try Database(path, .read)
    var rows = try database.prepare(
      "SELECT \(RunHistory.columns.joined(separator: ", ")) FROM runs "
        + "ORDER BY number DESC LIMIT \(limit)")
    var entries: [Entry] = []
    while try rows.step() {
      var fields: [JSONMember] = []
      for (index, name) in RunHistory.columns.enumerated() {
        let isText = RunHistory.texts.contains(name)
        fields.append(
          JSONMember(
            name,
            isText ? .string(rows.text(index) ?? "") : .integer(rows.integer(index) ?? 0)))
      }
      entries.append(Entry(fields: fields))
    }
    return entries
  }

  private static let texts: Set<String> = ["pipeline", "result", "started", "snapshot", "message"]
}
