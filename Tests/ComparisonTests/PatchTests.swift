import Comparison
import Model
import Platform
import Publishing
import TestSupport
import Testing

@Suite struct PatchTests {
  @Test func thePatchIsReadable() throws {
    let patch = try Patch.make(
      from: table("id,n,x\na,1,\nb,2,\nc,3,\n"), to: table("n,id,新\n3,c,\n9,b,\"y\nz\"\n4,d,\n"))
    #expect(
      String(decoding: patch, as: UTF8.self) == """
        op,after_id,n,id,新
        columns,,2,1,
        types,,string,string,string
        key,,,1,
        remove,,,a,
        move,,,c,
        change,,9,b,"y
        z"
        add,b,4,d,

        """)
  }

  @Test func equalTablesGiveNoOperation() throws {
    let patch = try Patch.make(from: table("id\na\nb\n"), to: table("id\na\nb\n"))
    #expect(patch == Array("op,after_id,id\ncolumns,,1\ntypes,,string\nkey,,1\n".utf8))
  }

  @Test(arguments: 1...60)
  func oldAndPatchGiveNew(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let key = Bool.random(using: &random) ? ["事業番号"] : ["事業番号", "年度"]
    let old = Table.random(key: key, using: &random)
    let other = Table.random(key: old.description.primaryKey, using: &random)
    let new = Bool.random(using: &random) ? other : old.altered(&random)
    let patch = try Patch.make(from: KeyedTable(old), to: KeyedTable(new))
    let result = try Patch.apply(patch, named: "patch.csv", to: KeyedTable(old))
    #expect(result.rows == new.rows, "seed \(seed)")
    #expect(result.description.columns.map(\.name) == new.description.columns.map(\.name))
    #expect(result.description.primaryKey == new.description.primaryKey)
  }

  /// Generated tables (nulls, empty texts, line breaks, arrows, columns of one name) and real ones,
  /// all with the Japanese key 事業番号.
  @Test func everyPairOfThirtyTables() throws {
    let real = try Self.realTables()
    #expect(real.count == 8)
    var tables = try (1...30 - real.count).map { seed in
      var random = Seeded(seed: 1000 + UInt64(seed))
      return try KeyedTable(Table.random(key: ["事業番号"], using: &random))
    }
    for (name, text) in real { tables.append(try KeyedTable(file: name, text, key: ["事業番号"])) }
    for old in tables {
      for new in tables {
        let made = try Patch.apply(Patch.make(from: old, to: new), named: "patch", to: old)
        let again = try Patch.make(from: KeyedTable(made), to: new)
        // Only the four rows that describe the columns are left.
        #expect(again.count { $0 == 0x0A } == 4)
        #expect(made.rows.count == new.count)
      }
    }
  }

  /// The tables of facts of the samples, each row with its number as key.
  private static func realTables() throws -> [(name: String, text: [UInt8])] {
    let folder =
      "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/SampleFacts"
    return try (Folder.filesBelow(folder) ?? []).filter { $0.hasSuffix(".csv") }.map { name in
      let records = try CSVRecords(Files.read(folder + "/" + name))
      var text = Array("事業番号,".utf8)
      for record in 0..<records.count {
        if record > 0 { text += Array("第\(record)号,".utf8) }
        text += records.bytes[records.range(record)] + [0x0A]
      }
      return (name, text)
    }
  }

  @Test(arguments: [
    ("remove,,a,\n", "line 5: there is no row a"),
    ("add,,k,\n", "line 5: there is already a row k"),
    ("move,z,k,\n", "line 5: no row to stand after for k"),
    ("erase,,k,\n", "line 5: the operation is unknown"), ("remove,,k\n", "line 5: the row is not"),
  ])
  func aPatchForAnotherTableIsAnError(row: String, expected: String) throws {
    let patch = "op,after_id,id,n\ncolumns,,1,2\ntypes,,string,string\nkey,,1,\n" + row
    let error = #expect(throws: ComparisonError.self) {
      try Patch.apply(Array(patch.utf8), named: "p", to: table("id,n\nk,1\n"))
    }
    #expect(error?.reason.hasPrefix(expected) == true)
  }

  @Test(arguments: ["", "op\n", "a,b\n1,2\n1,2\n1,2\n", "op,id\ncolumns,1\ntypes,string\nkey,\n"])
  func whatIsNoPatchIsAnError(text: String) throws {
    #expect(throws: ComparisonError.self) {
      try Patch.apply(Array(text.utf8), named: "p", to: table("id\nk\n"))
    }
  }

  private func table(_ text: String) throws -> KeyedTable {
    try KeyedTable(file: "t.csv", Array(text.utf8))
  }
}

extension Table {
  private static let texts = [
    "", "->", "a -> b", "行\n改行", "\"引用\"", "a,b", "\r\n", "'", "=1+1", " ", "事業",
  ]

  /// A small table with a Japanese key of one or two columns and columns of the same name.
  fileprivate static func random(key keys: [String], using random: inout Seeded) -> Table {
    var columns = keys.map { ColumnDescription(name: $0, type: .string) }
    for name in ["備考", "備考", "額", "n"] where Bool.random(using: &random) {
      let type: ColumnType = name == "n" ? .integer : .string
      columns.insert(
        ColumnDescription(name: name, type: type),
        at: Int.random(in: 0...columns.count, using: &random))
    }
    var table = Table(TableDescription(name: "t", columns: columns, primaryKey: keys), rows: [])
    for number in (0..<Int.random(in: 0...9, using: &random)).shuffled(using: &random) {
      table.rows.append(table.row(number, &random))
    }
    return table
  }

  private func row(_ number: Int, _ random: inout Seeded) -> [Value] {
    description.columns.map { column in
      if column.name == "事業番号" { return .text("第\(number)号\"->\"\n") }
      if column.name == "年度" { return .text("\(number % 2)") }
      if Int.random(in: 0..<4, using: &random) == 0 { return .null }
      if column.type == .integer { return .integer(.random(in: -3...3, using: &random)) }
      return .text(Table.texts.randomElement(using: &random) ?? "")
    }
  }

  /// The table with rows changed, moved, gone and new.
  fileprivate func altered(_ random: inout Seeded) -> Table {
    var table = self
    table.rows = rows.enumerated().compactMap { index, row in
      switch Int.random(in: 0..<4, using: &random) {
      case 0: nil
      case 1:
        zip(table.row(index, &random), zip(row, description.columns)).map { new, old in
          description.primaryKey.contains(old.1.name) ? old.0 : new
        }
      default: row
      }
    }
    table.rows.append(table.row(100, &random))
    if Bool.random(using: &random) { table.rows.shuffle(using: &random) }
    return table
  }
}
