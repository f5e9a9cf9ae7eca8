import JapaneseText
import Model
import Workbooks

/// A value as a cell of a workbook shows it.
///
/// Excel keeps fifteen digits of a number. One with more is written as text, so that no digit is
/// lost when the workbook is saved again. So are days before 1900, which Excel does not know.
enum SheetCell {
  private static let maxDigits = 15
  private static let maxNumber: UInt64 = 999_999_999_999_999
  private static let cutLength = 32_000
  private static let firstYear = 1900
  /// Marks a text that is longer than a cell can be.
  static let cutMark = "…［続きは CSV にあります / continued in the CSV file］"

  /// Writes what a cell is to show.
  static func write(
    _ input: SheetInput, row: Int, column: Int, format: WorkbookWriter.Format,
    to writer: inout WorkbookWriter
  ) throws(WorkbookError) {
    switch input {
    case .value(let value):
      try write(value, row: row, column: column, format: format, to: &writer)
    case .text(let bytes) where WorkbookWriter.surelyFits(bytes.count):
      try writer.write(utf8: bytes, row: row, column: column)
    case .text: try writer.write(shown(input.field), row: row, column: column)
    }
  }

  /// Writes a value.
  static func write(
    _ value: Value, row: Int, column: Int, format: WorkbookWriter.Format,
    to writer: inout WorkbookWriter
  ) throws(WorkbookError) {
    switch value {
    case .null: return
    case .integer(let number) where !isText(value):
      try writer.write(number, row: row, column: column, format)
    case .decimal(let digits) where !isText(value):
      try writer.write(decimal: digits, row: row, column: column, format)
    case .boolean(let flag): try writer.write(flag, row: row, column: column, format)
    case .day(let day) where !isText(value):
      try writer.write(
        year: day.year, month: day.month, day: day.day, row: row, column: column, format)
    case .text(let text): try writer.write(shown(text), row: row, column: column)
    default: try writer.write(shown(value.field), row: row, column: column)
    }
  }

  /// Whether a number or day is written as text.
  static func isText(_ input: SheetInput) -> Bool {
    guard case .value(let value) = input else { return false }
    return isText(value)
  }

  /// Whether a number or day is written as text.
  static func isText(_ value: Value) -> Bool {
    switch value {
    case .integer(let number): number.magnitude > maxNumber
    case .decimal(let digits): digits.utf8.count { $0 >= 0x30 } > maxDigits
    case .day(let day): day.year < firstYear
    default: false
    }
  }

  /// Whether a text is longer than a cell can be.
  static func isCut(_ input: SheetInput) -> Bool {
    switch input {
    case .value(.text(let text)): !WorkbookWriter.fits(text)
    case .text(let bytes) where !WorkbookWriter.surelyFits(bytes.count):
      !WorkbookWriter.fits(input.field)
    default: false
    }
  }

  /// The text, or as much of it as a cell can hold with a mark that says so.
  static func shown(_ text: String) -> String {
    if WorkbookWriter.fits(text) { return text }
    var length = cutLength
    while true {
      var start = String.UnicodeScalarView()
      var used = 0
      for scalar in text.unicodeScalars {
        used += UTF16.width(scalar)
        if used > length { break }
        start.append(scalar)
      }
      let cut = String(start) + cutMark
      if WorkbookWriter.fits(cut) { return cut }
      length /= 2
    }
  }
}
