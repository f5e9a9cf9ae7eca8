import JSON
import Model
import Platform
import Reading
import TestSupport
import Testing

/// The rows of a table that is copied, as JSON Lines.
@Suite struct TableRowsTests {
  @Test(
    .temporaryFolder,
    arguments: [
      ("a,b\n1,2\n", "{\"a\":\"1\",\"b\":\"2\"}\n"),
      // Numbers stay as printed, quotes and line ends are escaped.
      (
        "事業;金額\n\"x\"\"y\";\"1\n2\"\n007;△1,0\n",
        "{\"事業\":\"x\\\"y\",\"金額\":\"1\\n2\"}\n{\"事業\":\"007\",\"金額\":\"△1,0\"}\n"
      ),
      // A short row has no keys for what it lacks; blank rows, and empty fields too many, go.
      (
        "a,b\n1\n\n,\n,2\n3,4,,\n",
        "{\"a\":\"1\"}\n{\"a\":\"\",\"b\":\"2\"}\n{\"a\":\"3\",\"b\":\"4\"}\n"
      ),
      // Each column has a name of its own.
      (
        "a,,A,a,a (2),column 2\n1,2,3,4,5,6\n",
        "{\"a\":\"1\",\"column 2 (2)\":\"2\",\"A (3)\":\"3\",\"a (4)\":\"4\",\"a (2)\":\"5\",\"column 2\":\"6\"}\n"
      ),
      ("\n,\na,b\n1,2\n", "{\"a\":\"1\",\"b\":\"2\"}\n"),
      ("a,b\n", ""),
    ])
  func jsonLines(text: String, expected: String) throws {
    #expect(try copied(Array(text.utf8), "x.csv") == expected)
  }

  @Test(.temporaryFolder) func theHeaderMayBeNamed() throws {
    let text = Array("令和4年度予算,\na,b\n1,2\n".utf8)
    #expect(try copied(text, "x.csv", header: 2) == "{\"a\":\"1\",\"b\":\"2\"}\n")
    let refusal = try refused(text, "x.csv", header: 4)
    #expect(refusal.reason == "row 4 should name the columns, but the table has 3 rows")
  }

  @Test(.temporaryFolder) func whatHasNoColumnRefusesTheTable() throws {
    let refusal = try refused(Array("a,b\n1,2\n3,4,,5\n".utf8), "x.csv")
    #expect(refusal.reason == "row 3 holds something in column 4, but the header names 2")
    #expect(refusal.place?.spans.first?.cell == CellReference(row: 3, column: 4))
    #expect(try Folder.entries(TemporaryFolder.path)?.map(\.name) == ["x.csv"])
  }

  @Test(.temporaryFolder) func aSheetIsAsWideAsItsWidestRow() throws {
    var book = WorkbookBuilder()
    book.rows = """
      <row r="2"><c r="A2" t="str"><v>省庁</v></c></row>
      <row r="4"><c r="A4" t="str"><v>文部科学省</v></c><c r="C4"><v>1200</v></c></row>
      """
    #expect(
      try copied(book.file, "x.xlsx")
        == "{\"省庁\":\"文部科学省\",\"column 2\":\"\",\"column 3\":\"1200\"}\n")
  }

  @Test(.temporaryFolder) func textsAreEscapedAsTheWriterDoes() throws {
    let scalars = (1...0x7F).map { String(Unicode.Scalar(UInt8($0))) }
    let texts = scalars + ["\u{2028}", "\u{2029}x", "\u{2027}\u{2030}", "①△―", "😀", "\u{E2}"]
    for text in texts where !["\n", "\r", ","].contains(text) {
      let field = "\"" + text.replacing("\"", with: "\"\"") + "…\""
      let copy = try copied(Array("a,b\n\(field),1\n".utf8), "x.csv") { $0.kind = .csv }
      let line = (["a": .string(text + "…"), "b": "1"] as JSONValue).line
      #expect(copy == line + "\n")
    }
  }

  @Test(.temporaryFolder, arguments: 0..<6)
  func anyPiecesGiveTheSameLines(seed: Int) throws {
    var chance = Seeded(seed: UInt64(seed))
    let words = ["", "予算", "\"1,2\"", "\"\"\"\n\"", "12345678", "①"]
    var text = "a,b,c\n"
    for _ in 0..<200 {
      let row = (0..<3).map { _ in words[Int.random(in: 0..<words.count, using: &chance)] }
      text += row.joined(separator: ",") + "\n"
    }
    let bytes = Array(text.utf8)
    let path = TemporaryFolder.path + "/pieces"
    var sink = RowSink(try JSONLinesRows(path))
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + Int.random(in: 1...40, using: &chance))
      try sink.write(bytes.span.extracting(start..<end))
      start = end
    }
    try sink.end()
    try sink.deliver()
    #expect(String(decoding: try Files.read(path), as: UTF8.self) == (try copied(bytes, "x.csv")))
  }

  @Test(.temporaryFolder) func aTableThatIsReadAgainBeginsAnew() throws {
    // The last row shows that the sheet is wider than was known when the first were written.
    let rows = (1...30_000).map { row in
      "<row r=\"\(row)\"><c r=\"A\(row)\" t=\"str\"><v>研究開発推進事業その\(row)、大きな表</v></c></row>"
    }
    var book = WorkbookBuilder()
    book.rows =
      rows.joined() + "<row r=\"40000\"><c r=\"B40000\"><v>7</v></c></row>"
    let lines = try copied(book.file, "x.xlsx").split(separator: "\n")
    #expect(lines.count == 30_000)
    let key = "研究開発推進事業その1、大きな表"
    #expect(lines.first == "{\"\(key)\":\"研究開発推進事業その2、大きな表\",\"column 2\":\"\"}")
    #expect(lines.last == "{\"\(key)\":\"\",\"column 2\":\"7\"}")
  }

  private func copy(
    _ bytes: [UInt8], _ name: String, header: Int?, _ change: (inout ReadingSettings) -> Void
  ) throws -> TableCopyOutcome {
    var settings = ReadingSettings()
    change(&settings)
    let source = TemporaryFolder.path + "/" + name
    try Files.replace(source, with: bytes, durably: false)
    let rows = try JSONLinesRows(TemporaryFolder.path + "/out.jsonl")
    return try copyTable(source, settings: settings, to: RowSink(rows, header: header))
  }

  private func copied(
    _ bytes: [UInt8], _ name: String, header: Int? = nil,
    _ change: (inout ReadingSettings) -> Void = { _ in }
  ) throws -> String {
    if case .refused(let refusal) = try copy(bytes, name, header: header, change) { throw refusal }
    return String(decoding: try Files.read(TemporaryFolder.path + "/out.jsonl"), as: UTF8.self)
  }

  private func refused(_ bytes: [UInt8], _ name: String, header: Int? = nil) throws -> Refusal {
    guard case .refused(let refusal) = try copy(bytes, name, header: header, { _ in }) else {
      throw Refusal(.empty, "copied", advice: "")
    }
    return refusal
  }
}
