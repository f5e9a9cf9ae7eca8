/// The text of a cell: its paragraphs, with white space made one as OpenDocument asks.
struct ODSParagraphs {
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0
  private var hasContent = false
  private var hasPendingSpace = false

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    count = 0
  }

  mutating func begin() {
    if count > 0 { bytes.append(0x0A) }
    count += 1
    hasContent = false
    hasPendingSpace = false
  }

  /// Ends a paragraph; a space before its end stays, as programs write one that people typed.
  mutating func end() {
    if hasPendingSpace { bytes.append(0x20) }
    hasPendingSpace = false
  }

  mutating func append(_ text: Swift.Span<UInt8>) {
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, !ODSParagraphs.isBlank(text[end]) { end += 1 }
      if end > start {
        if hasPendingSpace { bytes.append(0x20) }
        hasPendingSpace = false
        hasContent = true
        text.extracting(start..<end).append(to: &bytes)
      }
      if end < text.count { hasPendingSpace = hasContent }
      start = end + 1
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Appends a character that stands for itself: spaces, tabs and line breaks written as elements.
  mutating func append(_ byte: UInt8, count: Int = 1) {
    if hasPendingSpace { bytes.append(0x20) }
    hasPendingSpace = false
    hasContent = true
    bytes.append(contentsOf: repeatElement(byte, count: count))
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }
}
