import Model

extension PackageAudit {
  /// Checks a table row by row and remembers the keys that other tables need.
  mutating func checkTable(_ table: TableRule, expecting spaces: Set<KeySpace>) {
    for space in spaces { keys[space] = [] }
    do throws(PublishingError) {
      let bytes = try read(table.path)
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        faults.append(
          PackageFault(.encodingError, file: table.path, "it starts with a byte order mark"))
      }
      let records = try publishing(table.path) { () throws(CSVFault) in try CSVRecords(bytes) }
      var rows = TableCheck(table, records)
      if rows.checkHeader() {
        rows.checkRows()
        for space in spaces { keys[space] = rows.keys(space.columns) }
        references.append(contentsOf: rows.references)
      }
      faults.append(contentsOf: rows.listed)
    } catch { faults.append(PackageFault(.formatError, file: table.path, error.reason)) }
  }
}

/// The check of one table.
struct TableCheck {
  private let table: TableRule
  private let records: CSVRecords
  private var faults: [PackageFault] = []
  private var unlisted = 0
  private(set) var references: [PackageAudit.PendingReference] = []

  init(_ table: TableRule, _ records: CSVRecords) {
    self.table = table
    self.records = records
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
    var primaryKeys: [KeyBytes: Int] = [:]
    let unique = table.fields.indices.filter { table.fields[$0].isUnique }
    var values: [Int: [KeyBytes: Int]] = [:]
    var pointed: Set<KeyBytes> = []
    checkLineEnd(0)
    for record in 1..<max(1, records.count) {
      checkLineEnd(record)
      guard let texts = cells(record) else { continue }
      checkValues(texts, record)
      let key = table.primaryKey.map { texts[$0] }
      checkPrimaryKey(key, record, &primaryKeys)
      for column in unique where table.primaryKey != [column] && !isMissing(texts[column]) {
        if let first = values[column, default: [:]].updateValue(
          record, forKey: KeyBytes([texts[column]]))
        {
          add(.uniqueError, record, column, "\(texts[column].shown) stands in row \(first + 1) too")
        }
      }
      for key in table.foreignKeys {
        let value = key.columns.map { texts[$0] }
        guard !value.allSatisfy(isMissing), pointed.insert(KeyBytes([key.table] + value)).inserted
        else {
          continue
        }
        references.append(reference(key, value, record))
      }
    }
  }

  /// The values of some columns, row by row.
  func keys(_ columns: [String]) -> Set<KeyBytes> {
    let positions = columns.compactMap { name in table.fields.firstIndex { $0.name == name } }
    var keys: Set<KeyBytes> = []
    for record in 1..<max(1, records.count) {
      let fields = records.fields(record)
      guard fields.count == table.fields.count else { continue }
      keys.insert(KeyBytes(positions.map { records.text(fields[$0]) }))
    }
    return keys
  }
}

extension TableCheck {
  /// The texts of a row that has a field for each column.
  private mutating func cells(_ record: Int) -> [String]? {
    let fields = records.fields(record)
    if fields.count == 1, fields[0].outer.isEmpty {
      add(.blankRow, record, nil, "the row is empty")
      return nil
    }
    guard fields.count == table.fields.count else {
      add(
        fields.count < table.fields.count ? .missingCell : .extraCell, record, nil,
        "the row has \(fields.count) fields, the header \(table.fields.count)")
      return nil
    }
    for (column, field) in fields.enumerated() where !field.isQuoted {
      if records.bytes[field.inner].contains(UInt8(ascii: "\"")) {
        add(.formatError, record, column, "a quote stands in a field without quotes")
      }
    }
    return fields.map(records.text)
  }

  private mutating func checkLineEnd(_ record: Int) {
    let end = records.range(record).upperBound
    let found = records.bytes[end...].prefix(2)
    let isRight =
      table.lineEnd.count == 1 ? found.first == 0x0A : found.elementsEqual(table.lineEnd)
    if !isRight {
      add(
        .formatError, record, nil,
        "the line does not end with \(table.lineEnd.count == 1 ? "LF" : "CRLF") as declared")
    }
  }

  private mutating func checkValues(_ texts: [String], _ record: Int) {
    for (column, field) in table.fields.enumerated() {
      let text = texts[column]
      if isMissing(text) {
        // An empty key is reported as such.
        if field.isRequired, !table.primaryKey.contains(column) {
          add(.constraintError, record, column, "a value is required")
        }
      } else if let fault = field.fault(of: text) {
        add(fault.code, record, column, fault.message)
      }
    }
  }

  private mutating func checkPrimaryKey(
    _ key: [String], _ record: Int, _ seen: inout [KeyBytes: Int]
  ) {
    guard !key.isEmpty else { return }
    if let empty = table.primaryKey.first(where: { isMissing(key[keyIndex(of: $0)]) }) {
      add(.primaryKey, record, empty, "the key is empty")
    } else if let first = seen.updateValue(record, forKey: KeyBytes(key)) {
      let shown = key.map(\.shown).joined(separator: ", ")
      add(.primaryKey, record, table.primaryKey[0], "key \(shown) stands in row \(first + 1) too")
    }
  }

  private func keyIndex(of column: Int) -> Int { table.primaryKey.firstIndex(of: column) ?? 0 }

  private func reference(
    _ key: TableRule.Reference, _ value: [String], _ record: Int
  ) -> PackageAudit.PendingReference {
    let message =
      "\(value.map(\.shown).joined(separator: ", ")) is no "
      + "\(key.targets.joined(separator: ", ")) of table \(key.table)"
    return PackageAudit.PendingReference(
      target: PackageAudit.KeySpace(table: key.table, columns: key.targets), value: KeyBytes(value),
      place: fault(.foreignKey, record, key.columns[0], message))
  }

  private func isMissing(_ text: String) -> Bool { table.missing.contains(text) }

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
