import JapaneseText
import Model
import XML

/// The cells of one worksheet.
struct XLSXSheetPart<Sink: CellSink>: PartHandler {
  static var vocabulary: XMLVocabulary { XLSXSheetWord.vocabulary }

  var sink: Sink
  var findings: FindingList
  private let book: XLSXBook
  private var cellsLeft: Int
  var budget: TextBudget

  private var row = 0
  private var column = 0
  private var isRowHidden = false
  private var hiddenColumns: [ClosedRange<Int>] = []

  // The cell that is being read.
  private var isInCell = false
  private var kind = XLSXCellKind.number
  private var style = 0
  private var hasFormula = false
  private var hasValue = false
  private var buffer: [UInt8] = []
  private var runStart = 0
  private var keepsSpace = false
  private var isCapturing = false
  private var isInPhonetic = false

  init(
    _ sink: Sink, of book: XLSXBook, cellsLeft: Int, budget: TextBudget,
    findings: FindingList
  ) {
    self.sink = sink
    self.book = book
    self.cellsLeft = cellsLeft
    self.budget = budget
    self.findings = findings
  }

  mutating func take(_ event: XMLEvent, _ reader: borrowing XMLReader) throws(Refusal) {
    switch event.kind {
    case .text: if isCapturing { reader.append(textOf: event, to: &buffer) }
    case .start: try start(event, reader)
    case .end: try end(event)
    }
  }
}

extension XLSXSheetPart {
  private mutating func start(
    _ event: XMLEvent, _ reader: borrowing XMLReader
  ) throws(Refusal) {
    switch XLSXSheetWord(rawValue: event.name) {
    case .cell: try startCell(event, reader)
    case .row:
      row = reader.attribute(XLSXSheetWord.reference.rawValue, of: event)?.number ?? row + 1
      column = 0
      isRowHidden = reader.attribute(XLSXSheetWord.hidden.rawValue, of: event)?.isTrue ?? false
      guard (1...SheetBuilder.maxRow).contains(row) else { throw malformed("a row number") }
    case .value where isInCell:
      hasValue = true
      isCapturing = true
      runStart = buffer.count
    case .text where isInCell && !isInPhonetic:
      hasValue = true
      isCapturing = true
      runStart = buffer.count
      keepsSpace =
        reader.attribute(XLSXSheetWord.space.rawValue, of: event)?.equals("preserve") ?? false
    case .formula where isInCell: hasFormula = true
    case .phonetic: isInPhonetic = true
    case .merge:
      guard let area = reader.attribute(XLSXSheetWord.area.rawValue, of: event) else { return }
      guard let merged = MergedArea(bytes: area), merged.last.row <= SheetBuilder.maxRow,
        merged.last.column <= SheetBuilder.maxColumn
      else { throw malformed("a merged area") }
      try sink.merge(merged, within: book.limits)
    case .column:
      guard reader.attribute(XLSXSheetWord.hidden.rawValue, of: event)?.isTrue ?? false,
        let first = reader.attribute(XLSXSheetWord.first.rawValue, of: event)?.number,
        let last = reader.attribute(XLSXSheetWord.last.rawValue, of: event)?.number, first <= last
      else { return }
      hiddenColumns.append(first...last)
    default: return
    }
  }

  private mutating func startCell(
    _ event: XMLEvent, _ reader: borrowing XMLReader
  ) throws(Refusal) {
    column += 1
    if let written = reader.attribute(XLSXSheetWord.reference.rawValue, of: event) {
      guard let reference = CellReference(bytes: written) else { throw malformed("a reference") }
      (row, column) = (reference.row, reference.column)
    }
    guard (1...SheetBuilder.maxRow).contains(row), (1...SheetBuilder.maxColumn).contains(column)
    else { throw malformed("a reference") }
    kind = .number
    if let written = reader.attribute(XLSXSheetWord.text.rawValue, of: event) {
      guard let known = XLSXCellKind(written) else { throw malformed("a cell type") }
      kind = known
    }
    style = reader.attribute(XLSXSheetWord.style.rawValue, of: event)?.number ?? 0
    isInCell = true
    hasFormula = false
    hasValue = false
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func end(_ event: XMLEvent) throws(Refusal) {
    switch XLSXSheetWord(rawValue: event.name) {
    case .cell:
      isInCell = false
      try endCell()
    case .value: isCapturing = false
    case .text where isCapturing:
      isCapturing = false
      if !keepsSpace { XLSXText.trim(&buffer, from: runStart) }
    case .phonetic: isInPhonetic = false
    default: return
    }
  }

  private func malformed(_ what: String) -> Refusal {
    Refusal(
      .malformed,
      "\(what) of the sheet '\(sink.name)' near row \(row), column \(column) is not valid",
      advice: Refusal.saveAgain)
  }
}

extension XLSXSheetPart {
  private mutating func endCell() throws(Refusal) {
    let reference = CellReference(row: row, column: column)
    guard hasValue else {
      if hasFormula { noteMissingResult(reference) }
      return
    }
    guard !buffer.isEmpty else { return }
    let sheet = sink.name
    try budget.spend(
      kind == .shared ? 0 : buffer.count, at: Place(cell: reference, length: 0, sheet: sheet))
    let format = book.formats.indices.contains(style) ? book.formats[style] : .general
    guard let value = try value(at: reference, format) else { return }
    guard cellsLeft > 0 else {
      throw .limit(
        \.cells, of: book.limits, "the workbook has too many cells",
        place: place(of: reference))
    }
    cellsLeft -= 1
    let isHidden = isRowHidden || hiddenColumns.contains { $0.contains(column) }
    sink.add(Cell(reference, value, format: format.code, isHidden: isHidden))
  }

  // A place is made only where it is needed: it costs more than the cell.
  private func place(of reference: CellReference) -> Place {
    Place(cell: reference, length: 0, sheet: sink.name)
  }

  private mutating func noteMissingResult(_ reference: CellReference) {
    findings.add(
      .formulaWithoutValue, at: place(of: reference),
      subject: reference.description,
      "the formula in \(reference) has no stored result, so the cell is empty: open the file in "
        + "its program and save it again")
  }

  private mutating func value(
    at reference: CellReference, _ format: NumberFormat
  ) throws(Refusal) -> CellValue? {
    switch kind {
    case .shared:
      guard let index = buffer.span.number, book.strings.indices.contains(index) else {
        throw malformed("the number of a shared text")
      }
      let text = book.strings[index]
      if text.isEmpty { return nil }
      SpreadsheetNumber.noteTextualNumber(text, at: reference, of: sink.name, into: &findings)
      return .text(text)
    case .text:
      let text = XLSXText.string(buffer)
      if text.isEmpty { return nil }
      // A formula that makes text of a number means it.
      if !hasFormula {
        SpreadsheetNumber.noteTextualNumber(text, at: reference, of: sink.name, into: &findings)
      }
      return .text(text)
    case .boolean: return .boolean(buffer.span.isTrue)
    case .error: return .error(String(decoding: buffer, as: UTF8.self))
    case .isoDate:
      let text = String(decoding: buffer, as: UTF8.self)
      return ISODate(text).map { $0.cellValue(shown: text) } ?? .text(text)
    case .number:
      XLSXText.trim(&buffer, from: 0)
      guard let digits = DecimalDigits(buffer) else { throw malformed("the number in a cell") }
      return SpreadsheetNumber.value(
        digits, format, is1904: book.is1904, at: reference, of: sink.name, into: &findings)
    }
  }
}

/// What all sheets of a workbook share.
struct XLSXBook {
  var strings: [String]
  var formats: [NumberFormat]
  var is1904: Bool
  var limits: ReadingLimits
}

/// The types of cells, by the letters that files use.
enum XLSXCellKind {
  case number
  case shared
  case text
  case boolean
  case error
  case isoDate

  init?(_ bytes: Swift.Span<UInt8>) {
    if bytes.equals("s") {
      self = .shared
    } else if bytes.equals("n") || bytes.isEmpty {
      self = .number
    } else if bytes.equals("str") || bytes.equals("inlineStr") {
      self = .text
    } else if bytes.equals("b") {
      self = .boolean
    } else if bytes.equals("e") {
      self = .error
    } else if bytes.equals("d") {
      self = .isoDate
    } else {
      return nil
    }
  }
}
