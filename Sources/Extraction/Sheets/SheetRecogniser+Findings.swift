import Model

/// What a person should look at in a sheet.
extension SheetRecogniser {
  func note(
    _ fault: CellFault, _ cell: Cell, _ column: SheetColumn, _ place: Place,
    _ table: inout Table, _ facts: inout Facts
  ) {
    let text = cell.value.text
    switch fault {
    case .noise: facts.findings.append(noise(cell, place))
    case .torn:
      table.findings.add(
        .tornNumber, column, place, text, use: "read without the blanks")
    case .several:
      table.findings.add(.severalValues, column, place, text, use: "not used")
    case .unreadable:
      table.findings.add(.amountUnreadable, column, place, text, use: "not used")
    case .mark:
      table.findings.add(.symbolInNumbers, column, place, text, use: "no amount")
    case .untold:
      table.findings.add(
        .symbolInNumbers, column, place, text, use: SheetFindings.untold)
    case .text:
      // The cells of a text file are text, all of them.
      guard !grid.sheet.name.isEmpty else { return }
      table.findings.add(.numberAsText, column, place, text, use: "read as a number")
    }
  }

  /// Notes the amounts that print digits finer than their column's unit, where few of them do.
  func noteFinerDigits(_ table: inout Table) {
    for column in table.columns where column.isMoney {
      guard let unit = column.unit ?? table.unit else { continue }
      let terms = table.rows.compactMap { $0.terms[column.number] }
      let finer = terms.filter { ($0.figure?.unit ?? unit) < unit }
      guard finer.count * SheetRecogniser.finerOfAll <= terms.count else { continue }
      for term in finer {
        let text = term.place.spans.first?.cell.flatMap { grid.sheet.cell(at: $0) }?.value.text
        table.findings.add(
          .excessDigits, column, term.place, text ?? "", use: "read as it stands")
      }
    }
  }

  /// A column of which more than one amount in so many has decimals is printed with decimals.
  private static let finerOfAll = 5

  /// A text file of cells has no sheet of a name.
  private var sheetWords: String {
    grid.sheet.name.isEmpty ? "the file" : "the sheet \(grid.sheet.name)"
  }

  func severalTables(_ row: Int) -> Finding {
    finding(
      .severalTables, row,
      "holds several tables, the second from row \(row); each is read by its own headings")
  }

  /// Numbers that a reader of the workbook does not see.
  func hiddenCells() -> Finding? {
    let hidden = grid.sheet.cells.filter { (grid.sheet.isHidden || $0.isHidden) && $0.isAmount }
    guard let first = hidden.first else { return nil }
    return finding(
      .hiddenCells, first.reference.row,
      grid.sheet.isHidden
        ? "is hidden; it is read like others"
        : "holds numbers in hidden rows or columns (\(hidden.count), the first in \(place(first))); they "
          + "are read like others")
  }

  /// Said of rows of names and numbers that stand below no known headings.
  func tableUnread(in rows: Range<Int>) -> Finding? {
    var rows = rows.lazy.filter { row in
      let cells = grid.sheet.cells(inRow: row)
      return cells.contains { !$0.isAmount && !$0.value.text.isEmpty }
        && cells.contains(where: \.isAmount)
    }.makeIterator()
    guard let first = rows.next(), rows.next() != nil else { return nil }
    return finding(
      .tableUnread, first,
      "has rows of names and numbers and no headings of money that are known; none of them is used")
  }

  func unitUnknown(_ row: Int) -> Finding {
    finding(
      .unitUnknown, row,
      "prints no unit for its amounts, so none of them is used; name the unit in the pipeline file")
  }

  /// A finding about the table that begins at a row.
  private func finding(_ code: FindingCode, _ row: Int, _ says: String) -> Finding {
    Finding(
      code, document: document.id,
      place: Place(
        cell: CellReference(row: row, column: 1), length: 0, sheet: grid.sheet.name),
      dataset: "budget_lines", subject: grid.sheet.name, message: "\(sheetWords) \(says)")
  }

  func noise(_ cell: Cell, _ place: Place) -> Finding {
    Finding(
      .floatResidue, document: document.id, place: place, dataset: "budget_lines",
      subject: "\(grid.sheet.name) \(cell.reference)",
      message: "\(cell.value.text) in \(place) carries more digits than a spreadsheet keeps; it "
        + "was rounded to 15 digits")
  }
}

extension Cell {
  /// Whether its number format shows another amount than it holds: thousands left out, 億円 behind.
  func isScaled(_ unit: Int64) -> Bool {
    guard case .number = value else { return false }
    if format.contains(where: { "億万千百%".contains($0) }) { return true }
    if format.contains("円") { return unit != 1 }
    let code = Array(format.utf8)
    // A comma parts groups of digits only where a digit follows.
    return code.indices.contains { index in
      code[index] == 0x2C && index > 0 && [0x30, 0x23, 0x3F].contains(code[index - 1])
        && (index + 1 == code.count || ![0x30, 0x23, 0x3F].contains(code[index + 1]))
    }
  }

  /// Whether it holds a number that may be an amount.
  var isAmount: Bool {
    if case .figure = CellAmountReader.read(value, unit: 1, rounding: .exact).amount {
      true
    } else {
      false
    }
  }
}
