import Model
import Reconciliation
import Testing

/// Programmes that follow others by the registry: one by one, divided, joined, regrouped.
@Suite struct SuccessionTests {
  private static func programme(
    _ id: String, _ name: String, _ years: ClosedRange<Int>, succeeds: [String] = []
  ) -> Programme {
    var programme = Programme()
    (programme.id, programme.name) = (id, name)
    (programme.firstYear, programme.lastYear) = (years.lowerBound, years.upperBound)
    programme.succeeds = succeeds
    return programme
  }

  /// 甲 and 乙 became 丙 in 2023; 丁 became 戊 and 己; 庚 and 辛 became 壬 and 癸; 子 became 丑 in
  /// 2020 and that 寅 in 2023.
  private let registries = Registries(programmes: [
    programme("a", "甲事業", 2018...2022), programme("b", "乙事業", 2018...2022),
    programme("c", "丙事業", 2023...2030, succeeds: ["a", "b"]),
    programme("d", "丁事業", 2018...2022),
    programme("e", "戊事業", 2023...2030, succeeds: ["d"]),
    programme("f", "己事業", 2023...2030, succeeds: ["d"]),
    programme("g", "庚事業", 2018...2022), programme("h", "辛事業", 2018...2022),
    programme("i", "壬事業", 2023...2030, succeeds: ["g", "h"]),
    programme("j", "癸事業", 2023...2030, succeeds: ["g", "h"]),
    programme("k", "子事業", 2015...2019), programme("l", "丑事業", 2020...2022, succeeds: ["k"]),
    programme("m", "寅事業", 2023...2030, succeeds: ["l"]),
  ])

  /// What comes of a previous-year figure of a programme where the year's own source prints others.
  private func entry(
    _ name: String, year: Int = 2022, own: [(String, String)]
  ) -> ReconciliationEntry? {
    var now = Ledgers("now")
    now.add(.programme, "P", name, oku("5"), year: year) { $0.isPriorYear = true }
    var before = Ledgers("before")
    for (name, amount) in own { before.add(.programme, "P", name, oku(amount), year: year) }
    return reconcile([now, before], [Rule(.priorYear)], registries: registries).entries.first
  }

  @Test func joinedProgrammesAreNamedWithTheSumOfTheirFigures() {
    let entry = entry("丙事業", own: [("甲事業", "2"), ("乙事業", "3")])
    #expect(entry?.status == .notComparable)
    #expect(entry?.rightYen == 5 * oku)
    #expect(
      entry?.explanation.hasSuffix(
        "the programme follows 甲事業 and 乙事業, which together may have covered more or less")
        == true)
  }

  @Test func aForerunnerWithoutAFigureIsNamed() {
    let entry = entry("丙事業", own: [("乙事業", "3")])
    #expect(entry?.status == .notComparable)
    #expect(entry?.explanation.hasSuffix("; no figure of 甲事業 is in the sources") == true)
  }

  @Test func aDividedProgrammeIsMoreThanOnePart() {
    let entry = entry("戊事業", own: [("丁事業", "9")])
    #expect(entry?.status == .notComparable)
    #expect(
      entry?.explanation.hasSuffix(
        "丁事業 was divided into 戊事業 and 己事業; the figure is that of one part") == true)
  }

  @Test func regroupedProgrammesAreNamedOnBothSides() {
    let entry = entry("壬事業", own: [("庚事業", "4"), ("辛事業", "4")])
    #expect(
      entry?.explanation.hasSuffix(
        "庚事業 and 辛事業 were regrouped into 壬事業 and 癸事業; the figure is that of one part") == true)
  }

  @Test func theForerunnerOfTheYearIsTaken() {
    let own = [("子事業", "7"), ("丑事業", "6")]
    #expect(entry("寅事業", own: own)?.rightYen == 6 * oku)
    #expect(entry("寅事業", year: 2018, own: own)?.rightYen == 7 * oku)
  }

  @Test func programmesThatFollowEachOtherInACircleEnd() {
    let circle = Registries(programmes: [
      Self.programme("a", "甲事業", 2023...2030, succeeds: ["b"]),
      Self.programme("b", "乙事業", 2023...2030, succeeds: ["a"]),
    ])
    var now = Ledgers("now")
    now.add(.programme, "P", "甲事業", oku("5")) { $0.isPriorYear = true }
    let entries = reconcile([now], [Rule(.priorYear)], registries: circle).entries
    #expect(entries.map(\.status) == [.notComparable])
  }

  @Test func aNameUsedOutsideItsYearsNamesItsNeighbours() {
    var source = Ledgers("a")
    source.add(.programme, "P", "丁事業", oku("1"), year: 2024)
    source.add(.programme, "P", "丙事業", oku("1"), year: 2022)
    let entries = reconcile([source], [Rule(.registry)], registries: registries).entries
    #expect(
      entries.map(\.explanation) == [
        "known as 丁事業 for 2018 to 2022, printed for FY2024; "
          + "followed by 戊事業 (2023 to 2030) and 己事業 (2023 to 2030)",
        "known as 丙事業 for 2023 to 2030, printed for FY2022; "
          + "it follows 甲事業 (2018 to 2022) and 乙事業 (2018 to 2022)",
      ])
  }

  @Test func aTableThatListsTheForerunnerIsSaidToDoSo() {
    var headquarters = Ledgers("hq")
    headquarters.add(.programme, "P", "丙事業", oku("5")) { $0.ministries = ["M"] }
    var table = Ledgers("table")
    table.add(.programme, "P", "甲事業", oku("2"))
    let entries = reconcile(
      [headquarters, table],
      [Rule(.crossMinistry, ministryDocuments: ["table"], headquartersDocuments: ["hq"])],
      registries: registries, issuers: ["table": "M"]
    ).entries
    #expect(entries.map(\.status) == [.undecided])
    #expect(
      entries.first?.explanation
        == "the table of M does not list it; it lists 甲事業, which the registry joins to it by succession"
    )
  }
}
