import Model

/// Where the rows stand that other rows point to by table and key.
struct RowLinks {
  /// The columns that point: the table's name, and the key of its row.
  static let tableColumn = "dataset"
  static let rowColumn = "row"

  private var places: [String: [String: (sheet: String, row: Int)]] = [:]

  /// Finds the rows that the findings of a snapshot point to.
  init(from tables: [Table], to pages: [SheetPage]) {
    var wanted: [String: Set<String>] = [:]
    for table in tables {
      guard let name = table.description.position(of: RowLinks.tableColumn),
        let key = table.description.position(of: RowLinks.rowColumn)
      else { continue }
      for row in table.rows where row[key] != .null {
        wanted[row[name].field, default: []].insert(row[key].field)
      }
    }
    for page in pages {
      let table = tables[page.table]
      guard let keys = wanted[table.description.name],
        let column = table.description.primaryKey.first.flatMap(table.description.position)
      else { continue }
      for (offset, index) in page.rows.enumerated() {
        let key = table.rows[index][column].field
        if keys.contains(key) {
          places[table.description.name, default: [:]][key] =
            (page.name, SheetPage.headerRows + offset + 1)
        }
      }
    }
  }

  /// The sheet and the row of it, from 1, where a row of a table stands.
  func place(of key: String, in table: String) -> (sheet: String, row: Int)? {
    places[table]?[key]
  }
}

extension TableDescription {
  /// Where a column stands.
  func position(of column: String) -> Int? { columns.firstIndex { $0.name == column } }
}
