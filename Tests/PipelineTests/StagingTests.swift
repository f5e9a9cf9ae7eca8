import JSON
import JapaneseText
import Model
import Platform
import TestSupport
import Testing

@testable import Pipeline

@Suite struct StagingTests {
  @Test(.temporaryFolder) func whatWasKeptComesBack() throws {
    let staging = Staging(folder: TemporaryFolder.path, ignoresCache: false)
    try staging.keep([["a": .integer(1)], ["b": "二"]], .facts, key: "k")
    #expect(staging.lines(.facts, key: "k") == [["a": .integer(1)], ["b": "二"]])
    #expect(staging.lines(.documents, key: "k") == nil)
    #expect(
      Staging(folder: TemporaryFolder.path, ignoresCache: true).lines(.facts, key: "k") == nil)
  }

  @Test(.temporaryFolder) func aFileThatWasCutIsNotTaken() throws {
    let staging = Staging(folder: TemporaryFolder.path, ignoresCache: false)
    try staging.keep([["a": .integer(1)], ["b": .integer(2)]], .facts, key: "k")
    let path = TemporaryFolder.path + "/facts/k.jsonl"
    let whole = try Files.read(path)
    for length in 0..<whole.count - 1 {
      try Files.replace(path, with: Array(whole.prefix(length)))
      #expect(staging.lines(.facts, key: "k") == nil, "cut after \(length) bytes")
    }
  }

  @Test func keysChangeWithInputVersionAndSettings() throws {
    let key = try Staging.key(.facts, input: "abc", settings: "s")
    #expect(try Staging.key(.facts, input: "abd", settings: "s") != key)
    #expect(try Staging.key(.facts, input: "abc", settings: "t") != key)
    #expect(try Staging.key(.facts, input: "abc", settings: "s") == key)
  }

  @Test func factsComeBackAsTheyWere() throws {
    var facts = Facts(document: "doc-1")
    let place = Place(Span(line: 3, columns: 1..<4), [Span(line: 5, columns: 0..<2)])
    var line = BudgetLine()
    line.amountYen = 21_800_000_000
    line.unitYen = 10_000_000
    line.programme = "事業"
    line.candidates = ["甲", "乙"]
    facts.budgetLines = [Fact(line, at: place)]
    var indicator = Indicator()
    indicator.targetValue = Decimal("80.8")
    indicator.targetOp = .atLeast
    facts.indicators = [Fact(indicator, at: place)]
    var date = DateEntry()
    date.start = Day(iso: "2022-04-01")
    let cell = CellReference(row: 2, column: 28)
    facts.dates = [Fact(date, at: Place(cell: cell, length: 4, sheet: "表"))]
    let term = SumClaim.Term(
      label: "計", figure: Figure(yen: -5, unit: 1, rounding: .truncate), isSubtracted: true,
      budgetLine: 0, place: place)
    facts.sums = [SumClaim(rule: .printedTotal, scope: "表", total: term, parts: [term, term])]
    facts.findings = [
      Finding(.linkAmbiguous, document: "doc-1", place: place, subject: "x", message: "y")
    ]
    facts.giveKeys()
    // Through bytes and back, as the cache does it.
    let lines = try FactsCoding.lines(facts).map { try JSONReader.read(Array($0.line.utf8)) }
    #expect(FactsCoding.facts(lines, document: "doc-1") == facts)
  }

  @Test func documentsComeBackAsTheyWere() throws {
    let attributes = DocumentAttributes(
      path: "a/b.xlsx", title: "題", issuer: "省", published: Day(iso: "2019-04-01"),
      fiscalYear: 2019, mediaType: "m", encoding: "", reader: "xlsx")
    let sheet = Sheet(
      name: "表", isHidden: true,
      cells: [
        Cell(CellReference(row: 1, column: 1), .text("題"), isHidden: true),
        Cell(CellReference(row: 1, column: 2), .number("1.50"), format: "0.00"),
        Cell(CellReference(row: 2, column: 1), .boolean(true)),
        Cell(CellReference(row: 2, column: 2), .error("#REF!")),
        Cell(
          CellReference(row: 3, column: 1),
          .day(try #require(Day(iso: "2021-03-04")), shown: "令和3年3月4日")),
      ],
      merges: [
        MergedArea(
          first: CellReference(row: 1, column: 1), last: CellReference(row: 1, column: 3))
      ])
    for content in [
      Document.Content.sheets([sheet, Sheet(name: "空")]),
      .text(TextBody(Array("令和\n\n二行".utf8))),
    ] {
      let document = Document(id: "doc-1", attributes: attributes, content: content)
      let lines = try DocumentCoding.lines(document).map { line in
        try JSONReader.read(Array(line.line.utf8))
      }
      #expect(DocumentCoding.document(lines, id: "doc-1") == document)
    }
  }
}
