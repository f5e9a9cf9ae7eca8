/// The declaration at the beginning of an XML text.
@safe enum PlainXMLDeclaration {
  /// Where a plain one ends that begins at a position; the position itself where there is none.
  static func end(_ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int {
    var words = unsafe PlainXMLWords(base, start)
    guard words.pass("<?xml") else { return start }
    var end = start
    while end < count, unsafe base[end] != UInt8(ascii: ">") { end += 1 }
    guard end < count else { return PlainXMLScanner.incomplete }
    guard words.pass(" version=") else { return PlainXMLScanner.notPlain }
    words.takeQuote()
    guard words.pass("\"1.0\"") else { return PlainXMLScanner.notPlain }
    _ = words.pass(" encoding=\"UTF-8\"") || words.pass(" encoding=\"utf-8\"")
    _ = words.pass(" standalone=\"yes\"") || words.pass(" standalone=\"no\"")
    _ = words.pass(" ")
    return words.pass("?>") ? words.position : PlainXMLScanner.notPlain
  }
}

/// Passes words of a text, all of whose quotes are of one kind.
@safe private struct PlainXMLWords {
  private let base: UnsafePointer<UInt8>
  private(set) var position: Int
  private var quote = UInt8(ascii: "\"")

  init(_ base: UnsafePointer<UInt8>, _ start: Int) {
    unsafe self.base = base
    position = start
  }

  /// Learns from the quote that stands here.
  mutating func takeQuote() {
    if unsafe base[position] == UInt8(ascii: "'") { quote = UInt8(ascii: "'") }
  }

  /// Passes a word, if it stands here; the text ends with a zero, which no word holds.
  mutating func pass(_ word: StaticString) -> Bool {
    let letters = unsafe UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    for index in letters.indices {
      let letter = unsafe letters[index] == UInt8(ascii: "\"") ? quote : letters[index]
      guard unsafe base[position + index] == letter else { return false }
    }
    position += letters.count
    return true
  }
}

/// Characters that may stand in an XML text.
@safe enum PlainXMLCharacter {
  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }

  /// Whether a byte is a character that means nothing to XML: none is a bracket or a reference.
  @inline(__always)
  static func isPlainInText(_ byte: UInt8) -> Bool {
    byte > 0x3C ? byte < 0x80 && byte != 0x5D : byte >= 0x20 && byte != 0x26 && byte != 0x3C
  }

  /// The length of a well-formed character of several bytes, zero for anything else; three more
  /// bytes must be there.
  @inline(__always)
  static func length(_ bytes: UnsafePointer<UInt8>) -> Int {
    let first = unsafe bytes[0]
    let second = unsafe bytes[1]
    guard second & 0xC0 == 0x80 else { return 0 }
    if first < 0xE0 { return first >= 0xC2 ? 2 : 0 }
    let third = unsafe bytes[2]
    guard third & 0xC0 == 0x80 else { return 0 }
    if first < 0xF0 {
      // Too long a form, surrogates, U+FFFE and U+FFFF.
      if first == 0xE0 { return second >= 0xA0 ? 3 : 0 }
      if first == 0xED { return second < 0xA0 ? 3 : 0 }
      if first == 0xEF, second == 0xBF, third >= 0xBE { return 0 }
      return 3
    }
    guard unsafe bytes[3] & 0xC0 == 0x80 else { return 0 }
    let lead = UInt16(first) &<< 8 | UInt16(second)
    return lead >= 0xF090 && lead < 0xF490 ? 4 : 0
  }

  static func isAllowed(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}

/// The references that XML itself knows: `&amp;` and its like, and characters by number.
@safe enum PlainXMLReference {
  private static let longest = 12

  /// Where a reference ends that begins at a position.
  static func end(_ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int {
    let limit = min(count, start + longest)
    var end = start
    while end < limit, unsafe base[end] != UInt8(ascii: ";") { end += 1 }
    if end == count { return PlainXMLScanner.incomplete }
    guard end < limit, unsafe value(base, start..<end) != nil else {
      return PlainXMLScanner.notPlain
    }
    return end + 1
  }

  /// The character that a reference without its semicolon stands for.
  private static func value(_ base: UnsafePointer<UInt8>, _ range: Range<Int>) -> Unicode.Scalar? {
    let bytes = unsafe UnsafeBufferPointer(
      start: base + range.lowerBound + 1, count: range.count - 1)
    let name = unsafe String(decoding: bytes, as: UTF8.self)
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let isHexadecimal = name.hasPrefix("#x")
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    guard let first = digits.first, first != "+", first != "-",
      let value = UInt32(digits, radix: isHexadecimal ? 16 : 10),
      PlainXMLCharacter.isAllowed(value)
    else { return nil }
    return Unicode.Scalar(value)
  }

  /// Puts characters in place of the references in a stretch that was read before, and says where
  /// it ends then: no reference is shorter than its character.
  static func replace(_ base: UnsafeMutablePointer<UInt8>, _ range: Range<Int>) -> Int {
    var from = range.lowerBound
    var to = range.lowerBound
    while from < range.upperBound {
      let byte = unsafe base[from]
      guard byte == UInt8(ascii: "&") else {
        unsafe base[to] = byte
        from += 1
        to += 1
        continue
      }
      var end = from
      while unsafe base[end] != UInt8(ascii: ";") { end += 1 }
      let character = unsafe value(base, from..<end) ?? "\u{FFFD}"
      for unit in UTF8.encode(character) ?? UTF8.encodedReplacementCharacter {
        unsafe base[to] = unit
        to += 1
      }
      from = end + 1
    }
    return to
  }
}
