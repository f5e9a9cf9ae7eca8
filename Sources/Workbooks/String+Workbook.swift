extension String {
  /// The text with what a workbook cannot hold written as `_xHHHH_`, which readers turn back:
  /// the characters that XML forbids, and texts that look like such a form themselves.
  ///
  /// The library writes the other control characters so by itself.
  var escapedForWorkbook: String {
    let bytes = utf8Span.span
    var escaped: [UInt8] = []
    var copied = 0
    var index = 0
    while index < bytes.count {
      var form: StaticString?
      var length = 1
      switch bytes[index] {
      case 0x00: form = "_x0000_"
      case UInt8(ascii: "_") where bytes.isWorkbookEscape(at: index): form = "_x005F_"
      case 0xEF where bytes.isNoncharacter(at: index):
        form = bytes[index + 2] == 0xBE ? "_xFFFE_" : "_xFFFF_"
        length = 3
      default: break
      }
      if let form {
        for position in copied..<index { escaped.append(bytes[position]) }
        form.withUTF8Buffer { unsafe escaped.append(contentsOf: $0) }
        copied = index + length
      }
      index += length
    }
    guard copied > 0 else { return self }
    for position in copied..<bytes.count { escaped.append(bytes[position]) }
    return String(decoding: escaped, as: UTF8.self)
  }
}

extension Span<UInt8> {
  /// Whether something of a text must be written as a form.
  var needsWorkbookEscape: Bool {
    for index in indices {
      switch self[index] {
      case 0x00: return true
      case UInt8(ascii: "_") where isWorkbookEscape(at: index): return true
      case 0xEF where isNoncharacter(at: index): return true
      default: continue
      }
    }
    return false
  }

  /// Whether `_xHHHH_` stands at a position.
  fileprivate func isWorkbookEscape(at position: Int) -> Bool {
    guard position + 6 < count, self[position + 1] == UInt8(ascii: "x"),
      self[position + 6] == UInt8(ascii: "_")
    else { return false }
    for digit in position + 2..<position + 6 {
      switch self[digit] {
      case 0x30...0x39, 0x41...0x46, 0x61...0x66: continue
      default: return false
      }
    }
    return true
  }

  /// Whether U+FFFE or U+FFFF stands at a position.
  fileprivate func isNoncharacter(at position: Int) -> Bool {
    position + 2 < count && self[position + 1] == 0xBF && self[position + 2] >= 0xBE
  }
}
