import Comparison
import Model
import Testing

@Suite struct WorkbookReportTests {
  @Test func everyValueThatDiffersHasARow() throws {
    let old = try KeyedTable(file: "old", Array("id,amount_yen,x\n1,100,a\n2,200,b\n".utf8))
    let new = try KeyedTable(file: "new", Array("id,amount_yen,y\n1,150,\n3,,=c\n".utf8))
    let report = ChangeReport(
      old: "old", new: "new", tables: [try TableComparison.changes(from: old, to: new)])
    let tables = report.workbookTables
    #expect(tables.map(\.description.name) == ["changes", "columns"])
    #expect(
      tables[0].rows.map { $0.map(\.field).joined(separator: "|") } == [
        "new|changed|1|amount_yen|100|150|50||50.00||2|2",
        "new|removed|2|id|2||||||3|", "new|removed|2|amount_yen|200||||||3|",
        "new|removed|2|x|b||||||3|", "new|added|3|id||3||||||3",
        "new|added|3|y||=c||||||3",
      ])
    #expect(
      tables[1].rows.map { $0.map(\.field).joined(separator: "|") } == [
        "new|removed|x|string|", "new|added|y||string",
      ])
  }
}
