import Model

/// A table that a running text prints, as a sheet: a caption with the unit, headings, and rows of a
/// name and bare numbers.
struct TextTable {
  /// The caption, the headings and the rows that have an amount for every column.
  var sheet: Sheet
  /// The stretch of the text that each cell stands for.
  var ranges: [CellReference: Range<Int>]
  /// The rows of which the text does not show for sure where the name ends or the amounts stand.
  var uncertain: Set<Int> = []
  /// The columns whose headings name the year of their money.
  var dated: Set<Int> = []
  /// The lines with more or fewer amounts than the table has columns.
  var misfits: [Misfit] = []
  /// The caption.
  var caption: Range<Int>

  struct Misfit {
    var text: Range<Int>
    var amounts: Int
    var columns: Int
  }

  /// Where a cell of the sheet stands in the text.
  func range(of place: Place) -> Range<Int> {
    place.spans.first?.cell.flatMap { ranges[$0] } ?? caption
  }
}

extension TextExtraction {
  /// Adds the budget lines and sums of the tables in the text.
  func addTables(_ units: [Unit], to facts: inout Facts) {
    let tables = TextTables(layout: layout, settings: settings).tables()
    facts.findings += tables.unread.map(unread)
    for table in tables.read {
      var found = Facts(document: document.id)
      SheetRecogniser(
        document: document, settings: settings, names: names, grid: SheetGrid(table.sheet)
      ).run(into: &found)
      if found.budgetLines.isEmpty {
        let isUnread = found.findings.contains { $0.code == .tableUnread }
        if isUnread { facts.findings.append(unread(table.caption)) }
        continue
      }
      let first = facts.budgetLines.count
      facts.budgetLines += found.budgetLines.map { moved($0, table, units) }
      facts.sums += found.sums.map { claim in
        var claim = claim
        claim.total = moved(claim.total, table, first)
        claim.parts = claim.parts.map { moved($0, table, first) }
        claim.parts += unknownParts(of: claim, table)
        return claim
      }
      facts.findings += found.findings.map { moved($0, table) }
      facts.findings += table.misfits.map(misfit)
    }
  }

  private func moved(
    _ fact: Fact<BudgetLine>, _ table: TextTable, _ units: [Unit]
  ) -> Fact<BudgetLine> {
    let range = table.range(of: fact.place)
    let place = layout.place(range)
    var row = fact.row
    (row.line, row.place, row.raw) = (place.line, place.description, layout.printed(range))
    if row.project.isEmpty {
      let line = layout.line(at: range.lowerBound)
      row.project = units.first { $0.contains(line: line) }?.project ?? ""
    }
    if let cell = fact.place.spans.first?.cell,
      table.uncertain.contains(cell.row) || !table.dated.contains(cell.column)
    {
      row.link = .inferred
    }
    return Fact(row, at: place)
  }

  private func moved(_ term: SumClaim.Term, _ table: TextTable, _ first: Int) -> SumClaim.Term {
    var term = term
    term.place = layout.place(table.range(of: term.place))
    term.budgetLine = term.budgetLine.map { $0 + first }
    return term
  }

  /// The lines among those of a sum whose amounts could not be read: they may be parts of it.
  private func unknownParts(of claim: SumClaim, _ table: TextTable) -> [SumClaim.Term] {
    let lines = ([claim.total] + claim.parts).map(\.place.line)
    guard let first = lines.min(), let last = lines.max() else { return [] }
    return table.misfits.compactMap { misfit in
      let place = layout.place(misfit.text)
      guard (first...last).contains(place.line) else { return nil }
      return SumClaim.Term(label: layout.string(misfit.text), figure: nil, place: place)
    }
  }

  /// A finding about a cell, said of a line of the text.
  private func moved(_ finding: Finding, _ table: TextTable) -> Finding {
    guard let old = finding.place else { return finding }
    var finding = finding
    let place = layout.place(table.range(of: old))
    finding.place = place
    finding.message = finding.message.replacing(
      " \(old.description) ", with: " line \(place.line) ", maxReplacements: 1)
    return finding
  }

  private func unread(_ caption: Range<Int>) -> Finding {
    let place = layout.place(caption)
    return Finding(
      .tableUnread, document: document.id, place: place, dataset: "budget_lines",
      subject: layout.string(caption),
      message: "line \(place.line): rows of names and numbers follow the unit printed here, and no "
        + "headings of money that are known; none of them is used")
  }

  private func misfit(_ misfit: TextTable.Misfit) -> Finding {
    let place = layout.place(misfit.text)
    let code: FindingCode = misfit.amounts <= misfit.columns ? .missingCell : .extraCell
    return Finding(
      code, document: document.id, place: place, dataset: "budget_lines",
      subject: layout.string(misfit.text),
      message: "line \(place.line): the row of a table has "
        + (misfit.amounts == misfit.columns
          ? "no name; none of its amounts is used"
          : "\(misfit.amounts) amounts for \(misfit.columns) columns; none of them is used"))
  }
}
