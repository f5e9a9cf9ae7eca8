import CSV
import Model

/// Checks the structure of a delimited table, in the words that table validators use.
struct DelimitedCheck {
  private let table: DelimitedTable
  /// The row that names the columns, from 1.
  let header: Int?

  init(_ table: DelimitedTable, header: ReadingSettings.Header) {
    self.table = table
    switch header {
    case .none: self.header = nil
    case .row(let row): self.header = row
    case .find: self.header = DelimitedCheck.findHeader(table)
    }
  }

  /// The first record that is at least as wide as the table, if none of its fields is a number.
  private static func findHeader(_ table: DelimitedTable) -> Int? {
    for (index, record) in table.records.enumerated() where record.fields >= table.width {
      let end =
        index + 1 < table.records.count ? table.records[index + 1].firstCell : table.cells.count
      let cells = table.cells[record.firstCell..<end]
      return cells.allSatisfy { !isNumber($0.value.text) } && !cells.isEmpty ? index + 1 : nil
    }
    return nil
  }

  private static func isNumber(_ text: String) -> Bool {
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "+"), 0x20:
        continue
      default: return false
      }
    }
    return digits > 0
  }

  /// Adds a finding for each fault, in the order of the text for each kind.
  func report(into findings: inout FindingList) {
    reportLabels(into: &findings)
    reportWidths(into: &findings)
    for fault in table.faults {
      let cell = CellReference(row: fault.record, column: fault.field)
      let what =
        fault.isAfterClosingQuote
        ? "text follows a closing quote" : "a quote stands in an unquoted field"
      findings.add(
        .strayQuote, at: Place(cell: cell, length: 0, sheet: ""), subject: "quote",
        "\(position(cell, line: fault.line)): \(what); it was read as an ordinary character")
    }
    for field in table.oddFields {
      let place = Place(cell: field.cell, length: 0, sheet: "")
      let position = position(field.cell, line: field.line)
      if field.hasNUL {
        findings.add(.nulByte, at: place, subject: "field", "\(position): a zero byte")
      }
      if field.hasLineBreak {
        findings.add(
          .lineBreakInCell, at: place, subject: "field", "\(position): a line break in the field")
      }
    }
  }

  private func reportLabels(into findings: inout FindingList) {
    guard let header, table.records.indices.contains(header - 1) else { return }
    let record = table.records[header - 1]
    var labels = [String](repeating: "", count: record.fields)
    for cell in table.cells[record.firstCell...] {
      guard cell.reference.row == header else { break }
      labels[cell.reference.column - 1] = cell.value.text
    }
    if labels.allSatisfy(\.isEmpty) {
      let cell = CellReference(row: header, column: 1)
      return findings.add(
        .blankHeader, at: Place(cell: cell, length: 0, sheet: ""), subject: "header",
        "row \(header) should name the columns and is blank")
    }
    var first: [String: Int] = [:]
    for (index, label) in labels.enumerated() {
      let cell = CellReference(row: header, column: index + 1)
      let place = Place(cell: cell, length: label.unicodeScalars.count, sheet: "")
      if label.isEmpty {
        findings.add(
          .blankLabel, at: place, subject: "column \(index + 1)",
          "\(position(cell, line: record.line)): the column has no name")
      } else if let earlier = first[label] {
        findings.add(
          .duplicateLabel, at: place, subject: label,
          "\(position(cell, line: record.line)): the column is named like column \(earlier)")
      } else {
        first[label] = index + 1
      }
    }
  }

  private func reportWidths(into findings: inout FindingList) {
    let width =
      header.flatMap { table.records.indices.contains($0 - 1) ? table.records[$0 - 1].fields : nil }
      ?? table.width
    for (index, record) in table.records.enumerated() where record.fields != width {
      let row = index + 1
      if record.fields == 0 {
        findings.add(
          .blankRow, at: Place(cell: CellReference(row: row, column: 1), length: 0, sheet: ""),
          subject: "row", "row \(row) (line \(record.line)) is blank")
        continue
      }
      let isShort = record.fields < width
      // The first cell that is missing, or the first that is too many.
      let cell = CellReference(row: row, column: min(record.fields, width) + 1)
      findings.add(
        isShort ? .missingCell : .extraCell, at: Place(cell: cell, length: 0, sheet: ""),
        subject: "row",
        "\(position(cell, line: record.line)): the row has \(record.fields) fields, not \(width)")
    }
  }

  private func position(_ cell: CellReference, line: Int) -> String {
    "row \(cell.row) (line \(line)), column \(cell.column)"
  }
}
