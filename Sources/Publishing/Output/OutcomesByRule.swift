import Model

extension [ReconciliationEntry] {
  /// How many checks of each rule had which outcome, in the order of the rules.
  var outcomesByRule: [(rule: String, counts: [ReconciliationStatus: Int])] {
    var rules: [String: [ReconciliationStatus: Int]] = [:]
    // By position: grouping them would copy every check.
    for index in indices {
      rules[self[index].rule, default: [:]][self[index].status, default: 0] += 1
    }
    return rules.map { (rule: $0.key, counts: $0.value) }.sorted { $0.rule < $1.rule }
  }
}
