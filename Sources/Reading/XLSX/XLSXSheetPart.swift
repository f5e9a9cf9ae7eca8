import JapaneseText
import Model
import XML

/// The cells of one worksheet.
struct XLSXSheetPart: PartHandler {
  private enum Name: Int, CaseIterable {
    case row
    case cell
    case value
    case formula
    case inline
    case text
    case reference
    case style
    case phonetic
    case space
    case hidden
    case merge
    case area
    case column
    case first
    case last

    var text: String {
      switch self {
      case .row: "row"
      case .cell: "c"
      case .value: "v"
      case .formula: "f"
      case .inline: "is"
      case .text: "t"
      case .reference: "r"
      case .style: "s"
      case .phonetic: "rPh"
      case .space: "space"
      case .hidden: "hidden"
      case .merge: "mergeCell"
      case .area: "ref"
      case .column: "col"
      case .first: "min"
      case .last: "max"
      }
    }
  }

  static let vocabulary = XMLVocabulary(Name.allCases.map(\.text))

  var builder: SheetBuilder
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
    _ builder: SheetBuilder, of book: XLSXBook, cellsLeft: Int, budget: TextBudget,
    findings: FindingList
  ) {
    self.builder = builder
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
    switch Name(rawValue: event.name) {
    case .cell: try startCell(event, reader)
    case .row:
      row = reader.attribute(Name.reference.rawValue, of: event)?.number ?? row + 1
      column = 0
      isRowHidden = reader.attribute(Name.hidden.rawValue, of: event)?.isTrue ?? false
      guard (1...SheetBuilder.maxRow).contains(row) else { throw malformed("a row number") }
    case .value where isInCell:
      hasValue = true
      isCapturing = true
      runStart = buffer.count
    case .text where isInCell && !isInPhonetic:
      hasValue = true
      isCapturing = true
      runStart = buffer.count
      keepsSpace = reader.attribute(Name.space.rawValue, of: event)?.equals("preserve") ?? false
    case .formula where isInCell: hasFormula = true
    case .phonetic: isInPhonetic = true
    case .merge:
      guard let area = reader.attribute(Name.area.rawValue, of: event) else { return }
      guard let merged = MergedArea(bytes: area), merged.last.row <= SheetBuilder.maxRow,
        merged.last.column <= SheetBuilder.maxColumn
      else { throw malformed("a merged area") }
      try builder.merge(merged, within: book.limits)
    case .column:
      guard reader.attribute(Name.hidden.rawValue, of: event)?.isTrue ?? false,
        let first = reader.attribute(Name.first.rawValue, of: event)?.number,
        let last = reader.attribute(Name.last.rawValue, of: event)?.number, first <= last
      else { return }
      hiddenColumns.append(first...last)
    default: return
    }
  }

  private mutating func startCell(
    _ event: XMLEvent, _ reader: borrowing XMLReader
  ) throws(Refusal) {
    column += 1
    if let written = reader.attribute(Name.reference.rawValue, of: event) {
      guard let reference = CellReference(bytes: written) else { throw malformed("a reference") }
      (row, column) = (reference.row, reference.column)
    }
    guard (1...SheetBuilder.maxRow).contains(row), (1...SheetBuilder.maxColumn).contains(column)
    else { throw malformed("a reference") }
    kind = .number
    if let written = reader.attribute(Name.text.rawValue, of: event) {
      guard let known = XLSXCellKind(written) else { throw malformed("a cell type") }
      kind = known
    }
    style = reader.attribute(Name.style.rawValue, of: event)?.number ?? 0
    isInCell = true
    hasFormula = false
    hasValue = false
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func end(_ event: XMLEvent) throws(Refusal) {
    switch Name(rawValue: event.name) {
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
      "\(what) of the sheet '\(builder.name)' near row \(row), column \(column) is not valid",
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
    let sheet = builder.name
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
    builder.add(Cell(reference, value, format: format.code, isHidden: isHidden))
  }

  // A place is made only where it is needed: it costs more than the cell.
  private func place(of reference: CellReference) -> Place {
    Place(cell: reference, length: 0, sheet: builder.name)
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
      SpreadsheetNumber.noteTextualNumber(text, at: reference, of: builder.name, into: &findings)
      return .text(text)
    case .text:
      let text = XLSXText.string(buffer)
      return text.isEmpty ? nil : .text(text)
    case .boolean: return .boolean(buffer.span.isTrue)
    case .error: return .error(String(decoding: buffer, as: UTF8.self))
    case .isoDate:
      let text = String(decoding: buffer, as: UTF8.self)
      return ISODate(text).map { $0.cellValue(shown: text) } ?? .text(text)
    case .number:
      XLSXText.trim(&buffer, from: 0)
      guard let digits = DecimalDigits(buffer) else { throw malformed("the number in a cell") }
      return SpreadsheetNumber.value(
        digits, format, is1904: book.is1904, at: reference, of: builder.name, into: &findings)
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
