import CSV
import Model

/// Delimited text into one sheet, with a finding for each fault of its structure.
extension Source {
  /// Reads a delimited text.
  mutating func readDelimited(_ bytes: [UInt8]) throws(Refusal) -> Document.Content {
    let shape = identifyDelimited(bytes)
    var table = DelimitedTable(
      DelimitedCheck(width: shape.width, header: settings.header, like: findings), limits: limits)
    var batch = CSVBatch()
    do throws(CSVError) {
      var parser = try CSVParser(delimiter: shape.delimiter, quote: settings.quote)
      var start = 0
      while start < bytes.count, table.refusal == nil {
        let end = min(start + DelimitedTable.bytesPerBatch, bytes.count)
        try parser.feed(bytes.span.extracting(start..<end), into: &batch)
        table.take(batch)
        batch.removeRecords()
        start = end
      }
      try parser.finish(into: &batch)
      table.take(batch)
    } catch {
      throw Refusal(error, at: batch.openRecord)
    }
    if let refusal = table.refusal { throw refusal }
    var check = table.check
    check.report(into: &findings)
    return .sheets([Sheet(name: "", cells: table.cells)])
  }

  /// Finds how the fields of a text are told apart and notes what it is; the beginning is enough.
  mutating func identifyDelimited(_ bytes: [UInt8]) -> Delimiting {
    identify(as: .csv)
    let shape =
      settings.delimiter.map { Delimiting(bytes, delimiter: $0, quote: settings.quote) }
      ?? Delimiting.find(in: bytes, quote: settings.quote)
    if shape.delimiter == UInt8(ascii: "\t") { attributes.mediaType = "text/tab-separated-values" }
    return shape
  }
}

extension Refusal {
  /// A failure of the CSV library as a refusal; `record` is the one that has not ended.
  init(_ error: CSVError, at record: CSVBatch.Record) {
    guard error.isOpenQuote else {
      self.init(.malformed, "\(error)", advice: "check the file")
      return
    }
    let cell = CellReference(row: record.number, column: record.fields.count + 1)
    self.init(
      .malformed,
      "the quote that opens field \(cell.column) of record \(cell.row) (line \(record.line)) "
        + "is never closed",
      place: Place(cell: cell, length: 0, sheet: ""),
      advice: "close the quote, or set another quote character in the pipeline file")
  }
}
