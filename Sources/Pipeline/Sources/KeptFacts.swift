import Model

extension Facts {
  /// Marks every row as kept: in the columns that hold such words, and by a finding for each row,
  /// which the rows of all tables have.
  mutating func markKept(_ mark: String) -> [Finding] {
    for index in budgetLines.indices {
      let method = budgetLines[index].row.linkMethod
      budgetLines[index].row.linkMethod = method.isEmpty ? mark : "\(method); \(mark)"
    }
    for index in dates.indices { dates[index].row.flags.append(Facts.keptWord) }
    for index in amounts.indices { amounts[index].row.qualifiers.append(Facts.keptWord) }
    return findings(budgetLines, mark) + findings(indicators, mark) + findings(measures, mark)
      + findings(instruments, mark) + findings(dates, mark) + findings(amounts, mark)
  }

  /// The word among the flags of a date and the qualifiers of an amount.
  private static let keptWord = "kept"

  private func findings<Row: DatasetRow>(_ rows: [Fact<Row>], _ mark: String) -> [Finding] {
    rows.map { fact in
      Finding(
        .sourceKept, severity: .info, document: document, place: fact.place,
        dataset: Row.table.name, row: fact.row.id, subject: fact.row.id,
        message: "\(mark); the source may say something else today")
    }
  }
}
