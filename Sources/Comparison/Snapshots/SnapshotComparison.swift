import Model
public import Publishing

/// Compares two snapshots table by table and says what brought each change about.
public enum SnapshotComparison {
  /// What made a snapshot, besides its sources.
  public struct Maker: Sendable, Hashable {
    /// The version of the program.
    public var program: String
    /// A hash of pipeline files, registries and decisions.
    public var rules: String

    /// Makes a description.
    public init(program: String, rules: String) {
      self.program = program
      self.rules = rules
    }
  }

  /// All that differs between two snapshots, in the order of the new one's tables.
  public static func changes(
    from old: Package, to new: Package, makers: (old: Maker, new: Maker)? = nil
  ) throws(ComparisonError) -> [TableChanges] {
    let finder = try CauseFinder(old, new, makers)
    var all: [TableChanges] = []
    for (before, after) in pairs(old.tables, new.tables) {
      var changes = try TableComparison.changes(
        from: KeyedTable(before), to: KeyedTable(after))
      finder.explain(&changes)
      all.append(changes)
    }
    return all
  }

  /// The tables of both snapshots side by side; one that is missing counts as empty.
  private static func pairs(_ old: [CSVTable], _ new: [CSVTable]) -> [(CSVTable, CSVTable)] {
    var pairs: [(CSVTable, CSVTable)] = []
    for table in new {
      let before = old.first { $0.description.name == table.description.name }
      pairs.append((before ?? CSVTable(Table(table.description, rows: [])), table))
    }
    for table in old where !new.contains(where: { $0.description.name == table.description.name }) {
      pairs.append((table, CSVTable(Table(table.description, rows: []))))
    }
    return pairs
  }
}
