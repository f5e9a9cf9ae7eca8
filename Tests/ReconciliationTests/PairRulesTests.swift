import Model
import Reconciliation
import Testing

@Suite struct PriorYearRuleTests {
  /// The previous year's figure of A in source b, and what source a says of that year.
  private func entries(
    _ figure: String, kind: BudgetKind = .initial, own: (inout Ledgers) -> Void,
    rule: Rule = Rule(.priorYear), registries: Registries = Registries()
  ) -> [ReconciliationEntry] {
    var first = Ledgers("a")
    own(&first)
    var second = Ledgers("b")
    second.add(.programme, "", "A", oku(figure), year: 2022, kind: kind) { $0.isPriorYear = true }
    second.add(.programme, "", "A", oku("99"), year: 2023, kind: kind)
    return reconcile([first, second], [rule], registries: registries).entries
  }

  @Test(arguments: [
    ("27", ReconciliationStatus.exact), ("27.4", .withinRounding), ("28.0", .mismatch),
  ])
  func theYearsOwnFigureDecides(figure: String, expected: ReconciliationStatus) {
    let entries = entries(figure) { $0.add(.programme, "P", "A", oku("27")) }
    #expect(entries.map(\.status) == [expected])
    #expect(entries.first?.document == "b")
    #expect(entries.first?.fiscalYear == 2022)
    #expect(entries.first?.rightLabel == "own figure in a.txt")
  }

  @Test func aDraftIsAnotherStageUnlessTheRuleSaysSo() {
    let own = { (source: inout Ledgers) in
      source.add(.programme, "P", "A", oku("27"), kind: .initialDraft)
    }
    #expect(entries("27", own: own).map(\.status) == [.notComparable])
    let mixing = Rule(.priorYear, mixedStages: [[.initial, .initialDraft]])
    #expect(entries("27", own: own, rule: mixing).map(\.status) == [.exact])
  }

  @Test func aPredecessorIsNamedAndNotCompared() {
    var old = Programme()
    (old.id, old.name) = ("p-old", "X")
    var new = Programme()
    (new.id, new.name, new.succeeds) = ("p-new", "A", ["p-old"])
    let entries = entries(
      "15", own: { $0.add(.programme, "P", "X", oku("31")) },
      registries: Registries(programmes: [old, new]))
    #expect(entries.map(\.status) == [.notComparable])
    #expect(
      entries.first?.explanation
        == "15億円 against 31億円: the programme follows X, which may have covered more or less")
  }

  @Test func nothingToCompareWithIsSaid() {
    let entries = entries("15") { $0.add(.programme, "P", "B", oku("31")) }
    #expect(entries.map(\.status) == [.notComparable])
    #expect(entries.first?.severity == .info)
  }

  @Test func anUnknownShareOfTheYearAfterIsNamed() {
    var source = Ledgers("a")
    source.add(.programme, "", "A", oku("1.9"), year: 2023) { $0.inner = true }
    source.add(.programme, "", "A", oku("1.9"), year: 2022) { $0.isPriorYear = true }
    let entry = reconcile([source], [Rule(.priorYear)]).entries.first
    #expect(entry?.status == .notComparable)
    #expect((entry?.leftYen, entry?.rightLow, entry?.rightHigh) == (190_000_000, 0, 195_000_000))
    #expect(
      entry?.explanation.hasSuffix(
        "its own figure of FY2022 is not in the sources; FY2023 prints a figure of which an unknown "
          + "share is meant") == true)
  }

  @Test func anAmbiguousFigureDecidesNothing() {
    let entries = entries("15") { source in
      source.add(.programme, "P", "A", oku("31")) { $0.link = .ambiguous }
    }
    #expect(entries.map(\.status) == [.undecided])
  }
}

@Suite struct RestatedRuleTests {
  private let rule = Rule(.restated)

  @Test(arguments: [
    ("29.2", ReconciliationStatus.withinRounding), ("29", .exact), ("29.6", .mismatch),
  ])
  func aFigurePrintedAgainIsCompared(figure: String, expected: ReconciliationStatus) {
    var source = Ledgers("a")
    source.add(.programme, "P", "A", oku("29"))
    source.add(.programme, "P", "A", oku(figure))
    #expect(reconcile([source], [rule]).entries.map(\.status) == [expected])
  }

  @Test func otherYearsStagesPartsAndProjectsAreOtherFigures() {
    var source = Ledgers("a")
    source.add(.programme, "P", "A", oku("29"))
    source.add(.programme, "P", "A", oku("1"), year: 2021)
    source.add(.programme, "P", "A", oku("2"), kind: .supplementary)
    source.add(.programme, "P", "A", oku("3")) { $0.partNote = "①" }
    source.add(.programme, "Q", "A", oku("4"))
    #expect(reconcile([source], [rule]).entries == [])
  }

  @Test func twoSourcesAreCompared() {
    var first = Ledgers("a")
    first.add(.programme, "P", "A", oku("29"))
    first.add(.projectTotal, "P", "", oku("100"))
    var second = Ledgers("b")
    second.add(.programme, "P", "A", oku("31"))
    second.add(.projectTotal, "P", "", oku("100.3"))
    let entries = reconcile([first, second], [rule]).entries
    #expect(entries.map(\.status) == [.mismatch, .withinRounding])
    #expect(entries.map(\.rightLabel) == ["in a.txt", "in a.txt"])
    let narrowed = Rule(.restated, documents: ["b"])
    #expect(reconcile([first, second], [narrowed]).entries == [])
  }

  @Test func aFigureOfAllProjectsIsNotOneOfTheirFigures() {
    var source = Ledgers("a")
    source.add(.programme, "", "A", oku("36"))
    source.add(.programme, "P", "A", oku("13.0"))
    source.add(.programme, "Q", "A", oku("22.8"))
    var other = Ledgers("b")
    other.add(.programme, "", "A", oku("35.8"))
    #expect(reconcile([source, other], [rule]).entries.map(\.status) == [.exact])
  }

  @Test func othersAreComparedWithTheFirstFigureThatIsSure() {
    let sources = [("a", "31"), ("b", "29"), ("c", "29.1")].map { name, amount in
      var source = Ledgers(name)
      source.add(.programme, "P", "A", oku(amount)) {
        $0.link = name == "a" ? .ambiguous : .certain
      }
      return source
    }
    let entries = reconcile(sources, [rule]).entries
    #expect(entries.map(\.document) == ["a", "c"])
    #expect(entries.map(\.status) == [.undecided, .withinRounding])
  }

  @Test func anAmountListedElsewhereEqualsItsHomeFigure() {
    var source = Ledgers("a")
    source.add(.programme, "P", "A", oku("6.0"))
    source.add(.programme, "Q", "A", oku("6.0")) { $0.reprise = .full }
    source.add(.programme, "R", "A", oku("5.0")) { $0.reprise = .full }
    source.add(.programme, "R", "A", oku("0.8")) {
      $0.reprise = .full
      $0.partNote = "関連部分"
    }
    source.add(.programme, "R", "A", oku("6.8")) {
      $0.reprise = .full
      $0.partNote = "別の部分"
    }
    source.add(.programme, "R", "B", oku("1.0")) { $0.reprise = .full }
    #expect(
      reconcile([source], [rule]).entries.map(\.status)
        == [.exact, .mismatch, .exact, .mismatch, .notComparable])
  }

  @Test func whatMinistriesAndHeadquartersPrintIsComparedOnce() {
    var programme = Programme()
    (programme.id, programme.name) = ("p-1", "A")
    var headquarters = Ledgers("hq")
    headquarters.add(.programme, "P", "A", oku("29")) { $0.ministries = ["M"] }
    headquarters.add(.programme, "P", "B", oku("31")) { $0.ministries = ["M"] }
    var table = Ledgers("table")
    table.add(.programme, "P", "A", oku("27"))
    table.add(.programme, "P", "B", oku("29"))
    let cross = Rule(
      .crossMinistry, ministryDocuments: ["table"], headquartersDocuments: ["hq"])
    let entries = reconcile(
      [headquarters, table], [rule, cross], registries: Registries(programmes: [programme]),
      issuers: ["table": "M"]
    ).entries
    // B is not in the registry: only its equal spelling can be compared.
    #expect(
      entries.map { "\($0.rule) \($0.scope) \($0.status.rawValue)" } == [
        "restated B mismatch", "cross_ministry A mismatch", "cross_ministry B undecided",
      ])
  }

  @Test func rowsOfOneSheetWithOneNameAreNotPrintsOfOneFigure() {
    func sheet(_ second: String) -> Ledgers {
      var source = Ledgers("a")
      source.add(.programme, "P", "A", oku("29"))
      source.add(.programme, "P", "A", oku("31"))
      for (index, name) in ["one", second].enumerated() {
        let cell = CellReference(row: index + 1, column: 2)
        source.facts.budgetLines[index].place = Place(cell: cell, length: 2, sheet: name)
      }
      return source
    }
    #expect(reconcile([sheet("one")], [rule]).entries == [])
    #expect(reconcile([sheet("two")], [rule]).entries.map(\.status) == [.mismatch])
  }
}
