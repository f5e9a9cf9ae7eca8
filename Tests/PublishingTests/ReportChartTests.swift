import Model
import Publishing
import Testing

/// What the charts of the report add up and what they leave out.
@Suite struct ReportChartTests {
  private static func line(
    _ programme: String, _ yen: Int64, _ ministry: String = "文科", year: Int = 2022,
    isPriorYear: Bool = false
  ) -> BudgetLine {
    var line = BudgetLine()
    line.id = "\(programme) \(year)"
    line.document = "d"
    line.line = 1
    line.level = .programme
    line.project = "創薬"
    line.programme = programme
    line.ministries = [ministry]
    line.amountYen = yen
    line.fiscalYear = year
    line.isPriorYear = isPriorYear
    return line
  }

  private func page(_ lines: [BudgetLine]) throws -> String {
    var content = ReportContent(title: "x")
    content.budgetLines = lines
    return String(decoding: try Report.html(content), as: UTF8.self)
  }

  @Test func aFlowNamesItsGreatestStreams() throws {
    let page = try page([Self.line("甲", 300_000_000), Self.line("乙", 500_000_000, "厚労")])
    #expect(page.contains("厚労 → 創薬 → 乙 5億円, 文科 → 創薬 → 甲 3億円\""))
    #expect(page.split(separator: "class=\"ribbon\"").count == 5)
  }

  @Test func whatIsListedElsewhereOrUndecidedDoesNotFlow() throws {
    var again = Self.line("丙", 900_000_000)
    again.reprise = .full
    var share = Self.line("丁", 900_000_000)
    share.inner = true
    var open = Self.line("戊", 900_000_000)
    open.link = .ambiguous
    let page = try page([
      Self.line("甲", 300_000_000), Self.line("乙", 500_000_000), again, share, open,
    ])
    #expect(page.contains("文科 → 創薬 → 乙 5億円, 文科 → 創薬 → 甲 3億円\""))
  }

  @Test func yearsAreComparedOverTheSameProgrammes() throws {
    let page = try page([
      Self.line("甲", 300_000_000), Self.line("甲", 200_000_000, year: 2021, isPriorYear: true),
      Self.line("乙", 100_000_000), Self.line("乙", 400_000_000, year: 2021, isPriorYear: true),
      Self.line("新規", 900_000_000),
    ])
    #expect(page.contains("aria-label=\"2021 → 2022: 文科 6億円 → 4億円\""))
    #expect(page.contains("−2億円 (−33.33 %)"))
  }

  @Test func manyProgrammesAreDrawnAsOne() throws {
    let lines = (1...40).map { Self.line("事業\($0)", Int64($0) * 1_000_000) }
    let page = try page(lines)
    #expect(page.contains("ほか（創薬）"))
    #expect(page.contains("事業1: <b>"))
  }

  @Test func amountsTooGreatToBeAddedDoNoHarm() throws {
    let page = try page([
      Self.line("甲", .max), Self.line("乙", .max), Self.line("丙", .max),
      Self.line("甲", 1, year: 2021),
    ])
    #expect(page.contains("<section id=\"budgets\""))
  }
}
