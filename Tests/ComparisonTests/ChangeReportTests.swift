import Comparison
import JSON
import Model
import Publishing
import Testing

@Suite struct ChangeReportTests {
  private func report(limit: Int? = nil) throws -> ChangeReport {
    let old = """
      id,name,amount_yen,unit_yen
      b-1,甲事業,3550000000,10000000
      b-2,乙 事業,2100000000,100000000
      b-3,丙|<script>,100,1
      b-5,丁,100,1
      b-6,戊,100,1

      """
    let new = """
      id,name,amount_yen,unit_yen,備考
      b-1,甲事業,3500000000,100000000,
      b-2,乙事業,2100000000,100000000,
      b-3,丙|<script>,1000,1,
      b-4,己,100,1,x

      """
    var changes = try TableComparison.changes(
      from: KeyedTable(file: "t.csv", Array(old.utf8)),
      to: KeyedTable(file: "t.csv", Array(new.utf8)))
    changes.rows[0].cause = .sourceChanged
    return ChangeReport(old: "昨日", new: "今日", tables: [changes], limit: limit)
  }

  @Test func markdownIsForPeople() throws {
    #expect(
      try report(limit: 1).markdown == """
        # 昨日 → 今日

        | 表 | 行数 | 桁・符号 slip | 変更 changed | 端数 rounding | 改称 renamed | 表記 reworded | 追加 added | 消滅 removed | 移動 moved |
        | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |
        | t.csv | 5 → 4 | 1 | 0 | 1 | 0 | 1 | 1 | 2 | 0 |

        ## t.csv

        - 列 `備考` added (string)

        ### 桁・符号 slip (1)

        - `b-3` 丙\\|&lt;script> (行 4)
          - amount\\_yen: 100 → 1000 (Δ +900, +900.00 %)

        ### 端数 rounding (1)

        - `b-1` 甲事業 (行 2) — 原因: 原典の変更 (source changed)
          - amount\\_yen: 3550000000 → 3500000000 (Δ −50,000,000, −1.41 %)
          - unit\\_yen: 10000000 → 100000000

        ### 表記 reworded (1)

        - `b-2` 乙事業 (行 3)
          - name: 乙 事業 → 乙事業

        ### 追加 added (1)

        - `b-4` 己 (行 5)

        ### 消滅 removed (2)

        - `b-5` 丁 (行 5)
        - … ほか 1 行 (more)

        """)
  }

  @Test func nothingIsSaidToBeNothing() {
    let report = ChangeReport(old: "a", new: "b", tables: [])
    #expect(report.markdown == "# a → b\n\n変更なし (no changes)\n")
    #expect(report.isEmpty)
  }

  @Test func jsonLinesAreForPrograms() throws {
    let lines = try report().jsonLines.split(separator: 0x0A).map { try JSONReader.read(Array($0)) }
    #expect(
      lines.map { $0["type"]?.string } == [
        "table", "column", "row", "row", "row", "row", "row", "row",
      ])
    #expect(lines[0]["slip"]?.integer == 1)
    #expect(lines[1]["column"]?.string == "備考")
    #expect(lines[2]["cause"]?.string == "source changed")
    #expect(lines[2]["cells"]?.array?.first?["difference"]?.integer == -50_000_000)
    #expect(lines[5]["old"]?["name"]?.string == "丁")
    #expect(lines[7]["new"]?["備考"]?.string == "x")
    let summary = try JSONReader.read(report().summary)
    #expect(summary["differs"]?.boolean == true)
  }

  @Test func htmlIsAPageOfItsOwn() throws {
    let page = String(decoding: try report().html(), as: UTF8.self)
    #expect(page.contains("<del>3550000000</del> → <ins>3500000000</ins>"))
    #expect(page.contains("丙|&lt;script&gt;"))
    #expect(page.contains("原典の変更"))
    #expect(!page.contains("https://") && !page.contains(" src="))
  }
}
