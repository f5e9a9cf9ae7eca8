import Model
import Reconciliation
import Testing

@Suite struct CrossMinistryRuleTests {
  private let rule = Rule(
    .crossMinistry, ministryDocuments: ["health", "trade"], headquartersDocuments: ["hq"])

  private var registries: Registries {
    var programme = Programme()
    (programme.id, programme.name, programme.aliases) = ("p-1", "事業甲", ["事業甲（旧称）"])
    var health = Ministry()
    (health.id, health.name, health.aliases) = ("mhlw", "厚生労働省", ["厚労省"])
    var trade = Ministry()
    (trade.id, trade.name, trade.aliases) = ("meti", "経済産業省", ["経産省"])
    return Registries(
      ministries: [RegisteredMinistry(row: health), RegisteredMinistry(row: trade)],
      programmes: [programme])
  }

  private func entries(
    hq: (inout Ledgers) -> Void, health: (inout Ledgers) -> Void,
    trade: (inout Ledgers) -> Void = { _ in }
  ) -> [ReconciliationEntry] {
    var sources = [Ledgers("hq"), Ledgers("health"), Ledgers("trade")]
    hq(&sources[0])
    health(&sources[1])
    trade(&sources[2])
    return reconcile(
      sources, [rule], registries: registries,
      issuers: ["health": "厚生労働省", "trade": "経済産業省"]
    ).entries
  }

  @Test(arguments: [
    ("12.3", ReconciliationStatus.withinRounding), ("12", .exact), ("13.1", .mismatch),
  ])
  func theRegistryJoinsNamesAndMinistries(figure: String, expected: ReconciliationStatus) {
    let entries = entries(
      hq: { $0.add(.programme, "P", "事業甲", oku("12")) { $0.ministries = ["厚労省"] } },
      health: { $0.add(.programme, "", "事業甲（旧称）", oku(figure)) })
    #expect(entries.map(\.status) == [expected])
    #expect(entries.first?.rightLabel == "table of 厚生労働省 (health.txt)")
  }

  @Test func sharesUnderTwoProjectsAddUpToTheMinistrysFigure() {
    let entries = entries(
      hq: {
        $0.add(.programme, "P", "事業甲", oku("13.0")) { $0.ministries = ["経産省"] }
        $0.add(.programme, "Q", "事業甲", oku("22.8")) { $0.ministries = ["経産省"] }
        $0.add(.programme, "Q", "事業甲", oku("22.8")) {
          $0.ministries = ["経産省"]
          $0.reprise = .full
        }
      },
      health: { _ in }, trade: { $0.add(.programme, "", "事業甲", oku("35.8")) })
    #expect(entries.map(\.status) == [.exact])
  }

  @Test func aJointFigureIsTheSumOfTheTables() {
    let joint = { (source: inout Ledgers) in
      source.add(.programme, "P", "事業甲", oku("30")) { $0.ministries = ["厚労省", "経産省"] }
    }
    let both = entries(
      hq: joint, health: { $0.add(.programme, "", "事業甲", oku("10")) },
      trade: { $0.add(.programme, "", "事業甲", oku("20")) })
    #expect(both.map(\.status) == [.exact])
    let one = entries(hq: joint, health: { $0.add(.programme, "", "事業甲", oku("30")) })
    #expect(one.map(\.status) == [.undecided])
    #expect(one.first?.explanation.contains("no figure of 経済産業省") == true)
  }

  @Test func unknownNamesAreNotJoinedEvenWhenTheyAreAlike() {
    let entries = entries(
      hq: { $0.add(.programme, "P", "事業乙", oku("12")) { $0.ministries = ["厚労省"] } },
      health: { $0.add(.programme, "", "事業乙", oku("12")) })
    #expect(entries.map(\.status) == [.undecided])
    #expect(entries.first?.explanation.contains("not in the registry") == true)
  }

  @Test func aProgrammeTheTableLacksIsOpenOnlyWhereThereIsATable() {
    let hq = { (source: inout Ledgers) in
      source.add(.programme, "P", "事業甲", oku("12")) { $0.ministries = ["厚労省"] }
    }
    #expect(entries(hq: hq, health: { _ in }) == [])
    let other = entries(hq: hq, health: { $0.add(.programme, "", "別の事業", oku("1")) })
    #expect(other.map(\.status) == [.undecided])
  }

  @Test func stagesAreKeptApart() {
    let entries = entries(
      hq: { $0.add(.programme, "P", "事業甲", oku("12")) { $0.ministries = ["厚労省"] } },
      health: { $0.add(.programme, "", "事業甲", oku("13"), kind: .request) })
    #expect(entries == [])
  }
}
