import JSON
public import Platform
public import RawBytes

/// Rows as JSON Lines: an object a row, its values the texts of the fields as they are printed.
///
/// A row that is shorter than the header has no keys for what it lacks; a row in which nothing
/// stands is left out.
public struct JSONLinesRows: TableRows, ~Copyable {
  /// So many bytes are written at a time.
  private static let bytesPerWrite = 1 << 18

  /// The failure that ended the copying, where one did.
  public private(set) var failure: PlatformError?
  private var output: PendingOutput
  private var lines = ByteBuffer(capacity: 2 * JSONLinesRows.bytesPerWrite)
  // What stands before the value of each column: `{"省庁":"`, `","金額":"`.
  private var keys: [UInt8] = []
  private var keyEnds: [Int] = []

  /// Rows for a file, or for standard output where there is no path.
  public init(_ path: String?) throws(PlatformError) {
    output = try PendingOutput(path)
  }

  /// Takes the row that names the columns.
  public mutating func begin(_ row: TableRow, columns: [String]) throws(Refusal) {
    keys = []
    keyEnds = columns.enumerated().map { index, name in
      keys += (index == 0 ? "{" : "\",").utf8
      JSONWriter.append(name, to: &keys)
      keys += ":\"".utf8
      return keys.count
    }
  }

  /// Takes a row below it.
  public mutating func take(_ row: TableRow) throws(Refusal) {
    let width = try row.width(within: keyEnds.count)
    guard !row.isBlank else { return }
    let keys = keys
    var keyStart = 0
    for index in 0..<width {
      let keyEnd = keyEnds[index]
      lines.append(contentsOf: keys.span.extracting(keyStart..<keyEnd))
      keyStart = keyEnd
      lines.append(jsonOf: row.fields[index], in: row)
    }
    lines.append("\"}\n")
  }

  /// Writes what waits, where it is enough.
  public mutating func flush() throws(Refusal) {
    if lines.count >= JSONLinesRows.bytesPerWrite { try write() }
  }

  private mutating func write() throws(Refusal) {
    do throws(PlatformError) { try output.write(lines) } catch { throw stop(error) }
    lines.removeAll()
  }

  /// Forgets what was written.
  public mutating func clear() throws(Refusal) {
    lines.removeAll()
    do throws(PlatformError) { try output.clear() } catch { throw stop(error) }
  }

  /// Takes the end of the table.
  public mutating func end(isEmpty: Bool) throws(Refusal) { try write() }

  /// Delivers the table.
  public consuming func deliver() throws(PlatformError) { try output.deliver() }

  private mutating func stop(_ error: PlatformError) -> Refusal {
    failure = error
    return .unwritable(error)
  }
}

extension PendingOutput {
  /// Writes the bytes of a buffer.
  public mutating func write(_ buffer: borrowing ByteBuffer) throws(PlatformError) {
    try write(buffer.bytes)
  }
}

extension ByteBuffer {
  /// Appends the text of a field.
  fileprivate mutating func append(jsonOf field: Range<Int>, in row: TableRow) {
    guard row.isQuoted(field) else { return append(json: row.bytes.extracting(field)) }
    // Quotes are doubled in it, and escaped here.
    var start = field.lowerBound + 1
    var index = start
    while index < field.upperBound - 1 {
      if row.bytes[index] == UInt8(ascii: "\"") {
        append(json: row.bytes.extracting(start...index))
        index += 1
        start = index + 1
      }
      index += 1
    }
    append(json: row.bytes.extracting(start..<field.upperBound - 1))
  }

  /// Appends a text as it stands between the quotes of a JSON string, escaped as `JSONWriter` does.
  private mutating func append(json text: Swift.Span<UInt8>) {
    var start = 0
    while true {
      let stop = text.firstJSONEscape(from: start)
      append(contentsOf: text.extracting(start..<stop))
      guard stop < text.count else { return }
      start = stop + appendEscape(of: text, at: stop)
    }
  }

  /// Appends the character at a place and says how many bytes it is, or begins with.
  private mutating func appendEscape(of text: Swift.Span<UInt8>, at place: Int) -> Int {
    let byte = text[place]
    switch byte {
    case 0x22: append("\\\"")
    case 0x5C: append("\\\\")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    case 0xE2:
      guard place + 2 < text.count, text[place + 1] == 0x80, text[place + 2] & 0xFE == 0xA8 else {
        append(byte)
        break
      }
      append(text[place + 2] == 0xA8 ? "\\u2028" : "\\u2029")
      return 3
    default:
      append("\\u00")
      append(0x30 + byte >> 4)
      append(text: String(byte & 15, radix: 16))
    }
    return 1
  }
}
