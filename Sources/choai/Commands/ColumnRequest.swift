import JapaneseText
import Platform
import RawBytes
import Reading

/// The columns of a table that are to be normalised, as the command line names them.
struct ColumnRequest {
  /// What a number without a unit of its own is counted in.
  enum Unit {
    case unknown
    case yen(Int64)
    /// Each row names it in a column.
    case column(String)
  }

  let source: String
  let unit: Unit
  let anchor: Day?
  let isQuiet: Bool
  /// What the options say, in their order: a name, or several between commas.
  private let words: [(kind: ColumnKind, word: String)]

  init(_ arguments: Arguments, _ source: String) throws(UsageError) {
    let command = NormalizeCommand.description
    self.source = source
    isQuiet = arguments.has("--quiet")
    anchor = try arguments.day("--anchor", of: command)
    words =
      arguments.values("--dates").map { (.dates, $0) }
      + arguments.values("--fiscal-years").map { (.fiscalYears, $0) }
      + arguments.values("--yen").map { (.yen, $0) }
    guard !words.isEmpty else {
      throw UsageError(command, "name columns with --dates, --fiscal-years or --yen")
    }
    switch (arguments.value("--unit"), arguments.value("--unit-column")) {
    case (nil, nil): unit = .unknown
    case (nil, let column?): unit = .column(column)
    case (let word?, nil):
      guard let yen = UnitCaption.yen(ofUnit: word.utf8Span.span) else {
        throw UsageError(command, "--unit is '\(word)', but should be a unit like 千円 or 百万円")
      }
      unit = .yen(yen)
    case (_?, _?): throw UsageError(command, "--unit and --unit-column exclude each other")
    }
  }

  /// The columns by their place in a table with some names, in the order of the table.
  func columns(
    among names: [String]
  ) throws(Refusal) -> [(index: Int, kind: ColumnKind)] {
    var columns: [(index: Int, kind: ColumnKind)] = []
    for (kind, word) in words {
      // A comma may be a part of a name.
      let parts = names.contains(word) ? [word] : word.split(separator: ",").map(String.init)
      for part in parts { columns.append((try ColumnRequest.index(of: part, among: names), kind)) }
    }
    return columns.sorted { $0.index < $1.index }
  }

  static func index(of name: String, among names: [String]) throws(Refusal) -> Int {
    if let index = names.firstIndex(of: name) { return index }
    let known = names.map { "'\($0)'" }.joined(separator: ", ")
    throw Refusal(
      .unsupported, "the table has no column '\(name)'",
      advice: "name some of its columns: \(known)")
  }
}

/// The unit of the numbers of a row.
struct UnitColumn {
  /// So many units are known at a time; a table has a few.
  private static let mostKnown = 64

  private let unit: ColumnRequest.Unit
  private var index: Int?
  private var known: [(word: [UInt8], yen: Int64?)] = []

  init(_ unit: ColumnRequest.Unit) { self.unit = unit }

  /// Finds the column that names the unit.
  mutating func find(among names: [String]) throws(Refusal) {
    if case .column(let name) = unit { index = try ColumnRequest.index(of: name, among: names) }
  }

  /// How many yen one of the unit is; nothing where that is not said.
  mutating func yen(of row: TableRow) -> Int64? {
    switch unit {
    case .unknown: return nil
    case .yen(let yen): return yen
    case .column:
      guard let index, index < row.fields.count else { return nil }
      let word = row.bytes.extracting(row.fields[index])
      for unit in known where Bytes.areSame(unit.word.span, word) { return unit.yen }
      let text = row.text(row.fields[index])
      let yen = UnitCaption.yen(ofUnit: text.utf8Span.span)
      if known.count == UnitColumn.mostKnown { known = [] }
      var copy: [UInt8] = []
      for place in word.indices { copy.append(word[place]) }
      known.append((copy, yen))
      return yen
    }
  }
}
