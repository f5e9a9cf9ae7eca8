import JSON

/// What a table must be, read from a resource of the descriptor.
struct TableRule: Sendable {
  let name: String
  let path: String
  let lineEnd: [UInt8]
  let fields: [FieldRule]
  let missing: Set<String>
  // Whether the empty text is a value that is missing, and whether another text is.
  let isEmptyMissing: Bool
  let hasOtherMissing: Bool
  // Positions of columns.
  let primaryKey: [Int]
  let uniqueKeys: [[Int]]
  let foreignKeys: [Reference]

  /// Columns whose values are keys of another table.
  struct Reference: Sendable, Hashable {
    let columns: [Int]
    let table: String
    let targets: [String]
  }

  /// Reads a resource, or says why the table cannot be checked.
  init(_ resource: JSONValue, path: String) throws(SchemaFault) {
    guard let schema = resource["schema"], let described = schema["fields"]?.array,
      !described.isEmpty
    else { throw SchemaFault(reason: "there is no schema with fields") }
    var fields: [FieldRule] = []
    for field in described { fields.append(try FieldRule(field)) }
    let names = fields.map(\.name)
    guard Set(names).count == names.count else {
      throw SchemaFault(reason: "two fields have the same name")
    }
    self.name = resource["name"]?.string ?? ""
    self.path = path
    self.fields = fields
    missing = Set(
      schema["missingValues"] == nil
        ? [""] : TableSchemaDescriptor.strings(schema["missingValues"]))
    isEmptyMissing = missing.contains("")
    hasOtherMissing = missing.contains { !$0.isEmpty }
    let primaryKey = try TableRule.positions(schema["primaryKey"], names, "primaryKey")
    self.primaryKey = primaryKey
    var uniqueKeys = fields.indices.filter { fields[$0].isUnique }.map { [$0] }
    for key in schema["uniqueKeys"]?.array ?? [] {
      let columns = try TableRule.positions(key, names, "uniqueKeys")
      guard !columns.isEmpty else { throw SchemaFault(reason: "uniqueKeys: a key has no fields") }
      uniqueKeys.append(columns)
    }
    self.uniqueKeys = uniqueKeys.filter { $0 != primaryKey }
    var references: [Reference] = []
    for key in schema["foreignKeys"]?.array ?? [] {
      let columns = try TableRule.positions(key["fields"], names, "foreignKeys")
      let targets = TableSchemaDescriptor.strings(key["reference"]?["fields"])
      guard !columns.isEmpty, targets.count == columns.count else {
        throw SchemaFault(reason: "a foreign key has not as many fields as its reference")
      }
      // Without a resource the reference is to the table itself.
      let table = key["reference"]?["resource"]?.string ?? ""
      references.append(
        Reference(columns: columns, table: table.isEmpty ? name : table, targets: targets))
    }
    foreignKeys = references
    lineEnd = try TableRule.lineEnd(resource["dialect"])
  }

  private static func positions(
    _ value: JSONValue?, _ names: [String], _ key: String
  ) throws(SchemaFault) -> [Int] {
    var positions: [Int] = []
    for name in TableSchemaDescriptor.strings(value) {
      guard let position = names.firstIndex(of: name) else {
        throw SchemaFault(reason: "\(key): there is no field \(name.shown)")
      }
      positions.append(position)
    }
    return positions
  }

  private static func lineEnd(_ dialect: JSONValue?) throws(SchemaFault) -> [UInt8] {
    for (key, value) in [("delimiter", ","), ("quoteChar", "\"")] {
      if let given = dialect?[key], given != .string(value) {
        throw SchemaFault(reason: "dialect: \(key) must be \(value)")
      }
    }
    for key in ["header", "doubleQuote"] where dialect?[key]?.boolean == false {
      throw SchemaFault(reason: "dialect: \(key) must be true")
    }
    switch dialect?["lineTerminator"]?.string ?? "\r\n" {
    case "\n": return [0x0A]
    case "\r\n": return [0x0D, 0x0A]
    default: throw SchemaFault(reason: "dialect: lineTerminator must be LF or CRLF")
    }
  }
}
