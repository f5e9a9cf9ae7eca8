import Model
import Reading
import TestSupport
import Testing

@Suite struct ODSTests {
  @Test func cellsOfAllTypes() throws {
    let file = WorkbookBuilder.openDocument(
      """
      <table:table table:name="表"><table:table-row>
      <table:table-cell office:value-type="string"><text:p>一<text:s text:c="2"/>二</text:p>
      <text:p>三<text:line-break/>四</text:p></table:table-cell>
      <table:table-cell office:value-type="float" office:value="274.65999999999997"/>
      <table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50%</text:p>
      </table:table-cell>
      <table:table-cell office:value-type="date" office:date-value="2021-03-04">
      <text:p>令和3年3月4日</text:p></table:table-cell>
      <table:table-cell office:value-type="boolean" office:boolean-value="true"/>
      <table:table-cell office:value-type="string" calcext:value-type="error">
      <text:p>#REF!</text:p></table:table-cell>
      <table:table-cell office:value-type="string"><office:annotation><text:p>注</text:p>
      </office:annotation><text:p>本文</text:p></table:table-cell>
      <table:table-cell table:formula="of:=[.A1]"/></table:table-row></table:table>
      """)
    let (document, findings) = try document(file, path: "x.ods")
    let sheet = try #require(document.sheets.first)
    #expect(
      sheet.shown == [
        "A1=一  二\n三\n四", "B1=274.66", "C1=0.5", "D1=令和3年3月4日", "E1=TRUE", "F1=#REF!",
        "G1=本文",
      ])
    #expect(sheet.cells[2].format == "0%")
    #expect(sheet.cells[5].value == .error("#REF!"))
    #expect(findings.map(\.code) == [.floatResidue, .formulaWithoutValue])
  }

  /// One cell after the other is read into the same place; nothing of one may stay for the next.
  @Test func attributesInAnyOrderAndForOneCellOnly() throws {
    let file = WorkbookBuilder.openDocument(
      """
      <table:table table:name="表"><table:table-row>
      <table:table-cell office:value="12" table:number-columns-spanned="2"
        office:value-type="float"/><table:covered-table-cell/>
      <table:table-cell office:value="13" office:value-type="string"><text:p>値</text:p>
      </table:table-cell>
      <table:table-cell office:string-value="隠" office:value-type="string"/>
      <table:table-cell><text:p> a  b </text:p></table:table-cell>
      <table:table-cell calcext:value-type="error" office:value-type="float" office:value="1"><text:p>#N/A</text:p>
      </table:table-cell><table:table-cell office:value-type="float" office:value="2"/>
      </table:table-row></table:table>
      """)
    let (document, _) = try document(file, path: "x.ods")
    let sheet = try #require(document.sheets.first)
    #expect(sheet.shown == ["A1=12", "C1=値", "D1=隠", "E1=a b ", "F1=#N/A", "G1=2"])
    #expect(sheet.merges.count == 1)
  }

  @Test func repeatsMergesAndHiddenParts() throws {
    let file = WorkbookBuilder.openDocument(
      """
      <table:table table:name="A" table:style-name="h"><table:table-column
      table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>
      <table:table-row table:number-rows-repeated="2">
      <table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1"/>
      <table:table-cell office:value-type="float" office:value="2"/></table:table-row>
      <table:table-row table:number-rows-repeated="1048000"><table:table-cell
      table:number-columns-repeated="16384"/></table:table-row>
      <table:table-row table:visibility="filter"><table:table-cell table:number-columns-spanned="2"
      table:number-rows-spanned="2" office:value-type="string"><text:p>x</text:p></table:table-cell>
      <table:covered-table-cell/></table:table-row></table:table>
      """,
      styles: "<style:style style:name=\"h\"><style:table-properties table:display=\"false\"/>"
        + "</style:style>")
    let (document, findings) = try document(file, path: "x.ods")
    let sheet = try #require(document.sheets.first)
    #expect(sheet.isHidden)
    #expect(
      sheet.shown == ["A1=1", "B1=1", "C1=2", "A2=1", "B2=1", "C2=2", "A1048003=x"])
    #expect(sheet.cells.map(\.isHidden) == [false, false, true, false, false, true, true])
    #expect(sheet.merges.map { "\($0.first):\($0.last)" } == ["A1048003:B1048004"])
    #expect(findings.isEmpty)
  }

  @Test(arguments: [("1000000000", "1"), ("1", "1000000000"), ("999999999999999999", "3000")])
  func repeatedValuesAreCountedBeforeTheyAreMade(rows: String, columns: String) throws {
    let file = WorkbookBuilder.openDocument(
      """
      <table:table table:name="A"><table:table-row table:number-rows-repeated="\(rows)">
      <table:table-cell table:number-columns-repeated="\(columns)" office:value-type="float"
      office:value="1"/></table:table-row></table:table>
      """)
    let refusal = try refusal(file, path: "x.ods")
    #expect(refusal.code == .limit)
    #expect(refusal.reason.hasSuffix("the limit 'cells' is 3000000"))
    #expect(refusal.place?.description == "'A'!A1")
  }

  @Test func encryptedFilesAskForTheirPassword() throws {
    let file = WorkbookBuilder.openDocument(
      "", manifest: "<file-entry><encryption-data/></file-entry>")
    #expect(try refusal(file, path: "x.ods").code == .password)
  }
}
