import Testing

/// What is found must not hang on the words and figures of one text: altered texts, with their
/// tables altered alike, reach the same goals.
@Suite struct AlterationTests {
  /// The least of each figure, in thousandths.
  private static let goals: [String: [String: Int]] = [
    "budget_lines": [
      "recall": 1000, "precision": 980, "unit_yen": 970, "fiscal_year": 970, "budget_kind": 970,
      "supp_no": 970, "level": 970, "reprise": 970, "inner": 970, "inhouse": 970, "project": 970,
      "programme": 900, "certain_is_right": 1000, "certain_is_said": 850,
    ],
    "indicators": [
      "recall": 970, "precision": 970, "target_value": 950, "target_unit": 950, "target_op": 950,
      "target_year": 950, "target_basis": 950, "latest_value": 950, "by_year": 950, "grade": 950,
      "kind": 950, "project": 950,
    ],
    "measures": [
      "recall": 970, "precision": 970, "ministries": 980, "lead": 980, "title": 950,
      "section": 950,
    ],
    "instruments": [
      "recall": 900, "precision": 900, "kind": 900, "date_start": 900, "date_end": 900,
      "number": 900,
    ],
    "dates": ["recall": 970, "precision": 970, "kind": 970, "start": 970, "end": 970],
    "amounts": ["recall": 970, "precision": 970, "unit_yen": 970],
  ]

  @Test(arguments: Alteration.allCases)
  func samples(alteration: Alteration) throws {
    check(try Specimen.samples(), alteration)
  }

  @Test(
    .enabled(if: Specimen.sharedAreThere, "the shared texts are not beside the checkout"),
    arguments: Alteration.allCases)
  func sharedTexts(alteration: Alteration) throws {
    check(try Specimen.corpus(), alteration)
  }

  private func check(_ specimens: [Specimen], _ alteration: Alteration) {
    var scores: [String: Score] = [:]
    for specimen in specimens {
      var altered = specimen
      alteration.alter(&altered)
      let found = FactRows(altered)
      for (table, expected) in altered.tables {
        let score = Score(
          table: table, expected: expected, found: found.tables[table, default: []],
          text: specimen.name)
        scores[table, default: Score()].add(score)
      }
    }
    for (table, goals) in AlterationTests.goals {
      guard let score = scores[table] else {
        Issue.record("no table \(table)")
        continue
      }
      for (figure, least) in goals {
        let reached = score.perMille(figure)
        #expect(
          reached >= least,
          "\(table) \(figure): \(reached) of \(least); \(score.misses.prefix(12).joined(separator: "\n"))"
        )
      }
    }
  }
}
