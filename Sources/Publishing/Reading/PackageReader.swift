import JSON
public import Model
import Platform

/// A snapshot as its tables.
public struct Package: Sendable {
  /// The short name.
  public var name: String
  /// The title.
  public var title: String
  /// The tables in the order of the descriptor.
  public var tables: [CSVTable]

  /// Makes a snapshot of tables at hand.
  public init(name: String, title: String, tables: [CSVTable]) {
    self.name = name
    self.title = title
    self.tables = tables
  }

  /// Makes a snapshot of tables with their values.
  public init(name: String, title: String, tables: [Table]) {
    self.init(name: name, title: title, tables: tables.map { CSVTable($0) })
  }

  /// The table of a name.
  public func table(_ name: String) -> CSVTable? { tables.first { $0.description.name == name } }

  /// The rows of a table of the Model, or none where the snapshot has no such table.
  ///
  /// Columns are found by name, so that a snapshot of an older version can be read: a column it
  /// has not keeps what an empty row has.
  public func rows<Row: DatasetRow>(of type: Row.Type) throws(PublishingError) -> [Row] {
    guard let table = table(Row.table.name) else { return [] }
    let names = table.description.columns.map(\.name)
    let types = table.description.columns.map(\.type)
    let columns = Row.columns.compactMap { column in
      names.firstIndex(of: column.description.name).map { (write: column.write, position: $0) }
    }
    var rows: [Row] = []
    rows.reserveCapacity(table.rowCount)
    var fields: [CSVField] = []
    for record in 1..<table.rowCount + 1 {
      table.records.cut(record, into: &fields)
      var row = Row()
      for (write, position) in columns {
        guard let value = table.records.value(fields[position], types[position]),
          write(&row, value)
        else {
          throw PublishingError(
            file: Row.table.name + ".csv",
            reason: "\(names[position]): a value does not fit the schema")
        }
      }
      rows.append(row)
    }
    return rows
  }
}

/// Reads snapshots, strictly: a value that does not fit its column is an error.
public enum PackageReader {
  /// Reads the snapshot in a folder.
  public static func read(_ folder: String) throws(PublishingError) -> Package {
    let path = folder + "/" + PackageDescriptor.fileName
    let descriptor = try descriptor(path)
    var tables: [CSVTable] = []
    for resource in descriptor["resources"]?.array ?? [] {
      guard let name = resource["path"]?.string, PackagePath.isSafe(name) else {
        throw PublishingError(file: path, reason: "a resource has no path inside the package")
      }
      let description = try publishing(path) { () throws(SchemaFault) in
        try TableSchemaDescriptor.table(resource)
      }
      tables.append(CSVTable(description, try records(of: description, folder + "/" + name)))
    }
    return Package(
      name: descriptor["name"]?.string ?? "", title: descriptor["title"]?.string ?? "",
      tables: tables)
  }

  /// The short name of the snapshot in a folder.
  public static func name(of folder: String) throws(PublishingError) -> String {
    try descriptor(folder + "/" + PackageDescriptor.fileName)["name"]?.string ?? ""
  }

  static func descriptor(_ path: String) throws(PublishingError) -> JSONValue {
    let bytes = try publishing(path) { () throws(PlatformError) in try Files.read(path) }
    return try publishing(path) { () throws(JSONError) in try JSONReader.read(bytes) }
  }

  private static func records(
    of table: TableDescription, _ path: String
  ) throws(PublishingError) -> CSVRecords {
    let bytes = try publishing(path) { () throws(PlatformError) in try Files.read(path) }
    let records = try publishing(path) { () throws(CSVFault) in try CSVRecords(bytes) }
    let names = table.columns.map(\.name)
    let types = table.columns.map(\.type)
    guard records.count > 0, records.fields(0).map(records.text) == names else {
      throw PublishingError(file: path, reason: "the header is not that of the schema")
    }
    var fields: [CSVField] = []
    for record in 1..<records.count {
      records.cut(record, into: &fields)
      guard fields.count == names.count else {
        throw PublishingError(
          file: path,
          reason: "line \(records.line(record)): \(fields.count) fields instead of \(names.count)")
      }
      for (index, type) in types.enumerated() where type != .string {
        guard records.value(fields[index], type) != nil else {
          throw PublishingError(
            file: path,
            reason: "line \(records.line(record)), \(names[index]): not of type \(type)")
        }
      }
    }
    return records
  }
}

/// What a path in a descriptor may be.
enum PackagePath {
  /// Whether a path stays in the package's folder.
  static func isSafe(_ path: String) -> Bool {
    guard let first = path.utf8.first, !"/~.".utf8.contains(first),
      !path.utf8.contains(UInt8(ascii: "\\")), !path.utf8.contains(0),
      !path.utf8.contains(UInt8(ascii: ":"))
    else { return false }
    return path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && $0 != "." && $0 != ".."
    }
  }
}
