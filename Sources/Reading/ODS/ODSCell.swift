import JapaneseText
import Model
import XML

/// A cell as the file writes it, before its text is known; one is used for all cells.
struct ODSCell {
  /// What the value is said to be.
  enum ValueType {
    case number
    case percentage
    case date
    case boolean
    /// A text or something that is not known.
    case other
    case missing

    init(_ name: Swift.Span<UInt8>) {
      if name.equals("float") || name.equals("currency") {
        self = .number
      } else if name.equals("string") {
        self = .other
      } else if name.equals("percentage") {
        self = .percentage
      } else if name.equals("date") {
        self = .date
      } else if name.equals("boolean") {
        self = .boolean
      } else {
        self = name.isEmpty ? .missing : .other
      }
    }

    /// The attribute that holds a value of the type.
    var word: ODSWord {
      switch self {
      case .number, .percentage: .value
      case .date: .dateValue
      case .boolean: .booleanValue
      case .other, .missing: .stringValue
      }
    }
  }

  private(set) var type = ValueType.missing
  private var isError = false
  /// The attribute that holds a value of its type; empty where there is none.
  private(set) var value: [UInt8] = []
  private var hasFormula = false
  private(set) var columns = 1
  private(set) var spannedColumns = 1
  private(set) var spannedRows = 1

  /// Takes the attributes of the next cell.
  mutating func begin(_ event: XMLEvent, _ reader: borrowing XMLReader) {
    (type, isError, hasFormula) = (.missing, false, false)
    (columns, spannedColumns, spannedRows) = (1, 1, 1)
    value.removeAll(keepingCapacity: true)
    for place in 0..<event.attributeCount {
      let word = ODSWord(rawValue: reader.attributeName(at: place, of: event))
      let text = reader.attributeValue(at: place, of: event)
      switch word {
      case .valueType: type = ValueType(text)
      case .extendedType: isError = text.equals("error")
      case .formula: hasFormula = !text.isEmpty
      case .columnsRepeated: columns = max(1, text.number ?? 1)
      case .columnsSpanned: spannedColumns = max(1, text.number ?? 1)
      case .rowsSpanned: spannedRows = max(1, text.number ?? 1)
      default: continue
      }
    }
    // The type may stand after the value.
    reader.attribute(type.word.rawValue, of: event)?.append(to: &value)
  }

  /// The number format that matters to readers of the value.
  var format: String { type == .percentage ? "0%" : "" }

  private var valueText: String { String(decoding: value, as: UTF8.self) }

  /// The value, or nothing for an empty cell.
  func cellValue(
    _ paragraphs: ODSParagraphs, at cell: CellReference, of sheet: String,
    into findings: inout FindingList
  ) throws(Refusal) -> CellValue? {
    // Programs write errors as texts or numbers and say so in a name space of their own.
    if isError { return .error(paragraphs.string) }
    switch type {
    case .number, .percentage:
      guard let digits = DecimalDigits(value) else {
        throw Refusal(
          .malformed, "the cell holds '\(valueText)', which is no number",
          place: Place(cell: cell, length: 0, sheet: sheet),
          advice: Refusal.saveAgain)
      }
      SpreadsheetNumber.noteResidue(digits, at: cell, of: sheet, into: &findings)
      return .number(digits.text)
    case .date:
      let shown = paragraphs.string
      let value = valueText
      guard let date = ISODate(value), let day = date.day else {
        findings.add(
          .impossibleDate, at: Place(cell: cell, length: 0, sheet: sheet), subject: value,
          "the date '\(value)' stands for no day")
        return shown.isEmpty ? .text(value) : .text(shown)
      }
      return .day(day, shown: shown.isEmpty ? value : shown)
    case .boolean: return .boolean(value.elementsEqual("true".utf8))
    case .other, .missing:
      let text = value.isEmpty ? paragraphs.string : valueText
      if text.isEmpty {
        if hasFormula, type == .missing {
          noteMissingResult(at: Place(cell: cell, length: 0, sheet: sheet), into: &findings)
        }
        return nil
      }
      // A formula that makes text of a number means it.
      if !hasFormula {
        SpreadsheetNumber.noteTextualNumber(text, at: cell, of: sheet, into: &findings)
      }
      return .text(text)
    }
  }

  private func noteMissingResult(at place: Place, into findings: inout FindingList) {
    findings.add(
      .formulaWithoutValue, at: place, subject: "\(place)",
      "the formula in \(place) has no stored result, so the cell is empty: open the file in its "
        + "program and save it again")
  }
}
