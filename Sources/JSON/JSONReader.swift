/// Reads strict JSON (RFC 8259); what is odd is an error with its line and column.
public struct JSONReader {
  /// How deep values may lie in each other.
  public static let maxDepth = 200

  private let bytes: [UInt8]
  private var position: Int
  private let end: Int

  private init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// Reads one value; anything after it but white space is an error.
  public static func read(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    try read(bytes, bytes.indices)
  }

  /// Reads JSON Lines: a value on each line that is not empty.
  public static func readLines(_ bytes: [UInt8]) throws(JSONError) -> [JSONValue] {
    var values: [JSONValue] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if start < end { values.append(try read(bytes, start..<end)) }
      start = end + 1
    }
    return values
  }

  private static func read(
    _ bytes: [UInt8], _ range: Range<Int>
  ) throws(JSONError) -> JSONValue {
    var reader = JSONReader(bytes, range)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.position == reader.end else { throw reader.error("text after the value") }
    return value
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    guard depth <= JSONReader.maxDepth else { throw error("values lie too deep in each other") }
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), .some(0x30...0x39): return .number(try number())
    case nil: throw error("the text ends where a value should stand")
    default: throw error("no value can start here")
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var members: [JSONMember] = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object([]) }
    repeat {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw error("a key in quotes should stand here") }
      let key = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw error("a colon should stand here") }
      members.append(JSONMember(key, try value(depth: depth + 1)))
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw error("the object does not end") }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var elements: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array([]) }
    repeat {
      elements.append(try value(depth: depth + 1))
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw error("the list does not end") }
    return .array(elements)
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[position..<end].starts(with: word.utf8) else {
      throw error("no value can start here")
    }
    position += word.utf8.count
    return value
  }

  private mutating func number() throws(JSONError) -> String {
    let start = position
    _ = take(UInt8(ascii: "-"))
    let whole = digits()
    guard whole > 0, whole == 1 || bytes[position - whole] != UInt8(ascii: "0") else {
      throw error("a number is malformed")
    }
    if take(UInt8(ascii: ".")), digits() == 0 { throw error("digits should follow the point") }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard digits() > 0 else { throw error("digits should follow the exponent") }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() -> Int {
    let start = position
    while let byte = peek, (0x30...0x39).contains(byte) { position += 1 }
    return position - start
  }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    let start = position
    position = JSONReader.endOfPlainText(bytes.span, from: start, to: end)
    // Most texts have no escapes and end here.
    if peek == UInt8(ascii: "\""),
      let valid = JSONReader.text(bytes.span.extracting(start..<position))
    {
      position += 1
      return valid
    }
    var text = Array(bytes[start..<position])
    while let byte = peek {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let valid = String(validating: text, as: UTF8.self) else {
          throw error("a text is not UTF-8")
        }
        return valid
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw error("a control character stands in a text")
      default: text.append(byte)
      }
    }
    throw error("a text does not end")
  }

  /// Where a quote, an escape or a control character stands first.
  private static func endOfPlainText(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var position = start
    while position < end {
      switch bytes[position] {
      case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"): return position
      default: position += 1
      }
    }
    return end
  }

  /// The text, or nothing where the bytes are not UTF-8.
  private static func text(_ bytes: Span<UInt8>) -> String? {
    do { return String(copying: try UTF8Span(validating: bytes)) } catch { return nil }
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    guard let byte = peek else { throw error("a text does not end") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: String(try scalar()).utf8)
    default: throw error("an escape is unknown")
    }
  }

  private mutating func scalar() throws(JSONError) -> Unicode.Scalar {
    var value = try unit()
    if (0xD800..<0xDC00).contains(value), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
      let low = try unit()
      guard (0xDC00..<0xE000).contains(low) else { throw error("half a surrogate pair") }
      value = 0x1_0000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw error("half a surrogate pair") }
    return scalar
  }

  private mutating func unit() throws(JSONError) -> UInt32 {
    let end = position + 4
    guard end <= self.end, let text = String(validating: bytes[position..<end], as: UTF8.self),
      text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let value = UInt32(text, radix: 16)
    else { throw error("four hexadecimal digits should follow") }
    position = end
    return value
  }

  private var peek: UInt8? { position < end ? bytes[position] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private func error(_ reason: String) -> JSONError {
    let before = bytes[..<min(position, end)]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return JSONError(
      reason: reason, line: before.count { $0 == 0x0A } + 1, column: position - lineStart + 1)
  }
}

/// Why a text is not JSON, and where.
public struct JSONError: Error, Hashable, CustomStringConvertible {
  /// What is wrong.
  public let reason: String
  /// The line, from 1.
  public let line: Int
  /// The byte of the line, from 1.
  public let column: Int

  /// The text for people.
  public var description: String { "\(line):\(column): \(reason)" }
}
