import CSV
import Model
import RawBytes

/// Rewrites delimited text as CSV, piece by piece: commas, LF, quotes only where they are needed.
///
/// Each record keeps its fields, so that blank and short ones stay what they are.
struct DelimitedCopy: ~Copyable {
  /// What is ready to be written.
  var output = ByteBuffer(capacity: 1 << 20)

  private let limits: ReadingLimits
  private let delimiter: UInt8
  private let quote: UInt8
  private let scanner: CSVScanner
  private var check: DelimitedCheck
  private var row = 0
  private var line = 1
  // Reads on from the first record that is not regular.
  private var library: CSVParser?
  private var batch = CSVBatch()

  init(_ shape: Delimiting, quote: UInt8, check: DelimitedCheck, limits: ReadingLimits) {
    delimiter = shape.delimiter
    self.quote = quote
    scanner = CSVScanner(delimiter: delimiter, quote: quote)
    self.check = check
    self.limits = limits
  }

  /// Adds the findings to others.
  mutating func report(into findings: inout FindingList) { check.report(into: &findings) }

  /// Rewrites the records that some bytes begin with and says how many bytes they take; of the
  /// last bytes all are taken.
  mutating func take(_ bytes: Swift.Span<UInt8>, isLast: Bool) throws(Refusal) -> Int {
    var position = 0
    if library == nil {
      var irregular = false
      position = takeRegular(bytes, isLast: isLast, &irregular)
      guard irregular else { return position }
    }
    do throws(CSVError) {
      try takeRest(bytes.extracting(position...), isLast: isLast)
    } catch {
      throw Refusal(error, at: batch.openRecord)
    }
    try writeBatch()
    return bytes.count
  }

  /// Rewrites regular records and says where the first other one begins.
  private mutating func takeRegular(
    _ bytes: Swift.Span<UInt8>, isLast: Bool, _ irregular: inout Bool
  ) -> Int {
    // Records that are CSV already are copied many at a time.
    let keepsForm = delimiter == ByteBuffer.comma && quote == UInt8(ascii: "\"")
    let scanner = scanner
    var position = 0
    var kept = 0
    scan: while true {
      switch scanner.next(in: bytes, from: position, isLast: isLast) {
      case .incomplete:
        // A record without an end would be held whole.
        irregular = bytes.count - position > limits.bytesPerCell
        break scan
      case .record(let record) where record.range.count <= limits.bytesPerCell:
        row += 1
        check.take(row: row, line: line, fields: record.fields) {
          var texts: [String] = []
          scanner.forEachField(of: record, in: bytes) { texts.append($0.string) }
          return texts
        }
        // A record whose quotes are needed is in that form too; line ends in it are looked at.
        let isKept = keepsForm && !record.hasNeedlessQuotes && record.lineBreaks == 0
        if !isKept || record.next != record.range.upperBound + 1
          || bytes[record.range.upperBound] != 0x0A
        {
          output.append(contentsOf: bytes.extracting(kept..<position))
          if isKept {
            output.append(contentsOf: bytes.extracting(record.range))
          } else {
            write(record, in: bytes)
          }
          output.append(0x0A)
          kept = record.next
        }
        line += 1 + record.lineBreaks
        position = record.next
      case .record, .irregular:
        irregular = true
        break scan
      }
    }
    output.append(contentsOf: bytes.extracting(kept..<position))
    return position
  }

  private mutating func write(_ record: CSVScanner.Record, in bytes: Swift.Span<UInt8>) {
    let hasLineBreaks = record.lineBreaks > 0
    let scanner = scanner
    var column = 0
    var last = 0
    scanner.forEachField(of: record, in: bytes) { field in
      column += 1
      last = field.count
      if column > 1 { output.append(ByteBuffer.comma) }
      output.append(field: field)
      if hasLineBreaks {
        check.take(field, at: CellReference(row: row, column: column), line: line)
      }
    }
    // One empty field without quotes would be a blank line.
    if column == 1, last == 0 { output.append("\"\"") }
  }

  private mutating func takeRest(_ bytes: Swift.Span<UInt8>, isLast: Bool) throws(CSVError) {
    if library == nil {
      library = try CSVParser(delimiter: delimiter, quote: quote)
      batch = CSVBatch(line: line, recordsBefore: row)
    }
    try library?.feed(bytes, into: &batch)
    if isLast { try library?.finish(into: &batch) }
  }

  private mutating func writeBatch() throws(Refusal) {
    var batch = CSVBatch()
    swap(&batch, &self.batch)
    defer { swap(&batch, &self.batch) }
    for fault in batch.faults { check.take(fault) }
    for record in batch.records {
      check.take(row: record.number, line: record.line, fields: record.fields.count) {
        record.fields.map { batch.string(ofField: $0) }
      }
      for (index, field) in record.fields.enumerated() {
        let range = batch.range(ofField: field)
        let cell = CellReference(row: record.number, column: index + 1)
        guard range.count <= limits.bytesPerCell else {
          throw .limit(
            \.bytesPerCell, of: limits, "the field is too long",
            place: Place(cell: cell, length: 0, sheet: ""))
        }
        let bytes = batch.bytes.span.extracting(range)
        check.take(bytes, at: cell, line: record.line)
        if index > 0 { output.append(ByteBuffer.comma) }
        output.append(field: bytes)
      }
      if record.fields.count == 1, batch.range(ofField: record.fields.lowerBound).isEmpty {
        output.append("\"\"")
      }
      output.append(0x0A)
    }
    batch.removeRecords()
  }
}
