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

  private let table: TableDescription
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

  init(_ table: TableDescription, path: String) {
    self.table = table
    self.path = path
    columns = table.columns.map(ParquetColumn.init)
  }

  /// Writes the whole file and gives its size and hash.
  func write(_ rows: [[Value]]) throws(PublishingError) -> (bytes: Int, sha256: String) {
    var sink = try FileSink(path)
    var offset = ParquetFile.magic.count
    sink.buffer += ParquetFile.magic
    var groups: [Group] = []
    var start = 0
    while start < rows.count {
      let end = min(start + ParquetFile.rowsInGroup, rows.count)
      var chunks: [Chunk] = []
      for (index, column) in columns.enumerated() {
        let values = rows[start..<end].map { $0[index] }
        let (bytes, chunk) = try self.chunk(column, values, firstRow: start, at: offset)
        sink.buffer += bytes
        offset += bytes.count
        try sink.drain()
        chunks.append(chunk)
      }
      groups.append(Group(rows: end - start, chunks: chunks))
      start = end
    }
    let footer = footer(groups, rows: rows.count)
    sink.buffer += footer
    sink.buffer.append(littleEndian: UInt32(footer.count))
    sink.buffer += ParquetFile.magic
    return try sink.finish()
  }

  // MARK: Pages

  private func chunk(
    _ column: ParquetColumn, _ values: [Value], firstRow: Int, at offset: Int
  ) throws(PublishingError) -> ([UInt8], Chunk) {
    let body: [UInt8]
    do throws(ParquetColumn.Misfit) {
      let plain = try column.plain(values)
      body = column.isOptional ? ParquetColumn.levels(values) + plain : plain
    } catch {
      throw PublishingError(
        file: path,
        reason: "row \(firstRow + error.row + 1), column \(column.name): \(error.reason)")
    }
    let packed = try publishing(path) { () throws(Zstd.Failure) in
      try Zstd.packed(body, level: ParquetFile.level)
    }
    var header = ThriftWriter()
    header.int(1, 0)  // a data page
    header.int(2, body.count)
    header.int(3, packed.count)
    header.structure(5) {
      $0.int(1, values.count)
      $0.int(2, 0)  // plain
      $0.int(3, 3)  // runs
      $0.int(4, 3)
    }
    header.finish()
    let bytes = header.bytes + packed
    let chunk = Chunk(
      offset: offset, count: values.count, unpacked: header.bytes.count + body.count,
      packed: bytes.count, nulls: values.count { $0 == .null }, bounds: bounds(column, values))
    return (bytes, chunk)
  }

  /// The least and the greatest value, where they are numbers: readers skip groups by them.
  private func bounds(
    _ column: ParquetColumn, _ values: [Value]
  ) -> (least: [UInt8], greatest: [UInt8])? {
    var numbers: [Int64] = []
    for value in values {
      switch value {
      case .integer(let number): numbers.append(number)
      case .day(let day): numbers.append(Int64(day.number))
      default: continue
      }
    }
    guard let least = numbers.min(), let greatest = numbers.max(),
      let low = values.first(where: { ParquetFile.number($0) == least }),
      let high = values.first(where: { ParquetFile.number($0) == greatest }),
      let lowBytes = try? column.plain([low]), let highBytes = try? column.plain([high])
    else { return nil }
    return (lowBytes, highBytes)
  }

  private static func number(_ value: Value) -> Int64? {
    switch value {
    case .integer(let number): number
    case .day(let day): Int64(day.number)
    default: nil
    }
  }

  // MARK: Footer

  private func footer(_ groups: [Group], rows: Int) -> [UInt8] {
    var writer = ThriftWriter()
    writer.int(1, 2)
    let root: ParquetColumn? = nil
    writer.list(2, of: [root] + columns) { writer, column in
      guard let column else {
        writer.binary(4, table.name.utf8)
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
