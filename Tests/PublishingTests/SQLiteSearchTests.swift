import Model
import Publishing
import SQLite
import TestSupport
import Testing

@Suite struct SQLiteSearchTests {
  private static let table = Table(
    TableDescription(
      name: "budget_lines",
      columns: ["id", "document", "line", "raw", "programme"].map {
        ColumnDescription(name: $0, type: .string)
      }, primaryKey: ["id"]),
    rows: [
      ["b-1", "d", "1", "予算額 90.7億円", "再生医療実現拠点ネットワークプログラム"],
      ["b-2", "d", "2", "予算額 13.0億円", "創薬基盤推進事業"],
    ].map { $0.map(Value.text) })

  private func rows(matching words: String) throws -> [String] {
    let path = TemporaryFolder.path + "/s"
    let content = SnapshotContent(metadata: Samples.content.metadata, tables: [Self.table])
    try SnapshotWriter(folder: path, formats: [.sqlite]).write(content)
    let database = try Database(path + "/sample.sqlite", .read)
    var found = try database.prepare(
      "SELECT dataset || ' ' || row FROM search WHERE search MATCH '\(words)' ORDER BY rowid")
    var rows: [String] = []
    while try found.step() { rows.append(found.text(0) ?? "") }
    return rows
  }

  @Test(
    .temporaryFolder,
    arguments: [
      ("ネットワーク", ["budget_lines b-1"]), ("薬基盤", ["budget_lines b-2"]),
      ("予算額", ["budget_lines b-1", "budget_lines b-2"]), ("がん研究", []),
    ])
  func findsWordsWhereverTheyStand(words: String, expected: [String]) throws {
    #expect(try rows(matching: words) == expected)
  }
}
