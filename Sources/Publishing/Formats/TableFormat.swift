public import Model

/// A way to write the rows of a table as bytes, one row after the other.
public protocol TableFormat: Sendable {
  /// Writes what stands before the rows.
  func writeHeader(into bytes: inout [UInt8])
  /// Writes a row, which has a value for each column.
  func write(_ row: [Value], into bytes: inout [UInt8])
}

extension TableFormat {
  /// Writes a whole table.
  public func write(_ rows: [[Value]]) -> [UInt8] {
    var bytes: [UInt8] = []
    writeHeader(into: &bytes)
    for row in rows { write(row, into: &bytes) }
    return bytes
  }
}
