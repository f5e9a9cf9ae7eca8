import Comparison
import Model
import TestSupport
import Testing

@Suite struct TableComparisonTests {
  @Test func rowsAreAddedRemovedAndChanged() throws {
    let changes = try changes(
      "id,name,n\n1,a,5\n2,b,6\n3,c,7\n", "id,name,n\n1,a,5\n3,c,9\n4,d,8\n")
    #expect(changes.rows.map(\.key) == [["2"], ["3"], ["4"]])
    #expect(changes.rows.map(\.kind) == [.removed, .changed, .added])
    #expect(changes.rows[1].oldLine == 4)
    #expect(changes.rows[1].newLine == 3)
    #expect(changes.rows[0].old == [.text("2"), .text("b"), .text("6")])
    #expect(changes.rows[2].new == [.text("4"), .text("d"), .text("8")])
    let cell = try #require(changes.rows[1].cells.first)
    #expect((cell.column, cell.old, cell.new) == ("n", .text("7"), .text("9")))
    #expect(cell.difference == 2)
    #expect(cell.basisPoints == 2857)
    #expect((changes.oldCount, changes.newCount) == (3, 3))
  }

  @Test func quotesAndLineEndsAreNoChange() throws {
    let changes = try changes(
      "id,name\n1,\"a\"\n2,\"x \"\"y\"\"\"\n", "\u{FEFF}id,name\r\n\"1\",a\r\n2,\"x \"\"y\"\"\"\r\n"
    )
    #expect(changes.isEmpty)
  }

  @Test func theOrderOfRowsIsNoChange() throws {
    #expect(try changes("id,n\nb,1\na,2\nc,3\n", "id,n\nc,3\nb,1\na,2\n").isEmpty)
    #expect(try changes("id,n\na,1\nb,2\n", "id,n\nb,2\na,1\n").isEmpty)
    #expect(try changes("id,n\nb,2\na,1\n", "id,n\na,1\nb,2\n").isEmpty)
  }

  @Test func aKeyMayHaveSeveralColumns() throws {
    let changes = try changes(
      "府省,年度,額\n文,2021,1\n文,2022,2\n文2,022,3\n", "府省,年度,額\n文,2021,1\n文,2022,5\n文2,022,3\n",
      key: ["府省", "年度"])
    #expect(changes.rows.map(\.key) == [["文", "2022"]])
  }

  @Test(arguments: [
    ("id,n\n1,a\n2,b\n1,c\n", "old.csv: the key id=1 stands in line 2 and in line 4"),
    ("id,n\nb,a\na,b\na,c\n", "old.csv: the key id=a stands in line 3 and in line 4"),
    ("id,n\n1,\"x\ny\"\n,b\n", "old.csv: the key id is empty in line 4"),
    ("n,id\n1,1\n2\n", "old.csv: the key id is missing in line 3"),
    ("no,n\n1,a\n", "old.csv: there is no key column id; the columns are no, n"),
    ("id,id\n1,a\n", "old.csv: the key column id stands twice"),
    ("", "old.csv: the file is empty"),
    ("id,n\n1,\"a\n", "old.csv: line 2: a quote is not closed"),
    ("id,n\n1,a,b\n", "old.csv: line 2 has 3 fields, the header 2"),
    ("{\"id\":1}\n{\"id\":1}\n", "old.csv: the key id=1 stands in line 1 and in line 2"),
    ("{\"id\":null}\n", "old.csv: the key id is empty in line 1"),
    ("{\"id\":1}\n{\"id\":\n", "old.csv: line 2: the text ends where a value should stand"),
    ("{\"id\":1,\"id\":2}\n", "old.csv: line 1: key id stands twice"),
    ("{\"id\":1}\n[]\n", "old.csv: line 2: not a JSON object"),
  ])
  func aTableWithoutAProperKeyIsAnError(file: String, expected: String) {
    let error = #expect(throws: ComparisonError.self) { try changes(file, "id,n\n1,b\n") }
    #expect(error.map { "\($0)" } == expected)
  }

  /// Whatever the order of the rows, whichever side it is, and whatever the other side holds.
  @Test(arguments: 1...40) func aKeyThatStandsTwiceIsAlwaysFound(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let numbers = (0..<Int.random(in: 2...300, using: &random)).map { 1000 + $0 }
    let other = numbers.filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
    var doubled = Bool.random(using: &random) ? numbers.shuffled(using: &random) : numbers
    let first = Int.random(in: doubled.indices, using: &random)
    let second = Int.random(in: first + 1...doubled.count, using: &random)
    doubled.insert(doubled[first], at: second)
    func file(_ numbers: [Int]) -> String { "id\n" + numbers.map { "k\($0)\n" }.joined() }
    let sides = [
      file(doubled), file(Bool.random(using: &random) ? other.shuffled(using: &random) : other),
    ]
    for (name, pair) in [("old", sides), ("new", sides.reversed())] {
      let error = #expect(throws: ComparisonError.self) { try changes(pair[0], pair[1]) }
      let expected =
        "\(name).csv: the key id=k\(doubled[first]) stands in line \(first + 2) and in line \(second + 2)"
      #expect(error.map { "\($0)" } == expected, "seed \(seed)")
    }
  }

  @Test func columnsComeGoAndChangeTheirType() throws {
    let changes = try changes(
      "{\"id\":\"1\",\"a\":5,\"b\":\"x\"}\n", "{\"id\":\"1\",\"b\":\"x\",\"a\":\"5\",\"c\":true}\n")
    let found = changes.columns.map { "\($0.kind) \($0.name)" }
    #expect(found == ["retyped a", "added c", "reordered "])
    #expect(changes.columns.first?.oldType == .integer)
    #expect(changes.columns.first?.newType == .string)
    #expect(changes.rows.isEmpty)
  }

  @Test func nullAndEmptyTextAreTwoValuesInJSON() throws {
    let changes = try changes(
      "{\"id\":1,\"a\":null}\n{\"id\":2,\"a\":\"x\"}\n",
      "{\"id\":1,\"a\":\"\"}\n{\"id\":2,\"a\":\"x\"}\n")
    #expect(changes.rows.map(\.key) == [["1"]])
    #expect(changes.rows.first?.cells.first?.old == .null)
    #expect(changes.rows.first?.cells.first?.new == .text(""))
  }

  @Test func textsThatOnlyLookAlikeDiffer() throws {
    // が as one character and as two.
    let old = "id,n\n1,\u{304C}\n\u{304C},x\n"
    let new = "id,n\n1,\u{304B}\u{3099}\n\u{304B}\u{3099},x\n"
    let changes = try changes(old, new)
    #expect(changes.rows.map(\.kind) == [.reworded, .removed, .added])
    let before = try KeyedTable(file: "old.csv", Array(old.utf8))
    let after = try KeyedTable(file: "new.csv", Array(new.utf8))
    let result = try Patch.apply(
      Patch.make(from: before, to: after), named: "patch.csv", to: before)
    let texts = result.rows.map { $0.map { Array($0.field.utf8) } }
    #expect(
      texts == [
        [[0x31], [0xE3, 0x81, 0x8B, 0xE3, 0x82, 0x99]],
        [[0xE3, 0x81, 0x8B, 0xE3, 0x82, 0x99], [0x78]],
      ])
  }

  @Test func columnsOfOneNameAreComparedInOrder() throws {
    let changes = try changes("id,備考,備考\n1,a,b\n", "id,備考,備考\n1,a,c\n")
    #expect(changes.rows.first?.cells.count == 1)
    #expect(changes.rows.first?.cells.first?.old == .text("b"))
  }

  @Test func aLargeShuffledTableIsStillFound() throws {
    var generator = Seeded(seed: 11)
    let numbers = Array(0..<20_000)
    let old = "id,n\n" + numbers.map { "k\($0),\($0)\n" }.joined()
    let shuffled = numbers.shuffled(using: &generator)
    let new = "id,n\n" + shuffled.map { "k\($0),\($0 % 1000 == 0 ? -1 : $0)\n" }.joined()
    let changes = try changes(old, new)
    #expect(changes.rows.count == 20)
    #expect(changes.rows.allSatisfy { $0.cells.first?.new == .text("-1") })
  }

  /// Blocks of rows come, go and move, keys rise or not, in one or two columns, quoted or not: what
  /// differs is what two dictionaries say.
  @Test(arguments: 1...60) func changesAreThoseOfTwoDictionaries(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let count = Int.random(in: 1...1200, using: &random)
    var old = (0..<count).map { (key: $0, value: Int.random(in: 0...9, using: &random)) }
    if Bool.random(using: &random) { old.shuffle(using: &random) }
    var new = old
    for edit in 0..<Int.random(in: 0...12, using: &random) {
      let start = Int.random(in: 0...new.count, using: &random)
      let end = min(new.count, start + Int.random(in: 0...150, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: new.removeSubrange(start..<end)
      case 1:
        new.insert(contentsOf: (start..<end).map { (5000 + edit * 200 + $0 - start, 0) }, at: start)
      case 2:
        let block = Array(new[start..<end])
        new.removeSubrange(start..<end)
        new.insert(contentsOf: block, at: Int.random(in: 0...new.count, using: &random))
      case 3: new[start..<end].shuffle(using: &random)
      default: for row in start..<end { new[row].value += 1 }
      }
    }
    let hasTwoColumns = Bool.random(using: &random)
    func file(_ rows: [(key: Int, value: Int)], quote: Int) -> String {
      rows.reduce(into: "a,b,n\n") { text, row in
        let a = String(
          10_000 + row.key / 7 * (hasTwoColumns ? 1 : 7) + (hasTwoColumns ? 0 : row.key % 7))
        text += row.key % 10 < quote ? "\"\(a)\"" : a
        text += ",\(row.key % 7),\(row.value)\n"
      }
    }
    let changes = try changes(
      file(old, quote: Int.random(in: 0...3, using: &random)),
      file(new, quote: Int.random(in: 0...3, using: &random)),
      key: hasTwoColumns ? ["a", "b"] : ["a"])
    let before = Dictionary(uniqueKeysWithValues: old.map { ($0.key, $0.value) })
    let after = Dictionary(uniqueKeysWithValues: new.map { ($0.key, $0.value) })
    let gone = old.filter { after[$0.key] == nil }.map(\.key)
    let other = old.filter { after[$0.key] != nil && after[$0.key] != $0.value }.map(\.key)
    let come = new.filter { before[$0.key] == nil }.map(\.key)
    func keys(_ isMeant: (ChangeClass) -> Bool) -> [Int] {
      changes.rows.filter { isMeant($0.kind) }.map { row in
        let numbers = row.key.compactMap { Int($0) }
        return hasTwoColumns ? (numbers[0] - 10_000) * 7 + numbers[1] : numbers[0] - 10_000
      }
    }
    #expect(keys { $0 == .removed } == gone, "seed \(seed)")
    #expect(keys { $0 == .added } == come, "seed \(seed)")
    #expect(keys { $0 != .removed && $0 != .added } == other, "seed \(seed)")
  }

  private func changes(_ old: String, _ new: String, key: [String] = []) throws -> TableChanges {
    try TableComparison.changes(
      from: KeyedTable(file: "old.csv", Array(old.utf8), key: key),
      to: KeyedTable(file: "new.csv", Array(new.utf8), key: key))
  }
}

@Suite struct KeyedTableTests {
  @Test func linesAreThoseOfTheFileWhateverItsFormat() {
    let json = "{\"id\":1,\"a\":\"x\\ny\"}\n\n{\"id\":2}\n{\"id\":2}\n"
    let error = #expect(throws: ComparisonError.self) {
      let table = try KeyedTable(file: "a.jsonl", Array(json.utf8))
      return try TableComparison.changes(from: table, to: table)
    }
    #expect(error?.reason == "the key id=2 stands in line 3 and in line 4")
  }

  @Test func aSheetIsATable() throws {
    func sheet(_ amount: String) -> Sheet {
      Sheet(
        name: "表",
        cells: [
          Cell(CellReference(row: 2, column: 1), .text("番号")),
          Cell(CellReference(row: 2, column: 3), .text("額")),
          Cell(CellReference(row: 3, column: 1), .number("1")),
          Cell(CellReference(row: 3, column: 2), .text("改\n行")),
          Cell(CellReference(row: 5, column: 1), .number("2")),
          Cell(CellReference(row: 5, column: 3), .text(amount)),
        ])
    }
    let changes = try TableComparison.changes(
      from: KeyedTable(file: "a.xlsx", sheet: sheet("35.5億円"), key: ["番号"]),
      to: KeyedTable(file: "b.xlsx", sheet: sheet("35億円"), key: ["番号"]))
    #expect(changes.rows.map(\.key) == [["2"]])
    #expect(changes.rows.map(\.kind) == [.rounding])
    #expect(changes.rows.first?.newLine == 5)
    #expect(changes.newColumns == ["番号", "", "額"])
  }

  @Test func anEmptySheetIsAnError() {
    #expect(throws: ComparisonError.self) {
      try KeyedTable(file: "a.xlsx", sheet: Sheet(name: "表"), key: ["番号"])
    }
  }
}
