import Platform

/// The texts of some columns of records, one record after the other.
///
/// The texts of one column stay where they are in the file; only where they are made of several, or
/// of quotes written twice, they are copied.
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

  /// What holds the texts.
  public private(set) var bytes: [UInt8]
  // Where the text of each record stands there.
  private var places: [Range<Int>] = []
  /// Whether they rise from record to record, so that no two are the same.
  public private(set) var isRising = true

  /// Collects the texts of some records, of all but the header where none are named.
  public init(
    of records: CSVRecords, _ chosen: [Int]?, columns: [Int]
  ) throws(Gap) {
    bytes = records.bytes
    let count = chosen?.count ?? max(0, records.count - 1)
    places.reserveCapacity(count)
    if columns.count == 1, try locate(columns[0], records, chosen, count) { return }
    bytes = []
    places.removeAll(keepingCapacity: true)
    isRising = true
    for row in 0..<count {
      let start = bytes.count
      try append(chosen?[row] ?? row + 1, records, columns)
      note(start..<bytes.count, in: bytes)
    }
  }

  /// The number of records.
  public var count: Int { places.count }

  /// Where the texts of a record stand, by its position among those collected.
  public func range(_ position: Int) -> Range<Int> { places[position] }

  /// Finds the texts of a column in the file, unless one is not written there as it is.
  private mutating func locate(
    _ column: Int, _ records: CSVRecords, _ chosen: [Int]?, _ count: Int
  ) throws(Gap) -> Bool {
    for row in 0..<count {
      let field = try CSVKeys.field(chosen?[row] ?? row + 1, records, column, 0)
      if field.hasDoubledQuotes { return false }
      note(field.inner, in: records.bytes)
    }
    return true
  }

  private mutating func note(_ place: Range<Int>, in texts: [UInt8]) {
    if isRising, let previous = places.last {
      isRising =
        Bytes.order(texts.span.extracting(previous), texts.span.extracting(place)) < 0
    }
    places.append(place)
  }

  private mutating func append(
    _ record: Int, _ records: CSVRecords, _ columns: [Int]
  ) throws(Gap) {
    for (index, column) in columns.enumerated() {
      let field = try CSVKeys.field(record, records, column, index)
      if index > 0 { bytes.append(KeySet.separator) }
      if field.hasDoubledQuotes {
        bytes.append(contentsOf: records.text(field).utf8)
      } else {
        bytes.append(contentsOf: records.bytes[field.inner])
      }
    }
  }

  private static func field(
    _ record: Int, _ records: CSVRecords, _ column: Int, _ index: Int
  ) throws(Gap) -> CSVField {
    guard let field = records.field(record, column) else {
      throw Gap(record: record, column: index, isEmpty: false)
    }
    guard !field.inner.isEmpty else { throw Gap(record: record, column: index, isEmpty: true) }
    return field
  }
}
