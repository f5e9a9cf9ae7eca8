import JapaneseText
import Model
import XML

/// A cell as the file writes it, before its text is known.
struct ODSCell {
  let type: String
  let extendedType: String
  /// The attribute that holds a value of its type; empty where there is none.
  let value: String
  let hasFormula: Bool
  let columns: Int
  let spannedColumns: Int
  let spannedRows: Int

  init(_ event: XMLEvent, _ reader: borrowing XMLReader) {
    func text(_ word: ODSWord) -> String {
      reader.string(ofAttribute: word.rawValue, of: event) ?? ""
    }
    func number(_ word: ODSWord) -> Int {
      max(1, reader.attribute(word.rawValue, of: event)?.number ?? 1)
    }
    type = text(.valueType)
    extendedType = text(.extendedType)
    switch type {
    case "float", "percentage", "currency": value = text(.value)
    case "date": value = text(.dateValue)
    case "boolean": value = text(.booleanValue)
    default: value = text(.stringValue)
    }
    hasFormula = !text(.formula).isEmpty
    columns = number(.columnsRepeated)
    spannedColumns = number(.columnsSpanned)
    spannedRows = number(.rowsSpanned)
  }

  /// The number format that matters to readers of the value.
  var format: String { type == "percentage" ? "0%" : "" }

  /// The value, or nothing for an empty cell.
  func cellValue(
    _ paragraphs: ODSParagraphs, at cell: CellReference, of sheet: String,
    into findings: inout FindingList
  ) throws(Refusal) -> CellValue? {
    // Programs write errors as texts or numbers and say so in a name space of their own.
    if extendedType == "error" { return .error(paragraphs.string) }
    switch type {
    case "float", "percentage", "currency":
      guard let digits = DecimalDigits(Array(value.utf8)) else {
        throw Refusal(
          .malformed, "the cell holds '\(value)', which is no number",
          place: Place(cell: cell, length: 0, sheet: sheet),
          advice: Refusal.saveAgain)
      }
      SpreadsheetNumber.noteResidue(digits, at: cell, of: sheet, into: &findings)
      return .number(digits.text)
    case "date":
      let shown = paragraphs.string
      guard let date = ISODate(value), let day = date.day else {
        findings.add(
          .impossibleDate, at: Place(cell: cell, length: 0, sheet: sheet), subject: value,
          "the date '\(value)' stands for no day")
        return shown.isEmpty ? .text(value) : .text(shown)
      }
      return .day(day, shown: shown.isEmpty ? value : shown)
    case "boolean": return .boolean(value == "true")
    default:
      let text = value.isEmpty ? paragraphs.string : value
      if text.isEmpty {
        if hasFormula, type.isEmpty {
          noteMissingResult(at: Place(cell: cell, length: 0, sheet: sheet), into: &findings)
        }
        return nil
      }
      SpreadsheetNumber.noteTextualNumber(text, at: cell, of: sheet, into: &findings)
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
