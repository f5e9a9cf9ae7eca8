import Model
import Reconciliation
import Testing

@Suite struct RegistryRuleTests {
  private var registries: Registries {
    var programme = Programme()
    (programme.id, programme.name) = ("p-1", "事業甲")
    (programme.firstYear, programme.lastYear) = (2020, 2024)
    return Registries(
      programmes: [programme], projects: [Project(id: "j-1", name: "P", aliases: ["Pプロジェクト"])])
  }

  @Test func namesAreKnownInTheirYears() {
    var source = Ledgers("a")
    source.add(.programme, "Pプロジェクト", "事業甲", oku("1"), year: 2022)
    source.add(.programme, "P", "事業甲", oku("1"), year: 2019)
    source.add(.programme, "Q", "事業乙", oku("1"), year: 2022)
    source.add(.programme, "", "事業甲 / 事業乙", oku("1"), year: 2022)
    let result = reconcile([source], [Rule(.registry)], registries: registries)
    #expect(
      result.entries.map { "\($0.scope) \($0.status.rawValue)" } == [
        "project Pプロジェクト exact", "programme 事業甲 exact", "project P exact",
        "programme 事業甲 mismatch", "project Q undecided", "programme 事業乙 undecided",
      ])
    #expect(result.findings.map(\.code) == [.registry, .projectUnknown, .programmeUnknown])
    #expect(result.counts.map(\.applied) == [6])
  }

  @Test func anEmptyRegistrySaysNothing() {
    var source = Ledgers("a")
    source.add(.programme, "P", "事業甲", oku("1")) { $0.ministries = ["文"] }
    #expect(reconcile([source], [Rule(.registry)]).entries == [])
  }
}
