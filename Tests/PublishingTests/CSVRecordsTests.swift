import Publishing
import Testing

@Suite struct CSVRecordsTests {
  @Test(
    arguments: [
      ("", []), ("a", [["a"]]), ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
      ("a,b\r\n\"c\r\nd\",\"\"\"e\"\"\"\r\n", [["a", "b"], ["c\r\nd", "\"e\""]]),
      ("\u{FEFF}a,\n,\n", [["a", ""], ["", ""]]), ("\n\na\n", [[""], [""], ["a"]]),
      ("5\" pipe,x\"\"y\n", [["5\" pipe", "x\"\"y"]]), ("\"\"\"\"\n", [["\""]]),
      ("\"a\",\n", [["a", ""]]), ("令和,\"4,年度\"", [["令和", "4,年度"]]), ("a\rb\n", [["a\rb"]]),
      ("\"\"", [[""]]),
    ] as [(String, [[String]])])
  func cutsRecordsIntoFields(file: String, expected: [[String]]) throws {
    let records = try CSVRecords(Array(file.utf8))
    let rows = (0..<records.count).map { records.fields($0).map(records.text) }
    #expect(rows == expected)
  }

  @Test(arguments: [
    ("a\n\"b\n", "line 2: a quote is not closed"),
    ("a\n\n\"b\"c\n", "line 3: text follows a closing quote"),
    ("\"a\"\r\r\n", "line 1: text follows a closing quote"),
    ("\"", "line 1: a quote is not closed"),
  ])
  func whatIsNoCSVIsAFault(file: String, reason: String) {
    let fault = #expect(throws: CSVFault.self) { try CSVRecords(Array(file.utf8)) }
    #expect(fault.map { "\($0)" } == reason)
  }

  @Test func bytesThatAreNoTextAreAFault() {
    let fault = #expect(throws: CSVFault.self) {
      try CSVRecords(Array("a\nb\n".utf8) + [0x8E, 0x9F])
    }
    #expect(fault?.line == 3)
  }

  @Test func linesAreThoseOfTheFile() throws {
    let records = try CSVRecords(Array("a\n\"b\nc\"\nd\n".utf8))
    #expect((0..<records.count).map(records.line) == [1, 2, 4])
  }
}
