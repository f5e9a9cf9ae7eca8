import Extraction
import JapaneseText
import Model
import Testing

@Suite struct InstrumentTests {
  @Test(arguments: [
    (
      "海岸法（昭和31年法律第101号）に基づき", "海岸法", InstrumentKind.law, ["昭和31年法律第101号"],
      "1956-01-01"
    ),
    (
      "「海洋の計画」（令和５年４月28日閣議決定）", "海洋の計画", .cabinetDecision, [], "2023-04-28"
    ),
    (
      "「海図の取扱いについて」（令和６年１月16日海図発0116第１号、海保発0116第２号）", "海図の取扱いについて",
      .notification, ["海図発0116第1号", "海保発0116第2号"], "2024-01-16"
    ),
    ("「港湾の指針」（令和３年国土交通省告示第７号）", "港湾の指針", .publicNotice, ["令和3年国土交通省告示第7号"], "2021-01-01"),
    ("「海洋産業ビジョン2021」では", "海洋産業ビジョン2021", .other, [], "2021-01-01"),
    ("2016 年の「灯台懇談会」報告\n\n書", "「灯台懇談会」報告書", .other, [], "2016-01-01"),
    ("令和４年に改正された海岸法では", "海岸法(令和4年改正)", .law, [], "2022-01-01"),
  ])
  func citations(
    text: String, name: String, kind: InstrumentKind, numbers: [String], start: String
  ) {
    let rows = facts(text).instruments.map(\.row)
    #expect(rows.map(\.name) == [name])
    #expect(rows.map(\.kind) == [kind])
    #expect(rows.map(\.number) == [numbers])
    #expect(rows.map(\.dateStart) == [Day(iso: start)])
  }

  @Test func footnotesGiveTheDecision() {
    let rows = facts("本文は「海底地図計画」3を踏まえる。\n\n3 2023 年４月28 日 閣議決定\n").instruments.map(\.row)
    #expect(rows.map(\.name) == ["海底地図計画"])
    #expect(rows.map(\.kind) == [.cabinetDecision])
    #expect(rows.map(\.dateStart) == [Day(iso: "2023-04-28")])
  }

  @Test func aDateInBracketsAloneIsNoInstrument() {
    #expect(facts("修了者を出した（2024年3月時点）。「海の日」を祝う。").instruments.isEmpty)
  }
}
