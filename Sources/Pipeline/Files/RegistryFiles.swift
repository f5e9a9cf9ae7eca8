import Model
import Platform
import Publishing

/// Reads the registries, CSV files with a header, and notes what is wrong in them.
struct RegistryFiles {
  private let folder: String
  private var problems: [PipelineProblem] = []

  /// The registries of a pipeline, and everything that is wrong in them.
  static func read(
    _ paths: PipelineFile.RegistryPaths, in folder: String
  ) -> (registries: Registries, problems: [PipelineProblem]) {
    var files = RegistryFiles(folder: folder)
    var registries = Registries()
    if let path = paths.ministries { registries.ministries = files.ministries(path) }
    if let path = paths.programmes { registries.programmes = files.programmes(path) }
    if let path = paths.projects { registries.projects = files.projects(path) }
    return (registries, files.problems)
  }

  private init(folder: String) {
    self.folder = folder
  }

  private mutating func ministries(_ path: String) -> [RegisteredMinistry] {
    records(
      path, ["id", "name", "kind", "abbreviations", "aliases", "first_year", "last_year"]
    ).map { record in
      var row = Ministry()
      row.id = record["id"]
      row.name = record["name"]
      row.kind = record["kind"]
      row.aliases = record.list("abbreviations") + record.list("aliases")
      return RegisteredMinistry(
        row: row, abbreviations: record.list("abbreviations"),
        firstYear: record.year("first_year", &problems),
        lastYear: record.year("last_year", &problems))
    }
  }

  private mutating func programmes(_ path: String) -> [Programme] {
    records(
      path, ["id", "name", "aliases", "ministries", "first_year", "last_year", "succeeds"]
    ).map { record in
      var row = Programme()
      row.id = record["id"]
      row.name = record["name"]
      row.aliases = record.list("aliases")
      row.ministries = record.list("ministries")
      row.firstYear = record.year("first_year", &problems)
      row.lastYear = record.year("last_year", &problems)
      row.succeeds = record.list("succeeds")
      return row
    }
  }

  private mutating func projects(_ path: String) -> [Project] {
    records(path, ["id", "name", "aliases", "first_year", "last_year", "succeeds"]).map { record in
      Project(
        id: record["id"], name: record["name"], aliases: record.list("aliases"),
        firstYear: record.year("first_year", &problems),
        lastYear: record.year("last_year", &problems), succeeds: record.list("succeeds"))
    }
  }

  /// The records of a file with a fixed header and a key that stands once.
  private mutating func records(_ path: String, _ header: [String]) -> [RegistryRecord] {
    let file = folder + "/" + path
    let records: [RegistryRecord]
    do { records = try RegistryRecord.read(file, header: header) } catch {
      problems.append(error)
      return []
    }
    var seen: [String: Int] = [:]
    for record in records {
      if record["id"].isEmpty {
        problems.append(
          PipelineProblem(file: file, line: record.line, message: "the id is empty: give it one"))
      } else if let first = seen.updateValue(record.line, forKey: record["id"]) {
        problems.append(
          PipelineProblem(
            file: file, line: record.line,
            message: "the id '\(record["id"])' stands twice, first on line \(first)"))
      }
    }
    return records
  }
}

/// A record of a registry or decision file, by the names of its header.
struct RegistryRecord {
  let file: String
  let line: Int
  private let fields: [String: String]

  /// A field; empty where the header does not have it.
  subscript(name: String) -> String { fields[name] ?? "" }

  /// A field that holds a list joined by `;`.
  func list(_ name: String) -> [String] {
    self[name].split(separator: ";").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// A field that holds a year, or nothing where it is empty.
  func year(_ name: String, _ problems: inout [PipelineProblem]) -> Int? {
    if self[name].isEmpty { return nil }
    if let year = Int(self[name]), (1868...2200).contains(year) { return year }
    problems.append(
      PipelineProblem(
        file: file, line: line, message: "\(name) is '\(self[name])', but should be a western year")
    )
    return nil
  }

  /// The records of a CSV file whose header must be as given.
  static func read(
    _ file: String, header: [String]
  ) throws(PipelineProblem) -> [RegistryRecord] {
    let bytes: [UInt8]
    do { bytes = try Files.read(file) } catch {
      throw PipelineProblem(
        file: file, message: "cannot be read: \(error.code); name a file that is there")
    }
    let records: CSVRecords
    do { records = try CSVRecords(bytes) } catch {
      throw PipelineProblem(file: file, line: error.line, message: error.reason)
    }
    guard records.count > 0, records.fields(0).map(records.text) == header else {
      throw PipelineProblem(
        file: file, line: 1, message: "the header should be: \(header.joined(separator: ","))")
    }
    var result: [RegistryRecord] = []
    for index in 1..<max(1, records.count) {
      let fields = records.fields(index).map(records.text)
      guard fields.count == header.count else {
        throw PipelineProblem(
          file: file, line: records.line(index),
          message: "\(fields.count) fields, but the header has \(header.count)")
      }
      result.append(
        RegistryRecord(
          file: file, line: records.line(index),
          fields: Dictionary(zip(header, fields)) { first, _ in first }))
    }
    return result
  }
}
