/// Writes JSON as bytes: compact on one line, or indented for people.
public struct JSONWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []
  private let isIndented: Bool

  /// Makes a writer.
  public init(indented: Bool = false) {
    isIndented = indented
  }

  /// Forgets what has been written, keeping the memory.
  public mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// Writes a value.
  public mutating func write(_ value: JSONValue) { write(value, depth: 0) }

  /// Writes a value and ends the line.
  public mutating func writeLine(_ value: JSONValue) {
    write(value)
    bytes.append(0x0A)
  }

  private mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .boolean(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .number(let digits): bytes.append(contentsOf: digits.utf8)
    case .string(let text): write(text)
    case .array(let elements):
      list("[", "]", elements, depth: depth) { writer, element in
        writer.write(element, depth: depth + 1)
      }
    case .object(let members):
      list("{", "}", members, depth: depth) { writer, member in
        writer.write(member.key)
        writer.bytes.append(contentsOf: (writer.isIndented ? ": " : ":").utf8)
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func list<Element>(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ elements: [Element], depth: Int,
    _ writeElement: (inout JSONWriter, Element) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(depth: depth + 1)
      writeElement(&self, element)
    }
    if !elements.isEmpty { breakLine(depth: depth) }
    bytes.append(UInt8(ascii: close))
  }

  private mutating func breakLine(depth: Int) {
    guard isIndented else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  /// Writes a text.
  public mutating func write(_ text: String) { JSONWriter.append(text, to: &bytes) }

  /// Adds a text in quotes with what must be escaped escaped; U+2028 and U+2029 too, for scripts.
  public static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    if isPlain(text) {
      bytes.append(contentsOf: text.utf8)
    } else {
      appendEscaped(text, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether nothing in a text must be escaped, as in most.
  private static func isPlain(_ text: String) -> Bool {
    let source = text.utf8Span.span
    for index in source.indices {
      let byte = source[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F { return false }
      if byte & 0xFE == 0xA8, index > 1, source[index - 1] == 0x80, source[index - 2] == 0xE2 {
        return false
      }
    }
    return true
  }

  private static func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
    let source = text.utf8Span.span
    for index in source.indices {
      let byte = source[index]
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(UInt8(ascii: byte < 0x10 ? "0" : byte < 0x20 ? "1" : "7"))
        bytes.append(contentsOf: String(byte & 15, radix: 16).utf8)
      case 0xA8, 0xA9:
        // The last byte of U+2028 or U+2029: takes back the two before it.
        guard index > 1, source[index - 1] == 0x80, source[index - 2] == 0xE2 else {
          bytes.append(byte)
          continue
        }
        bytes.removeLast(2)
        bytes.append(contentsOf: (byte == 0xA8 ? "\\u2028" : "\\u2029").utf8)
      default: bytes.append(byte)
      }
    }
  }
}

extension JSONValue {
  /// The value on one line.
  public var line: String {
    var writer = JSONWriter()
    writer.write(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
