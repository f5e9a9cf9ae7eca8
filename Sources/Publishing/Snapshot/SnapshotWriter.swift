import Hashing
import JSON
import Model
import Platform

/// A format that the tables of a snapshot are written in, besides CSV.
public enum SnapshotFormat: String, Sendable, Hashable, CaseIterable {
  /// A JSON Lines file for each table.
  case jsonLines = "jsonl"
  /// One SQLite file with all tables.
  case sqlite
  /// A Parquet file for each table.
  case parquet
  /// A CSV file for each table that Excel opens as it is, in the folder `excel`.
  case excelCSV = "excel-csv"
  /// One Excel workbook with a sheet for each table.
  case workbook = "xlsx"
}

/// Writes a snapshot into a folder; the same content gives the same bytes.
///
/// Every file is on the disk when it is done. The folder should be a new one aside: moving it to
/// where readers look is the caller's.
public struct SnapshotWriter: Sendable {
  private static let workbookType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  private let folder: String
  private let formats: Set<SnapshotFormat>

  /// Makes a writer into a folder.
  public init(folder: String, formats: Set<SnapshotFormat> = [.jsonLines, .sqlite]) {
    self.folder = folder
    self.formats = formats
  }

  /// Writes all files, `datapackage.json` and the hashes of all last, and says what they are.
  @discardableResult
  public func write(_ content: SnapshotContent) throws(PublishingError) -> [PackageFile] {
    try publishing(folder) { () throws(PlatformError) in try Folder.create(folder) }
    var tables: [(table: TableDescription, file: PackageFile)] = []
    for table in content.tables {
      let name = table.description.name + ".csv"
      let writer = CSVWriter(table.description)
      tables.append((table.description, try write(table.rows, writer, to: name, "text/csv")))
    }
    var others: [PackageFile] = []
    for table in content.tables where formats.contains(.jsonLines) {
      let name = table.description.name + ".jsonl"
      let writer = JSONLinesWriter(table.description)
      others.append(try write(table.rows, writer, to: name, "application/jsonl"))
    }
    for table in content.tables where formats.contains(.parquet) {
      let name = table.description.name + ".parquet"
      let parquet = ParquetFile(table.description, path: folder + "/" + name)
      others.append(
        file(name, "application/vnd.apache.parquet", try parquet.write(table.rows)))
    }
    if formats.contains(.excelCSV) {
      others.append(contentsOf: try writeForExcel(content.tables))
    }
    if formats.contains(.sqlite) {
      others.append(try writeSQLite(content.tables, to: content.metadata.name + ".sqlite"))
    }
    if formats.contains(.workbook) { others.append(try writeWorkbook(content)) }
    others.append(try write(content.places))
    for file in content.attachments {
      others.append(try write(file.bytes, to: file.path, file.mediaType))
    }
    var writer = JSONWriter(indented: true)
    writer.writeLine(
      PackageDescriptor.json(
        content.metadata, tables: tables, others: others.sorted { $0.path < $1.path }))
    let descriptor = try write(writer.bytes, to: PackageDescriptor.fileName, "application/json")
    let files = tables.map(\.file) + others + [descriptor]
    let checksums = try write(
      ChecksumFile.bytes(files), to: ChecksumFile.name, "text/plain")
    try publishing(folder) { () throws(PlatformError) in try Folder.sync(folder) }
    return files + [checksums]
  }

  private func write(
    _ rows: [[Value]], _ format: some TableFormat, to name: String, _ mediaType: String
  ) throws(PublishingError) -> PackageFile {
    var sink = try FileSink(folder + "/" + name)
    format.writeHeader(into: &sink.buffer)
    for row in rows {
      format.write(row, into: &sink.buffer)
      try sink.drain()
    }
    return file(name, mediaType, try sink.finish())
  }

  private func write(_ places: [RowPlace]) throws(PublishingError) -> PackageFile {
    var sink = try FileSink(folder + "/" + PlacesFile.name)
    var writer = JSONWriter()
    for place in places {
      writer.writeLine(PlacesFile.json(place))
      sink.buffer.append(contentsOf: writer.bytes)
      writer.clear()
      try sink.drain()
    }
    return file(PlacesFile.name, "application/jsonl", try sink.finish())
  }

  private func write(
    _ bytes: [UInt8], to name: String, _ mediaType: String
  ) throws(PublishingError) -> PackageFile {
    let path = folder + "/" + name
    try publishing(path) { () throws(PlatformError) in
      try Folder.create(Files.parent(of: path))
    }
    var sink = try FileSink(path)
    sink.buffer = bytes
    return file(name, mediaType, try sink.finish())
  }

  private func writeForExcel(_ tables: [Table]) throws(PublishingError) -> [PackageFile] {
    let below = folder + "/excel"
    try publishing(below) { () throws(PlatformError) in try Folder.create(below) }
    var files: [PackageFile] = []
    for table in tables {
      let writer = CSVWriter(table.description, .excel)
      let name = "excel/\(table.description.name).csv"
      files.append(try write(table.rows, writer, to: name, "text/csv"))
    }
    try publishing(below) { () throws(PlatformError) in try Folder.sync(below) }
    return files
  }

  private func writeSQLite(
    _ tables: [Table], to name: String
  ) throws(PublishingError) -> PackageFile {
    let path = folder + "/" + name
    try SQLiteFile.write(tables, to: path)
    return file(name, "application/vnd.sqlite3", try FileFacts.of(path))
  }

  private func writeWorkbook(_ content: SnapshotContent) throws(PublishingError) -> PackageFile {
    let name = content.metadata.name + ".xlsx"
    let path = folder + "/" + name
    try WorkbookFile.write(content.tables, title: content.metadata.title, to: path)
    return file(name, SnapshotWriter.workbookType, try FileFacts.of(path))
  }

  private func file(
    _ name: String, _ mediaType: String, _ facts: (bytes: Int, sha256: String)
  ) -> PackageFile {
    PackageFile(path: name, mediaType: mediaType, bytes: facts.bytes, sha256: facts.sha256)
  }
}
