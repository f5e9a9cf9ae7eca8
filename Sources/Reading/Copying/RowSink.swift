import Model
public import RawBytes

/// What becomes of the rows of a table, one by one.
public protocol TableRows: ~Copyable {
  /// A failure to write, as against something that is wrong with the table.
  associatedtype Failure: Error
  /// The failure that ended the copying, where one did.
  var failure: Failure? { get }
  /// Takes the row that names the columns, and names of which none is blank or stands twice.
  mutating func begin(_ row: TableRow, columns: [String]) throws(Refusal)
  /// Takes a row below it.
  mutating func take(_ row: TableRow) throws(Refusal)
  /// Takes a row that holds no values: one above the header, or a blank line.
  mutating func pass(_ row: TableRow) throws(Refusal)
  /// Writes what waits, where it is enough to be worth it.
  mutating func flush() throws(Refusal)
  /// Forgets all rows: the table is read again from its beginning.
  mutating func clear() throws(Refusal)
  /// Takes the end of the table; nothing named its columns where it is empty.
  mutating func end(isEmpty: Bool) throws(Refusal)
  /// Delivers the table.
  consuming func deliver() throws(Failure)
}

extension TableRows where Self: ~Copyable {
  /// Leaves the row out.
  public mutating func pass(_ row: TableRow) throws(Refusal) {}
}

/// A row of a table that is copied.
public struct TableRow: ~Escapable {
  /// Its number, from 1.
  public let number: Int
  /// The record, with its line end.
  public let bytes: Swift.Span<UInt8>
  /// Where its fields lie, with their quotes; none for a blank line.
  public let fields: [Range<Int>]

  @_lifetime(copy bytes)
  init(number: Int, bytes: Swift.Span<UInt8>, fields: [Range<Int>]) {
    self.number = number
    self.bytes = bytes
    self.fields = fields
  }

  /// Whether a field stands in quotes.
  public func isQuoted(_ field: Range<Int>) -> Bool {
    !field.isEmpty && bytes[field.lowerBound] == UInt8(ascii: "\"")
  }

  /// Whether nothing stands in the row.
  public var isBlank: Bool {
    for field in fields where !isBlank(field) { return false }
    return true
  }

  private func isBlank(_ field: Range<Int>) -> Bool {
    field.isEmpty || (field.count == 2 && isQuoted(field))
  }

  /// The number of its fields, where no more than some columns hold something.
  ///
  /// What stands beyond them would have no column.
  public func width(within columns: Int) throws(Refusal) -> Int {
    guard fields.count > columns else { return fields.count }
    for index in columns..<fields.count where !isBlank(fields[index]) {
      throw Refusal(
        .malformed,
        "row \(number) holds something in column \(index + 1), but the header names \(columns)",
        place: Place(cell: CellReference(row: number, column: index + 1), length: 0, sheet: ""),
        advice: "say with '--header ROW' which row names the columns, or mend the row")
    }
    return columns
  }

  /// The text of a field.
  public func text(_ field: Range<Int>) -> String {
    var text = ByteBuffer(capacity: max(field.count, 1))
    append(field, to: &text)
    return text.bytes.string
  }

  /// Appends the bytes of a field without its quotes.
  public func append(_ field: Range<Int>, to buffer: inout ByteBuffer) {
    guard isQuoted(field) else { return buffer.append(contentsOf: bytes.extracting(field)) }
    var index = field.lowerBound + 1
    while index < field.upperBound - 1 {
      buffer.append(bytes[index])
      // Of two quotes one is meant.
      index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
    }
  }
}

/// Cuts a table into its rows and finds the one that names the columns.
public struct RowSink<Rows: TableRows & ~Copyable>: TableSink, ~Copyable {
  private var rows: Rows
  // The row that names the columns; nothing means the first that is not blank.
  private let header: Int?
  private var cutter = RecordCutter()
  private var number = 0
  private var hasBegun = false
  // The beginning of a record whose end is to come.
  private var held = ByteBuffer(capacity: 1 << 12)

  /// A sink for rows; `header` is the row that names the columns, otherwise the first not blank.
  public init(_ rows: consuming Rows, header: Int? = nil) {
    self.rows = rows
    self.header = header
  }

  /// The failure that ended the copying, where one did.
  public var failure: Rows.Failure? { rows.failure }

  /// Takes the next bytes.
  public mutating func write(_ bytes: Swift.Span<UInt8>) throws(Refusal) {
    if held.count == 0 {
      let used = try take(bytes)
      held.append(contentsOf: bytes.extracting(used...))
    } else {
      // The bytes may not be a part of the sink while it is changed.
      var whole = ByteBuffer(capacity: 1)
      swap(&whole, &held)
      whole.append(contentsOf: bytes)
      let used = try take(whole.bytes)
      whole.removeFirst(used)
      swap(&whole, &held)
    }
    try rows.flush()
  }

  /// Takes the whole records that some bytes begin with and says how many bytes they are.
  private mutating func take(_ bytes: Swift.Span<UInt8>) throws(Refusal) -> Int {
    var position = 0
    while let length = cutter.next(in: bytes.extracting(position...)) {
      number += 1
      let record = bytes.extracting(position..<position + length)
      try take(TableRow(number: number, bytes: record, fields: cutter.fields))
      position += length
    }
    return position
  }

  private mutating func take(_ row: TableRow) throws(Refusal) {
    if hasBegun {
      if row.fields.isEmpty { try rows.pass(row) } else { try rows.take(row) }
    } else if header.map({ row.number == $0 }) ?? !row.isBlank {
      hasBegun = true
      var texts: [String] = []
      for field in row.fields { texts.append(row.text(field)) }
      try rows.begin(row, columns: ColumnNames.unique(texts))
    } else {
      try rows.pass(row)
    }
  }

  /// Forgets what was written.
  public mutating func clear() throws(Refusal) {
    cutter = RecordCutter()
    number = 0
    hasBegun = false
    held.removeAll()
    try rows.clear()
  }

  /// Takes the end of the table.
  public mutating func end() throws(Refusal) {
    if let header, !hasBegun {
      throw Refusal(
        .malformed, "row \(header) should name the columns, but the table has \(number) rows",
        advice: "say with '--header ROW' which row names the columns")
    }
    try rows.end(isEmpty: !hasBegun)
  }

  /// Delivers the table.
  public consuming func deliver() throws(Rows.Failure) { try rows.deliver() }
}
