import JapaneseText
import Model

/// Reads the budget lines of a sheet, and the sums it prints.
struct SheetRecogniser {
  let document: Document
  let settings: FamilySettings
  let names: NameRegistry
  let grid: SheetGrid
  private let lexicon: Lexicon
  private let programmeNames: ProgrammeNameReader

  init(document: Document, settings: FamilySettings, names: NameRegistry, grid: SheetGrid) {
    self.document = document
    self.settings = settings
    self.names = names
    self.grid = grid
    lexicon = Lexicon(settings)
    programmeNames = ProgrammeNameReader(lexicon: lexicon)
  }

  /// Adds what the sheet says to the facts.
  func run(into facts: inout Facts) {
    let year = settings.fiscalYear ?? document.attributes.fiscalYear
    let headers = SheetHeader(grid: grid, settings: settings, fiscalYear: year)
    var next = headers.first()
    if next == nil, let finding = tableUnread(in: 1..<grid.sheet.rowCount + 1) {
      facts.findings.append(finding)
    }
    if next != nil, let finding = hiddenCells() { facts.findings.append(finding) }
    var carried = settings.sheets.unitYen
    var firstRow = 1
    var count = 0
    while let header = next {
      let units = header.parts.map { columns in
        switch UnitCaption.unit(
          of: grid, in: firstRow...header.rows.upperBound, lastColumn: columns.last?.number ?? 1)
        {
        case .yen(let yen): yen
        case .other: nil as Int64?
        // A further table without a caption of its own goes on with the unit of the one before it.
        case nil: carried
        }
      }
      carried = units.last ?? carried
      guard units.contains(where: { $0 != nil }) || header.hasUnit else {
        facts.findings.append(unitUnknown(header.rows.lowerBound))
        return
      }
      count += 1
      firstRow = header.rows.upperBound + 1
      if count == 2 { facts.findings.append(severalTables(header.rows.lowerBound)) }
      next = read(header, headers, units, &facts)
    }
  }

  /// Reads the rows of a table, and gives the header of the table below it.
  private func read(
    _ header: SheetHeader.Header, _ headers: SheetHeader, _ units: [Int64?],
    _ facts: inout Facts
  ) -> SheetHeader.Header? {
    var tables = zip(header.parts, units).map { columns, unit in
      Table(
        columns: columns,
        repeated: RepeatedColumns(columns, grid, below: header.rows.upperBound),
        totalWords: TotalWords(settings.sheets.totalWords), unit: unit,
        findings: SheetFindings(document: document.id, sheet: grid.sheet.name))
    }
    var next: SheetHeader.Header?
    var number = header.rows.upperBound + 1
    var lastRow = header.rows.upperBound
    var end: Int?
    while number <= grid.sheet.rowCount, next == nil {
      let before = tables.map { (context: $0.context, findings: $0.findings) }
      var hasAmounts = false
      for index in tables.indices where end == nil && row(number, &tables[index], &facts) {
        hasAmounts = true
      }
      if hasAmounts {
        lastRow = number
      } else if let further = headers.next(at: number, below: lastRow) {
        // What looks like a group's name, and like words among numbers, was a heading.
        for index in tables.indices {
          (tables[index].context, tables[index].findings) = before[index]
        }
        // A table that goes on over a page repeats its headings, and says no unit of its own.
        let said = UnitCaption.unit(
          of: grid, in: lastRow + 1...further.rows.upperBound,
          lastColumn: further.parts.last?.last?.number ?? 1)
        if further.labels == header.labels, said == nil {
          number = further.rows.upperBound
        } else {
          next = further
        }
      } else if end == nil, endsTable(number, after: lastRow, tables) {
        end = number
      }
      number += 1
    }
    if let end, let finding = tableUnread(in: end..<number) { facts.findings.append(finding) }
    for index in tables.indices {
      noteFinerDigits(&tables[index])
      finish(tables[index], &facts)
    }
    return next
  }

  /// Whether a row of words over columns of money begins something else: below a blank row or a
  /// total it is the heading of another table.
  private func endsTable(_ row: Int, after lastRow: Int, _ tables: [Table]) -> Bool {
    let isApart =
      row > lastRow + 1 && grid.sheet.cells(inRow: row - 1).isEmpty
      || tables.contains { $0.rows.last.map { $0.number == lastRow && $0.rank > 0 } ?? false }
    return isApart
      && tables.contains { table in
        table.columns.contains { column in
          guard column.isMoney, let cell = grid.cell(row, column.number) else { return false }
          return CellAmountReader.read(cell.value, unit: 1, rounding: .exact) == (.other, .mark)
        }
      }
  }

  private func finish(_ table: Table, _ facts: inout Facts) {
    let hierarchy = SheetHierarchy(table.rows)
    for (parent, children) in hierarchy.parts {
      mark(table.rows[parent], over: children.map { table.rows[$0] }, &facts)
    }
    SheetSums(sheet: grid.sheet.name, columns: table.columns, totalWords: table.totalWords)
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
  private func row(_ number: Int, _ table: inout Table, _ facts: inout Facts) -> Bool {
    guard !grid.sheet.cells(inRow: number).isEmpty else { return false }
    let (columns, totalWords) = (table.columns, table.totalWords)
    func text(_ meaning: SheetColumn.Meaning) -> String {
      columns.lazy.filter { $0.meaning == meaning }.map { value(number, $0.number) }
        .last { !$0.isEmpty } ?? ""
    }
    let project = text(.project)
    let ministry = text(.ministry)
    if !project.isEmpty, totalWords.rank(project) == nil { table.context.project = project }
    if !ministry.isEmpty { table.context.ministry = ministry }
    var row = named(number, table)
    row.rank =
      [row.name, project, ministry].lazy.compactMap { totalWords.rank($0) }.first ?? 0
    let goesOn = !table.repeated.numbers.isEmpty && table.repeated.goesOn(number)
    let year = text(.year)
    if !SheetRecogniser.repeats.contains(year) { table.context.fiscalYear = fiscalYear(year) }
    let says = Says(
      fiscalYear: columns.contains { $0.meaning == .year } ? table.context.fiscalYear : nil,
      isYearUnknown: !year.isEmpty && table.context.fiscalYear == nil,
      stage: text(.stage), base: line(of: row, table.context))
    var printsMoney = false
    for column in table.columns where column.isMoney {
      guard let cell = grid.sheet.cell(at: CellReference(row: number, column: column.number))
      else { continue }
      printsMoney = true
      guard let unit = column.unit ?? table.unit, !cell.isScaled(unit) else {
        guard cell.isAmount else { continue }
        table.findings.add(.unitUnknown, column, place(cell), cell.value.text, use: "not used")
        row.terms[column.number] = SumClaim.Term(label: row.name, figure: nil, place: place(cell))
        continue
      }
      if goesOn, table.repeated.numbers.contains(column.number) {
        table.findings.add(
          .repeatedValues, column, place(cell), cell.value.text, use: "counted once")
        continue
      }
      add(cell, column, unit, &row, says, &table, &facts)
    }
    guard hasAmounts(row) else {
      if !row.name.isEmpty, !printsMoney, isGroup(row, table) { table.context.group = row.name }
      return false
    }
    table.rows.append(row)
    return true
  }

  /// What stands for the text above.
  private static let repeats: Set<String> = ["", "〃", "同上", "\"", "々"]

  /// Whether a row without amounts is the name of a group: a programme's may have none.
  private func isGroup(_ row: Row, _ table: Table) -> Bool {
    guard let column = table.columns.last(where: { $0.meaning == .programme })?.number else {
      return true
    }
    return !row.name.ends(with: lexicon.programmeSuffixes)
      || indent(row.number + 1, column) > row.indent
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

  func place(_ cell: Cell) -> Place {
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
    if row.rank == 0, row.name.isEmpty, column.meaning == .money {
      table.findings.add(.missingCell, column, place, cell.value.text, use: "not used")
    }
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
    /// Whether it names a year that is not understood.
    var isYearUnknown: Bool
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
    line.fiscalYear = says.isYearUnknown ? nil : says.fiscalYear ?? column.fiscalYear
    line.budgetKind = stage(says.stage) ?? column.kind
    line.suppNo = supplement(says.stage)
    line.isPriorYear = column.isPriorYear
    line.partNote = line.budgetKind == .other ? column.label : ""
    return line
  }

  private func fiscalYear(_ text: String) -> Int? {
    guard !text.isEmpty else { return nil }
    if let year = Int(text), (1900...2100).contains(year) { return year }
    if let letter = EraLetter.year(Array(text.utf8), at: 0), letter.end == text.utf8.count {
      return letter.value
    }
    return TextScanner.mentions(in: Array(text.utf8)).dates.lazy.compactMap(\.fiscalYear).first
  }

  /// The stage that a cell of the row names; of words that name none, no stage that is known.
  private func stage(_ text: String) -> BudgetKind? {
    if text.isEmpty { return nil }
    let label = SheetGrid.compact(text)
    return SheetHeader(grid: grid, settings: settings, fiscalYear: nil).stage(label)
      ?? SheetHeader.shortStages.first { label.holds(Word($0.word)) }?.kind ?? .other
  }

  /// The number of the supplementary budget: 補正予算（第2号）, 第２次補正.
  private func supplement(_ text: String) -> Int? {
    let label = SheetGrid.compact(text).unicodeScalars
    guard let mark = label.firstIndex(of: "第") else { return nil }
    let digits = label[mark...].dropFirst().prefix { ("0"..."9").contains($0) }
    guard let next = label[mark...].dropFirst(digits.count + 1).first, next == "号" || next == "次"
    else { return nil }
    return Int(String(digits))
  }
}
