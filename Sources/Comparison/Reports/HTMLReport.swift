import Model
public import Publishing

extension ChangeReport {
  /// How many rows of a table a page lists unless a limit says otherwise.
  private static let listedRows = 300

  /// The report as a page of its own, which needs no network.
  public func html() throws(PublishingError) -> [UInt8] { try Report.html(page) }

  /// The changes as a section of a snapshot's report shows them.
  public var page: ReportChanges {
    ReportChanges(
      old: old, new: new, tables: tables.filter { !$0.isEmpty }.map(table),
      years: years.map(Self.year))
  }

  private func table(_ table: TableChanges) -> ReportChanges.ChangedTable {
    var facts: [Bilingual] = []
    for kind in Self.order where table.count(kind) > 0 {
      let count = PeopleNumbers.number(table.count(kind))
      facts.append(Bilingual("\(kind.japanese) \(count)", "\(kind.rawValue) \(count)"))
    }
    for column in table.columns {
      let types = [column.oldType, column.newType].compactMap { $0?.rawValue }
        .joined(separator: " → ")
      facts.append(
        Bilingual(
          "列 \(column.name): \(column.kind.japanese) \(types)",
          "column \(column.name): \(column.kind.rawValue) \(types)"))
    }
    let most = limit ?? Self.listedRows
    let sorted = Self.order.flatMap { kind in table.rows.filter { $0.kind == kind } }
    return ReportChanges.ChangedTable(
      name: table.table, oldCount: table.oldCount, newCount: table.newCount, facts: facts,
      rows: sorted.prefix(most).map { row in
        ReportChanges.ChangedRow(
          key: row.key.joined(separator: " / "),
          kind: Bilingual(row.kind.japanese, row.kind.rawValue), subject: row.subject(table),
          cause: row.cause.map { Bilingual($0.japanese, $0.rawValue) },
          cells: row.cells.map { cell in
            ReportChanges.ChangedCell(
              column: cell.column, old: cell.old.shown, new: cell.new.shown,
              difference: cell.measures)
          })
      }, unlisted: max(0, sorted.count - most))
  }

  private static func year(_ change: YearChange) -> ReportChanges.ChangedYear {
    ReportChanges.ChangedYear(
      level: Bilingual(change.level.japanese, change.level.rawValue), name: change.name,
      kind: change.budgetKind, year: change.year, before: change.before, after: change.after,
      difference: change.difference, basisPoints: change.basisPoints, note: change.note)
  }
}

extension ColumnChange.Kind {
  /// What happened, in Japanese.
  var japanese: String {
    switch self {
    case .added: "追加"
    case .removed: "消滅"
    case .retyped: "型の変更"
    case .reordered: "順序の変更"
    }
  }
}

extension YearChange.Level {
  /// The level in Japanese.
  var japanese: String {
    switch self {
    case .project: "プロジェクト"
    case .programme: "事業"
    case .ministry: "府省"
    }
  }
}
