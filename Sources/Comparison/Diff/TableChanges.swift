public import Model

/// What a change is, the weightiest last; a row takes the weightiest of its cells.
public enum ChangeClass: String, Sendable, Hashable, CaseIterable {
  /// Only its place changed.
  case moved
  /// Only the writing of a text changed: width, spaces, variants.
  case reworded
  /// A name changed.
  case renamed
  /// An amount changed, and both figures may stand for the same amount.
  case rounding
  /// Something else changed.
  case changed
  /// An amount changed as a slip would change it: by 10, 100, 1000 or its sign.
  case slip
  /// The row is new.
  case added
  /// The row is gone.
  case removed
}

/// What brought a change about.
public enum Cause: String, Sendable, Hashable, CaseIterable {
  /// The source has other bytes than before.
  case sourceChanged = "source changed"
  /// The source is new.
  case sourceAdded = "source added"
  /// The source no longer comes.
  case sourceGone = "source gone"
  /// The source was read before and is refused now.
  case sourceRefused = "source refused"
  /// The source is the same; pipeline files, registries or decisions differ.
  case rules = "rule or decision"
  /// The source and the rules are the same; the program differs.
  case program = "program"
  /// The source is the same; both rules and program differ.
  case rulesOrProgram = "rule, decision or program"
  /// Nothing says.
  case unknown = "unknown"
}

/// A value that differs.
public struct CellChange: Sendable, Hashable {
  /// The column.
  public let column: String
  /// The value before.
  public let old: Value
  /// The value now.
  public let new: Value
  /// What sort of change it is.
  public let kind: ChangeClass
  /// New less old, where both are whole numbers.
  public let difference: Int64?
  /// The difference in units of the coarser figure, where it is a whole number of them.
  public let units: Int64?
  /// The difference in hundredths of a percent of the old value.
  public let basisPoints: Int64?
}

/// A row that differs.
public struct RowChange: Sendable, Hashable {
  /// The key of the row; of the new one where it changed.
  public let key: [String]
  /// What sort of change it is.
  public let kind: ChangeClass
  /// The line before, in the old file.
  public let oldLine: Int?
  /// The line now, in the new file.
  public let newLine: Int?
  /// The values before, in the order of the old columns; none where the row is new.
  public let old: [Value]
  /// The values now, in the order of the new columns; none where the row is gone.
  public let new: [Value]
  /// The values that differ.
  public let cells: [CellChange]
  /// What brought it about.
  public var cause: Cause?
}

/// A column that came, went, or changed its type.
public struct ColumnChange: Sendable, Hashable {
  /// What happened to a column.
  public enum Kind: String, Sendable, Hashable {
    case added
    case removed
    case retyped
    case reordered
  }

  /// The column.
  public let name: String
  /// What happened to it.
  public let kind: Kind
  /// The type before.
  public let oldType: ColumnType?
  /// The type now.
  public let newType: ColumnType?
}

/// All that differs between two tables.
public struct TableChanges: Sendable, Hashable {
  /// The table.
  public let table: String
  /// The columns of the key.
  public let key: [String]
  /// The columns before.
  public let oldColumns: [String]
  /// The columns now.
  public let newColumns: [String]
  /// The columns that differ.
  public let columns: [ColumnChange]
  /// The number of rows before.
  public let oldCount: Int
  /// The number of rows now.
  public let newCount: Int
  /// The rows that differ, in the order of the old table, new ones after them.
  public var rows: [RowChange]

  /// Whether nothing differs.
  public var isEmpty: Bool { columns.isEmpty && rows.isEmpty }

  /// How many rows changed in a way.
  public func count(_ kind: ChangeClass) -> Int { rows.count { $0.kind == kind } }

  /// The changes of some classes only.
  public func only(_ kinds: Set<ChangeClass>) -> TableChanges {
    var changes = self
    changes.rows = rows.filter { kinds.contains($0.kind) }
    return changes
  }
}
