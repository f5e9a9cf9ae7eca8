import RawBytes

/// Where something starts in a text, as a person counts.
public struct TextPosition: Sendable, Hashable {
  // A text holds many of them, and none is as long as what these can count.
  private var line32: Int32 = 1
  private var column32: Int32 = 1

  /// The start of a text.
  public init() {}

  /// The line, from 1.
  public internal(set) var line: Int {
    get { Int(line32) }
    set { line32 = Int32(clamping: newValue) }
  }

  /// The character within the line, from 1.
  public internal(set) var column: Int {
    get { Int(column32) }
    set { column32 = Int32(clamping: newValue) }
  }
}

/// Says where offsets of a text stand, by counting on from the last one asked for: mentions come in
/// order, so every byte is counted about once.
struct PositionCounter {
  private var offset = 0
  private var position = TextPosition()

  /// The position of an offset.
  mutating func position(of offset: Int, in bytes: Span<UInt8>) -> TextPosition {
    // The sign of an amount may stand before what was asked for last.
    if offset < self.offset { stepBack(to: offset, in: bytes) }
    if let lineEnd = bytes.last(0x0A, in: self.offset..<offset) {
      position.line += bytes.count(of: 0x0A, in: self.offset..<lineEnd) + 1
      position.column = 1 + bytes.characters(in: lineEnd + 1..<offset)
    } else {
      position.column += bytes.characters(in: self.offset..<offset)
    }
    self.offset = offset
    return position
  }

  private mutating func stepBack(to offset: Int, in bytes: Span<UInt8>) {
    position.line -= bytes.count(of: 0x0A, in: offset..<self.offset)
    let lineStart = bytes.last(0x0A, in: 0..<offset).map { $0 + 1 } ?? 0
    position.column = 1 + bytes.characters(in: lineStart..<offset)
    self.offset = offset
  }
}
