import Model

/// How often each rule was applied, and with what outcome.
struct RuleSection {
  private let entries: [ReconciliationEntry]

  init(_ content: ReportContent) { entries = content.reconciliations }

  var section: ReportPage.Section {
    var table = TableView(
      Bilingual("規則ごとの照合の件数", "Checks by rule"),
      [
        .text("規則", "Rule"), .number("適用", "Applied"), .number("一致", "Exact"),
        .number("端数の範囲", "Within rounding"), .number("未決", "Undecided"),
        .number("不一致", "Failed"), .number("比較不能", "Not comparable"),
      ])
    let rules = entries.outcomesByRule
    for (rule, counts) in rules {
      func count(_ status: ReconciliationStatus) -> Markup {
        "\(PeopleNumbers.number(counts[status] ?? 0))"
      }
      table.add([
        "\(rule)", "\(PeopleNumbers.number(counts.values.reduce(0, +)))", count(.exact),
        count(.withinRounding), count(.undecided), count(.mismatch), count(.notComparable),
      ])
    }
    return ReportPage.Section(
      id: "rules", title: Bilingual("規則ごとの件数", "Counts by rule"), count: rules.count,
      body: table.isEmpty ? Parts.nothing("照合はありません。", "No rule was applied.") : table.markup)
  }
}
