/// Years printed as the letter of an era with a number, where what is around shows that they are: a
/// colon and a value follow, words of a budget, or others like them stand between slashes.
enum EraLetter {
  private static let words: [Word] = ["年度", "年"]

  /// The fiscal year and the end of R4, H30年度 at an offset.
  static func year(_ bytes: [UInt8], at offset: Int) -> (value: Int, end: Int)? {
    guard offset < bytes.count else { return nil }
    let base: Int
    switch bytes[offset] {
    case 0x52: base = 2018  // R
    case 0x48: base = 1988  // H
    case 0x53: base = 1925  // S
    default: return nil
    }
    if offset > 0, isAlphanumeric(bytes[offset - 1]) { return nil }
    var end = offset + 1
    var year = 0
    while QuantityReader.isDigit(bytes, end), end - offset <= 2 {
      year = year * 10 + Int(bytes[end] - 0x30)
      end += 1
    }
    guard year > 0, !QuantityReader.isDigit(bytes, end) else { return nil }
    if let word = words.first(where: { QuantityReader.has(bytes, $0, end) }) { end += word.count }
    return (base + year, end)
  }

  /// The fiscal year and the start of R5 that ends at an offset.
  static func year(_ bytes: [UInt8], endingAt end: Int) -> (value: Int, start: Int)? {
    var start = end
    while start > 0, QuantityReader.isDigit(bytes, start - 1), end - start < 2 { start -= 1 }
    guard start < end, start > 0, let found = year(bytes, at: start - 1), found.end == end else {
      return nil
    }
    return (found.value, start - 1)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
