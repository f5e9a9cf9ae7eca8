import CSV
import Model

/// Checks the structure of a delimited table record by record, in the words that table validators
/// use.
struct DelimitedCheck {
  /// The row that names the columns is one of so many.
  private static let mostRowsToHeader = 10_000

  // The number of fields that most records have, and the one that all should have once the row
  // that names the columns is known.
  private let width: Int
  private var expected: Int?
  private let header: ReadingSettings.Header
  // The records before it is known.
  private var above: [Shape] = []

  // Each kind of finding in the order of the text.
  private var labels: FindingList
  private var widths: FindingList
  private var faults: FindingList
  private var oddities: FindingList

  private struct Shape {
    let row: Int
    let line: Int
    let fields: Int
  }

  /// Makes a check of a table most of whose records have some number of fields.
  init(width: Int, header: ReadingSettings.Header, like findings: FindingList) {
    self.width = width
    let none = FindingList(document: findings.document, limit: findings.limit)
    (labels, widths, faults, oddities) = (none, none, none, none)
    switch header {
    case .none: expected = width
    case .row(let row) where row > DelimitedCheck.mostRowsToHeader: expected = width
    case .find, .row: break
    }
    self.header = header
  }

  /// Takes a record; its fields are asked for only where they may name the columns.
  mutating func take(row: Int, line: Int, fields: Int, _ texts: () -> [String]) {
    let shape = Shape(row: row, line: line, fields: fields)
    guard let expected else { return takeFirst(shape, texts) }
    if fields != expected { report(shape, not: expected) }
  }

  private mutating func takeFirst(_ shape: Shape, _ texts: () -> [String]) {
    switch header {
    // The first record that is at least as wide as the table, if none of its fields is a number.
    case .find where shape.fields >= width:
      let texts = texts()
      let filled = texts.filter { !$0.isEmpty }
      let isHeader = !filled.isEmpty && filled.allSatisfy { !DelimitedCheck.isNumber($0) }
      decide(isHeader ? shape.fields : width)
      if isHeader { report(labels: texts, shape) } else { take(shape) }
    case .row(shape.row):
      decide(shape.fields)
      report(labels: texts(), shape)
    case .find, .row, .none:
      above.append(shape)
      if above.count == DelimitedCheck.mostRowsToHeader { decide(width) }
    }
  }

  private mutating func take(_ shape: Shape) {
    if let expected, shape.fields != expected { report(shape, not: expected) }
  }

  private mutating func decide(_ fields: Int) {
    expected = fields
    for shape in above { take(shape) }
    above = []
  }

  /// Takes a quote that stands where none should.
  mutating func take(_ fault: CSVBatch.Fault) {
    let cell = CellReference(row: fault.record, column: fault.field)
    let what =
      fault.isAfterClosingQuote
      ? "text follows a closing quote" : "a quote stands in an unquoted field"
    faults.add(
      .strayQuote, at: Place(cell: cell, length: 0, sheet: ""), subject: "quote",
      "\(DelimitedCheck.position(cell, line: fault.line)): \(what); it was read as an ordinary character"
    )
  }

  /// Takes the bytes of a field for what people should see in it.
  mutating func take(_ field: Swift.Span<UInt8>, at cell: CellReference, line: Int) {
    var hasNUL = false
    var hasLineBreak = false
    for index in field.indices {
      switch field[index] {
      case 0: hasNUL = true
      case 0x0A, 0x0D: hasLineBreak = true
      default: continue
      }
    }
    guard hasNUL || hasLineBreak else { return }
    let place = Place(cell: cell, length: 0, sheet: "")
    if hasNUL {
      oddities.add(
        .nulByte, at: place, subject: "field",
        "\(DelimitedCheck.position(cell, line: line)): a zero byte")
    }
    if hasLineBreak {
      oddities.add(
        .lineBreakInCell, at: place, subject: "field",
        "\(DelimitedCheck.position(cell, line: line)): a line break in the field")
    }
  }

  /// Adds a finding for each fault, in the order of the text for each kind.
  mutating func report(into findings: inout FindingList) {
    if expected == nil { decide(width) }
    for list in [labels, widths, faults, oddities] { findings.take(list) }
  }
}

extension DelimitedCheck {
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

  private mutating func report(labels texts: [String], _ shape: Shape) {
    if texts.allSatisfy(\.isEmpty) {
      let cell = CellReference(row: shape.row, column: 1)
      labels.add(
        .blankHeader, at: Place(cell: cell, length: 0, sheet: ""), subject: "header",
        "row \(shape.row) should name the columns and is blank")
      return
    }
    var first: [String: Int] = [:]
    for (index, label) in texts.enumerated() {
      let cell = CellReference(row: shape.row, column: index + 1)
      let place = Place(cell: cell, length: label.unicodeScalars.count, sheet: "")
      if label.isEmpty {
        labels.add(
          .blankLabel, at: place, subject: "column \(index + 1)",
          "\(DelimitedCheck.position(cell, line: shape.line)): the column has no name")
      } else if let earlier = first[label] {
        labels.add(
          .duplicateLabel, at: place, subject: label,
          "\(DelimitedCheck.position(cell, line: shape.line)): the column is named like column \(earlier)"
        )
      } else {
        first[label] = index + 1
      }
    }
  }

  private mutating func report(_ shape: Shape, not width: Int) {
    if shape.fields == 0 {
      let cell = CellReference(row: shape.row, column: 1)
      widths.add(
        .blankRow, at: Place(cell: cell, length: 0, sheet: ""), subject: "row",
        "row \(shape.row) (line \(shape.line)) is blank")
      return
    }
    // The first cell that is missing, or the first that is too many.
    let cell = CellReference(row: shape.row, column: min(shape.fields, width) + 1)
    widths.add(
      shape.fields < width ? .missingCell : .extraCell,
      at: Place(cell: cell, length: 0, sheet: ""), subject: "row",
      "\(DelimitedCheck.position(cell, line: shape.line)): the row has \(shape.fields) fields, not \(width)"
    )
  }

  private static func position(_ cell: CellReference, line: Int) -> String {
    "row \(cell.row) (line \(line)), column \(cell.column)"
  }
}
