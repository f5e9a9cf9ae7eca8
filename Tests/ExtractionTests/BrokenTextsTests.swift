import Extraction
import Model
import TestSupport
import Testing

/// Texts into which pieces of budgets were thrown at random, from which others were cut: whatever comes
/// of them, it comes.
@Suite struct BrokenTextsTests {
  private static let pieces = [
    "（", "）", "≪再掲", "を除く", "予算額", "億円", "百万円", "1,234", "△", "●", "・", "① ", "１．", "単位：百万円",
    "令和５年度", "補正", "＋", "\n", "\n\n", "　　", "  \n", "：", "内数", "前年度", "～", "計", "小計", "うち", "×",
    "調整中", "２，０８５（２，１３０）百万円", "R6当初", "案", "① \n",
  ]

  private static let text = """
    第１章 令和５年度予算の概要

    １．海洋調査プロジェクト 開発機構対象経費
    令和5年度予算額 48億円（令和４年度予算額 45億円）
    ● 深海探査事業：船の製造 予算額30億円
    ● 海図作成事業／潮流観測事業
    予算額 12億円≪再掲≫
    ① 観測所の設置（5億円）
    （単位：百万円）
    事業名　令和4年度予算額　令和5年度予算額　増減額
    港湾整備事業　1,234　1,200　△34
    計　1,234　1,200　△34

    【アウトプット指標】
    ○航海件数（2028年度までに年間 120件）
    130件（45/36/47）
    • 港の整備を進める。（◎国、環）
    海の法律（令和３年法律第７号）

    """

  @Test(arguments: 0..<60) func extractionEnds(seed: UInt64) {
    var chance = Seeded(seed: seed)
    for _ in 0..<5 {
      var scalars = Array(Self.text.unicodeScalars)
      for _ in 0..<Int.random(in: 1...40, using: &chance) {
        let place = Int.random(in: 0...scalars.count, using: &chance)
        if Bool.random(using: &chance) {
          scalars.insert(
            contentsOf: Self.pieces.randomElement(using: &chance)?.unicodeScalars
              ?? "".unicodeScalars,
            at: place)
        } else {
          scalars.removeSubrange(place..<min(scalars.count, place + 9))
        }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      let found = facts(String(text), fiscalYear: 2023)
      #expect(found.budgetLines.allSatisfy { $0.row.line >= 1 })
    }
  }

  @Test(arguments: ["①  \n海洋調査プロジェクト\n", "１． \n\n", "①", "① 　\n対象経費 予算額 3億円\n"])
  func aNumberAlone(text: String) {
    #expect(facts(text).indicators.isEmpty)
  }
}
