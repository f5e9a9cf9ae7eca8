import CSV
import Model

/// The cells of a delimited text, gathered batch by batch.
struct DelimitedTable {
  static let bytesPerBatch = 1 << 20

  private let limits: ReadingLimits
  private(set) var cells: [Cell] = []
  private(set) var check: DelimitedCheck
  /// Why reading stopped, where it did.
  private(set) var refusal: Refusal?

  init(_ check: DelimitedCheck, limits: ReadingLimits) {
    self.check = check
    self.limits = limits
  }

  /// Takes over the complete records of a batch.
  mutating func take(_ batch: CSVBatch) {
    for fault in batch.faults { check.take(fault) }
    for record in batch.records where refusal == nil {
      check.take(row: record.number, line: record.line, fields: record.fields.count) {
        record.fields.map { batch.string(ofField: $0) }
      }
      for (column, field) in record.fields.enumerated() {
        take(
          batch, field, at: CellReference(row: record.number, column: column + 1),
          line: record.line)
      }
    }
  }

  private mutating func take(_ batch: CSVBatch, _ field: Int, at cell: CellReference, line: Int) {
    let range = batch.range(ofField: field)
    guard !range.isEmpty else { return }
    func place() -> Place { Place(cell: cell, length: 0, sheet: "") }
    guard range.count <= limits.bytesPerCell else {
      refusal = .limit(\.bytesPerCell, of: limits, "the field is too long", place: place())
      return
    }
    guard cells.count < limits.cells else {
      refusal = .limit(\.cells, of: limits, "the table has too many cells", place: place())
      return
    }
    check.take(batch.bytes.span.extracting(range), at: cell, line: line)
    cells.append(Cell(cell, .text(batch.string(ofField: field))))
  }
}

extension CSVBatch {
  /// A field as a text.
  func string(ofField field: Int) -> String {
    String(decoding: bytes[range(ofField: field)], as: UTF8.self)
  }
}
