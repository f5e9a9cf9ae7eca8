import CSV
import Model

/// Delimited text into one sheet, with a finding for each fault of its structure.
extension Source {
  /// Reads a delimited text.
  mutating func readDelimited(_ bytes: [UInt8]) throws(Refusal) -> Document.Content {
    identify(as: .csv)
    let shape =
      settings.delimiter.map { Delimiting(bytes, delimiter: $0, quote: settings.quote) }
      ?? Delimiting.find(in: bytes, quote: settings.quote)
    if shape.delimiter == UInt8(ascii: "\t") { attributes.mediaType = "text/tab-separated-values" }
    var table = DelimitedTable(width: shape.width, limits: limits)
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
      throw refusal(error, at: batch.openRecord)
    }
    if let refusal = table.refusal { throw refusal }
    DelimitedCheck(table, header: settings.header).report(into: &findings)
    return .sheets([Sheet(name: "", cells: table.cells)])
  }

  private func refusal(_ error: CSVError, at record: CSVBatch.Record) -> Refusal {
    guard error.isOpenQuote else {
      return Refusal(.malformed, "\(error)", advice: "check the file")
    }
    let cell = CellReference(row: record.number, column: record.fields.count + 1)
    return Refusal(
      .malformed,
      "the quote that opens field \(cell.column) of record \(cell.row) (line \(record.line)) "
        + "is never closed",
      place: Place(cell: cell, length: 0, sheet: ""),
      advice: "close the quote, or set another quote character in the pipeline file")
  }
}
