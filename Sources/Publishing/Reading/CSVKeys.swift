import Platform

/// The texts of some columns of records, one record after the other in one buffer.
public struct CSVKeys: Sendable {
  /// A record without a text for one of the columns.
  public struct Gap: Error, Sendable, Hashable {
    /// The record, from 0.
    public let record: Int
    /// Which of the columns.
    public let column: Int
    /// Whether the field is there and empty.
    public let isEmpty: Bool
  }

  /// The texts.
  public private(set) var bytes: [UInt8] = []
  /// Where the texts of each record end.
  public private(set) var ends: [Int] = []
  /// Whether they rise from record to record, so that no two are the same.
  public private(set) var isRising = true

  /// Collects the texts of some records, of all but the header where none are named.
  public init(
    of records: CSVRecords, _ chosen: [Int]?, columns: [Int]
  ) throws(Gap) {
    let count = chosen?.count ?? max(0, records.count - 1)
    ends.reserveCapacity(count)
    var previous = 0..<0
    for row in 0..<count {
      let start = bytes.count
      try append(chosen?[row] ?? row + 1, records, columns)
      ends.append(bytes.count)
      if isRising, row > 0 {
        isRising =
          Bytes.order(
            bytes.span.extracting(previous), bytes.span.extracting(start..<bytes.count)) < 0
      }
      previous = start..<bytes.count
    }
  }

  /// Where the texts of a record stand, by its position among those collected.
  public func range(_ position: Int) -> Range<Int> {
    (position == 0 ? 0 : ends[position - 1])..<ends[position]
  }

  private mutating func append(
    _ record: Int, _ records: CSVRecords, _ columns: [Int]
  ) throws(Gap) {
    for (index, column) in columns.enumerated() {
      guard let field = records.field(record, column) else {
        throw Gap(record: record, column: index, isEmpty: false)
      }
      guard !field.inner.isEmpty else {
        throw Gap(record: record, column: index, isEmpty: true)
      }
      if index > 0 { bytes.append(KeySet.separator) }
      if field.hasDoubledQuotes {
        bytes.append(contentsOf: records.text(field).utf8)
      } else {
        bytes.append(contentsOf: records.bytes[field.inner])
      }
    }
  }
}
