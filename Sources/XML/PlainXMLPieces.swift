/// The declaration at the beginning of an XML text.
@safe enum PlainXMLDeclaration {
  /// Where a plain one ends that begins at a position; the position itself where there is none.
  static func end(_ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int {
    let mark: [UInt8] = Array("<?xml".utf8)
    for index in mark.indices where unsafe base[start + index] != mark[index] { return start }
    var end = start
    while end < count, unsafe base[end] != UInt8(ascii: ">") { end += 1 }
    guard end < count else { return PlainXMLScanner.incomplete }
    let text = unsafe String(
      decoding: UnsafeBufferPointer(start: base + start, count: end + 1 - start), as: UTF8.self)
    return known.contains(text) ? end + 1 : PlainXMLScanner.notPlain
  }

  private static let known: Set<String> = {
    var known: Set<String> = []
    for encoding in ["", " encoding=\"UTF-8\"", " encoding=\"utf-8\""] {
      for standalone in ["", " standalone=\"yes\"", " standalone=\"no\""] {
        for space in ["", " "] {
          let text = "<?xml version=\"1.0\"\(encoding)\(standalone)\(space)?>"
          known.insert(text)
          known.insert(text.replacing("\"", with: "'"))
        }
      }
    }
    return known
  }()
}

/// Characters that may stand in an XML text.
@safe enum PlainXMLCharacter {
  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }

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
