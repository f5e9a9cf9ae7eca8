/// Base64 (RFC 4648, with padding), in which sources that are no text travel inside a line.
enum Base64 {
  /// What each character stands for; 64 where it stands for nothing.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 64, count: 256)
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for (value, character) in alphabet.utf8.enumerated() {
      values[Int(character)] = UInt8(value)
    }
    return values
  }()

  /// The bytes; nothing where the text is not strict Base64.
  static func bytes(_ text: String) -> [UInt8]? {
    let source = Array(text.utf8)
    guard source.count.isMultiple(of: 4) else { return nil }
    let padding = source.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count / 4 * 3)
    var bits: UInt32 = 0
    var width: UInt32 = 0
    for character in source.dropLast(padding) {
      let value = values[Int(character)]
      guard value < 64 else { return nil }
      bits = bits << 6 | UInt32(value)
      width += 6
      if width >= 8 {
        width -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> width))
      }
    }
    // Bits that are left over belong to nothing and have to be zero: one text for one content.
    return bits & (1 << width - 1) == 0 ? bytes : nil
  }
}
