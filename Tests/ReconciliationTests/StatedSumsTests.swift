import Model
import Reconciliation
import Testing

@Suite struct StatedSumsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var total: String
    var parts: [String]
    /// What the figures say if all of them are exact, rounded, cut off.
    var expected: [ReconciliationStatus]
    var testDescription: String { "\(total) = \(parts.joined(separator: "+"))" }
  }

  /// Totals of a published document, each under three readings of its figures.
  static let printed = [
    Case(
      total: "326",
      parts: ["21", "58", "15", "23", "32", "34", "21", "11", "35", "29", "37", "11"],
      expected: [.mismatch, .withinRounding, .mismatch]),
    Case(
      total: "183", parts: ["27", "91", "14", "4", "9", "39"],
      expected: [.mismatch, .withinRounding, .mismatch]),
    Case(
      total: "151.7", parts: ["16.8", "9.8", "65.6", "59.5"],
      expected: [.exact, .exact, .exact]),
    Case(total: "152", parts: ["151.7"], expected: [.mismatch, .withinRounding, .mismatch]),
    Case(
      total: "238", parts: ["96.7", "35.4", "106.2"],
      expected: [.mismatch, .withinRounding, .withinRounding]),
  ]

  @Test(arguments: printed) func readsFiguresAsTheyWereRounded(_ sum: Case) {
    for (rounding, expected) in zip([Rounding.exact, .round, .truncate], sum.expected) {
      var source = Ledgers("a")
      source.state(
        .total, "sum", oku(sum.total, rounding), sum.parts.map { oku($0, rounding) })
      let result = reconcile([source], [Rule(.total)])
      #expect(result.entries.map(\.status) == [expected], "\(rounding)")
    }
  }

  @Test func threeEqualFiguresAllowWhatTheirEndsAllow() {
    for (rounding, allowed) in [(Rounding.round, 325...329), (.truncate, 327...329)] {
      for total in 320...335 {
        var source = Ledgers("a")
        source.state(
          .total, "sum", oku("\(total)", rounding),
          [oku("109", rounding), oku("109", rounding), oku("109", rounding)])
        let agrees = reconcile([source], [Rule(.total)]).entries.first?.status != .mismatch
        #expect(agrees == allowed.contains(total), "\(rounding) \(total)")
      }
    }
  }

  @Test func anOpenEndIsNotReached() {
    var source = Ledgers("a")
    let parts = [oku("109", .truncate), oku("109", .truncate), oku("109", .truncate)]
    source.state(.total, "sum", oku("330", .exact), parts)
    let entry = reconcile([source], [Rule(.total)]).entries.first
    #expect(entry?.status == .mismatch)
    #expect(entry?.explanation.contains("an end left out lies between") == true)
  }

  @Test(arguments: [(399, ReconciliationStatus.mismatch), (400, .exact)])
  func aCutOffPartSubtractedLeavesNoMoreThanThePrintedDifference(
    total: Int, expected: ReconciliationStatus
  ) {
    var source = Ledgers("a")
    source.state(
      .components, "rest", oku("\(total)", .exact), [oku("500", .exact), oku("100", .truncate)],
      subtracted: [1])
    #expect(reconcile([source], [Rule(.components)]).entries.map(\.status) == [expected])
  }

  @Test func aFigureMovedToAFinerUnitKeepsTheCoarserOne() {
    let migrated = Figure(yen: 7_213_000_000, unit: 1_000_000)
    let spent = Figure(yen: 7_213_023_000, unit: 1000, rounding: .truncate)
    var source = Ledgers("a")
    source.state(.components, "執行額", migrated, [spent])
    let entry = reconcile([source], [Rule(.components)]).entries.first
    #expect(entry?.status == .withinRounding)
    #expect(entry?.difference == -23000)
    #expect(entry?.unitYen == 1_000_000)
  }

  @Test func theEntrySaysByHowMuchAndPrintsBothIntervals() throws {
    var source = Ledgers("a")
    source.state(.total, "医薬品", oku("183"), ["27", "91", "14", "4", "9", "39"].map { oku($0) })
    let entry = try #require(reconcile([source], [Rule(.total)]).entries.first)
    #expect(entry.leftYen == 183 * oku)
    #expect(entry.rightYen == 184 * oku)
    #expect(entry.difference == -oku)
    #expect(entry.leftLow == 182 * oku + oku / 2)
    #expect(entry.rightLow == 181 * oku)
    #expect(entry.rightHigh == 187 * oku)
    #expect(
      entry.explanation
        == "183億円 against 184億円: less by 1億円, 1 unit of 1億円 over 7 figures; rounding can "
        + "explain it: [182.5億円, 183.5億円] and [181億円, 187億円] meet; "
        + "cutting off could not explain it")
  }

  @Test func aPartWithoutAFigureLeavesTheSumOpenUnlessItCannotHelp() {
    var source = Ledgers("a")
    source.state(.printedTotal, "open", oku("100"), [oku("60"), oku("20"), nil])
    source.state(.printedTotal, "complete without", oku("80"), [oku("60"), oku("20"), nil])
    source.state(.printedTotal, "too much already", oku("70"), [oku("60"), oku("20"), nil])
    source.state(.printedTotal, "no total", nil, [oku("60")])
    let result = reconcile([source], [Rule(.printedTotal)])
    #expect(result.entries.map(\.status) == [.undecided, .exact, .mismatch, .undecided])
    #expect(result.counts.first?.undecided == 2)
    #expect(result.findings.map(\.severity) == [.warning, .error, .warning])
  }

  @Test func sumsTooGreatToHoldAreNotCompared() {
    let great = Figure(yen: .max - 1, unit: 1, rounding: .exact)
    var source = Ledgers("a")
    source.state(.printedTotal, "great", oku("1"), [great, great])
    #expect(reconcile([source], [Rule(.printedTotal)]).entries.map(\.status) == [.notComparable])
  }

  @Test func stagesDoNotMixUnlessTheRuleSaysSo() {
    func source() -> Ledgers {
      var source = Ledgers("a")
      source.add(.projectTotal, "P", "", oku("10"), kind: .initialDraft)
      source.add(.programme, "P", "A", oku("10"), kind: .initial)
      source.facts.sums = [
        SumClaim(
          rule: .components, scope: "P",
          total: SumClaim.Term(
            label: "計", figure: oku("10"), budgetLine: 0, place: source.facts.budgetLines[0].place),
          parts: [
            SumClaim.Term(
              label: "A", figure: oku("10"), budgetLine: 1,
              place: source.facts.budgetLines[1].place)
          ])
      ]
      return source
    }
    #expect(reconcile([source()], [Rule(.components)]).entries.map(\.status) == [.notComparable])
    let mixing = Rule(.components, mixedStages: [[.initial, .initialDraft]])
    #expect(reconcile([source()], [mixing]).entries.map(\.status) == [.exact])
  }

  /// A share agrees as printed, by rounding, or not.
  ///
  /// 29 of 214 is 13.55 %: 14 as printed. 28.5 to 29.5 of 213.5 to 214.5 may be 13.3 to 13.8 %, so
  /// 13 is within rounding, and 15 is not.
  @Test(
    arguments: [
      (1400, 100, ReconciliationStatus.exact), (1300, 100, .withinRounding),
      (1500, 100, .mismatch), (1360, 10, .exact), (1350, 10, .withinRounding),
      (1420, 10, .mismatch),
    ] as [(Int64, Int64, ReconciliationStatus)])
  func aPrintedShareIsHeldAgainstItsWhole(
    value: Int64, step: Int64, status: ReconciliationStatus
  ) {
    var source = Ledgers("a")
    source.state(.total, "A", oku("29"), [oku("214")])
    source.facts.sums[0].share = SumClaim.Share(value: value, step: step)
    let entry = reconcile([source], [Rule(.total)]).entries.first
    #expect(entry?.status == status)
    #expect(entry?.leftYen == 29 * oku)
    #expect(entry?.rightYen == nil)
    if value == 1400 { #expect(entry?.explanation == "29億円 against 14% of 214億円: holds") }
  }

  @Test func theRoundingOfASourceIsInferredFromItsSums() throws {
    var source = Ledgers("a")
    for sum in Self.printed {
      source.state(
        .total, "sum \(sum.total)", oku(sum.total, .unknown), sum.parts.map { oku($0, .unknown) })
    }
    let result = reconcile([source], [Rule(.total)])
    let inference = try #require(result.roundings.first)
    #expect(inference.rounding == .round)
    #expect(inference.onlyRounded == ["sum 326", "sum 183", "sum 152"])
    #expect(inference.onlyTruncated == [])
    #expect(!result.entries.map(\.status).contains(.mismatch))
    #expect(
      result.findings.map(\.message) == [
        "a.txt: 3 totals agree only when figures are rounded to the nearest (sum 326, sum 183, "
          + "sum 152). Its figures are read as 'round', as these totals show, or as is usual."
      ])
    // Figures that say themselves how they were rounded are read so, whatever the sums say.
    var noted = Ledgers("a")
    for sum in Self.printed {
      noted.state(
        .total, "sum \(sum.total)", oku(sum.total, .truncate), sum.parts.map { oku($0, .truncate) })
    }
    #expect(
      reconcile([noted], [Rule(.total)]).findings.first { $0.code == .rounding }?.message.hasSuffix(
        "read as 'truncate', as the source or the pipeline file says, or as is usual; if that is "
          + "wrong, say 'rounding' in the pipeline file.") == true)
    // What the pipeline declares overrides what the sums say.
    let declared = reconcile([source], [Rule(.total)], roundings: ["a": .truncate])
    #expect(declared.roundings.first?.isDeclared == true)
    #expect(declared.counts.first?.failed == 3)
    #expect(declared.findings.first { $0.code == .rounding }?.severity == .warning)
    #expect(
      declared.entries.first { $0.status == .mismatch }?.explanation
        .hasSuffix("rounding to the nearest could explain it") == true)
  }

  @Test func cuttingOffIsInferredWhereOnlyItExplains() {
    var source = Ledgers("a")
    // 3 parts of just under one unit more each: 329 from three times 109.
    let parts = [oku("109", .unknown), oku("109", .unknown), oku("109", .unknown)]
    source.state(
      .total, "cut", Figure(yen: 3299 * oku / 10, unit: oku / 10, rounding: .exact), parts)
    let result = reconcile([source], [Rule(.total)])
    #expect(result.roundings.first?.rounding == .truncate)
    #expect(result.roundings.first?.reading == .truncate)
    #expect(result.entries.map(\.status) == [.withinRounding])
  }
}
