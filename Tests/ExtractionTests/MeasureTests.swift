import Extraction
import Model
import Testing

@Suite struct MeasureTests {
  @Test func headingsItemsAndParagraphs() {
    let rows = facts(
      """
      3.1 港の整備
      （１）防波堤の建設（◎国、財）

      3.2 海の調査
      ○海図の作成（◎国）

      • 潮の流れを調べ、
      結果を公表する。（財、◎国、
      環）

      • 風を調べる。（国）
      """
    ).measures.map(\.row)
    #expect(rows.map(\.title) == ["防波堤の建設", "海図の作成", "潮の流れを調べ、結果を公表する。", "風を調べる。"])
    #expect(rows.map(\.section) == ["3.1(1)", "3.2", "3.2", "3.2"])
    #expect(rows.map(\.ministries) == [["国", "財"], ["国"], ["財", "国", "環"], ["国"]])
    #expect(rows.map(\.lead) == [["国"], ["国"], ["国"], []])
  }

  @Test func projectPages() {
    let rows = facts(
      """
      ② 海洋プロジェクト

      （◎国、文）

      ・取組
      ② 海洋プロジェクト （◎国、文）
      """
    ).measures.map(\.row)
    #expect(rows.map(\.title) == ["海洋プロジェクト", "海洋プロジェクト"])
    #expect(rows.map(\.section) == ["②", "②"])
  }

  @Test func otherBracketsAreNoMinistries() {
    let found = facts("• 調べる。（◎国）\n\n• 測る。（図１）\n\n• 記す（以下「海図」という。）")
    #expect(found.measures.count == 1)
  }

  @Test func unknownMinistriesAreFound() {
    let known = RegisteredMinistry(row: Ministry(), abbreviations: ["国"])
    let found = facts("• 調べる。（◎国、月）", registries: Registries(ministries: [known]))
    #expect(found.findings.map(\.code) == [.ministryUnknown])
    #expect(found.findings.map(\.subject) == ["月"])
  }

  @Test func tableOfAbbreviationsExplainsNames() {
    let text = "• 測る。（◎国）\n\n• 調べる。（月）\n\n略称 府省庁名\n\n国 国土交通省\n\n月 月世界庁\n"
    let known = RegisteredMinistry(row: Ministry(), abbreviations: ["国"])
    let found = facts(text, registries: Registries(ministries: [known]))
    #expect(found.measures.map(\.row.ministries) == [["国"], ["月"]])
    #expect(found.findings.isEmpty)
  }
}
