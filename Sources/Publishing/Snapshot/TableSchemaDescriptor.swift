import JSON
import Model

/// Makes the Table Schema of a table and reads it back.
enum TableSchemaDescriptor {
  /// The property for descriptions in Japanese; the standard knows one language only.
  static let japaneseKey = "descriptionJa"
  private static let schemaAddress = "https://datapackage.org/profiles/2.0/tableschema.json"

  static func json(_ table: TableDescription) -> JSONValue {
    var members = [
      JSONMember("$schema", .string(schemaAddress)),
      JSONMember("fieldsMatch", "exact"),
      JSONMember("fields", .array(table.columns.map { field($0, of: table) })),
      JSONMember("missingValues", .strings([""])),
      JSONMember("primaryKey", .strings(table.primaryKey)),
    ]
    if !table.foreignKeys.isEmpty {
      members.append(JSONMember("foreignKeys", .array(table.foreignKeys.map(foreignKey))))
    }
    return .object(members)
  }

  private static func field(_ column: ColumnDescription, of table: TableDescription) -> JSONValue {
    var members = [
      JSONMember("name", .string(column.name)), JSONMember("type", .string(column.type.rawValue)),
    ]
    if !column.title.isEmpty { members.append(JSONMember("title", .string(column.title))) }
    if !column.meaning.isEmpty {
      members.append(JSONMember("description", .string(column.meaning)))
    }
    if !column.japanese.isEmpty {
      members.append(JSONMember(japaneseKey, .string(column.japanese)))
    }
    if !column.example.isEmpty { members.append(JSONMember("example", .string(column.example))) }
    if !column.categories.isEmpty {
      members.append(JSONMember("categories", .strings(column.categories)))
    }
    var constraints: [JSONMember] = []
    if !column.isOptional { constraints.append(JSONMember("required", .boolean(true))) }
    if table.primaryKey == [column.name] {
      constraints.append(JSONMember("unique", .boolean(true)))
    }
    if !column.categories.isEmpty {
      constraints.append(JSONMember("enum", .strings(column.categories)))
    }
    if !constraints.isEmpty { members.append(JSONMember("constraints", .object(constraints))) }
    return .object(members)
  }

  private static func foreignKey(_ key: ForeignKey) -> JSONValue {
    [
      "fields": .strings([key.column]),
      "reference": ["resource": .string(key.table), "fields": .strings(["id"])],
    ]
  }

  /// The table a resource describes, or what keeps it from being one of ours.
  static func table(_ resource: JSONValue) throws(SchemaFault) -> TableDescription {
    guard let schema = resource["schema"], let fields = schema["fields"]?.array else {
      throw SchemaFault(reason: "the resource has no schema with fields")
    }
    var columns: [ColumnDescription] = []
    for field in fields { columns.append(try column(field)) }
    return TableDescription(
      name: resource["name"]?.string ?? "", title: resource["title"]?.string ?? "",
      meaning: resource["description"]?.string ?? "",
      japanese: resource[japaneseKey]?.string ?? "", columns: columns,
      primaryKey: strings(schema["primaryKey"]),
      foreignKeys: (schema["foreignKeys"]?.array ?? []).compactMap { key in
        guard let column = strings(key["fields"]).first,
          let table = key["reference"]?["resource"]?.string
        else { return nil }
        return ForeignKey(column: column, table: table)
      })
  }

  private static func column(_ field: JSONValue) throws(SchemaFault) -> ColumnDescription {
    guard let name = field["name"]?.string else {
      throw SchemaFault(reason: "a field of the schema has no name")
    }
    let typeName = field["type"]?.string ?? "string"
    guard let type = ColumnType(rawValue: typeName) else {
      throw SchemaFault(reason: "field \(name) has the type \(typeName), which is not ours")
    }
    return ColumnDescription(
      name: name, title: field["title"]?.string ?? "",
      meaning: field["description"]?.string ?? "",
      japanese: field[japaneseKey]?.string ?? "", example: field["example"]?.string ?? "",
      type: type,
      isOptional: field["constraints"]?["required"]?.boolean != true,
      categories: strings(field["categories"] ?? field["constraints"]?["enum"]))
  }

  /// A list of texts, given as a list or as one text.
  static func strings(_ value: JSONValue?) -> [String] {
    if let text = value?.string { return [text] }
    return (value?.array ?? []).compactMap { $0.string ?? $0["value"]?.string }
  }
}

/// Why a resource does not describe a table that can be read.
struct SchemaFault: Error, CustomStringConvertible {
  let reason: String

  var description: String { reason }
}
