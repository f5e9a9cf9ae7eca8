import JapaneseText
import Model
import Reconciliation
import Testing

@Suite struct DecisionsTests {
  /// A source with an amount whose programme is open, and its document.
  private func source() throws -> (facts: Facts, document: SourceDocument, finding: String) {
    var ledgers = Ledgers("a")
    ledgers.add(.programme, "P", "", oku("10")) {
      $0.link = .ambiguous
      $0.candidates = ["A", "B"]
    }
    ledgers.add(.programme, "P", "C", oku("20"))
    var facts = ledgers.keyed
    facts.findings = [
      Finding(
        .linkAmbiguous, document: "a", dataset: "budget_lines", row: facts.budgetLines[0].row.id,
        subject: "10億円", message: "A or B?")
    ]
    var document = SourceDocument()
    (document.id, document.sha256) = ("a", "1234")
    let finding = try #require(Finding.entries(of: facts.findings).first?.id)
    return (facts, document, finding)
  }

  private func decision(
    _ finding: String, _ answer: String, hash: String = "1234", day: String = "2024-04-01"
  ) throws -> Decision {
    Decision(
      finding: finding, answer: answer, reason: "the table says so", author: "Sato",
      day: try #require(Day(iso: day)), sourceHash: hash)
  }

  private var registries: Registries {
    var programme = Programme()
    (programme.id, programme.name) = ("p-a", "A")
    return Registries(programmes: [programme])
  }

  @Test(arguments: ["A", "programme=A", "programme=A;reprise=none"])
  func anAnswerSettlesTheLink(answer: String) throws {
    let (facts, document, finding) = try source()
    let result = apply(
      [try decision(finding, answer)], to: [facts], documents: [document], registries: registries)
    let row = try #require(result.facts.first?.budgetLines.first?.row)
    #expect(result.findings == [])
    #expect(result.facts.first?.findings == [])
    #expect(row.programme == "A")
    #expect(row.programmeID == ["p-a"])
    #expect(row.link == .certain)
    #expect(row.linkMethod == "decided by Sato on 2024-04-01: the table says so")
    #expect(row.candidates == [])
    #expect(row.amountYen == 10 * oku)
    // The row stands for something else now, and its key says so.
    #expect(row.id != facts.budgetLines[0].row.id)
    #expect(result.facts.first?.budgetLines[1] == facts.budgetLines[1])
  }

  @Test func aChangedSourceMakesADecisionStale() throws {
    let (facts, document, finding) = try source()
    let result = apply(
      [try decision(finding, "A", hash: "other")], to: [facts], documents: [document],
      registries: registries)
    #expect(result.facts == [facts])
    #expect(result.findings.map(\.code) == [.decisionStale])
  }

  @Test(arguments: ["amount_yen=5", "level=everything", "fiscal_year=next"])
  func anAnswerThatSaysNothingIsNotUsed(answer: String) throws {
    let (facts, document, finding) = try source()
    let result = apply(
      [try decision(finding, answer)], to: [facts], documents: [document], registries: registries)
    #expect(result.facts == [facts])
    #expect(result.findings.map(\.code) == [.decisionUnused])
    #expect(result.findings.first?.message.contains("cannot be read") == true)
  }

  @Test func theLastAnswerHoldsAndAnUnknownFindingIsSaid() throws {
    let (facts, document, finding) = try source()
    let result = apply(
      [
        try decision(finding, "B"), try decision(finding, "A", day: "2024-05-01"),
        try decision("f-gone", "A"),
      ], to: [facts], documents: [document], registries: registries)
    #expect(result.facts.first?.budgetLines.first?.row.programme == "A")
    #expect(result.findings.map(\.code) == [.decisionUnused, .decisionUnused])
    #expect(Set(result.findings.map(\.subject)) == [finding, "f-gone"])
  }
}

@Suite struct WaiversTests {
  @Test func waiversHoldUntilTheirDayAndAreReportedAfterwards() throws {
    var entry = FindingEntry()
    (entry.id, entry.severity, entry.message) = ("f-1", .error, "P does not add up.")
    let waiver = Waiver(
      finding: "f-1", reason: "known misprint", author: "Sato",
      ends: try #require(Day(iso: "2024-06-30")))
    let other = Waiver(
      finding: "f-2", reason: "gone", author: "Sato", ends: try #require(Day(iso: "2024-06-30")))

    let last = apply([waiver, other], to: [entry], asOf: try #require(Day(iso: "2024-06-30")))
    #expect(last.entries.map(\.severity) == [.info])
    #expect(
      last.entries.map(\.message)
        == ["P does not add up. Waived until 2024-06-30 by Sato: known misprint."])
    #expect(last.findings.map(\.code) == [.waiverUnused])

    let after = apply([waiver], to: [entry], asOf: try #require(Day(iso: "2024-07-01")))
    #expect(after.entries == [entry])
    #expect(after.findings.map(\.code) == [.waiverExpired])
  }
}
