import JapaneseText
import Model

/// Reads the budget lines of a sheet, and the sums it prints.
struct SheetRecogniser {
  let document: Document
  let settings: FamilySettings
  let names: NameRegistry
  let grid: SheetGrid
  private let programmeNames: ProgrammeNameReader

  init(document: Document, settings: FamilySettings, names: NameRegistry, grid: SheetGrid) {
    self.document = document
    self.settings = settings
    self.names = names
    self.grid = grid
    programmeNames = ProgrammeNameReader(lexicon: Lexicon(settings))
  }

  /// Adds what the sheet says to the facts.
  func run(into facts: inout Facts) {
    let year = settings.fiscalYear ?? document.attributes.fiscalYear
    let headers = SheetHeader(grid: grid, settings: settings, fiscalYear: year)
    var next = headers.first()
    if next == nil, let finding = tableUnread() { facts.findings.append(finding) }
    var unit: Int64?
    var firstRow = 1
    var count = 0
    while let header = next {
      // A further table without a caption of its own goes on with the unit of the one before it.
      unit =
        UnitCaption.unit(of: grid, in: firstRow...header.rows.upperBound) ?? unit
        ?? settings.sheets.unitYen
      guard unit != nil || header.hasUnit else {
        facts.findings.append(unitUnknown(header.rows.lowerBound))
        return
      }
      count += 1
      firstRow = header.rows.upperBound + 1
      if count == 2 { facts.findings.append(severalTables(header.rows.lowerBound)) }
      next = read(header, headers, unit, &facts)
    }
  }

  /// Reads the rows of a table, and gives the header of the table below it.
  private func read(
    _ header: SheetHeader.Header, _ headers: SheetHeader, _ unit: Int64?, _ facts: inout Facts
  ) -> SheetHeader.Header? {
    var tables = header.parts.map { columns in
      Table(
        columns: columns,
        repeated: RepeatedColumns(columns, grid, below: header.rows.upperBound),
        totalWords: TotalWords(settings.sheets.totalWords),
        findings: SheetFindings(document: document.id, sheet: grid.sheet.name))
    }
    var next: SheetHeader.Header?
    var number = header.rows.upperBound + 1
    var lastRow = header.rows.upperBound
    while number <= grid.sheet.rowCount, next == nil {
      let before = tables.map { (context: $0.context, findings: $0.findings) }
      var hasAmounts = false
      for index in tables.indices where row(number, unit, &tables[index], &facts) {
        hasAmounts = true
      }
      if hasAmounts {
        lastRow = number
      } else if let further = headers.next(at: number, below: lastRow) {
        // What looks like a group's name, and like words among numbers, was a heading.
        for index in tables.indices {
          (tables[index].context, tables[index].findings) = before[index]
        }
        // A table that goes on over a page repeats its headings.
        if further.labels == header.labels {
          number = further.rows.upperBound
        } else {
          next = further
        }
      }
      number += 1
    }
    for index in tables.indices {
      noteFinerDigits(&tables[index], unit)
      finish(tables[index], &facts)
    }
    return next
  }

  private func finish(_ table: Table, _ facts: inout Facts) {
    let hierarchy = SheetHierarchy(table.rows)
    for (parent, children) in hierarchy.parts {
      mark(table.rows[parent], over: children.map { table.rows[$0] }, &facts)
    }
    SheetSums(sheet: grid.sheet.name, columns: table.columns)
      .add(table.rows, hierarchy, to: &facts)
    facts.findings += table.findings.findings()
  }

  /// The amounts of a row that is the sum of others are sub-totals, and its name is their group.
  private func mark(_ parent: Row, over children: [Row], _ facts: inout Facts) {
    for line in parent.terms.values.compactMap(\.budgetLine) {
      facts.budgetLines[line].row.level = .subtotal
      facts.budgetLines[line].row.project = parent.name
      facts.budgetLines[line].row.programme = ""
      facts.budgetLines[line].row.programmeID = []
    }
    for line in children.flatMap({ $0.terms.values.compactMap(\.budgetLine) })
    where facts.budgetLines[line].row.project.isEmpty {
      facts.budgetLines[line].row.project = parent.name
    }
  }

  /// Reads a row of a table; whether it has an amount.
  private func row(
    _ number: Int, _ unit: Int64?, _ table: inout Table, _ facts: inout Facts
  ) -> Bool {
    guard !grid.sheet.cells(inRow: number).isEmpty else { return false }
    let (columns, totalWords) = (table.columns, table.totalWords)
    func text(_ meaning: SheetColumn.Meaning) -> String {
      columns.lazy.filter { $0.meaning == meaning }.map { value(number, $0.number) }
        .last { !$0.isEmpty } ?? ""
    }
    let project = text(.project)
    let ministry = text(.ministry)
    if !project.isEmpty { table.context.project = project }
    if !ministry.isEmpty { table.context.ministry = ministry }
    var row = named(number, table)
    row.rank =
      [row.name, project, ministry].lazy.compactMap { totalWords.rank($0) }.first ?? 0
    let goesOn = !table.repeated.numbers.isEmpty && table.repeated.goesOn(number)
    let says = Says(
      fiscalYear: fiscalYear(text(.year)), stage: text(.stage),
      base: line(of: row, table.context))
    var printsMoney = false
    for column in table.columns where column.isMoney {
      guard let cell = grid.sheet.cell(at: CellReference(row: number, column: column.number)),
        let unit = column.unit ?? unit
      else { continue }
      printsMoney = true
      if goesOn, table.repeated.numbers.contains(column.number) {
        table.findings.add(
          .repeatedValues, column, place(cell), cell.value.text, use: "counted once")
        continue
      }
      add(cell, column, unit, &row, says, &table, &facts)
    }
    guard hasAmounts(row) else {
      if !row.name.isEmpty, !printsMoney { table.context.group = row.name }
      return false
    }
    table.rows.append(row)
    return true
  }

  /// Whether a row has an amount, or cells in place of one that are no headings printed again.
  private func hasAmounts(_ row: Row) -> Bool {
    if row.terms.values.contains(where: { $0.figure != nil }) { return true }
    let headings = SheetHeader(grid: grid, settings: settings, fiscalYear: nil)
    return !row.terms.isEmpty
      && !row.terms.keys.contains { headings.isKnown(grid.label(row.number, $0)) }
  }

  /// A row by its name: the last of its columns of names that says something.
  private func named(_ number: Int, _ table: Table) -> Row {
    var row = Row(number: number, name: "", rank: 0)
    var names: [String] = []
    for column in table.columns where column.meaning == .programme {
      let name = value(number, column.number)
      names.append(name)
      guard !name.isEmpty else { continue }
      row.name = name
      row.level = names.count - 1
      row.indent = indent(number, column.number)
    }
    row.outerNames = Array(names.prefix(row.level))
    return row
  }

  private func indent(_ row: Int, _ column: Int) -> Int {
    guard case .text(let text)? = grid.cell(row, column)?.value else { return 0 }
    var indent = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20: indent += 1
      case 0x3000: indent += 2
      default: return indent
      }
    }
    return indent
  }

  /// The text seen at a position; a name in a merged area belongs to all its rows.
  private func value(_ row: Int, _ column: Int) -> String {
    guard let cell = grid.cell(row, column) else { return "" }
    let folded = FoldedText(Array(cell.value.text.utf8)).string
    return String(folded.split(whereSeparator: \.isNewline).joined()).trimmingBlanks
  }

  private func place(_ cell: Cell) -> Place {
    Place(
      cell: cell.reference, length: cell.value.text.unicodeScalars.count, sheet: grid.sheet.name)
  }

  private func add(
    _ cell: Cell, _ column: SheetColumn, _ unit: Int64, _ row: inout Row,
    _ says: Says, _ table: inout Table, _ facts: inout Facts
  ) {
    let (amount, fault) = CellAmountReader.read(
      cell.value, unit: unit, rounding: settings.rounding)
    let place = place(cell)
    if let fault { note(fault, cell, column, place, &table, &facts) }
    guard case .figure(var figure) = amount else {
      // What cannot be read is missing from every sum that it is a part of.
      if fault?.hidesAmount == true {
        row.terms[column.number] = SumClaim.Term(label: row.name, figure: nil, place: place)
      }
      return
    }
    if let step = settings.sheets.roundedToYen { figure = SheetRecogniser.coarser(figure, step) }
    var term = SumClaim.Term(
      label: row.name.isEmpty ? column.label : row.name, figure: figure, place: place)
    if row.rank == 0, !row.name.isEmpty, column.meaning == .money {
      term.budgetLine = facts.budgetLines.count
      facts.budgetLines.append(
        Fact(line(cell, figure, column, says, place), at: place))
    }
    row.terms[column.number] = term
  }

  /// A figure that was rounded to a coarser step than its digits show.
  private static func coarser(_ figure: Figure, _ step: Int64) -> Figure {
    if figure.yen == 0 { return Figure(yen: 0, unit: figure.unit, rounding: .exact) }
    return Figure(
      yen: figure.yen, unit: Swift.max(figure.unit, step), rounding: figure.rounding)
  }

  /// What a row says of all its amounts.
  private struct Says {
    var fiscalYear: Int?
    var stage: String
    var base: BudgetLine
  }

  /// What the budget lines of a row have in common.
  private func line(of row: Row, _ context: RowContext) -> BudgetLine {
    var line = BudgetLine()
    line.line = row.number
    line.level = .programme
    line.project = context.project.isEmpty ? context.group : context.project
    let name = programmeNames.read(row.name)
    line.programme = row.name
    if name.reprise {
      line.reprise = row.name.holds("一部再掲") ? .part : .full
      line.programme = name.names.joined(separator: " / ")
    }
    line.programmeID = names.programme(line.programme).map { [$0] } ?? []
    line.ministries =
      context.ministry.isEmpty ? settings.issuerMinistries : names.ministries(context.ministry)
    line.linkMethod = LinkMethod.column.rawValue
    return line
  }

  private func line(
    _ cell: Cell, _ figure: Figure, _ column: SheetColumn, _ says: Says, _ place: Place
  ) -> BudgetLine {
    var line = says.base
    line.place = place.description
    line.raw = cell.value.text
    line.amountYen = figure.yen
    line.unitYen = figure.unit
    line.rounding = figure.rounding
    line.amountLow = figure.interval.low
    line.amountHigh = figure.interval.high
    line.fiscalYear = says.fiscalYear ?? column.fiscalYear
    line.budgetKind = stage(says.stage) ?? column.kind
    line.suppNo = supplement(says.stage)
    line.isPriorYear = column.isPriorYear
    line.partNote = column.kind == .other ? column.label : ""
    return line
  }

  private func fiscalYear(_ text: String) -> Int? {
    guard !text.isEmpty else { return nil }
    if let year = Int(text), (1900...2100).contains(year) { return year }
    return TextScanner.mentions(in: Array(text.utf8)).dates.lazy.compactMap(\.fiscalYear).first
  }

  /// The stage that a cell of the row names.
  private func stage(_ text: String) -> BudgetKind? {
    text.isEmpty
      ? nil : SheetHeader(grid: grid, settings: settings, fiscalYear: nil).stage(text)
  }

  /// The number of the supplementary budget: 補正予算（第2号）.
  private func supplement(_ text: String) -> Int? {
    guard let mark = text.unicodeScalars.firstIndex(of: "第") else { return nil }
    let digits = text.unicodeScalars[mark...].dropFirst().prefix { ("0"..."9").contains($0) }
    return text.unicodeScalars[mark...].dropFirst(digits.count + 1).first == "号"
      ? Int(String(digits)) : nil
  }
}
