import CSV

/// Finds the records of arbitrary text in two ways and checks that both say the same.
///
/// The first byte chooses the delimiter and in which pieces the scanner gets the text.
@c(LLVMFuzzerTestOneInput)
public func fuzzCSV(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  let delimiter = [0x2C, 0x09, 0x3B, 0x7C][Int(start[0]) & 3] as UInt8
  let piece = Int(start[0] >> 2) + 1
  precondition(
    scanned(bytes, delimiter, piece: piece) == library(bytes[...], delimiter, line: 1, row: 0))
  return 0
}

/// The records that the scanner finds, then those that the library finds in the rest.
private func scanned(_ bytes: [UInt8], _ delimiter: UInt8, piece: Int) -> [String] {
  let scanner = CSVScanner(delimiter: delimiter)
  var records: [String] = []
  var (position, line, end) = (0, 1, min(piece, bytes.count))
  while true {
    let isLast = end == bytes.count
    switch scanner.next(in: bytes.span.extracting(..<end), from: position, isLast: isLast) {
    case .record(let record):
      var fields: [[UInt8]] = []
      scanner.forEachField(of: record, in: bytes.span) { field in
        var copy: [UInt8] = []
        for index in field.indices { copy.append(field[index]) }
        fields.append(copy)
      }
      precondition(fields.count == record.fields)
      records.append("\(records.count + 1) \(line) \(fields)")
      line += 1 + record.lineBreaks
      position = record.next
    case .incomplete:
      if isLast { return records }
      end = min(bytes.count, end + piece)
    case .irregular:
      return records + library(bytes[position...], delimiter, line: line, row: records.count)
    }
  }
}

private func library(
  _ bytes: ArraySlice<UInt8>, _ delimiter: UInt8, line: Int, row: Int
) -> [String] {
  var batch = CSVBatch(line: line, recordsBefore: row)
  var end: [String] = []
  do throws(CSVError) {
    var parser = try CSVParser(delimiter: delimiter)
    try parser.feed(bytes.span, into: &batch)
    try parser.finish(into: &batch)
  } catch { end = ["\(error)"] }
  return batch.records.map { record in
    "\(record.number) \(record.line) \(record.fields.map { Array(batch.bytes[batch.range(ofField: $0)]) })"
  } + batch.faults.map { "\($0)" } + end
}
