/// UTF-8 that is read character by character, folded on the way; the bytes may be anything.
///
/// It borrows the bytes, and so do the readers made of it: none outlives the text.
struct Source: Sendable, ~Escapable {
  let bytes: Span<UInt8>

  /// A character with its length in bytes.
  struct Character {
    let scalar: UInt32
    let length: Int
  }

  /// What stands past the end: no character of any text.
  static let nothing = Character(scalar: 0xFFFF_FFFF, length: 0)

  /// The folded character at an offset; a byte that is no UTF-8 counts as one odd character.
  @inline(__always)
  func at(_ offset: Int) -> Character {
    guard offset < bytes.count else { return Source.nothing }
    let first = bytes[offset]
    if first < 0x80 { return Character(scalar: UInt32(first), length: 1) }
    return multibyte(offset, first)
  }

  @inline(__always)
  private func multibyte(_ offset: Int, _ first: UInt8) -> Character {
    guard first > 0xE0, first < 0xF0, first != 0xED, offset &+ 2 < bytes.count else {
      return rare(offset, first)
    }
    let second = bytes[offset &+ 1] ^ 0x80
    let third = bytes[offset &+ 2] ^ 0x80
    guard (second | third) & 0xC0 == 0 else { return Source.odd }
    let scalar = UInt32(first & 0x0F) << 12 | UInt32(second) << 6 | UInt32(third)
    return Character(scalar: Folding.single(scalar), length: 3)
  }

  /// What a byte is that belongs to no character.
  private static let odd = Character(scalar: 0xFFFD, length: 1)

  /// A character that is not of the usual three bytes, strictly after the rules of UTF-8.
  private func rare(_ offset: Int, _ first: UInt8) -> Character {
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, offset + length <= bytes.count else { return Source.odd }
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for index in offset + 1..<offset + length {
      guard bytes[index] & 0xC0 == 0x80 else { return Source.odd }
      scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
    }
    let isTooLong = scalar < (length == 4 ? 0x1_0000 : length == 3 ? 0x800 : 0x80)
    guard !isTooLong, Unicode.Scalar(scalar) != nil else { return Source.odd }
    return Character(scalar: Folding.single(scalar), length: length)
  }

  /// The folded character that ends just before an offset.
  @inline(__always)
  func before(_ offset: Int) -> Character {
    guard offset > 0 else { return Source.nothing }
    let last = bytes[offset &- 1]
    if last < 0x80 { return Character(scalar: UInt32(last), length: 1) }
    return multibyteBefore(offset)
  }

  private func multibyteBefore(_ offset: Int) -> Character {
    if offset >= 3, bytes[offset &- 3] >= 0xE0 {
      let character = at(offset &- 3)
      if character.length == 3 { return character }
    }
    var start = offset - 1
    while start > 0, offset - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let character = at(start)
    return start + character.length == offset ? character : at(offset - 1)
  }

  /// The end of a word of folded characters that starts at an offset, where it stands there.
  @inline(__always)
  func skip(_ word: [UInt32], at offset: Int) -> Int? {
    word[0] == at(offset).scalar ? skipWhole(word, at: offset) : nil
  }

  private func skipWhole(_ word: [UInt32], at offset: Int) -> Int? {
    var offset = offset
    for scalar in word {
      let next = at(offset)
      guard next.scalar == scalar else { return nil }
      offset += next.length
    }
    return offset
  }

  /// The end of one character of a certain value.
  @inline(__always)
  func skip(_ scalar: UInt32, at offset: Int) -> Int? {
    let next = at(offset)
    return next.scalar == scalar ? offset + next.length : nil
  }
}

extension String {
  /// The text as the numbers of its characters, to compare with folded ones.
  var scalarValues: [UInt32] { unicodeScalars.map(\.value) }
}
