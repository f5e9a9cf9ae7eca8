import Model
import XML

/// The sheets of an OpenDocument spreadsheet.
struct ODSContentPart<Sink: CellSink>: PartHandler {
  static var vocabulary: XMLVocabulary { ODSWord.vocabulary }

  /// The sheets that have ended.
  private(set) var finished: [Sink] = []
  /// The sheet that is being read, where it is wanted.
  var sink: Sink?
  /// All sheets that have begun.
  private(set) var seen: [(name: String, isHidden: Bool)] = []
  /// Whether no sheet is wanted after the first that was.
  var onlyOne = false
  private let makeSink: (_ name: String, _ isHidden: Bool) -> Sink?
  var findings: FindingList
  private let limits: ReadingLimits
  private var budget: TextBudget
  private var cellsLeft: Int

  private var hiddenStyles: Set<String> = []
  private var style = ""
  private var hiddenColumns: [ClosedRange<Int>] = []
  private var columnsDefined = 0
  private var skipDepth = 0

  // The row that is being read.
  private var row = 1
  private var rowRepeat = 1
  private var isRowHidden = false
  private var column = 1
  private var rowCells: [Cell] = []
  private var rowMerges: [MergedArea] = []

  // The cell that is being read.
  private var isInCell = false
  private var cell = ODSCell()
  private var paragraphs = ODSParagraphs()
  private var isInParagraph = false

  /// Makes a handler; `makeSink` says where the cells of a sheet go, or nothing to pass it over.
  init(
    _ limits: ReadingLimits, findings: FindingList,
    makeSink: @escaping (_ name: String, _ isHidden: Bool) -> Sink?
  ) {
    self.makeSink = makeSink
    self.limits = limits
    self.findings = findings
    budget = TextBudget(limits)
    cellsLeft = limits.cells
  }

  mutating func take(_ event: XMLEvent, _ reader: borrowing XMLReader) throws(Refusal) {
    if event.kind == .text {
      if isInParagraph, skipDepth == 0 { paragraphs.append(reader.text(of: event)) }
      return
    }
    guard let word = ODSWord(rawValue: event.name) else { return }
    // A table inside a cell is a drawing of its own.
    if word.isSkipped || (word == .table && isInCell) {
      skipDepth += event.kind == .start ? 1 : -1
    } else if skipDepth > 0 {
      return
    } else if event.kind == .start {
      try start(word, event, reader)
    } else {
      try end(word)
    }
  }
}

extension ODSContentPart {
  private mutating func start(
    _ word: ODSWord, _ event: XMLEvent, _ reader: borrowing XMLReader
  ) throws(Refusal) {
    func text(_ word: ODSWord) -> String {
      reader.string(ofAttribute: word.rawValue, of: event) ?? ""
    }
    func number(_ word: ODSWord) -> Int {
      max(1, reader.attribute(word.rawValue, of: event)?.number ?? 1)
    }
    switch word {
    case .style: style = text(.styleName)
    case .tableProperties: if text(.display) == "false" { hiddenStyles.insert(style) }
    case .table:
      let (name, isHidden) = (text(.name), hiddenStyles.contains(text(.styleOfTable)))
      seen.append((name, isHidden))
      sink = onlyOne && !finished.isEmpty ? nil : makeSink(name, isHidden)
      (row, columnsDefined) = (1, 0)
      hiddenColumns = []
    case .column:
      let count = min(number(.columnsRepeated), SheetBuilder.maxColumn)
      if isHidden(text(.visibility)) {
        hiddenColumns.append(columnsDefined + 1...columnsDefined + count)
      }
      columnsDefined += count
    case .row:
      rowRepeat = number(.rowsRepeated)
      isRowHidden = isHidden(text(.visibility))
      column = 1
      rowCells.removeAll(keepingCapacity: true)
      rowMerges.removeAll(keepingCapacity: true)
    case .cell, .coveredCell:
      guard sink != nil else { return }
      isInCell = true
      cell.begin(event, reader)
      paragraphs.clear()
    case .paragraph where isInCell:
      paragraphs.begin()
      isInParagraph = true
    case .spaces where isInParagraph:
      paragraphs.append(0x20, count: min(number(.count), limits.bytesPerCell))
    case .tab where isInParagraph: paragraphs.append(0x09)
    case .lineBreak where isInParagraph: paragraphs.append(0x0A)
    default: return
    }
  }

  private func isHidden(_ visibility: String) -> Bool {
    visibility == "collapse" || visibility == "filter"
  }

  private mutating func end(_ word: ODSWord) throws(Refusal) {
    switch word {
    case .paragraph:
      if isInParagraph { paragraphs.end() }
      isInParagraph = false
    case .cell, .coveredCell:
      if isInCell { try endCell() }
      isInCell = false
    case .row: try endRow()
    case .table:
      if var sink = sink.take() {
        try sink.end(into: &findings)
        finished.append(sink)
      }
    default: return
    }
  }
}

extension ODSContentPart {
  private mutating func endCell() throws(Refusal) {
    guard sink != nil else { return }
    defer { column = min(column + cell.columns, SheetBuilder.maxColumn + 1) }
    let name = sink?.name ?? ""
    let reference = CellReference(row: row, column: column)
    func place() -> Place { Place(cell: reference, length: 0, sheet: name) }
    try budget.spend(max(paragraphs.bytes.count, cell.value.count), at: place())
    if cell.spannedColumns > 1 || cell.spannedRows > 1, rowMerges.count < SheetBuilder.maxColumn {
      let last = CellReference(
        row: min(row + cell.spannedRows - 1, SheetBuilder.maxRow),
        column: min(column + cell.spannedColumns - 1, SheetBuilder.maxColumn))
      rowMerges.append(MergedArea(first: reference, last: last))
    }
    guard let value = try cell.cellValue(paragraphs, at: reference, of: name, into: &findings)
    else { return }
    // Counted before anything is made of it: repeats may ask for more cells than there are.
    let (wanted, isTooMany) = cell.columns.multipliedReportingOverflow(by: rowRepeat)
    guard !isTooMany, wanted <= cellsLeft else {
      throw .limit(\.cells, of: limits, "repeats make too many cells", place: place())
    }
    guard column + cell.columns - 1 <= SheetBuilder.maxColumn,
      row + rowRepeat - 1 <= SheetBuilder.maxRow
    else {
      throw Refusal(
        .malformed, "the sheet '\(name)' has values past its last row or column", place: place(),
        advice: Refusal.saveAgain)
    }
    cellsLeft -= wanted
    for offset in 0..<cell.columns {
      let column = column + offset
      let isHidden = isRowHidden || hiddenColumns.contains { $0.contains(column) }
      rowCells.append(
        Cell(
          CellReference(row: row, column: column), value, format: cell.format,
          isHidden: isHidden))
    }
  }

  private mutating func endRow() throws(Refusal) {
    let limits = limits
    // Rows of empty cells are repeated to the end of the sheet: their merges show nothing.
    let repeats = rowCells.isEmpty ? min(rowRepeat, 1) : rowRepeat
    for offset in 0..<repeats {
      for index in rowCells.indices {
        rowCells[index].reference.row = row + offset
        sink?.add(rowCells[index])
      }
      for var area in rowMerges where area.last.row + offset <= SheetBuilder.maxRow {
        area.first.row += offset
        area.last.row += offset
        try sink?.merge(area, within: limits)
      }
    }
    row = min(row + min(rowRepeat, SheetBuilder.maxRow), SheetBuilder.maxRow + 1)
  }
}
