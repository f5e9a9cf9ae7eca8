/// Questions about folded characters that several readers ask.
enum CharacterClass {
  /// Any kind of tilde: between numbers it is a range mark.
  static func isTilde(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x7E, 0x301C, 0x223C, 0x223E, 0x3030, 0x02DC, 0xFF5E: true
    default: false
    }
  }

  /// Any kind of hyphen, dash or minus, but not the long-vowel mark.
  static func isDash(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x2010...0x2015, 0x2043, 0x207B, 0x2212, 0x2500, 0x2501, 0xFE58, 0xFE63, 0xFF0D: true
    default: false
    }
  }

  /// The long-vowel mark, which stands for a dash between numbers.
  static func isLongVowelMark(_ scalar: UInt32) -> Bool { scalar == 0x30FC || scalar == 0xFF70 }

  /// A mark between the items of a list of years, such as ・ and 、.
  static func isListMark(_ scalar: UInt32) -> Bool {
    scalar == 0x30FB || scalar == 0x3001 || scalar == 0x2C || scalar == 0x2F
  }

  /// A digit or a Latin letter.
  static func isAlphanumeric(_ scalar: UInt32) -> Bool { isDigit(scalar) || isLetter(scalar) }

  /// An Arabic digit.
  static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

  /// A Latin letter.
  static func isLetter(_ scalar: UInt32) -> Bool {
    (scalar >= 0x41 && scalar <= 0x5A) || (scalar >= 0x61 && scalar <= 0x7A)
  }

  /// An ideograph.
  static func isIdeograph(_ scalar: UInt32) -> Bool {
    (scalar >= 0x4E00 && scalar <= 0x9FFF) || (scalar >= 0x3400 && scalar <= 0x4DBF)
      || scalar == 0x3005
  }

  /// A katakana.
  static func isKatakana(_ scalar: UInt32) -> Bool { scalar >= 0x30A1 && scalar <= 0x30FE }
}
