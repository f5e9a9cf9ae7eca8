import JapaneseText
import Model

/// What a number in a cell means, with the findings that it gives rise to.
enum SpreadsheetNumber {
  /// Fewer digits than this after rounding show that the digits rounded away meant nothing.
  static let residueDigits = 12

  static func value(
    _ digits: DecimalDigits, _ format: NumberFormat, is1904: Bool, at cell: CellReference,
    of sheet: String, into findings: inout FindingList
  ) -> CellValue {
    guard format.isDate, let date = SerialDate(digits.text, is1904: is1904) else {
      noteResidue(digits, at: cell, of: sheet, into: &findings)
      return .number(digits.text)
    }
    guard format.showsDay else { return .text(format.show(date)) }
    switch date.meaning {
    case .day(let day): return .day(day, shown: format.show(date))
    case .phantom:
      findings.add(
        .impossibleDate, at: Place(cell: cell, length: 0, sheet: sheet), subject: digits.text,
        "the cell shows 29 February 1900, a day that never was")
    case .outside:
      findings.add(
        .impossibleDate, at: Place(cell: cell, length: 0, sheet: sheet), subject: digits.text,
        "the number \(digits.text) is formatted as a date and stands for no day")
    }
    return .number(digits.text)
  }

  static func noteResidue(
    _ digits: DecimalDigits, at cell: CellReference, of sheet: String,
    into findings: inout FindingList
  ) {
    guard digits.isRounded, digits.digitCount <= residueDigits else { return }
    findings.add(
      .floatResidue, at: Place(cell: cell, length: 0, sheet: sheet), subject: digits.text,
      "the file holds a binary fraction for \(digits.text); its digits past the 15th were rounded")
  }

  /// Notes a text that is nothing but a number, as left by a program that stored it as text.
  static func noteTextualNumber(
    _ text: String, at cell: CellReference, of sheet: String, into findings: inout FindingList
  ) {
    guard isTextualNumber(text) else { return }
    findings.add(
      .numberAsText, at: Place(cell: cell, length: 0, sheet: sheet), subject: text,
      "the number \(text) is stored as a text, which sums leave out")
  }

  /// Digits with a sign, commas or a point; a zero in front makes it a code.
  private static func isTextualNumber(_ text: String) -> Bool {
    var digits = 0
    var isFirst = true
    for byte in text.utf8 {
      switch byte {
      case 0x30 where digits == 0 && text.utf8.count > 1: return text.utf8.contains(0x2E)
      case 0x30...0x39: digits += 1
      case UInt8(ascii: "-") where isFirst: break
      case UInt8(ascii: ","), UInt8(ascii: "."): if digits == 0 { return false }
      default: return false
      }
      isFirst = false
    }
    return digits > 0
  }
}

/// A date, a time or both as ISO 8601 writes them.
struct ISODate {
  let day: Day?
  let time: String

  /// Reads `2021-03-04`, `2021-03-04T12:30:00` or `12:30:00`.
  init?(_ text: String) {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    if let day = Day(iso: String(parts[0])) {
      self.day = day
      time = parts.count == 2 ? String(parts[1]) : ""
    } else {
      guard text.contains(":"), text.utf8.allSatisfy({ $0 < 0x3B && $0 >= 0x2E || $0 == 0x5A })
      else { return nil }
      day = nil
      time = text
    }
  }

  func cellValue(shown: String) -> CellValue {
    day.map { CellValue.day($0, shown: shown) } ?? .text(shown)
  }
}
