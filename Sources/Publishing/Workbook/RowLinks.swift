import Model

/// Where the rows stand that other rows point to by table and key.
struct RowLinks {
  /// The columns that point: the table's name, and the key of its row.
  static let tableColumn = "dataset"
  static let rowColumn = "row"

  // For each table, the keys that are pointed to and where each stands.
  private var targets: [String: Target] = [:]

  private struct Target {
    var keys = KeySet()
    var places: [(sheet: String, row: Int)?] = []
  }

  /// Finds the rows that the findings of a snapshot point to.
  init(from tables: [SheetTable], to pages: [SheetPage]) {
    var cells: [SheetInput] = []
    for table in tables {
      guard let name = table.description.position(of: RowLinks.tableColumn),
        let key = table.description.position(of: RowLinks.rowColumn)
      else { continue }
      for row in 0..<table.rowCount {
        table.read(row, into: &cells)
        if !cells[key].isNull {
          _ = targets[cells[name].field, default: Target()].keys.insert(cells[key].bytes.span)
        }
      }
    }
    targets = targets.mapValues { target in
      Target(keys: target.keys, places: Array(repeating: nil, count: target.keys.count))
    }
    for page in pages {
      let table = tables[page.table]
      let name = table.description.name
      guard let keys = targets[name]?.keys,
        let column = table.description.primaryKey.first.flatMap(table.description.position)
      else { continue }
      for (offset, index) in page.rows.enumerated() {
        table.read(index, into: &cells)
        if let position = keys.position(of: cells[column].bytes.span) {
          targets[name]?.places[position] = (page.name, SheetPage.headerRows + offset + 1)
        }
      }
    }
  }

  /// The sheet and the row of it, from 1, where a row of a table stands.
  func place(of key: SheetInput, in table: String) -> (sheet: String, row: Int)? {
    guard let target = targets[table], let position = target.keys.position(of: key.bytes.span)
    else { return nil }
    return target.places[position]
  }
}
