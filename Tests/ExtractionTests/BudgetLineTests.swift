import Extraction
import Model
import Testing

@Suite struct BudgetLineTests {
  @Test func projectAndItsProgrammes() {
    let rows = facts(
      """
      １．海洋調査プロジェクト 開発機構対象経費
      令和4年度予算額30億円

      ● 深海探査技術開発事業：
      無人機の開発
      予算額20億円

      ● 海底地図整備計画：地形の測量 予算額10億円
      """
    ).budgetLines.map(\.row)
    #expect(rows.map(\.amountYen) == [3_000_000_000, 2_000_000_000, 1_000_000_000])
    #expect(rows.map(\.level) == [.projectTotal, .programme, .programme])
    #expect(rows.map(\.programme) == ["", "深海探査技術開発事業", "海底地図整備計画"])
    #expect(rows.map(\.project) == Array(repeating: "海洋調査プロジェクト", count: 3))
    #expect(rows.map(\.fiscalYear) == [2022, 2022, 2022])
    #expect(rows.map(\.link) == [.certain, .certain, .certain])
  }

  @Test func aFigureSaysWhatShareOfItsProjectItIs() {
    let found = facts(
      """
      今年度：3億円（10%）
      （深海探査技術開発事業の「海洋調査プロジェクト」に占める割合）

      １．海洋調査プロジェクト 開発機構対象経費
      令和4年度予算額30億円

      ● 深海探査技術開発事業：無人機の開発 予算額3億円
      """, fiscalYear: 2022)
    let claim = found.sums.first { $0.share != nil }
    #expect(claim?.share == SumClaim.Share(value: 1000, step: 100))
    #expect(claim?.total.figure?.yen == 300_000_000)
    #expect(claim?.parts.map { $0.figure?.yen } == [3_000_000_000])
  }

  @Test func figuresInAColumnAreAmbiguous() {
    let rows = facts(
      """
      ２．森林プロジェクト 開発機構対象経費
      令和5年度予算額9億円

      ● 間伐推進事業：手入れ
      ● 苗木育成事業：育苗

      予算額4億円

      予算額5億円
      """
    ).budgetLines.map(\.row)
    #expect(rows.dropFirst().map(\.link) == [.ambiguous, .ambiguous])
    #expect(Set(rows[1].candidates) == ["間伐推進事業", "苗木育成事業"])
  }

  @Test func previousYearInBrackets() {
    let rows = facts(
      """
      河川改修促進事業
      令和６年度当初予算案 30百万円（15百万円）※（）内は前年度当初予算額
      """
    ).budgetLines.map(\.row)
    #expect(rows.map(\.amountYen) == [30_000_000, 15_000_000])
    #expect(rows.map(\.budgetKind) == [.initialDraft, .initial])
    #expect(rows.map(\.fiscalYear) == [2024, 2023])
    #expect(rows.map(\.isPriorYear) == [false, true])
    #expect(rows.map(\.programme) == ["河川改修促進事業", "河川改修促進事業"])
  }

  @Test func aTitleBetweenTwoFiguresIsNobodysForCertain() {
    let rows = facts(
      """
      治水事業の概要

      堤防補強促進事業 令和５年度当初予算額 27億円
      河川改修促進事業
      令和５年度当初予算額 1.9億円
      """
    ).budgetLines.map(\.row)
    #expect(rows.map(\.programme).first == "堤防補強促進事業")
    #expect(rows.map(\.link) == [.certain, .inferred])
    #expect(rows.map(\.linkMethod).first == "same line")
  }

  @Test func groupsNameNoProgramme() {
    let rows = facts(
      """
      ５．地震プロジェクト 開発機構対象経費
      令和4年度予算額9億円

      観測・予測
      （9.0億円）
      """
    ).budgetLines.map(\.row)
    #expect(rows.map(\.level) == [.projectTotal, .subtotal])
    #expect(rows.map(\.programme) == ["", ""])
    #expect(rows.map(\.partNote) == ["", "観測・予測"])
  }

  @Test func noPreviousYear() {
    let rows = facts(
      """
      港湾整備事業

      令和５年度補正予算案 1,008億円（－）※（）内は前年度当初予算額
      """
    ).budgetLines.map(\.row)
    #expect(rows.map(\.amountYen) == [100_800_000_000, nil])
    #expect(rows.map(\.raw) == ["令和５年度補正予算案 1,008億円", "（－）"])
  }

  @Test func supplementaryBudgetWithItems() {
    let rows = facts(
      """
      【令和３年度第１次補正予算（12億円） 】
      ①堤防の補強
      の費用（7億円）
      ②観測所の設置（5億円）
      """
    ).budgetLines.map(\.row)
    #expect(rows.map(\.level) == [.programme, .component, .component])
    #expect(rows.map(\.suppNo) == [1, 1, 1])
    #expect(rows.map(\.partNote) == ["", "①堤防の補強の費用", "②観測所の設置"])
  }

  /// What the order of a line alone ties is not certain.
  @Test(arguments: [
    "● 次期光学衛星開発事業　● 衛星データ利用促進事業　予算額 10億円　予算額 20億円",
    "● 月極域着陸実証事業\n予算額 15億円 ● 与圧ローバー研究事業\n予算額 30億円",
    "● 量子誤り訂正研究事業：別に行う光量子の旗艦計画とともに進める基盤の整備（予算額 38億円）",
    "● 量子誤り訂正研究事業：光量子の旗艦計画とともに進める基盤の整備、参考として示す 予算額 38億円",
  ])
  func oneReadingOfSeveralIsNotCertain(text: String) {
    let rows = facts(text).budgetLines.map(\.row)
    #expect(!rows.isEmpty)
    #expect(rows.allSatisfy { $0.link != .certain }, "\(rows.map(\.programme))")
  }

  @Test(arguments: [
    ("令和５年度補正後予算額 210億円", BudgetKind.other, 2023),
    ("令和５年度予算現額 88億円", .other, 2023),
    ("令和５年度予備費 300億円", .other, 2023),
    ("令和５年度補正予算＋令和６年度当初予算案 50億円", .other, 2024),
    ("令和５年度補正予算額 50億円", .supplementary, 2023),
  ])
  func stagesOfTheirOwn(text: String, kind: BudgetKind, year: Int) {
    let rows = facts("港湾整備事業\n\n" + text).budgetLines.map(\.row)
    #expect(rows.map(\.budgetKind) == [kind])
    #expect(rows.map(\.fiscalYear) == [year])
  }

  @Test func wordsSideBySideAreOfTheFiguresBelowThem() {
    let rows = facts(
      "港湾整備事業\n\n令和６年度概算要求額　令和５年度予算額\n120億円　100億円\n"
    ).budgetLines.map(\.row)
    #expect(rows.map(\.amountYen) == [12_000_000_000, 10_000_000_000])
    #expect(rows.map(\.budgetKind) == [.request, .initial])
    #expect(rows.map(\.fiscalYear) == [2024, 2023])
  }

  @Test(arguments: [
    ("令和６年度予算案 80億円（2億円）※（）内は前年度からの増減額", [false]),
    ("令和６年度予算案 80億円（令和５年度補正予算 25億円）", [false, false]),
    ("令和６年度予算案 80億円（令和５年度予算額 25億円）", [false, true]),
  ])
  func bracketsThatAreNotOfTheYearBefore(text: String, prior: [Bool]) {
    let rows = facts("港湾整備事業\n\n" + text).budgetLines.map(\.row)
    #expect(rows.map(\.isPriorYear) == prior)
  }

  @Test func anItemWithAnotherNameKeepsItsMoney() {
    let rows = facts(
      "● 地域脱炭素移行推進事業\n● 洋上風力、潮流発電の実海域での実証\n予算額 60億円\n"
    ).budgetLines.map(\.row)
    #expect(rows.map(\.amountYen) == [6_000_000_000])
    #expect(rows.allSatisfy { $0.link != .certain })
  }

  @Test func aFigureBeforeItsBulletIsCertainWhereTheItemAboveHasItsOwn() {
    let rows = facts(
      "● 月極域着陸実証事業 予算額 3億円\n予算額 15億円 ● 与圧ローバー研究事業：車両の研究\n"
    ).budgetLines.map(\.row)
    #expect(rows.map(\.programme) == ["月極域着陸実証事業", "与圧ローバー研究事業"])
    #expect(rows.map(\.link) == [.certain, .certain])
  }

  @Test func supplementaryBudgetWithItemsWithoutBrackets() {
    let rows = facts(
      """
      令和４年度補正予算額 15億円
      ① 潮位観測所の更新 9億円
      ② 潮位データの公開　6億円
      """
    ).budgetLines.map(\.row)
    #expect(rows.map(\.level) == [.programme, .component, .component])
    #expect(rows.map(\.raw) == ["令和４年度補正予算額 15億円", "9億円", "6億円"])
    #expect(rows.map(\.budgetKind) == [.supplementary, .supplementary, .supplementary])
    #expect(rows.map(\.fiscalYear) == [2022, 2022, 2022])
    #expect(rows.map(\.partNote) == ["", "① 潮位観測所の更新", "② 潮位データの公開"])
  }

  @Test func aLineKnowsItsStageBetterThanTheTitle() {
    let rows = facts(
      """
      令和６年度 概算要求の概要

      港湾整備事業　30億円
      （参考）令和５年度補正予算案　港湾整備事業　3.2億円
      """
    ).budgetLines.map(\.row)
    #expect(rows.map(\.budgetKind) == [.request, .supplementaryDraft])
    #expect(rows.map(\.fiscalYear) == [2024, 2023])
  }

  @Test(arguments: [
    ("予算額5.0億円≪再掲：港湾関連部分≫", Reprise.full, "港湾関連部分"),
    ("予算額5.0億円（一部再掲）", .part, ""),
    ("予算額5.0億円\n（再掲", .full, ""),
    ("予算額5.0億円（再掲を除く）", .none, ""),
    ("予算額5.0億円\n（再掲を除く）", .none, ""),
    ("（再掲を除く） 予算額5.0億円", .none, ""),
    ("予算額5.0億円", .none, ""),
  ])
  func relistedMoney(text: String, reprise: Reprise, note: String) {
    let row = facts("● 港湾整備事業 " + text).budgetLines.first?.row
    #expect(row?.reprise == reprise)
    #expect(row?.partNote == note)
    #expect(row?.unitYen == 10_000_000)
  }

  @Test func moneyInASentence() {
    let row = facts(
      "• 灯台保全事業については、令和4年度補正予算により基\n金を3,000億円積み増し、対象を広げた。"
    ).budgetLines.first?.row
    #expect(row?.amountYen == 300_000_000_000)
    #expect(row?.budgetKind == .supplementary)
    #expect(row?.programme == "灯台保全事業")
  }

  @Test func marketsAndLimitsAreNoBudgets() {
    let found = facts("国内市場規模の拡大 3.2兆円\n１億円／年（上限）\n費用が数百億円程度となり")
    #expect(found.budgetLines.isEmpty)
    #expect(found.amounts.count == 3)
  }

  @Test func namesOnTheLineOrAboveIt() {
    let rows = facts(
      """
      灯台保全事業 令和５年度当初予算額 27億円
      海図作成事業（電子化）
      令和５年度当予算額 9億円
      港湾整備事業
      令和５年度当初予算額 5億円
      """
    ).budgetLines.map(\.row)
    #expect(rows.first?.programme == "灯台保全事業")
    #expect(rows.last?.programme == "港湾整備事業")
    #expect(rows.allSatisfy { $0.link != .certain || $0.programme != "" })
  }
}
