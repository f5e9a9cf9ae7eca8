import Model
import Platform
import SQLite

/// Writes all tables of a snapshot into one SQLite file; the same tables give the same bytes.
enum SQLiteFile {
  /// "Choa", so that tools can tell the file from other databases.
  private static let applicationID = 0x4368_6F61
  /// The version of the schema.
  private static let schemaVersion = 1

  /// Writes the file, checks it, and waits until it is on the disk.
  static func write(_ tables: [CSVTable], to path: String) throws(PublishingError) {
    do throws(SQLiteError) {
      let database = try Database(path, .write)
      // The file is new and is thrown away when anything fails: no journal is needed. What columns
      // allow and where keys lead is checked once for all rows, when they are there.
      try database.execute(
        """
        PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF;
        PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;
        PRAGMA application_id = \(applicationID); PRAGMA user_version = \(schemaVersion);
        BEGIN
        """)
      let names = Set(tables.map(\.description.name))
      for table in tables {
        try database.execute(SQLiteSchema.table(table.description, among: names))
        try insert(table, into: database)
      }
      for table in tables {
        for index in SQLiteSchema.indexes(table.description) { try database.execute(index) }
      }
      for view in SQLiteViews.all where view.tables.isSubset(of: names) {
        try database.execute("CREATE VIEW \(SQLText.name(view.name)) AS \(view.sql)")
      }
      try SQLiteSearch.write(tables, into: database)
      try database.execute("COMMIT")
      try database.close()
    } catch { throw PublishingError(file: path, reason: "\(error)") }
    let faults = try faults(in: path)
    guard faults.isEmpty else {
      throw PublishingError(file: path, reason: faults.joined(separator: "; "))
    }
    try publishing(path) { () throws(PlatformError) in try OpenFile(path, .read).sync() }
  }

  /// What SQLite itself finds wrong with a file: damage, and keys without a match.
  static func faults(in path: String) throws(PublishingError) -> [String] {
    do throws(SQLiteError) {
      let database = try Database(path, .read)
      var faults: [String] = []
      var integrity = try database.prepare("PRAGMA integrity_check")
      while try integrity.step() {
        if let fault = integrity.text(0), fault != "ok" { faults.append(fault) }
      }
      var keys = try database.prepare("PRAGMA foreign_key_check")
      while try keys.step() {
        let row = keys.integer(1).map { "row \($0)" } ?? "a row"
        faults.append("\(row) of \(keys.text(0) ?? "") has no match in \(keys.text(2) ?? "")")
      }
      return faults
    } catch { throw PublishingError(file: path, reason: "\(error)") }
  }

  private static func insert(
    _ table: CSVTable, into database: borrowing Database
  ) throws(SQLiteError) {
    var insert = try database.prepare(SQLiteSchema.insert(table.description))
    var parameters = Parameters()
    var fields: [CSVField] = []
    let types = table.description.columns.map(\.type)
    for record in 1..<table.rowCount + 1 {
      table.records.cut(record, into: &fields)
      parameters.clear()
      for (index, field) in fields.enumerated() {
        add(field, types[index], of: table.records, to: &parameters)
      }
      try insert.run(parameters)
    }
  }

  private static func add(
    _ field: CSVField, _ type: ColumnType, of records: CSVRecords, to parameters: inout Parameters
  ) {
    if field.isNull(type) { return parameters.addNull() }
    switch (type, type == .integer || type == .boolean ? records.value(field, type) : nil) {
    case (_, .integer(let number)): parameters.add(number)
    case (_, .boolean(let flag)): parameters.add(flag ? Int64(1) : 0)
    // A column of type REAL makes a number of the digits by itself.
    default: parameters.addText { records.append(field, to: &$0) }
    }
  }
}
