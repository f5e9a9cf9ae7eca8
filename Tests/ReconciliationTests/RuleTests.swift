import Model
import Reconciliation
import Testing

@Suite struct RuleTests {
  private var source: Ledgers {
    var source = Ledgers("a")
    source.state(.total, "医薬品", oku("100"), [oku("60"), oku("20")])
    return source
  }

  @Test func severitiesAndMessagesAreTheRules() throws {
    let rule = Rule(
      .total, id: "totals-of-plans", severities: [.mismatch: .warning],
      message: "{scope} is off by {difference} ({status}); {unknown} stays")
    let result = reconcile([source], [rule])
    #expect(result.entries.map(\.rule) == ["totals-of-plans"])
    let finding = try #require(result.findings.first)
    #expect(finding.code == .total)
    #expect(finding.severity == .warning)
    #expect(finding.message == "医薬品 is off by 2000000000 (mismatch); {unknown} stays")
    #expect(finding.row == result.entries.first?.id)
    #expect(finding.place?.line == 1)
  }

  @Test func theUsualSeveritiesHoldOtherwise() {
    let rule = Rule(.total)
    #expect(rule.severity(of: .mismatch) == .error)
    #expect(rule.severity(of: .undecided) == .warning)
    #expect(rule.severity(of: .withinRounding) == .info)
  }

  @Test func rulesKeepToTheirDocumentsAndKinds() {
    #expect(reconcile([source], [Rule(.total, documents: ["b"])]).entries == [])
    #expect(reconcile([source], [Rule(.components)]).entries == [])
    #expect(reconcile([source], [Rule(.total, documents: ["a"])]).entries.count == 1)
  }
}
