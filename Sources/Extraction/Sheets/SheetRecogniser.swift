import JapaneseText
import Model

/// Reads the budget lines of a sheet, and the sums it prints.
struct SheetRecogniser {
  let document: Document
  let settings: FamilySettings
  let names: NameRegistry
  let grid: SheetGrid

  /// A row of a sheet with the amounts of its money columns.
  struct Row: Sendable {
    var number: Int
    var name: String
    /// The rank of the sum it is, 0 for a row of its own.
    var rank: Int
    var terms: [Int: SumClaim.Term] = [:]
  }

  /// Adds what the sheet says to the facts.
  func run(into facts: inout Facts) {
    let year = settings.fiscalYear ?? document.attributes.fiscalYear
    guard let header = SheetHeader(grid: grid, settings: settings, fiscalYear: year).read() else {
      return
    }
    let unit =
      UnitCaption.unit(of: grid, through: header.rows.upperBound) ?? settings.sheets.unitYen
    let columns = header.columns
    guard unit != nil || columns.contains(where: { $0.isMoney && $0.unit != nil }) else {
      facts.findings.append(unitUnknown(header.rows.lowerBound))
      return
    }
    var rows: [Row] = []
    var context = RowContext()
    let words = TotalWords(settings.sheets.totalWords)
    let last = grid.sheet.rowCount
    var number = header.rows.upperBound + 1
    while number <= last {
      if let row = row(number, columns, unit, words, &context, &facts) { rows.append(row) }
      number += 1
    }
    SheetSums(sheet: grid.sheet.name, columns: columns).add(rows, to: &facts)
  }

  /// What rows above say about the rows below them.
  struct RowContext {
    var group = ""
    var project = ""
    var ministry = ""
    var hadNoise = false
  }

  private func row(
    _ number: Int, _ columns: [SheetColumn], _ unit: Int64?, _ words: TotalWords,
    _ context: inout RowContext, _ facts: inout Facts
  ) -> Row? {
    let cells = grid.sheet.cells(inRow: number)
    guard !cells.isEmpty else { return nil }
    func text(_ meaning: SheetColumn.Meaning) -> String {
      columns.lazy.filter { $0.meaning == meaning }.map { value(number, $0.number) }
        .last { !$0.isEmpty } ?? ""
    }
    let name = text(.programme)
    let project = text(.project)
    let ministry = text(.ministry)
    if !project.isEmpty { context.project = project }
    if !ministry.isEmpty { context.ministry = ministry }
    let rank = [name, project, ministry].compactMap { words.rank($0) }.first ?? 0
    var row = Row(number: number, name: name, rank: rank)
    for column in columns where column.isMoney {
      guard let cell = grid.sheet.cell(at: CellReference(row: number, column: column.number)),
        let unit = column.unit ?? unit
      else { continue }
      add(cell, column, unit, &row, text(.year), context, &facts)
    }
    if row.terms.isEmpty {
      if !name.isEmpty { context.group = name }
      return nil
    }
    return row
  }

  /// The text seen at a position; a name in a merged area belongs to all its rows.
  private func value(_ row: Int, _ column: Int) -> String {
    guard let cell = grid.cell(row, column) else { return "" }
    let folded = FoldedText(Array(cell.value.text.utf8)).string
    return String(folded.split(whereSeparator: \.isNewline).joined()).trimmingBlanks
  }

  private func add(
    _ cell: Cell, _ column: SheetColumn, _ unit: Int64, _ row: inout Row, _ year: String,
    _ context: RowContext, _ facts: inout Facts
  ) {
    let (amount, hadNoise) = CellAmountReader.read(
      cell.value, unit: unit, rounding: settings.rounding)
    guard case .figure(var figure) = amount else { return }
    if let step = settings.sheets.roundedToYen { figure = SheetRecogniser.coarser(figure, step) }
    let place = Place(
      cell: cell.reference, length: cell.value.text.unicodeScalars.count, sheet: grid.sheet.name)
    var term = SumClaim.Term(
      label: row.name.isEmpty ? column.label : row.name, figure: figure, place: place)
    if row.rank == 0, !row.name.isEmpty, column.meaning == .money {
      term.budgetLine = facts.budgetLines.count
      facts.budgetLines.append(
        Fact(line(cell, figure, column, row, year, context, place), at: place))
    }
    if hadNoise { facts.findings.append(noise(cell, place)) }
    row.terms[column.number] = term
  }

  /// A figure that was rounded to a coarser step than its digits show.
  private static func coarser(_ figure: Figure, _ step: Int64) -> Figure {
    if figure.yen == 0 { return Figure(yen: 0, unit: figure.unit, rounding: .exact) }
    return Figure(
      yen: figure.yen, unit: Swift.max(figure.unit, step), rounding: figure.rounding)
  }

  private func line(
    _ cell: Cell, _ figure: Figure, _ column: SheetColumn, _ row: Row, _ year: String,
    _ context: RowContext, _ place: Place
  ) -> BudgetLine {
    var line = BudgetLine()
    line.line = row.number
    line.place = place.description
    line.raw = cell.value.text
    line.amountYen = figure.yen
    line.unitYen = figure.unit
    line.rounding = figure.rounding
    line.amountLow = figure.interval.low
    line.amountHigh = figure.interval.high
    line.fiscalYear = fiscalYear(year) ?? column.fiscalYear
    line.budgetKind = column.kind
    line.isPriorYear = column.isPriorYear
    line.level = .programme
    line.project = context.project.isEmpty ? context.group : context.project
    let name = ProgrammeNameReader(lexicon: Lexicon(settings)).read(row.name)
    line.programme = row.name
    if name.reprise {
      line.reprise = row.name.holds("一部再掲") ? .part : .full
      line.programme = name.names.joined(separator: " / ")
    }
    line.programmeID = names.programme(line.programme).map { [$0] } ?? []
    line.ministries = context.ministry.isEmpty ? settings.issuerMinistries : [context.ministry]
    line.partNote = column.kind == .other ? column.label : ""
    line.linkMethod = ProgrammeLink.Method.column
    return line
  }

  private func fiscalYear(_ text: String) -> Int? {
    guard !text.isEmpty else { return nil }
    if let year = Int(text), (1900...2100).contains(year) { return year }
    return TextScanner.mentions(in: Array(text.utf8)).dates.lazy.compactMap(\.fiscalYear).first
  }

  private func unitUnknown(_ row: Int) -> Finding {
    Finding(
      .unitUnknown, document: document.id,
      place: Place(
        cell: CellReference(row: row, column: 1), length: 0, sheet: grid.sheet.name),
      dataset: "budget_lines", subject: grid.sheet.name,
      message: "the sheet \(grid.sheet.name) prints no unit for its amounts, so none of them is "
        + "used; name the unit in the pipeline file")
  }

  private func noise(_ cell: Cell, _ place: Place) -> Finding {
    Finding(
      .floatResidue, document: document.id, place: place, dataset: "budget_lines",
      subject: "\(grid.sheet.name) \(cell.reference)",
      message: "\(cell.value.text) in \(place) carries more digits than a spreadsheet keeps; it "
        + "was rounded to 15 digits")
  }
}
