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
    let files = audit.works(on: descriptor).map { $0() }
    let tables = audit.works(onTablesOf: files).map { $0() }
    audit.finish(descriptor, files, tables)
    return audit.faults
  }

  /// The faults of a package that was just written, some files at a time looked at side by side.
  ///
  /// Its database was checked by SQLite before its hash was taken; here the hash alone decides.
  public static func checkWritten(_ folder: String, jobs: Int) async throws -> [PackageFault] {
    var audit = PackageAudit(folder: folder, asksSQLite: false)
    guard let descriptor = audit.readDescriptor() else { return audit.faults }
    let files = try await SideBySide.run(audit.works(on: descriptor), jobs: jobs)
    let tables = try await SideBySide.run(audit.works(onTablesOf: files), jobs: jobs)
    audit.finish(descriptor, files, tables)
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
    var audit: PackageAudit
    /// The rules of its table, where it is one.
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

  /// The checks of each file as a whole.
  private func works(on descriptor: JSONValue) -> [@Sendable () -> Part] {
    let audit = part
    var works: [@Sendable () -> Part] = []
    // The files beside the tables first: the database among them takes longest.
    for (index, entry) in (descriptor["files"]?.array ?? []).enumerated() {
      works.append {
        var part = Part(audit: audit, isTable: false)
        part.audit.checkFile(entry, "files[\(index)]")
        return part
      }
    }
    for (index, resource) in (descriptor["resources"]?.array ?? []).enumerated() {
      works.append {
        var part = Part(audit: audit, isTable: true)
        part.table = part.audit.checkResource(resource, "resources[\(index)]")
        return part
      }
    }
    return works
  }

  /// The checks of each table row by row.
  private func works(onTablesOf parts: [Part]) -> [@Sendable () -> PackageAudit] {
    let part = part
    let tables = parts.compactMap(\.table)
    return tables.map { table in
      let spaces = keySpaces(of: table.name, in: tables)
      return {
        var audit = part
        audit.checkTable(table, expecting: spaces)
        return audit
      }
    }
  }

  /// Puts together what was found, in an order that does not depend on who was done first.
  private mutating func finish(
    _ descriptor: JSONValue, _ parts: [Part], _ tables: [PackageAudit]
  ) {
    for part in parts where part.isTable { take(part.audit) }
    checkReferences(of: parts.compactMap(\.table))
    for table in tables { take(table) }
    for reference in references {
      if let keys = keys[reference.target], keys.position(of: reference.value.span) == nil {
        faults.append(reference.place)
      }
    }
    for part in parts where !part.isTable { take(part.audit) }
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
