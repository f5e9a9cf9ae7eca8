/// What an XML document or a web page says of its own encoding.
enum EncodingDeclaration {
  /// How far a declaration is looked for.
  static let searchLength = 2048

  /// The encoding named by `encoding="…"` or `charset=…` in the first bytes of a marked-up text.
  static func find(in bytes: Span<UInt8>) -> TextEncoding? {
    let head = bytes.extracting(first: searchLength)
    guard isMarkup(head) else { return nil }
    for key in ["encoding", "charset"] {
      if let label = value(of: Array(key.utf8), in: head),
        let encoding = TextEncoding(label: label)
      {
        return encoding
      }
    }
    return nil
  }

  private static func isMarkup(_ head: Span<UInt8>) -> Bool {
    for index in head.indices where !isSpace(head[index]) {
      return head[index] == UInt8(ascii: "<")
    }
    return false
  }

  private static func value(of key: [UInt8], in head: Span<UInt8>) -> String? {
    var start = 0
    while start + key.count < head.count {
      if matches(key, in: head, at: start), let label = label(in: head, from: start + key.count) {
        return label
      }
      start += 1
    }
    return nil
  }

  private static func matches(_ key: [UInt8], in head: Span<UInt8>, at start: Int) -> Bool {
    for index in key.indices where head[start + index] | 0x20 != key[index] { return false }
    return true
  }

  /// The word after an equals sign, with or without quotes.
  private static func label(in head: Span<UInt8>, from start: Int) -> String? {
    var index = start
    while index < head.count, isSpace(head[index]) { index += 1 }
    guard index < head.count, head[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    while index < head.count, isSpace(head[index]) || isQuote(head[index]) { index += 1 }
    var name: [UInt8] = []
    while index < head.count, isNameByte(head[index]) {
      name.append(head[index])
      index += 1
    }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}
