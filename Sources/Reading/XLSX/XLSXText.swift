/// The text of a cell as XLSX files write it.
enum XLSXText {
  /// Drops white space at both ends, which counts only where `xml:space` keeps it.
  static func trim(_ bytes: inout [UInt8], from start: Int) {
    while bytes.count > start, let last = bytes.last, isSpace(last) { bytes.removeLast() }
    var first = start
    while first < bytes.count, isSpace(bytes[first]) { first += 1 }
    if first > start { bytes.removeSubrange(start..<first) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// The text with `_x000D_` and its like made the characters they stand for.
  ///
  /// ECMA-376 part 1, 22.9.2.19 writes so what XML cannot hold; `_x005F_` is the underscore itself.
  static func string(_ bytes: [UInt8]) -> String {
    guard bytes.contains(UInt8(ascii: "_")) else { return String(decoding: bytes, as: UTF8.self) }
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let unit = escape(in: bytes, at: index) {
        var end = index + 7
        // Two halves of a pair make one character; half a pair stays as it is written.
        if let low = escape(in: bytes, at: end), UTF16.isLeadSurrogate(unit),
          UTF16.isTrailSurrogate(low)
        {
          end += 7
          plain += Array(String(decoding: [unit, low], as: UTF16.self).utf8)
          index = end
          continue
        }
        if let scalar = Unicode.Scalar(unit) {
          plain += Array(String(scalar).utf8)
          index = end
          continue
        }
      }
      plain.append(bytes[index])
      index += 1
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// The unit that `_xHHHH_` stands for.
  private static func escape(in bytes: [UInt8], at index: Int) -> UInt16? {
    guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"),
      bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt16 = 0
    for byte in bytes[index + 2..<index + 6] {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: return nil
      }
      value = value << 4 | UInt16(digit)
    }
    return value
  }
}
