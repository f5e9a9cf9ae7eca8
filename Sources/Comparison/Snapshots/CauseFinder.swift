import Model
import Publishing

/// Finds what brought a change about: the row's sources, or else the rules or the program.
struct CauseFinder {
  private static let registries: Set<String> = ["ministries", "programmes"]

  private let old: [String: SourceDocument]
  private let new: [String: SourceDocument]
  private let tables: [CSVTable]
  private let makers: (old: SnapshotComparison.Maker, new: SnapshotComparison.Maker)?

  init(
    _ old: Package, _ new: Package,
    _ makers: (old: SnapshotComparison.Maker, new: SnapshotComparison.Maker)?
  ) throws(ComparisonError) {
    self.old = try CauseFinder.documents(old, "the old snapshot")
    self.new = try CauseFinder.documents(new, "the new snapshot")
    tables = old.tables + new.tables
    self.makers = makers
  }

  private static func documents(
    _ package: Package, _ name: String
  ) throws(ComparisonError) -> [String: SourceDocument] {
    do {
      var documents: [String: SourceDocument] = [:]
      for document in try package.rows(of: SourceDocument.self) {
        documents[document.id] = document
      }
      return documents
    } catch { throw ComparisonError(file: name, reason: "\(error)") }
  }

  /// Sets the cause of each change of a table.
  func explain(_ changes: inout TableChanges) {
    let documents = documentsOfEvidence(changes)
    for index in changes.rows.indices {
      changes.rows[index].cause = cause(of: changes.rows[index], in: changes, documents)
    }
  }

  private func cause(
    of row: RowChange, in changes: TableChanges, _ evidence: [String: String]
  ) -> Cause {
    if CauseFinder.registries.contains(changes.table) { return .rules }
    var sources = Set(
      value("document", row, changes) + value("evidence", row, changes).compactMap { evidence[$0] })
    if changes.table == SourceDocument.table.name { sources = Set(row.key) }
    if let cause = sources.sorted().compactMap(cause(ofSource:)).first { return cause }
    guard !sources.isEmpty else { return .unknown }
    guard let makers else { return .rulesOrProgram }
    switch (makers.old.rules != makers.new.rules, makers.old.program != makers.new.program) {
    case (true, true): return .rulesOrProgram
    case (true, false): return .rules
    case (false, true): return .program
    case (false, false): return .unknown
    }
  }

  private func cause(ofSource id: String) -> Cause? {
    guard let now = new[id] else { return old[id] == nil ? nil : .sourceGone }
    guard let before = old[id] else { return .sourceAdded }
    if before.status == .read, now.status == .refused { return .sourceRefused }
    return before.sha256 == now.sha256 ? nil : .sourceChanged
  }

  /// The texts of a column of a change, before and now, lists taken apart.
  private func value(_ column: String, _ row: RowChange, _ changes: TableChanges) -> [String] {
    var texts: [String] = []
    for (values, names) in [(row.old, changes.oldColumns), (row.new, changes.newColumns)] {
      guard !values.isEmpty, let position = names.firstIndex(of: column) else { continue }
      texts += values[position].field.split(separator: ";").map(String.init)
    }
    return texts
  }

  /// The source of every row that the changed rows rest on.
  private func documentsOfEvidence(_ changes: TableChanges) -> [String: String] {
    var wanted: Set<String> = []
    for row in changes.rows { wanted.formUnion(value("evidence", row, changes)) }
    guard !wanted.isEmpty else { return [:] }
    let keys = KeySet(wanted.map { Array($0.utf8) })
    var documents: [String: String] = [:]
    for table in tables {
      guard let id = table.description.position(of: "id"),
        let document = table.description.position(of: "document")
      else { continue }
      let records = table.records
      for record in 1..<records.count {
        guard let key = records.field(record, id),
          keys.position(of: records.bytes.span.extracting(key.inner)) != nil,
          let source = records.field(record, document)
        else { continue }
        documents[records.text(key)] = records.text(source)
      }
    }
    return documents
  }
}
