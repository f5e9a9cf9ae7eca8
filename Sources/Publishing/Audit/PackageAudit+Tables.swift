import Model

extension PackageAudit {
  /// Checks a table row by row and remembers the keys that other tables need.
  mutating func checkTable(
    _ table: TableRule, _ bytes: [UInt8], expecting spaces: Set<KeySpace>
  ) {
    for space in spaces { keys[space] = KeySet() }
    do throws(PublishingError) {
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
