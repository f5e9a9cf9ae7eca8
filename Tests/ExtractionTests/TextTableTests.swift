import Extraction
import Model
import Testing

/// Tables of bare numbers in a running text, under a caption that prints their unit.
@Suite struct TextTableTests {
  /// The programmes with year, stage and amount in yen: `甲事業 2024 initial 1234000000`, with a `?`
  /// where the link is not certain.
  private func lines(_ facts: Facts) -> [String] {
    facts.budgetLines.map { fact in
      let row = fact.row
      return
        "\(row.programme) \(row.fiscalYear.map(String.init) ?? "-") \(row.budgetKind.rawValue) "
        + "\(row.amountYen ?? -1)\(row.link == .certain ? "" : "?")"
    }
  }

  private static let two = [
    "甲事業 2024 initial 1234000000", "甲事業 2023 initial 1200000000",
    "乙事業 2024 initial 56000000", "乙事業 2023 initial 60000000",
  ]

  @Test(arguments: [
    // Wide blanks.
    "主な事業\n（単位：百万円）\n事業名　令和6年度当初予算額　令和5年度当初予算額\n甲事業　1,234　1,200\n乙事業　56　60\n",
    // Columns made of narrow blanks, the caption at the right.
    "                                      単位:百万円\n事業名      令和６年度予算額   令和５年度予算額\n"
      + "甲事業             1,234          1,200\n乙事業                56             60\n",
    // Tabs, and the caption beside the headings.
    "事業名\t令和6年度予算額\t令和5年度予算額\t（単位：百万円）\n甲事業\t1,234\t1,200\n乙事業\t56\t60\n",
    // A second line of headings, a row of blanks between most lines.
    "[単位：百万円]\n\n事 項  予算額  予算額\n\n令和6年度  令和5年度\n\n甲事業  1,234  1,200\n\n乙事業  56  60\n",
  ])
  func rowsOfANameAndAsManyNumbersAsHeadings(text: String) {
    let found = facts(text + "\n以上の事業を進める。\n")
    #expect(lines(found) == Self.two)
    #expect(found.budgetLines.map(\.row.isPriorYear) == [false, true, false, true])
    #expect(found.findings.isEmpty)
  }

  @Test func headingsOfAYearAndOneWord() {
    let found = facts(
      """
      （単位：億円）
      区分　　　　　　　Ｒ６当初　　令和７年度案　　増減
      保育所整備交付金　　295　　　267　　▲28
      育児支援事業　　　　25　　　31　　6
      """
    )
    #expect(
      lines(found) == [
        "保育所整備交付金 2024 initial 29500000000", "保育所整備交付金 2025 initial_draft 26700000000",
        "育児支援事業 2024 initial 2500000000", "育児支援事業 2025 initial_draft 3100000000",
      ])
    #expect(found.findings.isEmpty)
  }

  @Test func aTableWithoutKnownHeadingsIsSaidToBeUnread() {
    let found = facts(
      "（単位：人）\n区分　男　女\n甲課　1,203　1,310\n乙課　25　31\n\n"
        + "（単位：百万円）\n区分　左の欄　右の欄\n甲事業　1,203　1,310\n乙事業　25　31\n")
    #expect(found.budgetLines.isEmpty)
    #expect(found.findings.map(\.code) == [.tableUnread])
    #expect(found.findings.first?.place?.line == 6)
  }

  @Test func theyStandWhereTheTextPrintsThem() {
    let found = facts("概要\n（単位：千円）\n事業名　令和6年度予算額\n甲事業　　△1,234\n")
    let row = found.budgetLines.first?.row
    #expect(row?.line == 4)
    #expect(row?.place == "4:6-11")
    #expect(row?.raw == "△1,234")
    #expect(row?.amountYen == -1_234_000)
    #expect(row?.unitYen == 1000)
  }

  @Test func sumsAndDifferencesArePrintedTotals() {
    let found = facts(
      """
      （単位：億円）
      事業名　令和5年度予算額　令和6年度予算額　増減額
      甲事業　10　12　2
      乙事業　5　4　△ 1
      丙事業　－　3　3
      合計　15　19　4

      """)
    #expect(found.budgetLines.count == 5)
    let total = found.sums.filter {
      $0.total.label == "合計" && !($0.parts.last?.isSubtracted ?? true)
    }
    #expect(
      total.map { $0.parts.map(\.label) } == [
        ["甲事業", "乙事業"], ["甲事業", "乙事業", "丙事業"], ["甲事業", "乙事業", "丙事業"],
      ])
    #expect(found.sums.allSatisfy { $0.total.place.spans.first?.cell == nil })
    #expect(found.sums.first?.total.place.line == 6)
  }

  @Test func aRowThatCannotBeReadIsAnUnknownPartOfTheSum() {
    let found = facts(
      "（単位：億円）\n事業名　令和5年度予算額　令和6年度予算額\n甲事業　10　12\n乙事業　5　4　新規\n計　15　16\n")
    #expect(
      found.sums.map { $0.parts.map(\.figure?.yen) } == [
        [1_000_000_000, nil], [1_200_000_000, nil],
      ])
    #expect(found.findings.map(\.code) == [.missingCell])
  }

  @Test func aNewProgrammeHasNoDifference() {
    let found = facts(
      "（単位：億円）\n事業名　令和5年度予算額　令和6年度予算額　増減額\n甲事業　－　4　皆増\n乙事業　5　4　△1\n計　5　8　3\n")
    #expect(
      lines(found) == [
        "甲事業 2024 initial 400000000", "乙事業 2023 initial 500000000", "乙事業 2024 initial 400000000",
      ])
  }

  @Test func theLinesOfATextKeepTheirNumbersInSums() {
    let found = facts(
      "丁事業　予算額3億円\n\n（単位：百万円）\n事業名　令和6年度予算額\n甲事業　1,234\n計　1,234\n")
    #expect(lines(found).last == "甲事業 2024 initial 1234000000")
    #expect(found.sums.map { $0.parts.map(\.budgetLine) } == [[found.budgetLines.count - 1]])
  }

  @Test func whatTheLineDoesNotShowIsInferred() {
    func only(_ text: String) -> [String] { lines(facts("（単位：百万円）\n" + text)) }
    // Headings without a year, and without a name for the names.
    #expect(only("事業名　予算額\n甲事業　5\n") == ["甲事業 - initial 5000000?"])
    #expect(only("令和6年度予算額\n甲事業　5\n") == ["甲事業 2024 initial 5000000?"])
    // The name may go on from the line above, or over to the line below.
    #expect(
      only("事業名　令和6年度予算額\n海に面した町の\n甲事業　5\n") == ["甲事業 2024 initial 5000000?"])
    #expect(
      only("事業名　令和6年度予算額\n海に面した町の\n　5,000\n") == ["海に面した町の 2024 initial 5000000000?"])
    #expect(
      only("事業名　令和6年度予算額\n甲事業　5\n（一部を除く）\n\n乙事業　6\n") == [
        "甲事業 2024 initial 5000000?", "乙事業 2024 initial 6000000?",
      ])
    // A narrow blank: 甲事業 2 and 34, or 234 torn apart.
    #expect(only("事業名　令和6年度予算額\n甲事業 234\n") == ["甲事業 2024 initial 234000000?"])
    #expect(only("事業名　令和6年度予算額\n甲事業 1,234\n") == ["甲事業 2024 initial 1234000000"])
  }

  @Test func aRowWithAnotherNumberOfAmountsIsAFinding() {
    let found = facts(
      """
      （単位：百万円）
      事業名　令和6年度予算額　令和5年度予算額
      甲事業　5　6
      乙事業　7
      丙事業　1　2　3
      丁事業　8　9

      """)
    #expect(lines(found).count == 4)
    #expect(found.findings.map(\.code) == [.missingCell, .extraCell])
    #expect(
      found.findings.first?.message
        == "line 4: the row of a table has 1 amounts for 2 columns; none of them is used")
  }

  @Test func textThatIsNoTableStaysText() {
    for text in [
      // No unit, no headings, no stage in them, sentences with numbers at their end.
      "事業名　令和6年度予算額\n甲事業　1,234\n", "（単位：百万円）\n甲事業　1,234\n",
      "（単位：百万円）\n事業名　件数\n甲事業　1,234\n", "（単位：件）\n事業名　令和6年度予算額\n甲事業　1,234\n",
      "金額の単位は百万円である。\n事業名　令和6年度予算額\n甲事業　1,234\n",
      "（単位：百万円）\n令和6年度予算額\n予算は次のとおりである。\n平成 25\n",
    ] {
      #expect(facts(text).budgetLines.isEmpty, "\(text)")
    }
    // What follows the table is none of it.
    let found = facts(
      "（単位：百万円）\n事業名　令和6年度予算額\n甲事業　1,234\n\n今後の進め方\n次の年度 3\n平成 25\n")
    #expect(lines(found) == ["甲事業 2024 initial 1234000000"])
  }

  @Test func aTableBelongsToTheProjectOfItsPage() {
    let found = facts(
      "１．海洋プロジェクト\n\n（単位：百万円）\n事業名　令和6年度予算額\n甲事業　1,234\n")
    #expect(found.budgetLines.map(\.row.project) == ["海洋プロジェクト"])
  }

  @Test func headingsPrintedAgainGoOn() {
    let found = facts(
      "（単位：百万円）\n事業名　令和6年度予算額\n甲事業　1,234\n\n事業名　令和6年度予算額\n乙事業　7\n合計　1,241\n")
    #expect(lines(found) == ["甲事業 2024 initial 1234000000", "乙事業 2024 initial 7000000"])
    #expect(found.sums.map { $0.parts.count } == [2])
  }

  @Test func bulletsAndNumbersAreNoPartOfAName() {
    let found = facts(
      """
      （単位：百万円）
      事業名　令和6年度予算額
      １．甲事業　1,234
      (2) 乙事業　1,235
      ○ 丙事業　1,236
      ○○推進事業　1,237

      """)
    #expect(found.budgetLines.map(\.row.programme) == ["甲事業", "乙事業", "丙事業", "○○推進事業"])
  }

  @Test func severalColumnsOfNames() {
    let found = facts(
      """
      （単位：百万円）
      府省　事業名　令和6年度予算額
      X省　甲事業　1,234
      Y省　海の 乙事業　1,235
      　　　丙事業　1,236

      """)
    #expect(
      found.budgetLines.map(\.row.programme) == ["甲事業", "海の 乙事業", "丙事業"])
    #expect(found.budgetLines.map(\.row.ministries) == [["X省"], ["Y省"], ["Y省"]])
    #expect(found.budgetLines.map(\.row.link) == [.certain, .certain, .inferred])
  }

  @Test func indentedRowsAreThePartsOfTheRowAbove() {
    let found = facts(
      """
      （単位：百万円）
      事項　令和6年度予算額
      道路整備　30
      　国道　20
      　県道　10
      河川整備　5
      合計　35

      """)
    #expect(
      found.sums.map { "\($0.total.label) = \($0.parts.map(\.label).joined(separator: " + "))" }
        .sorted() == ["合計 = 道路整備 + 河川整備", "道路整備 = 国道 + 県道"])
  }

  @Test func aRowWithoutANameIsAFinding() {
    let found = facts("（単位：百万円）\n事業名　令和6年度予算額\n甲事業　1,234\n　1,235\n")
    #expect(lines(found).count == 1)
    #expect(
      found.findings.map(\.message) == [
        "line 4: the row of a table has no name; none of its amounts is used"
      ])
  }

  @Test func headingsOverTwoLinesWithTheirLettersApart() {
    let found = facts(
      """
      令和6年度予算案の概要

      　　　　　　　　　　　　　　　（単位：百万円）
      区　　分　　令和５年度　　令和６年度　　対前年度
      　　　　　　予 算 額　　　予 算 案　　　増▲減額
      １．海の事業　　　1,234　　1,300　　66
      ２．山の事業　　　　500　　　450　　▲50
      合　　計　　　　1,734　　1,750　　16
      （注）計数は切り捨てによる。

      """)
    #expect(
      lines(found) == [
        "海の事業 2023 initial 1234000000", "海の事業 2024 initial_draft 1300000000",
        "山の事業 2023 initial 500000000", "山の事業 2024 initial_draft 450000000",
      ])
    #expect(found.budgetLines.map(\.row.rounding) == [.truncate, .truncate, .truncate, .truncate])
    // The totals of three columns, and the difference of two of them.
    #expect(found.sums.filter { $0.total.label.hasPrefix("合") }.map(\.parts.count) == [2, 2, 2, 2])
  }
}
