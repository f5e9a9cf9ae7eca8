import JapaneseText
import Model

/// A cell as the file writes it, before its text is known.
struct ODSCell {
  var type: String
  var extendedType: String
  var value: String
  var dateValue: String
  var booleanValue: String
  var stringValue: String
  var hasFormula: Bool
  var columns: Int
  var spannedColumns: Int
  var spannedRows: Int

  /// The number format that matters to readers of the value.
  var format: String { type == "percentage" ? "0%" : "" }

  /// The value, or nothing for an empty cell.
  func cellValue(
    _ paragraphs: ODSParagraphs, at cell: CellReference, of sheet: String,
    into findings: inout FindingList
  ) throws(Refusal) -> CellValue? {
    let shown = paragraphs.string
    // Programs write errors as texts or numbers and say so in a name space of their own.
    if extendedType == "error" { return .error(shown) }
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
      guard let date = ISODate(dateValue), let day = date.day else {
        findings.add(
          .impossibleDate, at: Place(cell: cell, length: 0, sheet: sheet), subject: dateValue,
          "the date '\(dateValue)' stands for no day")
        return shown.isEmpty ? .text(dateValue) : .text(shown)
      }
      return .day(day, shown: shown.isEmpty ? dateValue : shown)
    case "boolean": return .boolean(booleanValue == "true")
    default:
      let text = stringValue.isEmpty ? shown : stringValue
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
