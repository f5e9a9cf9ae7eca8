/// What single characters become when text is folded.
enum Folding {
  /// Radicals of U+2E80–2FDF as the ideographs they stand for.
  private static let radicals = table(FoldingTables.radicals, from: 0x2E80, count: 0x160)
  /// Compatibility ideographs of U+F900–FAFF as the unified ones.
  private static let ideographs = table(
    FoldingTables.compatibilityIdeographs, from: 0xF900, count: 0x200)
  /// Those of U+2F800–2FA1F.
  private static let supplement = table(
    FoldingTables.supplementIdeographs, from: 0x2F800, count: 0x220)
  /// Half-width marks and katakana of U+FF61–FF9D as full-width ones.
  private static let kana = table(FoldingTables.halfWidthKana, from: 0xFF61, count: 0x3F)

  /// Square and letter-like forms with their parts.
  static let composed: [UInt32: [UInt8]] = {
    var parts: [UInt32: [UInt8]] = [:]
    for entry in FoldingTables.composed.unicodeScalars.split(separator: " ") {
      guard let form = entry.first else { continue }
      parts[form.value, default: []] += entry.dropFirst().flatMap { Array(String($0).utf8) }
    }
    return parts
  }()

  /// A kana with a sound mark put on it (か and U+3099 are が); nothing where there is none.
  static let voiced = pairs(FoldingTables.voiced)
  /// A kana with a half-voiced sound mark put on it.
  static let halfVoiced = pairs(FoldingTables.halfVoiced)

  /// The character that one character becomes by itself; itself where nothing is to be folded.
  ///
  /// Enclosed numbers, Roman numerals and variant ideographs stay: ①5 must not become 15.
  @inline(__always)
  static func single(_ scalar: UInt32) -> UInt32 {
    if scalar > 0x3000, scalar < 0xF900 { return scalar }
    if scalar < 0x2E80 {
      return scalar == 0xA0 || (scalar >= 0x2000 && scalar <= 0x200A) ? 0x20 : scalar
    }
    if scalar >= 0xFF01, scalar <= 0xFF5E { return scalar - 0xFEE0 }
    return rare(scalar)
  }

  private static func rare(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x2E80...0x2FDF: radicals[Int(scalar - 0x2E80)]
    case 0x3000: 0x20
    case 0xF900...0xFAFF: ideographs[Int(scalar - 0xF900)]
    case 0xFF61...0xFF9D: kana[Int(scalar - 0xFF61)]
    case 0x2F800...0x2FA1F: supplement[Int(scalar - 0x2F800)]
    case 0xFFE5: 0xA5  // ￥
    case 0xFFE0: 0xA2
    case 0xFFE1: 0xA3
    case 0xFFE2: 0xAC
    case 0xFFE3: 0xAF
    default: scalar
    }
  }

  private static func table(_ text: String, from first: UInt32, count: Int) -> [UInt32] {
    var table = (0..<UInt32(count)).map { first + $0 }
    for (from, to) in pairs(text) { table[Int(from - first)] = to }
    return table
  }

  private static func pairs(_ text: String) -> [UInt32: UInt32] {
    var pairs: [UInt32: UInt32] = [:]
    var scalars = text.unicodeScalars.makeIterator()
    while let from = scalars.next(), let to = scalars.next() { pairs[from.value] = to.value }
    return pairs
  }
}
