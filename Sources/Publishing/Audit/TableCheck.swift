import Platform

/// The check of one table.
///
/// Values are looked at as bytes; only what is not plainly right becomes a text that is looked at
/// again, and a fault.
struct TableCheck {
  private let table: TableRule
  private let records: CSVRecords
  private var faults: [PackageFault] = []
  private var unlisted = 0
  private(set) var references: [PackageAudit.PendingReference] = []
  // The fields of the record that is looked at.
  private var fields: [CSVField] = []
  private var key: [UInt8] = []
  // Where the next quote of the file stands: most records have none.
  private var quote: Int?

  init(_ table: TableRule, _ records: CSVRecords) {
    self.table = table
    self.records = records
    quote = Bytes.first(UInt8(ascii: "\""), in: records.bytes.span, from: 0)
  }

  /// The faults found, and how many are not listed.
  var listed: [PackageFault] {
    guard unlisted > 0 else { return faults }
    let message = "and \(unlisted) more faults that are not listed"
    return faults + [PackageFault(.formatError, file: table.path, message)]
  }

  /// Whether the header is that of the schema, name by name.
  mutating func checkHeader() -> Bool {
    guard records.count > 0 else {
      faults.append(PackageFault(.incorrectLabel, file: table.path, "it has no header"))
      return false
    }
    let labels = records.fields(0).map(records.text)
    for (index, field) in table.fields.enumerated() {
      guard index < labels.count, labels[index].utf8.elementsEqual(field.name.utf8) else {
        let found = index < labels.count ? labels[index].shown : "nothing"
        faults.append(
          PackageFault(
            .incorrectLabel, file: table.path, row: 1, column: field.name,
            "column \(index + 1) of the header is \(found)"))
        return false
      }
    }
    guard labels.count == table.fields.count else {
      faults.append(
        PackageFault(
          .incorrectLabel, file: table.path, row: 1,
          "the header has \(labels.count) columns, the schema \(table.fields.count)"))
      return false
    }
    return true
  }

  /// Checks each row: its form, its values, its keys.
  mutating func checkRows() {
    var primaryKeys = KeyedRows()
    var unique = [KeyedRows](repeating: KeyedRows(), count: table.uniqueKeys.count)
    var pointed = [KeySet](repeating: KeySet(), count: table.foreignKeys.count)
    checkLineEnd(0)
    for record in 1..<max(1, records.count) {
      checkLineEnd(record)
      guard readFields(record) else { continue }
      for column in table.fields.indices { checkValue(record, column) }
      checkPrimaryKey(record, &primaryKeys)
      for (index, columns) in table.uniqueKeys.enumerated() {
        checkUnique(columns, record, &unique[index])
      }
      for (index, reference) in table.foreignKeys.enumerated() {
        guard !areAllMissing(reference.columns) else { continue }
        collect(reference.columns)
        guard pointed[index].insert(key.span) == nil else { continue }
        references.append(pending(reference, record))
      }
    }
  }

  /// The values of some columns of the rows that are whole.
  func keys(_ columns: [String]) -> KeySet {
    let positions = columns.compactMap { name in table.fields.firstIndex { $0.name == name } }
    var keys = KeySet()
    for record in 1..<max(1, records.count) {
      let fields = records.fields(record)
      guard fields.count == table.fields.count else { continue }
      _ = keys.insert(KeySet.joined(positions.map { records.text(fields[$0]) }).span)
    }
    return keys
  }
}

/// Keys with the record in which each stands first.
private struct KeyedRows {
  private var keys = KeySet()
  private var records: [Int] = []

  /// Takes a key in, or gives the record in which it stands already.
  mutating func insert(_ key: Span<UInt8>, _ record: Int) -> Int? {
    if let known = keys.insert(key) { return records[known] }
    records.append(record)
    return nil
  }
}

extension TableCheck {
  /// Cuts a record into its fields; says whether there is one for each column.
  private mutating func readFields(_ record: Int) -> Bool {
    let range = records.range(record)
    records.cut(record, into: &fields)
    if fields.count == 1, fields[0].outer.isEmpty {
      add(.blankRow, record, nil, "the row is empty")
      return false
    }
    guard fields.count == table.fields.count else {
      add(
        fields.count < table.fields.count ? .missingCell : .extraCell, record, nil,
        "the row has \(fields.count) fields, the header \(table.fields.count)")
      return false
    }
    if let next = quote, next < range.upperBound { checkQuotes(record, range) }
    return true
  }

  private mutating func checkQuotes(_ record: Int, _ range: Range<Int>) {
    let mark = UInt8(ascii: "\"")
    for (column, field) in fields.enumerated() where !field.isQuoted {
      if records.bytes[field.inner].contains(mark) {
        add(.formatError, record, column, "a quote stands in a field without quotes")
      }
    }
    quote = Bytes.first(mark, in: records.bytes.span, from: range.upperBound)
  }

  private mutating func checkLineEnd(_ record: Int) {
    let end = records.range(record).upperBound
    let rest = records.bytes.count - end
    let isRight =
      table.lineEnd.count == 1
      ? rest > 0 && records.bytes[end] == 0x0A
      : rest > 1 && records.bytes[end] == 0x0D && records.bytes[end + 1] == 0x0A
    if !isRight {
      add(
        .formatError, record, nil,
        "the line does not end with \(table.lineEnd.count == 1 ? "LF" : "CRLF") as declared")
    }
  }

  private mutating func checkValue(_ record: Int, _ column: Int) {
    let field = fields[column]
    if isMissing(column) {
      // An empty key is reported as such.
      if table.fields[column].isRequired, !table.primaryKey.contains(column) {
        add(.constraintError, record, column, "a value is required")
      }
      return
    }
    if !field.hasDoubledQuotes,
      table.fields[column].isPlainlyRight(records.bytes.span.extracting(field.inner))
    {
      return
    }
    if let fault = table.fields[column].fault(of: records.text(field)) {
      add(fault.code, record, column, fault.message)
    }
  }

  private mutating func checkPrimaryKey(_ record: Int, _ seen: inout KeyedRows) {
    guard !table.primaryKey.isEmpty else { return }
    if let empty = firstMissing(table.primaryKey) {
      return add(.primaryKey, record, empty, "the key is empty")
    }
    collect(table.primaryKey)
    guard let first = seen.insert(key.span, record) else { return }
    add(
      .primaryKey, record, table.primaryKey[0],
      "key \(shown(table.primaryKey)) stands in row \(first + 1) too")
  }

  /// As in a database, rows without a value are not the same.
  private mutating func checkUnique(
    _ columns: [Int], _ record: Int, _ seen: inout KeyedRows
  ) {
    guard firstMissing(columns) == nil else { return }
    collect(columns)
    guard let first = seen.insert(key.span, record) else { return }
    add(
      .uniqueError, record, columns[0], "\(shown(columns)) stands in row \(first + 1) too")
  }

  /// Puts the values of some columns together as a key.
  private mutating func collect(_ columns: [Int]) {
    // The key may not be changed while the whole is read.
    let records = records
    key.removeAll(keepingCapacity: true)
    for (index, column) in columns.enumerated() {
      if index > 0 { key.append(KeySet.separator) }
      let field = fields[column]
      if field.hasDoubledQuotes {
        key.append(contentsOf: records.text(field).utf8)
      } else {
        let text = records.bytes.span.extracting(field.inner)
        key.append(addingCapacity: text.count) { room in
          for position in text.indices { room.append(text[position]) }
        }
      }
    }
  }

  private func shown(_ columns: [Int]) -> String {
    columns.map { records.text(fields[$0]).shown }.joined(separator: ", ")
  }

  private func pending(
    _ reference: TableRule.Reference, _ record: Int
  ) -> PackageAudit.PendingReference {
    let message =
      "\(shown(reference.columns)) is no "
      + "\(reference.targets.joined(separator: ", ")) of table \(reference.table)"
    return PackageAudit.PendingReference(
      target: PackageAudit.KeySpace(table: reference.table, columns: reference.targets), value: key,
      place: fault(.foreignKey, record, reference.columns[0], message))
  }

  // Written out: as a function that is handed on, `isMissing` would take a copy of the whole check.
  private func firstMissing(_ columns: [Int]) -> Int? {
    for column in columns where isMissing(column) { return column }
    return nil
  }

  private func areAllMissing(_ columns: [Int]) -> Bool {
    for column in columns where !isMissing(column) { return false }
    return true
  }

  private func isMissing(_ column: Int) -> Bool {
    let field = fields[column]
    if field.inner.isEmpty { return table.isEmptyMissing }
    return table.hasOtherMissing && table.missing.contains(records.text(field))
  }

  private mutating func add(
    _ code: PackageFault.Code, _ record: Int, _ column: Int?, _ message: String
  ) {
    if faults.count < PackageAudit.listedFaults {
      faults.append(fault(code, record, column, message))
    } else {
      unlisted += 1
    }
  }

  private func fault(
    _ code: PackageFault.Code, _ record: Int, _ column: Int?, _ message: String
  ) -> PackageFault {
    PackageFault(
      code, file: table.path, row: record + 1, line: records.line(record),
      column: column.map { table.fields[$0].name }, message)
  }
}
