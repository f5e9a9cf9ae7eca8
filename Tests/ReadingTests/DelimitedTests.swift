import Model
import Reading
import Testing

@Suite struct DelimitedTests {
  @Test func cellsKnowWhereTheyStand() throws {
    let text = "省庁,金額\n文部科学省,\"1,200\"\n,3\n"
    let (document, findings) = try document(Array(text.utf8), path: "x.csv")
    #expect(document.sheets.map(\.name) == [""])
    #expect(
      document.sheets[0].shown == ["A1=省庁", "B1=金額", "A2=文部科学省", "B2=1,200", "B3=3"])
    #expect(findings.isEmpty)
    #expect(document.attributes.mediaType == "text/csv")
    #expect(document.attributes.reader == "csv")
  }

  @Test(arguments: [
    ("a\tb\n1\t2\n", "x.csv"), ("a;b\n1,5;2\n", "x.csv"), ("a|b\n1|2\n", "x.csv"),
    // Without a suffix only a table of many equal rows is taken for one.
    ("a\tb\n1\t2\n3\t4\n", "x"),
  ])
  func delimitersAreFound(text: String, path: String) throws {
    let (document, _) = try document(Array(text.utf8), path: path)
    #expect(document.sheets.first?.columnCount == 2)
  }

  @Test func runningTextIsNoTable() throws {
    let text = "歳出は1,234円、\n歳入は5,678円、\n差引は1円、\n"
    #expect(try document(Array(text.utf8)).document.sheets.isEmpty)
  }

  @Test(arguments: [
    ("a,b\n1\n", "missing-cell B2 row 2 (line 2), column 2: the row has 1 fields, not 2"),
    ("a,b\n1,2,3\n", "extra-cell C2 row 2 (line 2), column 3: the row has 3 fields, not 2"),
    ("a,b\n\n1,2\n", "blank-row A2 row 2 (line 2) is blank"),
    (",b\n1,2\n", "blank-label A1 row 1 (line 1), column 1: the column has no name"),
    (
      "a,a\n1,2\n", "duplicate-label B1 row 1 (line 1), column 2: the column is named like column 1"
    ),
    (
      "a,b\n1,x\"y\n",
      "stray-quote B2 row 2 (line 2), column 2: a quote stands in an unquoted field; "
        + "it was read as an ordinary character"
    ),
    (
      "a,b\n1,\"x\ny\"\n2,3,4\n",
      "line-break-in-cell B2 row 2 (line 2), column 2: a line break in the field"
    ),
    ("a,b\n1,x\0y\n", "nul-byte B2 row 2 (line 2), column 2: a zero byte"),
  ])
  func faultsAreFindings(text: String, expected: String) throws {
    let (_, findings) = try document(Array(text.utf8), path: "x.csv")
    let shown = findings.map {
      "\($0.code.rawValue) \($0.place?.description ?? "-") \($0.message)"
    }
    #expect(shown.contains(expected), "\(shown)")
  }

  @Test func rowsAfterALineBreakKnowTheirLine() throws {
    let text = "a,b\n1,\"x\ny\"\n2,3,4\n"
    let (_, findings) = try document(Array(text.utf8), path: "x.csv")
    #expect(
      findings.map(\.message).contains(
        "row 3 (line 4), column 3: the row has 3 fields, not 2"))
  }

  @Test func aTableOfNumbersHasNoHeader() throws {
    let (_, findings) = try document(Array("2001,0,0\n2002,1,1\n".utf8), path: "x.csv")
    #expect(findings.isEmpty)
  }

  @Test func notesAboveTheTableAreShort() throws {
    let text = "人口データ\n\"\"\n県,値,値2\n北海道,1,2\n青森,3,4\n"
    let (_, findings) = try document(Array(text.utf8), path: "x.csv")
    #expect(findings.map(\.code) == [.missingCell, .missingCell])
    #expect(findings.compactMap(\.place?.line) == [1, 2])
  }

  @Test func anOpenQuoteIsRefused() throws {
    let refusal = try refusal(Array("a,b\n1,\"2\n".utf8), path: "x.csv")
    #expect(refusal.code == .malformed)
    #expect(refusal.place?.description == "B2")
  }

  @Test func limitsAreNamed() throws {
    let many = try refusal(Array("a,b\n1,2\n".utf8), path: "x.csv") { $0.limits.cells = 3 }
    #expect(many.reason == "the table has too many cells: the limit 'cells' is 3")
    #expect(many.place?.description == "B2")
    let long = try refusal(Array("abc,d\n".utf8), path: "x.csv") { $0.limits.bytesPerCell = 2 }
    #expect(long.reason == "the field is too long: the limit 'bytes_per_cell' is 2")
  }

  @Test func findingsOfOneKindAreCapped() throws {
    let text = "a,b\n" + String(repeating: "1\n", count: 10)
    let (_, findings) = try document(Array(text.utf8), path: "x.csv") {
      $0.limits.findingsPerCode = 3
    }
    #expect(findings.count == 4)
    #expect(findings.last?.message == "7 more findings of this kind in this source")
  }

  @Test func anotherLayoutNamedCSVIsAText() throws {
    let text = "\"Year\"  \"Name\"  \"Amount\"000\n2012  \"健康\"  359\n2012  \"福祉\"  213\n"
    let (document, findings) = try document(Array(text.utf8), path: "x.csv")
    #expect(document.lines.count == 3)
    #expect(findings.map(\.code) == [.contentDiffersFromName])
  }
}
