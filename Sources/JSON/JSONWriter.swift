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
    let source = text.utf8Span.span
    // Most texts are taken over in one piece.
    if isPlain(source) {
      bytes.append(contentsOf: text.utf8)
    } else {
      appendEscaped(source, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The same for the bytes of a text.
  public static func append(utf8 text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    if isPlain(text.span) {
      bytes.append(contentsOf: text)
    } else {
      appendEscaped(text.span, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func appendEscaped(_ source: Span<UInt8>, to bytes: inout [UInt8]) {
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
      case 0xA8 where isSeparator(source, at: index), 0xA9 where isSeparator(source, at: index):
        // Takes back the two bytes before it.
        bytes.removeLast(2)
        bytes.append(contentsOf: (byte == 0xA8 ? "\\u2028" : "\\u2029").utf8)
      default: bytes.append(byte)
      }
    }
  }

  /// Whether nothing of a text must be escaped.
  private static func isPlain(_ source: Span<UInt8>) -> Bool {
    for index in source.indices {
      switch source[index] {
      case 0..<0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "\\"): return false
      case 0xA8 where isSeparator(source, at: index), 0xA9 where isSeparator(source, at: index):
        return false
      default: continue
      }
    }
    return true
  }

  /// Whether the last byte of U+2028 or U+2029 stands at a place, given its last byte.
  private static func isSeparator(_ source: Span<UInt8>, at index: Int) -> Bool {
    index > 1 && source[index - 1] == 0x80 && source[index - 2] == 0xE2
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
