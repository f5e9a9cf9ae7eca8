import Model

/// What a workbook shows otherwise than the other formats: texts it cuts, numbers it has as text.
struct WorkbookNotes {
  /// What befell a column, and how often.
  struct Note: Hashable {
    let table: String
    let column: String
    let reason: Reason
  }

  /// What befell a value.
  enum Reason: String {
    case cut = "長すぎる文字列を途中まで / text longer than a cell can be"
    case asText = "数や日付を文字として / number or day kept as text"
  }

  private var counts: [Note: Int] = [:]

  /// Counts what befalls the values of some rows of a table.
  mutating func look(at table: SheetTable, rows: Range<Int>) {
    var cells: [SheetInput] = []
    for row in rows {
      table.read(row, into: &cells)
      for (index, cell) in cells.enumerated() {
        let reason: Reason? =
          SheetCell.isCut(cell) ? .cut : SheetCell.isText(cell) ? .asText : nil
        guard let reason else { continue }
        let column = table.description.columns[index].name
        counts[Note(table: table.description.name, column: column, reason: reason), default: 0] += 1
      }
    }
  }

  /// The notes in a fixed order.
  var all: [(note: Note, count: Int)] {
    counts.map { (note: $0.key, count: $0.value) }.sorted {
      ($0.note.table, $0.note.column, $0.note.reason.rawValue)
        < ($1.note.table, $1.note.column, $1.note.reason.rawValue)
    }
  }
}
