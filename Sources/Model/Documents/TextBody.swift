/// A running text: valid UTF-8 with LF line ends, whatever the source had.
public struct TextBody: Sendable, Hashable {
  /// The decoded text, in which LF, CRLF and CR of the source are one LF each.
  public let bytes: [UInt8]
  /// Where each line starts in `bytes`; never empty.
  public let lineStarts: [Int]
  /// Where each line stands on its page, where the source has pages; empty for other texts.
  public let boxes: [PageBox?]

  /// Makes a text of decoded bytes whose line ends are LF.
  public init(_ bytes: [UInt8], boxes: [PageBox?] = []) {
    self.bytes = bytes
    self.boxes = boxes
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    if starts.count > 1, starts.last == bytes.count { starts.removeLast() }
    lineStarts = starts
  }

  /// The number of lines; a last line without a line end counts.
  public var lineCount: Int { bytes.isEmpty ? 0 : lineStarts.count }

  /// The line that a byte stands on, from 1.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Where a line stands on its page, from 1; nothing for a blank line and a text without pages.
  public func box(ofLine line: Int) -> PageBox? {
    boxes.indices.contains(line - 1) ? boxes[line - 1] : nil
  }

  /// The bytes of a line, from 1, without its line end.
  public func range(ofLine line: Int) -> Range<Int> {
    let start = lineStarts[line - 1]
    guard line < lineStarts.count else {
      return start..<(bytes.last == 0x0A ? max(start, bytes.count - 1) : bytes.count)
    }
    return start..<lineStarts[line] - 1
  }

  /// A line's text, from 1, without its line end.
  public func text(ofLine line: Int) -> String { string(range(ofLine: line)) }

  /// The text of a stretch of bytes.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The text of a stretch of bytes as it is published: every run of line ends is one ⏎.
  public func printed(_ range: Range<Int>) -> String {
    var parts: [String] = []
    for piece in bytes[range].split(separator: 0x0A) {
      parts.append(String(decoding: piece, as: UTF8.self))
    }
    return parts.joined(separator: "⏎")
  }

  /// The place of a stretch of bytes: a span for each line it touches, empty ones left out.
  public func place(of range: Range<Int>) -> Place {
    var spans: [Span] = []
    for line in line(at: range.lowerBound)...line(at: max(range.lowerBound, range.upperBound - 1)) {
      let whole = self.range(ofLine: line)
      let part = range.clamped(to: whole)
      guard !part.isEmpty else { continue }
      let start = scalars(in: whole.lowerBound..<part.lowerBound)
      spans.append(Span(line: line, columns: start..<start + scalars(in: part)))
    }
    guard let first = spans.first else {
      return Place(Span(line: line(at: range.lowerBound), columns: 0..<0))
    }
    return Place(first, Array(spans.dropFirst()))
  }

  /// The number of Unicode scalars in a stretch: bytes that do not continue one.
  private func scalars(in range: Range<Int>) -> Int {
    var count = 0
    for byte in bytes[range] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
