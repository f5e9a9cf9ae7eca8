import Model
import SQLite

/// Full-text search over what the sources say: the table `search`.
///
///     SELECT dataset, row, text FROM search WHERE search MATCH '再生医療'
///
/// Three characters or more are found wherever they stand, since Japanese has no blanks between
/// words.
enum SQLiteSearch {
  /// The columns that hold words of the source, in the order they are joined.
  private static let columns = ["raw", "project", "programme", "title", "name", "target_raw"]

  private static let schema = """
    CREATE VIRTUAL TABLE search USING fts5(
      dataset UNINDEXED, row UNINDEXED, text, tokenize = 'trigram')
    """

  /// Makes the table and fills it from the tables that have facts of a source.
  static func write(_ tables: [CSVTable], into database: borrowing Database) throws(SQLiteError) {
    try database.execute(schema)
    var insert = try database.prepare("INSERT INTO search (dataset, row, text) VALUES (?, ?, ?)")
    var parameters = Parameters()
    var fields: [CSVField] = []
    for table in tables {
      let description = table.description
      let names = description.columns.map(\.name)
      let places = columns.compactMap { names.firstIndex(of: $0) }
      guard let id = names.firstIndex(of: "id"), names.contains("line"), !places.isEmpty else {
        continue
      }
      for record in 1..<table.rowCount + 1 {
        table.records.cut(record, into: &fields)
        let texts = places.filter { !fields[$0].inner.isEmpty }
        guard !texts.isEmpty else { continue }
        parameters.clear()
        parameters.add(description.name)
        parameters.addText { table.records.append(fields[id], to: &$0) }
        parameters.addText { bytes in
          for (index, place) in texts.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: " ")) }
            table.records.append(fields[place], to: &bytes)
          }
        }
        try insert.run(parameters)
      }
    }
    try database.execute("INSERT INTO search (search) VALUES ('optimize')")
  }
}
