import JSON
import Model
import Platform
import Publishing
import TestSupport
import Testing

@Suite struct PackageAuditTests {
  private var folder: String { TemporaryFolder.path + "/one" }

  @Test(.temporaryFolder) func whatWeWriteHasNoFault() throws {
    try SnapshotWriter(folder: folder, formats: Set(SnapshotFormat.allCases))
      .write(Samples.content)
    #expect(PackageAudit.check(folder) == [])
  }

  @Test(
    .temporaryFolder,
    arguments: [
      ("b-4,d-1,２１,,true,", "amount_yen: “２１” is not a whole number"),
      ("b-4,d-1,1_000,,true,", "amount_yen: “1_000” is not a whole number"),
      ("b-4,d-1,007,,true,", "amount_yen: “007” is not a whole number"),
      ("b-4,d-1,+5,,true,", "amount_yen: “+5” is not a whole number"),
      ("b-4,d-1,5.0,,true,", "amount_yen: “5.0” is not a whole number"),
      ("b-4,d-1,9223372036854775808,,true,", "amount_yen: “9223372036854775808” is not a whole"),
      ("b-4,d-1,,1e3,true,", "share: “1e3” is not a decimal number"),
      ("b-4,d-1,,NaN,true,", "share: “NaN” is not a decimal number"),
      ("b-4,d-1,,,True,", "is_prior: “True” is not true or false"),
      ("b-4,d-1,,,,", "is_prior: a value is required"),
      ("b-4,d-1,,,true,<", "op: “<” is not one of: =, >="),
      ("b-4,d-9,,,true,", "document: “d-9” is no id of table documents"),
      (",d-1,,,true,", "id: the key is empty"),
      ("b-1,d-1,,,true,", "id: key “b-1” stands in row 2 too"),
      ("b-4,d-1,,,true", "the row has 5 fields, the header 6"),
      ("b-4,d-1,,,true,,", "the row has 7 fields, the header 6"),
      ("", "the row is empty"),
      ("b-4,d\"1,,,true,", "document: a quote stands in a field without quotes"),
      ("b-4,d-1,,,true,\r", "the line does not end with LF as declared"),
    ])
  func aWrongRowIsAFault(row: String, expected: String) throws {
    let faults = try faults(ofRow: row)
    let isNamed = faults.contains { fault in
      fault.file == "lines.csv" && fault.row == 5 && fault.line == 5
        && "\(fault.column ?? ""): \(fault.message)".contains(expected)
    }
    #expect(isNamed, "\(faults)")
  }

  /// What the usual validator lets pass although the standard does not allow it.
  @Test(
    .temporaryFolder,
    arguments: [
      ("integer", "", "２１"), ("integer", "", "1_000"), ("integer", "", "٣"), ("year", "", "２０２３"),
      ("date", "", "2023-4-1"), ("date", "", "2023-02-29"),
      ("string", #""categories": ["甲"],"#, "乙"),
      ("string", #""constraints": {"minLength": 2},"#, "甲"),
    ])
  func whatTheUsualValidatorLetsPass(type: String, more: String, value: String) throws {
    let faults = try faults(
      of: "id,x\n1,\(value)\n",
      schema:
        #""fields": [{"name": "id", "type": "string"}, {\#(more) "name": "x", "type": "\#(type)"}]"#
    )
    #expect(faults.map(\.row) == [2], "\(faults)")
    #expect(faults.map(\.column) == ["x"])
    #expect(faults.map(\.file) == ["t.csv"])
  }

  @Test(
    .temporaryFolder,
    arguments: [
      (#""primaryKey": ["a", "b"]"#, "1,\n", 2, "b: the key is empty"),
      (#""primaryKey": ["a", "b"]"#, "1,1\n1,1\n", 3, "a: key “1”, “1” stands in row 2 too"),
      // 1 and 12 is not 11 and 2.
      (
        #""primaryKey": ["a", "b"]"#, "1,12\n11,2\n1,12\n", 4,
        "a: key “1”, “12” stands in row 2 too"
      ),
      (#""uniqueKeys": [["a", "b"]]"#, "1,\n1,\n2,2\n2,2\n", 5, "a: “2”, “2” stands in row 4 too"),
    ])
  func keysOfSeveralColumns(key: String, rows: String, row: Int, expected: String) throws {
    let faults = try faults(
      of: "a,b\n" + rows,
      schema:
        #""fields": [{"name": "a", "type": "string"}, {"name": "b", "type": "string"}], \#(key)"#)
    #expect(faults.map { "\($0.column ?? ""): \($0.message)" } == [expected])
    #expect(faults.map(\.row) == [row])
  }

  /// The faults of a package of one table.
  private func faults(of table: String, schema: String) throws -> [PackageFault] {
    try Folder.create(folder)
    try Files.writeNew(folder + "/t.csv", Array(table.utf8))
    let descriptor = """
      {"$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "resources": [
      {"name": "t", "type": "table", "path": "t.csv", "encoding": "utf-8",
      "dialect": {"lineTerminator": "\\n"}, "schema": {\(schema)}}]}
      """
    try Files.writeNew(folder + "/datapackage.json", Array(descriptor.utf8))
    return PackageAudit.check(folder)
  }

  /// The quick look at values says what the slow one says.
  @Test(.temporaryFolder, arguments: 1...20) func valuesAreJudgedAsTheTypeJudgesThem(seed: UInt64)
    throws
  {
    var random = Seeded(seed: seed)
    let types: [ColumnType] = [.integer, .number, .boolean, .date]
    let pieces = [
      "0", "1", "9", "-", ".", "2022-06-03", "2022-02-30", "true", "false", "e", " ", "007",
    ]
    var rows: [[String]] = []
    for number in 0..<40 {
      rows.append(
        ["\(number)"]
          + types.map { _ in
            (0..<Int.random(in: 1...3, using: &random)).map { _ in
              pieces.randomElement(using: &random) ?? ""
            }.joined()
          })
    }
    let fields = types.enumerated().map { #"{"name": "c\#($0)", "type": "\#($1.rawValue)"}"# }
    let found = try faults(
      of: "id,c0,c1,c2,c3\n" + rows.map { $0.joined(separator: ",") + "\n" }.joined(),
      schema: #""fields": [{"name": "id", "type": "string"}, \#(fields.joined(separator: ","))]"#)
    var expected: [String] = []
    for (index, row) in rows.enumerated() {
      for (column, type) in types.enumerated() where type.value(ofField: row[column + 1]) == nil {
        expected.append("\(index + 2) c\(column)")
      }
    }
    #expect(found.map { "\($0.row ?? 0) \($0.column ?? "")" } == expected)
  }

  @Test(.temporaryFolder) func theMessageNamesFileRowAndColumn() throws {
    let faults = try faults(ofRow: "\"b\n4\",d-1,,,true,\nb-5,d-1,１,,true,")
    #expect(
      faults.map { "\($0)" } == [
        "lines.csv, row 6 (line 7), column amount_yen: “１” is not a whole number in ASCII "
          + "digits without signs, zeros or marks that it does not need [type-error]"
      ])
  }

  @Test(.temporaryFolder) func sizeAndHashAreChecked() throws {
    try SnapshotWriter(folder: folder).write(Samples.content)
    try Files.replace(folder + "/places.jsonl", with: Array("{}\n".utf8))
    #expect(PackageAudit.check(folder).map(\.code) == [.byteCount, .hashCount])
  }

  @Test(.temporaryFolder) func aMissingFileIsAFault() throws {
    try SnapshotWriter(folder: folder).write(Samples.content)
    try Files.remove(folder + "/lines.csv")
    let faults = PackageAudit.check(folder)
    #expect(faults.map(\.code) == [.sourceError])
    #expect(faults.map(\.file) == ["lines.csv"])
  }

  @Test(.temporaryFolder) func aLinkIsNoFileOfThePackage() throws {
    try SnapshotWriter(folder: folder).write(Samples.content)
    try Files.move(folder + "/lines.csv", to: TemporaryFolder.path + "/away.csv")
    try Files.link(folder + "/lines.csv", to: "../away.csv")
    #expect(PackageAudit.check(folder).map(\.code) == [.sourceError])
  }

  @Test(.temporaryFolder) func noByteOfAnyFileCanChangeUnseen() throws {
    let files = try SnapshotWriter(folder: folder, formats: Set(SnapshotFormat.allCases))
      .write(Samples.content)
    var random = Seeded(seed: 7)
    for file in files {
      let path = folder + "/" + file.path
      let bytes = try Files.read(path)
      for _ in 0..<8 {
        var changed = bytes
        let position = Int.random(in: bytes.indices, using: &random)
        changed[position] ^= UInt8.random(in: 1...255, using: &random)
        try Files.replace(path, with: changed)
        #expect(!PackageAudit.check(folder).isEmpty, "\(file.path), byte \(position)")
      }
      try Files.replace(path, with: bytes)
    }
    #expect(PackageAudit.check(folder) == [])
  }

  @Test(.temporaryFolder) func theListOfHashesMustBeWhole() throws {
    try SnapshotWriter(folder: folder).write(Samples.content)
    let path = folder + "/SHA256SUMS"
    let lines = try String(decoding: Files.read(path), as: UTF8.self).split(separator: "\n")
    try Files.replace(path, with: Array(lines.dropFirst().joined(separator: "\n").utf8 + [0x0A]))
    #expect(
      PackageAudit.check(folder).map { "\($0)" } == [
        "SHA256SUMS: it does not list “changes/changes.md” [hash-count]"
      ])
    try Files.replace(path, with: Array("abc  lines.csv\n".utf8))
    #expect(
      PackageAudit.check(folder).first.map { "\($0)" }
        == "SHA256SUMS, row 1: the line is no hash, two spaces and a path [hash-count]")
  }

  @Test(.temporaryFolder) func aDamagedDatabaseIsAFault() throws {
    try SnapshotWriter(folder: folder).write(Samples.content)
    var bytes = try Files.read(folder + "/sample.sqlite")
    for index in 4096..<bytes.count { bytes[index] = 0x55 }
    try Files.replace(folder + "/sample.sqlite", with: bytes)
    let codes = PackageAudit.check(folder).map(\.code)
    #expect(codes.first == .hashCount)
    #expect(codes.count > 1)
  }

  @Test(
    .temporaryFolder,
    arguments: [
      (#""path": "lines.csv""#, #""path": "../u.csv""#, "must lead into the package's folder"),
      (#""path": "lines.csv""#, #""path": "/u.csv""#, "must lead into the package's folder"),
      (#""path": "lines.csv""#, #""path": "a/../u.csv""#, "must lead into the package's folder"),
      (#""path": "lines.csv""#, #""path": ".h/u.csv""#, "must lead into the package's folder"),
      (#""path": "lines.csv""#, #""path": "~/u.csv""#, "must lead into the package's folder"),
      (#""type": "integer""#, #""type": "decimal""#, "the type \"decimal\" is unknown"),
      (#""schema": {"#, #""schema": {}, "x": {"#, "there is no schema with fields"),
      (#""sources": ["#, #""sources": [{}, "#, "sources[0] has no title and no path"),
      (#""licenses": ["#, #""licenses": [{}, "#, "licenses[0] has no name and no path"),
      (#""required": true"#, #""exclusiveMinimum": 0"#, "exclusiveMinimum cannot be checked"),
      (
        #""primaryKey": ["#, #""uniqueKeys": [["share", "none"]], "primaryKey": ["#,
        "no field “none”"
      ),
      (#""hash": "sha256:"#, #""hash": "zzz"#, "is not sha256: and 64 hexadecimal digits"),
      (#""name": "lines""#, #""name": "documents""#, "two resources have the name “documents”"),
      (#""type": "integer""#, #""type": "money""#, "the type \"money\" is unknown"),
      (#""encoding": "utf-8""#, #""encoding": "cp932""#, "encoding must be utf-8"),
      (#""lineTerminator": "\n""#, #""lineTerminator": "\r\n""#, "does not end with CRLF"),
      ("profiles/2.0/datapackage", "profiles/1.0/datapackage", "$schema must be"),
      (#""version": "1.0.0""#, #""created": "2022-06-03""#, "is no RFC 3339 time"),
      (#""name": "sample""#, #""name": "S ample""#, "must be of small letters"),
      (#""resource": "documents""#, #""resource": "nothing""#, "there is no table “nothing”"),
      (#""required": true"#, #""pattern": "x""#, "the constraint pattern cannot be checked"),
      (#""name": "share""#, #""name": "id""#, "two fields have the same name"),
      (#""name": "share""#, #""name": "part""#, "column 4 of the header is “share”"),
    ])
  func aWrongDescriptorIsAFault(old: String, new: String, expected: String) throws {
    try SnapshotWriter(folder: folder).write(Samples.content)
    try changeDescriptor { $0.replacing(old, with: new) }
    let faults = PackageAudit.check(folder)
    #expect(faults.contains { $0.message.contains(expected) }, "\(faults)")
  }

  @Test(.temporaryFolder, arguments: ["[]", "{\"resources\": []}", "{", "", "{\"resources\": 5}"])
  func aDescriptorOfNothingIsAFault(text: String) throws {
    try Folder.create(folder)
    try Files.writeNew(folder + "/datapackage.json", Array(text.utf8))
    #expect(PackageAudit.check(folder).contains { $0.code == .packageError })
  }

  @Test(.temporaryFolder) func keysThatOnlyLookAlikeAreTwo() throws {
    // が as one character and as two.
    let rows = "\u{304C},d-1,,,true,\n\u{304B}\u{3099},d-1,,,true,"
    #expect(try faults(ofRow: rows) == [])
    let faults = try faults(ofRow: rows + "\n\u{304C},d-1,,,true,")
    #expect(faults.map(\.code) == [.primaryKey])
  }

  @Test(.temporaryFolder) func manyFaultsAreCounted() throws {
    let rows = (0..<500).map { "c-\($0),d-1,x,,true," }.joined(separator: "\n")
    let faults = try faults(ofRow: rows)
    #expect(faults.count == PackageAudit.listedFaults + 1)
    #expect(faults.last?.message == "and 300 more faults that are not listed")
  }

  /// The faults of the sample with rows added to `lines.csv`, its size and hash apart.
  private func faults(ofRow row: String) throws -> [PackageFault] {
    try Folder.removeTree(folder)
    try SnapshotWriter(folder: folder).write(Samples.content)
    let path = folder + "/lines.csv"
    try Files.replace(path, with: Files.read(path) + Array((row + "\n").utf8))
    return PackageAudit.check(folder).filter { $0.code != .byteCount && $0.code != .hashCount }
  }

  private func changeDescriptor(_ change: (String) -> String) throws {
    let path = folder + "/datapackage.json"
    let text = String(decoding: try Files.read(path), as: UTF8.self)
    #expect(change(text) != text)
    try Files.replace(path, with: Array(change(text).utf8))
  }
}
