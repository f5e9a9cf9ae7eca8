import CSV
import Model

/// The cells of a delimited text and the shape of its records, gathered batch by batch.
struct DelimitedTable {
  static let bytesPerBatch = 1 << 20

  /// The number of fields that most records have.
  let width: Int
  private let limits: ReadingLimits
  private(set) var cells: [Cell] = []
  private(set) var records: [Shape] = []
  private(set) var faults: [CSVBatch.Fault] = []
  private(set) var oddFields: [OddField] = []
  /// Why reading stopped, where it did.
  private(set) var refusal: Refusal?

  /// What is kept of a record besides its cells.
  struct Shape {
    /// The line it begins on, from 1.
    let line: Int
    /// The number of its fields; zero for a blank line.
    let fields: Int
    /// Where its cells begin among all.
    let firstCell: Int
  }

  /// A field with something in it that people should see.
  struct OddField {
    let cell: CellReference
    let line: Int
    let hasNUL: Bool
    let hasLineBreak: Bool
  }

  init(width: Int, limits: ReadingLimits) {
    self.width = width
    self.limits = limits
  }

  /// Takes over the complete records of a batch.
  mutating func take(_ batch: CSVBatch) {
    faults += batch.faults
    for record in batch.records where refusal == nil {
      records.append(
        Shape(line: record.line, fields: record.fields.count, firstCell: cells.count))
      for (column, field) in record.fields.enumerated() {
        take(
          batch.bytes[batch.range(ofField: field)],
          at: CellReference(row: record.number, column: column + 1), line: record.line)
      }
    }
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>, at cell: CellReference, line: Int) {
    guard !bytes.isEmpty else { return }
    func place() -> Place { Place(cell: cell, length: 0, sheet: "") }
    guard bytes.count <= limits.bytesPerCell else {
      refusal = .limit(\.bytesPerCell, of: limits, "the field is too long", place: place())
      return
    }
    guard cells.count < limits.cells else {
      refusal = .limit(\.cells, of: limits, "the table has too many cells", place: place())
      return
    }
    var hasNUL = false
    var hasLineBreak = false
    for byte in bytes where byte < 0x20 {
      if byte == 0 { hasNUL = true }
      if byte == 0x0A || byte == 0x0D { hasLineBreak = true }
    }
    if hasNUL || hasLineBreak, oddFields.count <= 2 * limits.findingsPerCode {
      oddFields.append(
        OddField(cell: cell, line: line, hasNUL: hasNUL, hasLineBreak: hasLineBreak))
    }
    cells.append(Cell(cell, .text(String(decoding: bytes, as: UTF8.self))))
  }
}
