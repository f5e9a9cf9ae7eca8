import Model
import Reading
import Testing

@Suite struct MarkupTests {
  @Test func textKeepsTheLinesOfTheSource() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <Law><LawTitle>財政法</LawTitle>
        <Article Num="1">
          <Sentence>国の<Ruby>予算<Rt>よさん</Rt></Ruby>その他</Sentence>
        </Article></Law>
      """
    let (document, _) = try document(Array(text.utf8), path: "x.xml")
    let lines = document.lines.map { $0.split(separator: " ").joined(separator: " ") }
    #expect(lines == ["", "財政法", "", "国の予算その他", ""])
    #expect(document.attributes.mediaType == "application/xml")
  }

  @Test func listsOfFlatRecordsAreTables() throws {
    let text = """
      <list year="2022"><unit>千円</unit>
        <item id="1"><name>甲</name><yen>10</yen></item>
        <item id="2"><name>乙</name><yen>20</yen><note>x</note></item>
      </list>
      """
    let (document, _) = try document(Array(text.utf8), path: "x.xml")
    #expect(document.sheets.isEmpty == false)
    #expect(document.sheets.map(\.name) == ["", "list.item"])
    #expect(document.sheets.first?.shown == ["A1=list@year", "B1=list.unit", "A2=2022", "B2=千円"])
    #expect(
      document.sheets.last?.shown == [
        "A1=@id", "B1=name", "C1=yen", "D1=note", "A2=1", "B2=甲", "C2=10", "A3=2", "B3=乙",
        "C3=20", "D3=x",
      ])
  }

  @Test func theEncodingOfXMLIsThatOfItsBytes() throws {
    // 予 in CP932, and the declaration that says so.
    let head = Array("<?xml version='1.0' encoding='Shift_JIS'?><a>".utf8)
    let (document, findings) = try document(
      head + [0x97, 0x5C] + Array("</a>".utf8), path: "x.xml")
    #expect(document.lines == ["予"])
    #expect(document.attributes.encoding == "CP932")
    #expect(findings.isEmpty)
  }

  @Test(arguments: [
    ("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", Refusal.Code.hostile),
    ("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", .hostile), ("<a><b></a>", .malformed),
    (String(repeating: "<a>", count: 300), .limit),
  ])
  func whatIsRefused(text: String, code: Refusal.Code) throws {
    #expect(try refusal(Array(text.utf8), path: "x.xml").code == code)
  }

  @Test func webPagesWithoutTablesAreTexts() throws {
    let page = """
      <!DOCTYPE html>
      <html><head><title>予算 の話</title><script>var x = "1 < 2";</script></head>
      <body><h1>令和４年度</h1><p>一億円<br>二億円</p>
      <p>三億円&nbsp;&lt;</p></body></html>
      """
    let (document, _) = try document(Array(page.utf8), path: "x.html")
    #expect(document.attributes.title == "予算 の話")
    #expect(document.lines.count == 4)
    #expect(document.lines[2] == "令和４年度 一億円 二億円")
    #expect(document.lines[3].hasPrefix("三億円\u{A0}<"))
  }

  @Test func tablesOfDataAreSheets() throws {
    let page = """
      <html><body><p>前文</p>
      <table><caption>予算</caption>
      <tr><th rowspan="2">区分</th><th colspan="2">金額</th></tr>
      <tr><th>当初</th><th>補正</th></tr>
      <tr><td>一 <b>般</b></td><td>1,200<br>円</td><td></td></tr></table>
      <p>後文</p></body></html>
      """
    let (document, _) = try document(Array(page.utf8), path: "x.html")
    #expect(document.sheets.map(\.name) == ["text", "table 1 予算"])
    #expect(document.sheets.first?.shown == ["A1=前文", "A6=後文"])
    #expect(
      document.sheets.last?.shown == [
        "A1=区分", "B1=金額", "B2=当初", "C2=補正", "A3=一 般", "B3=1,200\n円",
      ])
    #expect(
      document.sheets.last?.merges.map { "\($0.first):\($0.last)" } == ["A1:A2", "B1:C1"])
  }

  @Test func framesAroundPagesAreNoTables() throws {
    let page = """
      <html><body><table><tr><td>menu</td><td>
      <table><tr><td>項目</td><td>値</td></tr><tr><td>a</td><td>1</td></tr></table>
      </td></tr></table></body></html>
      """
    let (document, _) = try document(Array(page.utf8), path: "x.html")
    #expect(document.sheets.map(\.name) == ["text", "table 1"])
    #expect(document.sheets.last?.shown == ["A1=項目", "B1=値", "A2=a", "B2=1"])
  }

  @Test func contentCountsMoreThanTheName() throws {
    let page = "<!DOCTYPE html><html><body>404 Not Found</body></html>"
    let (document, findings) = try document(Array(page.utf8), path: "budget.csv")
    #expect(document.attributes.reader == "html")
    #expect(findings.map(\.code) == [.contentDiffersFromName])
  }
}
