import JSON
import Platform

/// Checks a package strictly, down to each value; what it finds are values, not errors.
public struct PackageAudit: Sendable {
  /// How many faults of a table are listed; more are counted.
  public static let listedFaults = 200

  let folder: String
  // Whether SQLite itself is asked what is wrong with a database.
  let asksSQLite: Bool
  var faults: [PackageFault] = []
  // The keys of tables that others point to: by table and columns.
  var keys: [KeySpace: KeySet] = [:]
  // The hashes of files that were read for theirs, by path.
  var hashes: [String: String] = [:]
  // The keys pointed to, each with the first place that does so.
  var references: [PendingReference] = []

  /// Columns of a table that other tables point to.
  struct KeySpace: Hashable {
    let table: String
    let columns: [String]
  }

  /// A key of another table, to be looked up when all tables are read.
  struct PendingReference {
    let target: KeySpace
    let value: [UInt8]
    let place: PackageFault
  }

  /// The faults of the package in a folder; none means that it is as it says.
  public static func check(_ folder: String) -> [PackageFault] {
    var audit = PackageAudit(folder: folder, asksSQLite: true)
    guard let descriptor = audit.readDescriptor() else { return audit.faults }
    let parts = audit.works(on: descriptor).map { $0() }
    audit.finish(descriptor, parts)
    return audit.faults
  }

  /// The faults of a package that was just written, some files at a time looked at side by side.
  ///
  /// Its database was checked by SQLite before its hash was taken; here the hash alone decides.
  public static func checkWritten(_ folder: String, jobs: Int) async throws -> [PackageFault] {
    var audit = PackageAudit(folder: folder, asksSQLite: false)
    guard let descriptor = audit.readDescriptor() else { return audit.faults }
    let parts = try await SideBySide.run(audit.works(on: descriptor), jobs: jobs)
    audit.finish(descriptor, parts)
    return audit.faults
  }

  private init(folder: String, asksSQLite: Bool) {
    self.folder = folder
    self.asksSQLite = asksSQLite
  }

  /// The audit of a part of the same package.
  private var part: PackageAudit { PackageAudit(folder: folder, asksSQLite: asksSQLite) }

  /// What came of looking at one file.
  private struct Part: Sendable {
    /// What is wrong with the file as a whole, or with what the descriptor says of it.
    var file: PackageAudit
    /// What is wrong with its rows, where it is a table that could be read.
    var rows: PackageAudit?
    /// The rules of that table.
    var table: TableRule?
    var isTable: Bool
  }

  private mutating func readDescriptor() -> JSONValue? {
    let file = PackageDescriptor.fileName
    do throws(PublishingError) {
      let descriptor = try PackageReader.descriptor(folder + "/" + file)
      checkPackage(descriptor)
      return descriptor
    } catch {
      faults.append(PackageFault(.packageError, file: file, error.reason))
      return nil
    }
  }

  /// The checks of each file; each is read once.
  private func works(on descriptor: JSONValue) -> [@Sendable () -> Part] {
    let part = part
    var works: [@Sendable () -> Part] = []
    // The files beside the tables first: the database among them takes longest.
    for (index, entry) in (descriptor["files"]?.array ?? []).enumerated() {
      works.append {
        var found = Part(file: part, isTable: false)
        _ = found.file.checkFile(entry, "files[\(index)]")
        return found
      }
    }
    let resources = (descriptor["resources"]?.array ?? []).enumerated().map { index, resource in
      var audit = part
      let position = "resources[\(index)]"
      let table = audit.tableRule(resource, position)
      return (resource: resource, position: position, table: table, faults: audit.faults)
    }
    let tables = resources.compactMap(\.table)
    for (resource, position, table, faults) in resources {
      let spaces = table.map { keySpaces(of: $0.name, in: tables) } ?? []
      works.append {
        var found = Part(file: part, isTable: true)
        guard let bytes = found.file.checkFile(resource, position) else { return found }
        found.file.faults += faults
        guard let table else { return found }
        found.table = table
        var rows = part
        rows.checkTable(table, bytes, expecting: spaces)
        found.rows = rows
        return found
      }
    }
    return works
  }

  /// Puts together what was found, in an order that does not depend on who was done first.
  private mutating func finish(_ descriptor: JSONValue, _ parts: [Part]) {
    for part in parts where part.isTable { take(part.file) }
    checkReferences(of: parts.compactMap(\.table))
    for rows in parts.compactMap(\.rows) { take(rows) }
    for reference in references {
      if let keys = keys[reference.target], keys.position(of: reference.value.span) == nil {
        faults.append(reference.place)
      }
    }
    for part in parts where !part.isTable { take(part.file) }
    checkChecksums(descriptor)
  }

  private mutating func take(_ other: PackageAudit) {
    faults += other.faults
    hashes.merge(other.hashes) { $1 }
    keys.merge(other.keys) { $1 }
    references += other.references
  }

  private func keySpaces(of name: String, in tables: [TableRule]) -> Set<KeySpace> {
    var spaces: Set<KeySpace> = []
    for table in tables {
      for key in table.foreignKeys where key.table == name {
        spaces.insert(KeySpace(table: name, columns: key.targets))
      }
    }
    return spaces
  }

  private mutating func checkReferences(of tables: [TableRule]) {
    for table in tables {
      for key in table.foreignKeys {
        guard let target = tables.first(where: { $0.name == key.table }) else {
          faults.append(
            PackageFault(
              .schemaError, file: table.path, "foreignKeys: there is no table \(key.table.shown)"))
          continue
        }
        for name in key.targets where !target.fields.contains(where: { $0.name == name }) {
          faults.append(
            PackageFault(
              .schemaError, file: table.path,
              "foreignKeys: table \(key.table.shown) has no field \(name.shown)"))
        }
      }
    }
  }
}
