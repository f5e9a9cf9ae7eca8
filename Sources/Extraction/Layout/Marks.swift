/// Single characters of folded text that say something about layout.
enum Marks {
  /// Characters that open a list item at the start of a line.
  static let bullets: Set<UInt32> = scalars(
    "●○〇◯•◦∙・■□◆◇▪▫▶►▷➢✓✔▍❑❖★☆\u{F0B7}\u{F06C}\u{F0A7}\u{F0D8}")
  /// Bullets that open an item also in the middle of a line; others stand between words too, and
  /// do so only behind a blank or a bracket.
  static let inlineBullets: Set<UInt32> = scalars("●•◆▶►➢❖\u{F0B7}\u{F06C}")
  /// Whether a character opens a list item at the start of a line; ・ does so only there.
  static func opensLine(_ scalar: UInt32) -> Bool { scalar == 0x30FB || bullets.contains(scalar) }

  /// Marks of footnotes.
  static let footnotes: Set<UInt32> = scalars("※*＊†‡注")
  /// What opens a bracket, and what closes it.
  static let closing: [UInt32: UInt32] = [
    0x28: 0x29, 0x5B: 0x5D, 0x3C: 0x3E, 0x226A: 0x226B, 0x300A: 0x300B, 0x3008: 0x3009,
    0x3010: 0x3011, 0x300C: 0x300D, 0x300E: 0x300F, 0x3014: 0x3015,
  ]
  /// Dashes that stand for nothing where an amount is expected.
  static let nothing: Set<UInt32> = scalars("-‐‑‒–—―─−－ー")

  /// 一 to 二十 in a circle.
  static func circledNumber(_ scalar: UInt32) -> Int? {
    scalar >= 0x2460 && scalar <= 0x2473 ? Int(scalar - 0x2460) + 1 : nil
  }

  /// Ⅰ to Ⅻ.
  static func romanNumber(_ scalar: UInt32) -> Int? {
    scalar >= 0x2160 && scalar <= 0x216B ? Int(scalar - 0x2160) + 1 : nil
  }

  static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

  private static func scalars(_ text: String) -> Set<UInt32> {
    Set(text.unicodeScalars.map(\.value))
  }
}
