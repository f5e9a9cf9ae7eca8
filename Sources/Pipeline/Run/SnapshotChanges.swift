import Comparison
import Model
import Publishing

/// What changed from the snapshot before to the tables that are to be published.
struct SnapshotChanges {
  /// The changes of each table that differs.
  let tables: [TableChanges]

  init(from before: SnapshotFolder.Snapshot, to tables: [Table]) throws {
    let old = try PackageReader.read(before.path)
    self.tables = try tables.compactMap { table in
      guard let previous = old.table(table.description.name) else { return nil }
      let changes = try TableComparison.changes(
        from: KeyedTable(previous), to: KeyedTable(table))
      return changes.isEmpty ? nil : changes
    }
  }

  var attachments: [SnapshotContent.Attachment] { [] }
}
