import JSON
import JapaneseText
import Model

/// Makes `datapackage.json` (https://datapackage.org, version 2).
enum PackageDescriptor {
  static let fileName = "datapackage.json"
  static let schemaAddress = "https://datapackage.org/profiles/2.0/datapackage.json"

  /// The descriptor of tables, each in a CSV file, and of the files beside them.
  static func json(
    _ metadata: PackageMetadata, tables: [(table: TableDescription, file: PackageFile)],
    others: [PackageFile]
  ) -> JSONValue {
    var members = [JSONMember("$schema", .string(schemaAddress))]
    members.append(JSONMember("name", .string(metadata.name)))
    members.append(contentsOf: texts([("title", metadata.title)]))
    members.append(contentsOf: texts([("description", metadata.description)]))
    members.append(JSONMember("version", .string(metadata.version)))
    if let day = metadata.asOf {
      members.append(JSONMember("created", .string("\(day)T00:00:00Z")))
      members.append(JSONMember("asOf", .string(day.description)))
    }
    members.append(contentsOf: list("licenses", metadata.licences.map(licence)))
    members.append(contentsOf: list("sources", metadata.sources.map(source)))
    members.append(JSONMember("resources", .array(tables.map(resource))))
    members.append(contentsOf: list("files", others.map(file)))
    return .object(members)
  }

  private static func resource(_ entry: (table: TableDescription, file: PackageFile)) -> JSONValue {
    .object(
      [JSONMember("name", .string(entry.table.name)), JSONMember("type", "table")]
        + texts([
          ("title", entry.table.title), ("description", entry.table.meaning),
          (TableSchemaDescriptor.japaneseKey, entry.table.japanese),
        ])
        + [
          JSONMember("path", .string(entry.file.path)),
          JSONMember("format", "csv"),
          JSONMember("mediatype", .string(entry.file.mediaType)),
          JSONMember("encoding", "utf-8"),
          JSONMember("bytes", .integer(entry.file.bytes)),
          JSONMember("hash", .string("sha256:" + entry.file.sha256)),
          JSONMember(
            "dialect",
            [
              "lineTerminator": "\n", "delimiter": ",", "quoteChar": "\"",
              "doubleQuote": .boolean(true), "header": .boolean(true),
            ]),
          JSONMember("schema", TableSchemaDescriptor.json(entry.table)),
        ])
  }

  private static func file(_ file: PackageFile) -> JSONValue {
    [
      "path": .string(file.path), "mediatype": .string(file.mediaType),
      "bytes": .integer(file.bytes), "hash": .string("sha256:" + file.sha256),
    ]
  }

  private static func licence(_ licence: PackageMetadata.Licence) -> JSONValue {
    .object(texts([("name", licence.name), ("title", licence.title), ("path", licence.path)]))
  }

  private static func source(_ source: PackageMetadata.Source) -> JSONValue {
    .object(
      texts([
        ("title", source.title), ("path", source.path),
        ("version", source.version),
      ]))
  }

  private static func texts(_ members: [(String, String)]) -> [JSONMember] {
    members.filter { !$0.1.isEmpty }.map { JSONMember($0.0, .string($0.1)) }
  }

  private static func list(_ key: String, _ elements: [JSONValue]) -> [JSONMember] {
    elements.isEmpty ? [] : [JSONMember(key, .array(elements))]
  }
}
