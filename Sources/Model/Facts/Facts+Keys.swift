extension Facts {
  /// Gives every row its source and its key, once all rows of the source are known.
  ///
  /// A key is made of what the row stands for, without its amount or its line: when a figure is
  /// corrected or moves, the row keeps its key. Rows alike in all of that are told apart by
  /// their order. Terms of sum claims learn the keys of the budget lines they stand for.
  public mutating func giveKeys() {
    var keys = KeyGiver()
    for index in budgetLines.indices {
      budgetLines[index].row.document = document
      budgetLines[index].row.id = keys.key("b", budgetLines[index].row.identity)
    }
    for index in indicators.indices {
      let row = indicators[index].row
      indicators[index].row.document = document
      indicators[index].row.id = keys.key("i", [document, row.project, row.parent, row.name])
    }
    for index in measures.indices {
      let row = measures[index].row
      measures[index].row.document = document
      measures[index].row.id = keys.key("m", [document, row.section, row.title])
    }
    for index in instruments.indices {
      let row = instruments[index].row
      instruments[index].row.document = document
      instruments[index].row.id = keys.key(
        "l", [document, row.name, row.kind.rawValue, row.number.joined(separator: ";")])
    }
    for index in dates.indices {
      dates[index].row.document = document
      dates[index].row.id = keys.key("d", [document, dates[index].row.text])
    }
    for index in amounts.indices {
      amounts[index].row.document = document
      amounts[index].row.id = keys.key("a", [document, amounts[index].row.text])
    }
    for index in sums.indices {
      sums[index].total.row = key(of: sums[index].total)
      for part in sums[index].parts.indices {
        sums[index].parts[part].row = key(of: sums[index].parts[part])
      }
    }
  }
}

extension Facts {
  private func key(of term: SumClaim.Term) -> String {
    term.budgetLine.map { budgetLines[$0].row.id } ?? term.row
  }
}

extension BudgetLine {
  /// What the line stands for, apart from its amount and its place.
  fileprivate var identity: [String] {
    [
      document, level.rawValue, project, programme, partNote, fiscalYear.map(String.init) ?? "",
      budgetKind.rawValue, suppNo.map(String.init) ?? "", String(isPriorYear), reprise.rawValue,
    ]
  }
}
