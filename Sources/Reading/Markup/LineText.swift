/// The text of a marked-up source, each piece on the line that it stands on in the source.
struct LineText {
  private(set) var bytes: [UInt8] = []
  private(set) var line = 1
  private var needsSpace = false

  /// A point to come back to, which drops what was added since.
  struct Mark {
    fileprivate let count: Int
    fileprivate let line: Int
  }

  var mark: Mark { Mark(count: bytes.count, line: line) }

  mutating func goBack(to mark: Mark) {
    bytes.removeSubrange(mark.count...)
    line = mark.line
  }

  /// Adds a text that ends on a line of the source.
  mutating func append(_ text: Swift.Span<UInt8>, endingOn last: Int) {
    var breaks = 0
    for index in text.indices where text[index] == 0x0A { breaks += 1 }
    move(to: last - breaks)
    if needsSpace, !text.isEmpty, text[0] > 0x20, let last = bytes.last, last > 0x20 {
      bytes.append(0x20)
    }
    needsSpace = false
    for index in text.indices {
      if text[index] == 0x0A { line += 1 }
      bytes.append(text[index])
    }
  }

  private mutating func move(to target: Int) {
    while line < target {
      bytes.append(0x0A)
      line += 1
    }
  }

  /// Keeps what follows on the same line apart from what stands before.
  mutating func separate() { needsSpace = true }
}
