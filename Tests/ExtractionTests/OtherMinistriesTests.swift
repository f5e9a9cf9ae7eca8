import Extraction
import Model
import Testing

/// Texts of other ministries, laid out in their own ways.
@Suite struct OtherMinistriesTests {
  @Test func listWithoutTheWordBudget() {
    let rows = facts(
      """
      令和７年度予算案の主要事項（環境）

      １．地域脱炭素の推進
      （１）地域脱炭素推進交付金 42,520百万円（36,520百万円）
       【令和５年度補正 13,500百万円】
      （２）ゼロカーボンパーク整備事業 1,880百万円（1,800百万円）
      ※（ ）内は前年度当初予算額

      ・ 生物多様性保全回復整備事業費補助 1,234百万円（新規）
      ・ 海洋ごみ対策事業　 3,450百万円 の内数（3,500百万円の内数）

      ２．資源循環
      ○ 廃棄物処理施設整備交付金　［国費 505億円（1.02倍）］
      """
    ).budgetLines.map(\.row)
    #expect(
      rows.map(\.amountYen) == [
        42_520_000_000, 36_520_000_000, 13_500_000_000, 1_880_000_000, 1_800_000_000,
        1_234_000_000, 3_450_000_000, 3_500_000_000, 50_500_000_000,
      ])
    let names = [
      "地域脱炭素推進交付金", "地域脱炭素推進交付金", "地域脱炭素推進交付金", "ゼロカーボンパーク整備事業",
      "ゼロカーボンパーク整備事業", "生物多様性保全回復整備事業費補助", "海洋ごみ対策事業", "海洋ごみ対策事業",
      "廃棄物処理施設整備交付金",
    ]
    #expect(rows.map(\.programme) == names)
    #expect(rows.map(\.fiscalYear) == [2025, 2024, 2023, 2025, 2024, 2025, 2025, 2024, 2025])
    #expect(rows[0].budgetKind == .initialDraft && rows[2].budgetKind == .supplementary)
    #expect(rows.map(\.inner) == [false, false, false, false, false, false, true, true, false])
    #expect(rows[2].link == .inferred)
  }

  @Test func namesThatShareAFigureOverLines() {
    let rows = facts(
      """
      １．国土強靱化プロジェクト
      国土技術開発機構対象経費
      令和６年度予算額 412億円（一部再掲）

      ● 河川水位予測事業／ダム運用高度化事業／
      下水道浸水対策事業
      令和６年度予算額 64億円の内数

      令和６年度予算額 18.5億円≪再掲≫● 港湾防災情報基盤整備事業：高潮の観測
      """
    ).budgetLines.map(\.row)
    #expect(rows.map(\.level) == [.projectTotal, .programme, .programme])
    #expect(rows[1].programme == "河川水位予測事業 / ダム運用高度化事業 / 下水道浸水対策事業")
    #expect(rows[1].inner && rows[1].link == .certain)
    #expect(rows[2].programme == "港湾防災情報基盤整備事業" && rows[2].reprise == .full)
  }

  @Test func supplementWithItsParts() {
    let rows = facts(
      """
      スマート農業技術活用促進対策
      令和６年度予算額 1,250百万円（1,100百万円）※（）内は前年度当初予算額
      【令和５年度補正予算額 4,000百万円】

      ＜事業の内容＞
      １．スマート農業技術開発促進事業

      令和５年度補正予算（4,000百万円）
      ①開発基金の造成（2,500百万円）
      ②実証圃場の整備に必要な機械等の
      導入支援（1,200百万円）

      ③人材の育成（300百万円）
      """
    ).budgetLines.map(\.row)
    #expect(rows.map(\.programme).prefix(3).allSatisfy { $0 == "スマート農業技術活用促進対策" })
    #expect(rows.prefix(3).allSatisfy { $0.link == .inferred })
    let parts = rows.filter { $0.level == .component }
    #expect(parts.map(\.amountYen) == [2_500_000_000, 1_200_000_000, 300_000_000])
    #expect(parts.allSatisfy { $0.fiscalYear == 2023 && $0.budgetKind == .supplementary })
  }

  @Test func targetsOfAnotherMinistry() {
    let rows = facts(
      """
      アウトプット指標

      ＜大気＞
      ○光化学オキシダント環境基準の達成地点数（20地点、2030年度までに40地点）
      ○PM2.5測定局の増設（120件／年）（2026～2030年度累計 600件）
      ＜水＞
      ○湖沼の水質改善率（2023年度比 1.5倍）
      ※ 指標の数字は特記のない限り 2030年度末時点のもの。

      ・廃プラスチック回収件数
      H30：120件、R1：131件、R2：140件
      """
    ).indicators.map(\.row)
    #expect(rows.map { $0.targetValue?.digits ?? "" } == ["20", "40", "120", "600", "1.5", ""])
    #expect(rows.map(\.project) == ["大気", "大気", "大気", "大気", "水", ""])
    #expect(rows.map(\.targetYear) == [2030, 2030, 2030, 2030, 2030, nil])
    #expect(rows.last?.byYear == ["2018=120", "2019=131", "2020=140"])
  }

  @Test func partsOfAnIndicatorWithTheirOwnTargets() {
    let rows = facts(
      """
      脱炭素プロジェクト
      2030年度末までの達成目標
      ＜アウトプット＞
      ○ 実証設備の設置件数［うち離島］
      30件［5件］
      18件（6/6/6）
      ［3件（1/1/1）］
      B
      ※各年度（R3/R4/R5）
      """
    ).indicators.map(\.row)
    #expect(rows.map(\.name) == ["実証設備の設置件数", "うち離島"])
    #expect(rows.map { $0.targetValue?.digits } == ["30", "5"])
    #expect(rows.last?.byYear == ["2021=1", "2022=1", "2023=1"])
  }

  @Test func footnotesStandApart() {
    let rows = facts(
      """
      4.5 備え
      ・ 平時は市場の需要がない設備の確保を進めるため、「設備計画」16に沿って製造

      16 2033 年 12 月 25 日 大臣確認（国土交通省）
       企業等を対象とした支援体制を構築する。（◎国、環）
      """
    ).measures.map(\.row)
    #expect(
      rows.map(\.title) == [
        "平時は市場の需要がない設備の確保を進めるため、「設備計画」16に沿って製造企業等を対象とした支援体制を構築する。"
      ])
  }
}
