/// Some records of a delimited text; the bytes of all fields lie side by side.
public struct CSVBatch: Sendable {
  /// The bytes of the fields without their quotes.
  public private(set) var bytes: [UInt8] = []
  /// The complete records.
  public private(set) var records: [Record] = []
  /// The quotes that stand where none should.
  public private(set) var faults: [Fault] = []

  private var fieldEnds: [Int] = []
  private var firstOpenField = 0
  private var recordCount = 0
  private var line = 1
  private var lineBreaksInRecord = 0
  private var lastTerminator: Int32 = 0

  /// A batch without records, of a text that begins on a line and after some records of a whole.
  public init(line: Int = 1, recordsBefore: Int = 0) {
    self.line = line
    recordCount = recordsBefore
  }

  /// A record: a row of the table.
  public struct Record: Sendable, Hashable {
    /// The number of the record, from 1; blank lines count.
    public let number: Int
    /// The line of the text it begins on, from 1.
    public let line: Int
    /// Its fields, as indices for `range(ofField:)`; none for a blank line.
    public let fields: Range<Int>
  }

  /// A quote that stands where none should.
  public struct Fault: Sendable, Hashable {
    /// The number of the record, from 1.
    public let record: Int
    /// The number of the field, from 1.
    public let field: Int
    /// The line the record begins on, from 1.
    public let line: Int
    /// Whether something follows a closing quote; otherwise a quote stands in an unquoted field.
    public let isAfterClosingQuote: Bool
  }

  /// The bytes of a field.
  public func range(ofField field: Int) -> Range<Int> {
    (field == 0 ? 0 : fieldEnds[field - 1])..<fieldEnds[field]
  }

  /// The record that has been begun but not ended: its number, its line and its complete fields.
  public var openRecord: Record {
    Record(number: recordCount + 1, line: line, fields: firstOpenField..<fieldEnds.count)
  }

  /// Forgets the complete records and the faults, keeping the memory.
  public mutating func removeRecords() {
    let start = firstOpenField == 0 ? 0 : fieldEnds[firstOpenField - 1]
    bytes.removeSubrange(..<start)
    fieldEnds.removeSubrange(..<firstOpenField)
    for index in fieldEnds.indices { fieldEnds[index] -= start }
    firstOpenField = 0
    records.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
  }

  mutating func endField(_ text: UnsafeRawBufferPointer) {
    let start = bytes.count
    unsafe bytes.append(contentsOf: text)
    var previous: UInt8 = 0
    for byte in bytes[start...] {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { lineBreaksInRecord += 1 }
      previous = byte
    }
    fieldEnds.append(bytes.count)
  }

  mutating func endRecord(terminator: Int32) {
    let isSecondHalf = terminator == 0x0A && lastTerminator == 0x0D
    // CR LF is reported as two line ends, the second without fields.
    if isSecondHalf, firstOpenField == fieldEnds.count {
      lastTerminator = 0
      return
    }
    lastTerminator = terminator
    recordCount += 1
    records.append(
      Record(number: recordCount, line: line, fields: firstOpenField..<fieldEnds.count))
    firstOpenField = fieldEnds.count
    line += 1 + lineBreaksInRecord
    lineBreaksInRecord = 0
  }

  mutating func addFault(isAfterClosingQuote: Bool) {
    faults.append(
      Fault(
        record: recordCount + 1, field: fieldEnds.count - firstOpenField + 1, line: line,
        isAfterClosingQuote: isAfterClosingQuote))
  }
}
