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
    try begin()
    var written: [(piece: Piece, files: [PackageFile])] = []
    for piece in pieces(of: content) { written.append((piece, try piece.write())) }
    return try finish(content.metadata, written)
  }

  /// A part of a snapshot; all of them can be written side by side.
  public struct Piece: Sendable {
    /// The table that its one file is, where it is one of the package's tables.
    let table: TableDescription?
    /// Writes the files and says what they are.
    public let write: @Sendable () throws(PublishingError) -> [PackageFile]
  }

  /// Makes the folder.
  public func begin() throws(PublishingError) {
    try publishing(folder) { () throws(PlatformError) in try Folder.create(folder) }
  }

  /// The parts of a snapshot, those that take longest first.
  public func pieces(of content: SnapshotContent) -> [Piece] {
    var pieces: [Piece] = []
    func add(
      _ table: TableDescription? = nil,
      _ write: @escaping @Sendable () throws(PublishingError) -> [PackageFile]
    ) { pieces.append(Piece(table: table, write: write)) }
    // The workbook takes twice as long as the database: begun last, others would wait for it.
    if formats.contains(.workbook) {
      add { () throws(PublishingError) in [try writeWorkbook(content)] }
    }
    if formats.contains(.sqlite) {
      add { () throws(PublishingError) in
        [try writeSQLite(content.tables, to: content.metadata.name + ".sqlite")]
      }
    }
    add { () throws(PublishingError) in [try write(content.places)] }
    for table in content.tables { addFiles(of: table, to: &pieces) }
    if formats.contains(.excelCSV) {
      add { () throws(PublishingError) in try writeForExcel(content.tables) }
    }
    return pieces + self.pieces(of: content.attachments)
  }

  /// The parts of a snapshot that were made elsewhere.
  public func pieces(of attachments: [SnapshotContent.Attachment]) -> [Piece] {
    attachments.map { attachment in
      Piece(table: nil) { () throws(PublishingError) in
        [try write(attachment.bytes, to: attachment.path, attachment.mediaType)]
      }
    }
  }

  private func addFiles(of table: CSVTable, to pieces: inout [Piece]) {
    let name = table.description.name
    pieces.append(
      Piece(table: table.description) { () throws(PublishingError) in
        [try write(table.records.bytes, to: name + ".csv", "text/csv")]
      })
    if formats.contains(.jsonLines) {
      pieces.append(
        Piece(table: nil) { () throws(PublishingError) in
          [try writeJSONLines(table, to: name + ".jsonl")]
        })
    }
    if formats.contains(.parquet) {
      pieces.append(
        Piece(table: nil) { () throws(PublishingError) in
          let facts = try ParquetFile(table, path: "\(folder)/\(name).parquet").write()
          return [file(name + ".parquet", "application/vnd.apache.parquet", facts)]
        })
    }
  }

  /// Writes `datapackage.json` and the hashes of all files, when all else is written.
  public func finish(
    _ metadata: PackageMetadata, _ written: [(piece: Piece, files: [PackageFile])]
  ) throws(PublishingError) -> [PackageFile] {
    var tables: [(table: TableDescription, file: PackageFile)] = []
    var others: [PackageFile] = []
    for (piece, files) in written {
      if let table = piece.table { tables += files.map { (table, $0) } } else { others += files }
    }
    others.sort { $0.path < $1.path }
    var writer = JSONWriter(indented: true)
    writer.writeLine(PackageDescriptor.json(metadata, tables: tables, others: others))
    let descriptor = try write(writer.bytes, to: PackageDescriptor.fileName, "application/json")
    let files = tables.map(\.file) + others + [descriptor]
    let checksums = try write(
      ChecksumFile.bytes(files), to: ChecksumFile.name, "text/plain")
    try publishing(folder) { () throws(PlatformError) in try Folder.sync(folder) }
    return files + [checksums]
  }

  private func writeJSONLines(
    _ table: CSVTable, to name: String
  ) throws(PublishingError) -> PackageFile {
    let writer = JSONLinesWriter(table.description)
    let types = table.description.columns.map(\.type)
    var sink = try FileSink(folder + "/" + name)
    var fields: [CSVField] = []
    for record in 1..<table.rowCount + 1 {
      table.records.cut(record, into: &fields)
      writer.write(fields, of: table.records, types, into: &sink.buffer)
      try sink.drain()
    }
    return file(name, "application/jsonl", try sink.finish())
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
    try sink.write(bytes)
    return file(name, mediaType, try sink.finish())
  }

  private func writeForExcel(_ tables: [CSVTable]) throws(PublishingError) -> [PackageFile] {
    let below = folder + "/excel"
    try publishing(below) { () throws(PlatformError) in try Folder.create(below) }
    var files: [PackageFile] = []
    for table in tables {
      let writer = CSVWriter(table.description, .excel)
      let name = "excel/\(table.description.name).csv"
      var sink = try FileSink(folder + "/" + name)
      writer.writeHeader(into: &sink.buffer)
      for row in 0..<table.rowCount {
        writer.write(table.values(row).map { $0 ?? .null }, into: &sink.buffer)
        try sink.drain()
      }
      files.append(file(name, "text/csv", try sink.finish()))
    }
    try publishing(below) { () throws(PlatformError) in try Folder.sync(below) }
    return files
  }

  private func writeSQLite(
    _ tables: [CSVTable], to name: String
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
