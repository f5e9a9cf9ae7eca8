import Extraction
import JapaneseText
import Model
import Testing

/// Layouts that other documents have: chapters before projects, names and figures in columns,
/// brackets that name another year.
@Suite struct UnseenLayoutTests {
  /// Level, year, figure in yen and link of each line, with its project or programme.
  private func printed(_ rows: [BudgetLine]) -> [String] {
    rows.map { row in
      let year = row.fiscalYear.map { "FY\($0)" } ?? "-"
      let prior = row.isPriorYear ? " prior" : ""
      let name = row.programme.isEmpty ? row.project : row.programme
      return
        "\(row.level.rawValue) \(year)\(prior) \(row.amountYen ?? 0) \(row.link.rawValue) \(name)"
    }
  }

  @Test func chaptersBeforeProjects() {
    let rows = facts(
      """
      令和５年度 海洋研究関連予算のポイント

      Ⅰ．概要
      ○ 海洋研究機構対象経費　令和５年度当初予算案 1,248億円
      （令和４年度当初予算額 1,249億円、対前年度比 ▲0.1％）
      ○ インハウス研究機関経費　令和５年度当初予算案 849億円（令和４年度 832億円）

      Ⅱ．２つの統合プロジェクト
      １．海底資源プロジェクト
      令和５年度予算案　98億円（令和４年度予算額　90億円）
      ・海底熱水鉱床探査事業
      35.5億円
      ・海底地形調査技術開発事業
      62.6億円
      ２．海洋環境プロジェクト
      令和５年度予算案
      53億円
      ● 海洋プラスチック監視事業　　45億円
      ● 沿岸生態系回復事業（再掲）　8億円
      """
    ).budgetLines.map(\.row)
    #expect(
      printed(rows) == [
        "project_total FY2023 124800000000 certain ",
        "project_total FY2022 prior 124900000000 certain ",
        "inhouse_total FY2023 84900000000 certain ",
        "inhouse_total FY2022 prior 83200000000 certain ",
        "project_total FY2023 9800000000 certain 海底資源プロジェクト",
        "project_total FY2022 prior 9000000000 certain 海底資源プロジェクト",
        "programme FY2023 3550000000 certain 海底熱水鉱床探査事業",
        "programme FY2023 6260000000 certain 海底地形調査技術開発事業",
        "project_total FY2023 5300000000 certain 海洋環境プロジェクト",
        "programme FY2023 4500000000 certain 海洋プラスチック監視事業",
        "programme FY2023 800000000 certain 沿岸生態系回復事業",
      ])
    // Figures that name no stage take that of their project's total.
    #expect(rows.suffix(3).allSatisfy { $0.budgetKind == .initialDraft })
    #expect(rows.last?.reprise == .full)
  }

  @Test func whatIsCountedOnFromAProjectStandsBesideIt() {
    let rows = facts(
      """
      令和５年度　農業研究予算の主な事業

      １．畑作実証プロジェクト
      　　3,400百万円（5,000百万円）
      ※（　）内は前年度当初予算額
      ２．家畜防疫強化事業　4.3億円
      ３．輸出研究委託費　１億2,300万円（前年度　9,800万円）
      ４．土壌調査事業　約0.5億円
      """
    ).budgetLines.map(\.row)
    #expect(
      printed(rows) == [
        "project_total FY2023 3400000000 certain 畑作実証プロジェクト",
        "project_total FY2022 prior 5000000000 certain 畑作実証プロジェクト",
        "programme FY2023 430000000 certain 家畜防疫強化事業",
        "programme FY2023 123000000 certain 輸出研究委託費",
        "programme FY2022 prior 98000000 certain 輸出研究委託費",
        "programme FY2023 50000000 certain 土壌調査事業",
      ])
    #expect(rows.dropFirst(2).allSatisfy { $0.project.isEmpty })
  }

  @Test func numbersBelowAProjectAreItsOwn() {
    let rows = facts(
      """
      １．畑作実証プロジェクト
      令和５年度予算額 34億円
      １．土壌調査事業　4億円
      ２．家畜防疫強化事業　30億円
      """
    ).budgetLines.map(\.row)
    #expect(rows.map(\.project) == ["畑作実証プロジェクト", "畑作実証プロジェクト", "畑作実証プロジェクト"])
  }

  @Test func namesAndFiguresInColumnsStayOpen() {
    let rows = facts(
      """
      再生エネルギープロジェクト
      機構対象経費
      令和５年度予算額 156億円
      洋上風力実証事業
      次世代太陽電池開発事業
      地熱資源調査事業
      91億円
      27億円
      38億円の内数
      """
    ).budgetLines.map(\.row)
    #expect(rows.map(\.level) == [.projectTotal, .programme, .programme, .programme])
    #expect(rows.dropFirst().allSatisfy { $0.link == .ambiguous && $0.candidates.count == 3 })
    #expect(
      rows.dropFirst().map(\.programme) == ["洋上風力実証事業", "次世代太陽電池開発事業", "地熱資源調査事業"])
    #expect(rows.allSatisfy { $0.project == "再生エネルギープロジェクト" })
  }

  @Test func itemsWithWordsInBracketsBehindTheirFigures() {
    let rows = facts(
      """
      令和６年度通信関係予算案の概要
      ○　地域通信網整備事業　　〔14.8億円〕
      　　 R５補正：26.4億円
      ○　窓口の標準化・共通化　　5,163億円（R5補正）
      ○　電子証明書の利用促進　　　８億円（R5：10億円）
      　・　利用を広げるため、実証を行う（２億円）。
      ○　救助隊の充実強化　　49.9億円の内数【新規】
      """
    ).budgetLines.map(\.row)
    #expect(
      printed(rows) == [
        "programme FY2024 1480000000 certain 地域通信網整備事業",
        "programme FY2023 2640000000 inferred 地域通信網整備事業",
        "programme FY2023 516300000000 certain 窓口の標準化・共通化",
        "programme FY2024 800000000 certain 電子証明書の利用促進",
        "programme FY2023 prior 1000000000 certain 電子証明書の利用促進",
        "programme FY2024 4990000000 certain 救助隊の充実強化",
      ])
    #expect(rows[1].budgetKind == .supplementary && rows[2].budgetKind == .supplementary)
  }

  @Test func aUnitAboveAColumnIsNoFigure() {
    let found = facts(
      """
      令和６年度予算案
      （百万円）
      （１）新規：水質監視推進事業　 150百万円（新規）
      """)
    #expect(
      printed(found.budgetLines.map(\.row)) == ["programme FY2024 150000000 certain 水質監視推進事業"])
    #expect(found.amounts.count == 1)
  }

  @Test func budgetsThatASentenceNames() {
    let rows = facts("○　沿岸防災強化事業については、令和３年度補正予算で500億円、令和４年度第２次補正予算で3,000億円の基金を設けた。")
      .budgetLines.map(\.row)
    #expect(rows.map(\.fiscalYear) == [2021, 2022])
    #expect(rows.map(\.suppNo) == [nil, 2])
    #expect(rows.allSatisfy { $0.programme == "沿岸防災強化事業" && $0.budgetKind == .supplementary })
  }

  @Test func goalsWithTheTimeBehindThem() {
    let rows = facts(
      """
      【成果目標（KPI）】
      ・企業への導出件数 60件（2025年度～2029年度累計）
      ・国際共同調査の届出件数：150件／年（2028年度まで）
      ・調査船の運航日数 25件
      本文に戻る。
      ・次の項目 30件
      """
    ).indicators.map(\.row)
    #expect(rows.map(\.name) == ["企業への導出件数", "国際共同調査の届出件数", "調査船の運航日数"])
    #expect(rows.map { $0.targetValue?.digits } == ["60", "150", "25"])
    #expect(rows.map(\.targetBasis) == [.cumulative, .annual, .unspecified])
  }

  @Test func ministriesOfTheRegistryBehindASentence() {
    func ministry(_ name: String, _ aliases: [String]) -> RegisteredMinistry {
      var row = Ministry()
      row.name = name
      row.aliases = aliases
      return RegisteredMinistry(row: row, abbreviations: [])
    }
    let registries = Registries(ministries: [
      ministry("文部科学省", ["文科省"]), ministry("厚生労働省", ["厚労省"]),
    ])
    let rows = facts(
      """
      ・ 若手の育成を支援する。（文科省、厚労省）
      ○ 割合を３割以上とする。《文部科学省》
      ○ 調達を拡大する。
      　（文部科学省、関係府省）
      ○ 事務局（文部科学省）に問い合わせる。
      """, registries: registries
    ).measures.map(\.row)
    #expect(
      rows.map { $0.title + $0.ministries.joined(separator: "/") } == [
        "若手の育成を支援する。文科省/厚労省", "割合を3割以上とする。文部科学省", "調達を拡大する。文部科学省/関係府省",
      ])
  }

  @Test func aDayAndWhoIssuedIt() throws {
    let row = try #require(
      facts("「研究力強化計画2019」（平成31年４月23日文部科学省）に基づき進める。").instruments.first?.row)
    #expect(row.name == "研究力強化計画2019")
    #expect(row.dateStart?.description == "2019-04-23" && row.dateEnd == row.dateStart)
  }
}
