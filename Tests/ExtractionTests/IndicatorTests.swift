import Extraction
import Model
import Testing

@Suite struct IndicatorTests {
  @Test func tableThatCameOutLineByLine() {
    let rows = facts(
      """
      ① 海洋プロジェクト

      2026年度末までの達成目標
      最新の
      数値

      ＜アウトプット＞

      • 調査船の航
      海件数
      25件

      ［うち深海 ５件］

      1,128件（45/36/1,047）
      ［40件
      （13/10/17）］
      A

      予定より早い。

      • 参加国の割合

      75％

      81.0%
      （80.8/81.1/81.0） B 順調である。

      •海図の整備状況

      - A

      ※（ ）は各年度（R2/R3/R4）の単年実績
      """
    ).indicators.map(\.row)
    #expect(rows.map(\.name) == ["調査船の航海件数", "うち深海", "参加国の割合", "海図の整備状況"])
    #expect(rows.map(\.parent) == ["", "調査船の航海件数", "", ""])
    #expect(rows.map(\.targetValue) == [Decimal("25"), Decimal("5"), Decimal("75"), nil])
    #expect(rows.map(\.targetYear) == [2026, 2026, 2026, nil])
    #expect(rows.map(\.targetBasis) == [.cumulative, .cumulative, .unspecified, nil])
    #expect(rows.map(\.latestValue) == [Decimal("1128"), Decimal("40"), Decimal("81.0"), nil])
    #expect(rows[0].byYear == ["2020=45", "2021=36", "2022=1047"])
    #expect(rows.map(\.grade) == ["A", "", "B", "A"])
    #expect(rows.allSatisfy { $0.kind == .output && $0.project == "海洋プロジェクト" })
  }

  @Test func aBulletWithNothingAfterItIsNoIndicator() {
    // The text breaks off behind a bullet and a blank.
    let rows = facts(
      "① 海洋プロジェクト\n\n2026年度末までの達成目標\n最新の\n数値\n\n＜アウトプット＞\n\n"
        + "• 参加国の割合\n\n75％\n\n81.0%\n（80.8/81.1/81.0） B 順調である。\n\n• "
    ).indicators.map(\.row)
    #expect(rows.map(\.name) == ["参加国の割合"])
  }

  @Test(arguments: [
    ("航海件数（130件／年）", "130", "件", TargetOperator.equal, 2029, TargetBasis.annual),
    ("航海件数（５年間で60件）", "60", "件", .equal, 2029, .cumulative),
    ("航海件数（2025～2029年度累計 650件）", "650", "件", .equal, 2029, .cumulative),
    ("民間投資額（2023年度比で２倍）", "2", "倍", .multiple, 2029, .unspecified),
    ("寄港件数（2028年度までに年間 120万件）", "1200000", "件", .equal, 2028, .annual),
    ("参加機関数（2028年度末までに累積 60社以上）", "60", "社", .atLeast, 2028, .cumulative),
  ])
  func targetInBrackets(
    text: String, value: String, unit: String, op: TargetOperator, year: Int, basis: TargetBasis
  ) {
    var settings = FamilySettings()
    settings.targetYear = 2029
    let row = facts("アウトプット指標\n\n○" + text, settings: settings).indicators.first?.row
    #expect(row?.targetValue == Decimal(value))
    #expect(row?.targetUnit == unit)
    #expect(row?.targetOp == op)
    #expect(row?.targetYear == year)
    #expect(row?.targetBasis == basis)
  }

  @Test func whatATargetStartsFromIsNone() {
    let rows = facts(
      "アウトプット指標\n\n○寄港する港の数（30港）（現状：12港）\n○停泊する港の数（基準値 12港）\n"
    ).indicators.map(\.row)
    #expect(rows.first?.targetValue == Decimal("30"))
    #expect(rows.allSatisfy { $0.targetValue != Decimal("12") })
  }

  @Test func theNewestYearIsTheLatest() {
    let row = facts("・共用した施設の利用件数\n\nH30：114件、H29：90件").indicators.first?.row
    #expect(row?.byYear == ["2017=90", "2018=114"])
    #expect(row?.latestValue == Decimal("114"))
  }

  @Test func bracketsThatBelongToTheName() {
    let rows = facts("アウトプット指標\n\n○論文数（Top1％論文）（120件／年）（累計 600件）").indicators.map(\.row)
    #expect(rows.map(\.name) == ["論文数(Top1%論文)", "論文数(Top1%論文)"])
    #expect(rows.map(\.targetBasis) == [.annual, .cumulative])
  }

  @Test func valuesByYear() {
    let row = facts("・共用した施設の利用件数\n\nH29：90件、H30：114件").indicators.first?.row
    #expect(row?.name == "共用した施設の利用件数")
    #expect(row?.byYear == ["2017=90", "2018=114"])
    #expect(row?.latestValue == Decimal("114"))
  }

  @Test func actualAgainstTarget() {
    let rows = facts(
      """
      項目 ネットワークの活動実績

      （令和2年4月～令和6年1月） 令和6年度までの達成目標

      相談 631件 ー

      企業への導出 ８件 10件
      """
    ).indicators.map(\.row)
    #expect(rows.map(\.name) == ["相談", "企業への導出"])
    #expect(rows.map(\.latestValue) == [Decimal("631"), Decimal("8")])
    #expect(rows.map(\.targetValue) == [nil, Decimal("10")])
    #expect(rows.map(\.targetYear) == [nil, 2024])
  }
}
