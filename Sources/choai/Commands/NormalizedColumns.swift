import Platform
import RawBytes
import Reading

/// A table as CSV with the values of some of its columns behind them, row by row.
struct NormalizedColumns: TableRows, ~Copyable {
  /// A column that is read, and how that went.
  private struct Column {
    let index: Int
    let name: String
    let kind: ColumnKind
    var filled = 0
    var unread = 0
    var firstUnread = (row: 0, text: "")
  }

  /// So many bytes are written at a time.
  private static let bytesPerWrite = 1 << 18

  private(set) var failure: PlatformError?
  private let request: ColumnRequest
  private var output: PendingOutput
  private var lines = ByteBuffer(capacity: 2 * NormalizedColumns.bytesPerWrite)
  private var text = ByteBuffer(capacity: 1 << 10)
  // In the order of the table.
  private var columns: [Column] = []
  private var units: UnitColumn
  private var values: CellValues

  /// The columns of a request, for a file or for standard output where there is no path.
  init(_ request: ColumnRequest, to path: String?) throws(PlatformError) {
    self.request = request
    output = try PendingOutput(path)
    units = UnitColumn(request.unit)
    values = CellValues(anchor: request.anchor)
  }

  mutating func begin(_ row: TableRow, columns names: [String]) throws(Refusal) {
    columns = try request.columns(among: names).map {
      Column(index: $0.index, name: names[$0.index], kind: $0.kind)
    }
    try units.find(among: names)
    var end = 0
    for column in columns {
      let field = row.fields[column.index]
      lines.append(contentsOf: row.bytes.extracting(end..<max(end, field.upperBound)))
      end = field.upperBound
      for ending in column.kind.endings {
        guard !names.contains(column.name + ending) else {
          throw Refusal(
            .unsupported, "the table has a column '\(column.name + ending)' already",
            advice: "rename it, or leave out '\(column.name)'")
        }
        lines.append(ByteBuffer.comma)
        lines.append(field: (column.name + ending).utf8Span.span)
      }
    }
    lines.append(contentsOf: row.bytes.extracting(end...))
  }

  mutating func take(_ row: TableRow) throws(Refusal) {
    let unit = units.yen(of: row)
    var end = 0
    for index in columns.indices {
      let column = columns[index].index
      // A row that does not reach the column has nothing behind it either.
      guard column < row.fields.count else { break }
      let field = row.fields[column]
      lines.append(contentsOf: row.bytes.extracting(end..<max(end, field.upperBound)))
      end = field.upperBound
      let kind = columns[index].kind
      let isRead: Bool
      if row.isQuoted(field) {
        text.removeAll()
        row.append(field, to: &text)
        isRead = values.append(text, kind, unit, to: &lines)
      } else {
        isRead = values.append(row.bytes.extracting(field), kind, unit, to: &lines)
      }
      if !field.isEmpty { columns[index].filled += 1 }
      guard !isRead else { continue }
      if columns[index].unread == 0 {
        columns[index].firstUnread = (row.number, row.text(field))
      }
      columns[index].unread += 1
    }
    lines.append(contentsOf: row.bytes.extracting(end...))
  }

  mutating func pass(_ row: TableRow) { lines.append(contentsOf: row.bytes) }

  mutating func flush() throws(Refusal) {
    if lines.count >= NormalizedColumns.bytesPerWrite { try write() }
  }

  private mutating func write() throws(Refusal) {
    do throws(PlatformError) { try output.write(lines) } catch { throw stop(error) }
    lines.removeAll()
  }

  mutating func clear() throws(Refusal) {
    lines.removeAll()
    do throws(PlatformError) { try output.clear() } catch { throw stop(error) }
  }

  mutating func end(isEmpty: Bool) throws(Refusal) {
    guard !isEmpty else {
      throw Refusal(
        .empty, "no row of the table names columns", advice: "check that the source is whole")
    }
    try write()
  }

  /// Delivers the table and says how many cells of a column gave no value.
  consuming func deliver() throws(PlatformError) {
    try output.deliver()
    guard !request.isQuiet else { return }
    for column in columns where column.unread > 0 {
      let first = column.firstUnread
      let line =
        "warning: \(request.source): \(column.name): \(column.unread) of \(column.filled) values are "
        + "no \(column.kind.noun), the first in row \(first.row): '\(first.text)'\n"
      try Console.write(Console.plain(line), to: .error)
    }
  }

  private mutating func stop(_ error: PlatformError) -> Refusal {
    failure = error
    return .unwritable(error)
  }
}
