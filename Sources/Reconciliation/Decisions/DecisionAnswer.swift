import Model

/// What a decision puts into a budget line.
struct DecisionAnswer {
  private var values: [(column: RowColumn<BudgetLine>, value: Value)] = []

  // A person may say what an amount is for. What the source prints is not up for decision.
  private static let columns: Set<String> = [
    "programme", "programme_id", "project", "part_note", "fiscal_year", "budget_kind", "supp_no",
    "is_prior_year", "level", "reprise", "inner", "inhouse", "rounding",
  ]

  /// Why an answer cannot be used.
  struct Problem: Error {
    var message: String
  }

  /// Reads `programme=甲事業;reprise=full`, or `甲事業` alone.
  init(_ text: String) throws(Problem) {
    let isPlain = !text.contains("=")
    for pair in isPlain ? ["programme=" + text] : text.split(separator: ";").map(String.init) {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard parts.count == 2, Self.columns.contains(name),
        let column = BudgetLine.columns.first(where: { $0.description.name == name })
      else {
        throw Problem(
          message:
            "\(pair) is not one of \(Self.columns.sorted().joined(separator: ", ")) with a value")
      }
      var probe = BudgetLine()
      guard let value = column.description.type.value(ofField: String(parts[1])),
        column.write(&probe, value)
      else {
        throw Problem(message: "\(parts[1]) is not a value of \(name)")
      }
      values.append((column, value))
    }
    if values.isEmpty { throw Problem(message: "the answer is empty") }
  }

  /// The line with the answer in it; a new name loses the registry keys of the old one.
  func applied(to row: BudgetLine, _ registries: RegistryIndex) -> BudgetLine {
    var row = row
    let old = row.programme
    for (column, value) in values { _ = column.write(&row, value) }
    let setsKeys = values.contains { $0.column.description.name == "programme_id" }
    if row.programme != old, !setsKeys {
      let names = row.programme.split(separator: " / ").map(String.init)
      let keys = names.compactMap(registries.programmeNames.key)
      row.programmeID = keys.count == names.count ? keys : []
    }
    return row
  }
}
