import JSON
import Platform

/// Checks a package strictly, down to each value; what it finds are values, not errors.
public struct PackageAudit {
  /// How many faults of a table are listed; more are counted.
  public static let listedFaults = 200

  let folder: String
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
    var audit = PackageAudit(folder: folder)
    audit.check()
    return audit.faults
  }

  private init(folder: String) { self.folder = folder }

  private mutating func check() {
    let file = PackageDescriptor.fileName
    let descriptor: JSONValue
    do throws(PublishingError) {
      descriptor = try PackageReader.descriptor(folder + "/" + file)
    } catch { return faults.append(PackageFault(.packageError, file: file, error.reason)) }
    checkPackage(descriptor)
    var tables: [TableRule] = []
    for (index, resource) in (descriptor["resources"]?.array ?? []).enumerated() {
      if let table = checkResource(resource, "resources[\(index)]") { tables.append(table) }
    }
    checkReferences(of: tables)
    for table in tables { checkTable(table, expecting: keySpaces(of: table.name, in: tables)) }
    for reference in references {
      if let keys = keys[reference.target], keys.position(of: reference.value.span) == nil {
        faults.append(reference.place)
      }
    }
    for (index, entry) in (descriptor["files"]?.array ?? []).enumerated() {
      checkFile(entry, "files[\(index)]")
    }
    checkChecksums(descriptor)
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
