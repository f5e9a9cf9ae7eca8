import JapaneseText
import Model
import Zstd

/// Writes a table as a Parquet file: flat, typed, packed by Zstandard; the same rows give the same
/// bytes.
///
/// Every column of a group of rows is one data page of version 1 in plain encoding, which every
/// reader knows. See <https://parquet.apache.org/docs/file-format/>.
struct ParquetFile {
  /// How many rows are held in columns at a time.
  static let rowsInGroup = 1 << 16
  private static let magic = Array("PAR1".utf8)
  private static let zstd = 6
  private static let level = 3

  private let table: CSVTable
  private let columns: [ParquetColumn]
  private let path: String

  /// A column of a group of rows, as it stands in the file.
  private struct Chunk {
    let offset: Int
    let count: Int
    let unpacked: Int
    let packed: Int
    let nulls: Int
    let bounds: (least: [UInt8], greatest: [UInt8])?
  }

  private struct Group {
    let rows: Int
    let chunks: [Chunk]
  }

  init(_ table: CSVTable, path: String) {
    self.table = table
    self.path = path
    columns = table.description.columns.map(ParquetColumn.init)
  }

  /// Writes the whole file and gives its size and hash.
  func write() throws(PublishingError) -> (bytes: Int, sha256: String) {
    var sink = try FileSink(path)
    var offset = ParquetFile.magic.count
    sink.buffer += ParquetFile.magic
    var groups: [Group] = []
    var start = 0
    while start < table.rowCount {
      let end = min(start + ParquetFile.rowsInGroup, table.rowCount)
      var chunks: [Chunk] = []
      for (column, page) in zip(columns, try pages(start..<end)) {
        let (bytes, chunk) = try self.chunk(column, page, at: offset)
        sink.buffer += bytes
        offset += bytes.count
        try sink.drain()
        chunks.append(chunk)
      }
      groups.append(Group(rows: end - start, chunks: chunks))
      start = end
    }
    let footer = footer(groups, rows: table.rowCount)
    sink.buffer += footer
    sink.buffer.append(littleEndian: UInt32(footer.count))
    sink.buffer += ParquetFile.magic
    return try sink.finish()
  }

  // MARK: Pages

  /// The columns of a group of rows, filled row by row.
  private func pages(_ rows: Range<Int>) throws(PublishingError) -> [ParquetColumn.Page] {
    var pages = [ParquetColumn.Page](repeating: ParquetColumn.Page(), count: columns.count)
    var fields: [CSVField] = []
    for row in rows {
      table.records.cut(row + 1, into: &fields)
      for (index, field) in fields.enumerated() {
        do throws(ParquetColumn.Misfit) {
          try columns[index].add(field, of: table.records, to: &pages[index])
        } catch {
          throw PublishingError(
            file: path, reason: "row \(row + 1), column \(columns[index].name): \(error.reason)")
        }
      }
    }
    return pages
  }

  private func chunk(
    _ column: ParquetColumn, _ page: ParquetColumn.Page, at offset: Int
  ) throws(PublishingError) -> ([UInt8], Chunk) {
    let body = column.isOptional ? page.levels + page.plain : page.plain
    let packed = try publishing(path) { () throws(Zstd.Failure) in
      try Zstd.packed(body, level: ParquetFile.level)
    }
    var header = ThriftWriter()
    header.int(1, 0)  // a data page
    header.int(2, body.count)
    header.int(3, packed.count)
    header.structure(5) {
      $0.int(1, page.count)
      $0.int(2, 0)  // plain
      $0.int(3, 3)  // runs
      $0.int(4, 3)
    }
    header.finish()
    let bytes = header.bytes + packed
    let chunk = Chunk(
      offset: offset, count: page.count, unpacked: header.bytes.count + body.count,
      packed: bytes.count, nulls: page.nulls, bounds: page.bounds(column.type))
    return (bytes, chunk)
  }

  // MARK: Footer

  private func footer(_ groups: [Group], rows: Int) -> [UInt8] {
    var writer = ThriftWriter()
    writer.int(1, 2)
    let root: ParquetColumn? = nil
    writer.list(2, of: [root] + columns) { writer, column in
      guard let column else {
        writer.binary(4, table.description.name.utf8)
        writer.int(5, columns.count)
        return
      }
      column.describe(&writer)
    }
    writer.long(3, rows)
    writer.list(4, of: groups) { describe($1, &$0) }
    writer.binary(6, "choai".utf8)
    // Bounds are in the order of each column's type.
    writer.list(7, of: columns) { writer, _ in writer.structure(1) }
    writer.finish()
    return writer.bytes
  }

  private func describe(_ group: Group, _ writer: inout ThriftWriter) {
    writer.list(1, of: Array(zip(columns, group.chunks))) { writer, pair in
      let (column, chunk) = pair
      writer.long(2, chunk.offset)
      writer.structure(3) { meta in
        meta.int(1, column.physicalType)
        meta.list(2, ofInts: [0, 3])
        meta.list(3, ofTexts: [column.name])
        meta.int(4, ParquetFile.zstd)
        meta.long(5, chunk.count)
        meta.long(6, chunk.unpacked)
        meta.long(7, chunk.packed)
        meta.long(9, chunk.offset)
        meta.structure(12) { statistics in
          statistics.long(3, chunk.nulls)
          guard let bounds = chunk.bounds else { return }
          statistics.binary(5, bounds.greatest)
          statistics.binary(6, bounds.least)
        }
      }
    }
    writer.long(2, group.chunks.reduce(0) { $0 + $1.unpacked })
    writer.long(3, group.rows)
  }
}
