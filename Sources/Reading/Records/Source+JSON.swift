import JSON
import Model

/// JSON and JSON Lines: records into tables.
extension Source {
  mutating func readJSON(_ bytes: [UInt8]) throws(Refusal) -> Document.Content {
    identify(as: .json)
    let value = try value(bytes, line: 1)
    var records = JSONRecords(limits, findings: findings)
    try records.addRoot(value)
    findings = records.findings
    return .sheets(records.tables.finish())
  }

  mutating func readJSONLines(_ bytes: [UInt8]) throws(Refusal) -> Document.Content {
    identify(as: .jsonLines)
    var records = JSONRecords(limits, findings: findings)
    var line = 0
    for text in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      guard text.contains(where: { $0 > 0x20 }) else { continue }
      try records.addRecord(try value(Array(text), line: line))
    }
    findings = records.findings
    return .sheets(records.tables.finish())
  }

  private func value(_ bytes: [UInt8], line: Int) throws(Refusal) -> JSONValue {
    do throws(JSONError) { return try JSONReader.read(bytes) } catch {
      let place = Place(
        Span(line: line + error.line - 1, columns: error.column - 1..<error.column))
      throw Refusal(
        .malformed, "this is not JSON: \(error.reason)", place: place,
        advice: Refusal.fetchAgain)
    }
  }
}

/// Walks JSON values and lays their records into tables.
struct JSONRecords {
  var tables: RecordTables
  var findings: FindingList

  init(_ limits: ReadingLimits, findings: FindingList) {
    tables = RecordTables(limits)
    self.findings = findings
  }

  /// Adds the value of a whole file: a list of records, or one record.
  mutating func addRoot(_ value: JSONValue) throws(Refusal) {
    guard case .array(let elements) = value else { return try addRecord(value) }
    let table = tables.table("")
    for element in elements { try addRecord(element, to: table, parent: nil) }
  }

  /// Adds a record to the table without a name.
  mutating func addRecord(_ value: JSONValue) throws(Refusal) {
    // The lists of a file that is one record need not say which record they belong to.
    try addRecord(value, to: tables.table(""), parent: nil)
  }

  private mutating func addRecord(
    _ value: JSONValue, to table: Int, parent: Int?
  ) throws(Refusal) {
    let row = try tables.beginRecord(inTable: table, parent: parent)
    if case .array(let elements) = value {
      for (index, element) in elements.enumerated() { try add(element, "\(index + 1)", row, table) }
    } else {
      try add(value, "", row, table)
    }
  }

  private mutating func add(
    _ value: JSONValue, _ label: String, _ row: Int, _ table: Int
  ) throws(Refusal) {
    switch value {
    case .null: return
    case .boolean(let flag): try set(.boolean(flag), label, row, table)
    case .string(let text): try set(.text(text), label, row, table)
    case .number(let literal): try set(number(literal, row, table), label, row, table)
    case .object(let members):
      for member in members {
        try add(member.value, label.isEmpty ? member.key : "\(label).\(member.key)", row, table)
      }
    case .array(let elements) where elements.contains(where: isNested):
      let name = tables.name(ofTable: table)
      let list = tables.table(name.isEmpty ? label : "\(name).\(label)")
      for element in elements { try addRecord(element, to: list, parent: row) }
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        try add(element, "\(label).\(index + 1)", row, table)
      }
    }
  }

  private func isNested(_ value: JSONValue) -> Bool {
    switch value {
    case .object, .array: true
    default: false
    }
  }

  private mutating func set(
    _ value: CellValue, _ label: String, _ row: Int, _ table: Int
  ) throws(Refusal) {
    let label = label.isEmpty ? RecordTables.valueLabel : label
    if try tables.set(value, label, row, table) { return }
    findings.add(
      .duplicateLabel, subject: label,
      "the record in row \(row) of '\(tables.name(ofTable: table))' has the name '\(label)' twice; "
        + "the first value was read")
  }

  /// Whole numbers keep all digits; fractions are rounded as in spreadsheets, for the same reason.
  private mutating func number(_ literal: String, _ row: Int, _ table: Int) -> CellValue {
    let isFraction = literal.utf8.contains { $0 == 0x2E || $0 | 0x20 == 0x65 }
    guard let digits = DecimalDigits(Array(literal.utf8), rounding: isFraction) else {
      return .text(literal)
    }
    SpreadsheetNumber.noteResidue(
      digits, at: CellReference(row: row, column: 1), of: tables.name(ofTable: table),
      into: &findings)
    return .number(digits.text)
  }
}
