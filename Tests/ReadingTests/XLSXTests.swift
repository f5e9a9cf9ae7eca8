import JapaneseText
import Model
import Reading
import TestSupport
import Testing

@Suite struct XLSXTests {
  @Test(arguments: [false, true]) func cellsOfAllTypes(strict: Bool) throws {
    var book = WorkbookBuilder()
    book.isStrict = strict
    book.strings = "<si><t>事業</t></si><si><r><t>予</t></r><r><t>算</t></r><rPh><t>ヨサン</t></rPh></si>"
    book.rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
      <row r="3"><c r="B3"><v>1200</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c>
      <c r="F3" t="inlineStr"><is><t>内</t></is></c><c t="str"><f>A1</f><v>式</v></c>
      <c t="d"><v>2021-03-04</v></c></row>
      <row><c><v>-0.50</v></c><c r="B4" t="s"></c></row>
      """
    let (document, findings) = try document(book.file, path: "x.xlsx")
    #expect(document.attributes.reader == "xlsx")
    let sheet = try #require(document.sheets.first)
    #expect(sheet.name == "表")
    #expect(
      sheet.shown == [
        "A1=事業", "B1=予算", "B3=1200", "C3=TRUE", "D3=#REF!", "F3=内", "G3=式", "H3=2021-03-04",
        "A4=-0.5",
      ])
    #expect(sheet.cell(at: CellReference(row: 3, column: 4))?.value == .error("#REF!"))
    #expect(sheet.rowCount == 4)
    #expect(sheet.columnCount == 8)
    #expect(findings.isEmpty)
  }

  @Test func aNumberStoredAsTextIsAFinding() throws {
    var book = WorkbookBuilder()
    book.strings = "<si><t>1,200</t></si><si><t>007</t></si>"
    book.rows = """
      <row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>35</t></is></c>
      <c t="inlineStr"><is><t>35億</t></is></c><c t="str"><f>TEXT(A1,"0")</f><v>1200</v></c></row>
      """
    let (document, findings) = try document(book.file)
    #expect(document.sheets[0].shown == ["A1=1,200", "B1=007", "C1=35", "D1=35億", "E1=1200"])
    #expect(findings.map(\.code) == [.numberAsText, .numberAsText])
    #expect(findings.map(\.subject) == ["1,200", "35"])
  }

  @Test func spaceCountsOnlyWhereItIsKept() throws {
    var book = WorkbookBuilder()
    book.strings = "<si><t> a </t></si><si><t xml:space=\"preserve\"> a </t></si>"
    book.rows = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>"
    #expect(try document(book.file).document.sheets[0].shown == ["A1=a", "B1= a "])
  }

  @Test(arguments: [
    ("a_x000D_b", "a\rb"), ("_x005F_x000D_", "_x000D_"), ("_x00", "_x00"), ("_xGGGG_", "_xGGGG_"),
    ("_xD867__xDE3D_", "𩸽"), ("_xD867_", "_xD867_"),
  ])
  func escapes(written: String, expected: String) throws {
    var book = WorkbookBuilder()
    book.strings = "<si><t>\(written)</t></si>"
    book.rows = "<row><c t=\"s\"><v>0</v></c></row>"
    #expect(try document(book.file).document.sheets[0].cells[0].value == .text(expected))
  }

  @Test(arguments: [
    ("274.65999999999997", "274.66"), ("7.0000000000000009", "7"), ("0.1", "0.1"),
    ("1E-3", "0.001"), ("1.5e3", "1500"), ("-0", "0"), ("999999999999999.9", "1000000000000000"),
    ("123456789012345678", "123456789012346000"), ("1E+300", "1E300"), ("-1.25E-30", "-1.25E-30"),
    ("00012", "12"), (" 5 ", "5"),
  ])
  func numbersKeepFifteenDigits(written: String, expected: String) throws {
    var book = WorkbookBuilder()
    book.rows = "<row><c><v>\(written)</v></c></row>"
    #expect(try document(book.file).document.sheets[0].cells[0].value == .number(expected))
  }

  @Test(arguments: [
    // 44259 days after the last of 1899, with the day that never was: 4 March 2021.
    (58, "44259", "2021-03-04", "令和3年3月4日"), (27, "44259", "2021-03-04", "R3.3.4"),
    (57, "32516", "1989-01-08", "H1.1.8"), (28, "32515", "1989-01-07", "昭和64年1月7日"),
    (31, "44259.5", "2021-03-04", "2021年3月4日"), (14, "1", "1900-01-01", "1900/1/1"),
    (14, "59", "1900-02-28", "1900/2/28"), (14, "61", "1900-03-01", "1900/3/1"),
    (55, "44259", "2021-03-04", "2021年3月"), (56, "44259", "2021-03-04", "3月4日"),
    (22, "44259.75", "2021-03-04", "2021/3/4 18:00"),
  ])
  func implicitFormats(id: Int, serial: String, day: String, shown: String) throws {
    var book = WorkbookBuilder()
    book.styles = [0, id]
    book.rows = "<row><c s=\"1\"><v>\(serial)</v></c></row>"
    let cell = try document(book.file).document.sheets[0].cells[0]
    guard case .day(let found, let text) = cell.value else {
      Issue.record("not a day: \(cell.value)")
      return
    }
    #expect(found.description == day)
    #expect(text == shown)
  }

  @Test(arguments: [
    ("ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "令和3年3月4日"),
    ("[$-411]ge\\.mm\\.dd", "R3.03.04"), ("[$-ja-JP-x-gannen]ggge&quot;年&quot;", "令和3年"),
    ("yyyy-mm-dd;@", "2021-03-04"), ("d mmm yyyy", "4 Mar 2021"), ("aaaa", "木曜日"),
    ("m/d(aaa)", "3/4(木)"), ("[Red]yy/m/d", "21/3/4"),
    ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2021年3月4日"),
    ("yyyy/m/d h:mm:ss.00", "2021/3/4 6:30:15.25"), ("gg\\ ee", "令 03"),
  ])
  func customFormats(code: String, shown: String) throws {
    var book = WorkbookBuilder()
    book.formats = "<numFmt numFmtId=\"170\" formatCode=\"\(code)\"/>"
    book.styles = [0, 170]
    // 6:30:15.25 is 23415.25 of 86400 seconds.
    book.rows = "<row><c s=\"1\"><v>44259.271009837963</v></c></row>"
    #expect(try document(book.file).document.sheets[0].cells[0].value.text == shown)
  }

  @Test(arguments: [
    ("#,##0", "44259"), ("0.00E+00", "44259"), ("&quot;第&quot;0&quot;年度&quot;", "44259"),
    ("G/標準", "44259"), ("General", "44259"), ("[Blue]0;[Red]-0", "44259"),
    ("0_);(0)", "44259"), ("#,##0&quot;百万円&quot;", "44259"),
  ])
  func otherFormatsAreNoDates(code: String, number: String) throws {
    var book = WorkbookBuilder()
    book.formats = "<numFmt numFmtId=\"170\" formatCode=\"\(code)\"/>"
    book.styles = [0, 170]
    book.rows = "<row><c s=\"1\"><v>44259</v></c></row>"
    #expect(try document(book.file).document.sheets[0].cells[0].value == .number(number))
  }

  @Test(arguments: [
    (20, "0.5", "12:00"), (18, "0.75", "6:00 PM"), (46, "1.5", "36:00:00"),
    (21, "0.999999", "23:59:59"),
  ])
  func timesAreTexts(id: Int, serial: String, shown: String) throws {
    var book = WorkbookBuilder()
    book.styles = [0, id]
    book.rows = "<row><c s=\"1\"><v>\(serial)</v></c></row>"
    #expect(try document(book.file).document.sheets[0].cells[0].value == .text(shown))
  }

  @Test func daysFrom1904() throws {
    var book = WorkbookBuilder()
    book.is1904 = true
    book.styles = [0, 14]
    // 1462 days lie between the two systems.
    book.rows = "<row><c s=\"1\"><v>42797</v></c><c s=\"1\"><v>0</v></c></row>"
    let cells = try document(book.file).document.sheets[0].cells
    #expect(cells.map(\.value.text) == ["2021/3/4", "1904/1/1"])
  }

  @Test(arguments: ["60", "0", "-1", "2958466"]) func impossibleDaysAreFindings(
    serial: String
  ) throws {
    var book = WorkbookBuilder()
    book.styles = [0, 14]
    book.rows = "<row><c s=\"1\"><v>\(serial)</v></c></row>"
    let (document, findings) = try document(book.file)
    #expect(document.sheets[0].cells[0].value == .number(serial))
    #expect(findings.map(\.code) == [.impossibleDate])
  }

  @Test func mergedHiddenAndMissing() throws {
    var book = WorkbookBuilder()
    book.beforeRows = "<cols><col min=\"3\" max=\"4\" hidden=\"1\"/></cols>"
    book.rows = """
      <row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>
      <row r="2" hidden="1"><c r="A2"><v>4</v></c><c r="B2"><f>A1*2</f></c></row>
      """
    book.afterRows = "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A5:C9\"/></mergeCells>"
    let (document, findings) = try document(book.file)
    let sheet = document.sheets[0]
    #expect(sheet.shown == ["A1=1", "C1=3", "A2=4"])
    #expect(sheet.cells.map(\.isHidden) == [false, true, true])
    #expect(sheet.merges.map { "\($0.first):\($0.last)" } == ["A1:B1", "A5:C9"])
    #expect(findings.map(\.code) == [.formulaWithoutValue, .coveredValue])
    #expect(findings.map { $0.place?.description } == ["'表'!B2", "'表'!B1"])
  }

  @Test func cellsOutOfOrderAreSorted() throws {
    var book = WorkbookBuilder()
    book.rows = """
      <row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row>
      <row r="1"><c r="A1"><v>1</v></c></row>
      """
    #expect(try document(book.file).document.sheets[0].shown == ["A1=1", "A2=3", "B2=4"])
  }
}
