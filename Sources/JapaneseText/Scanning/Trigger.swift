import RawBytes

/// What a character may begin, looked up by its number: most of a text begins nothing.
enum Trigger: UInt8 {
  case nothing
  /// An Arabic digit: a date or an amount.
  case digit
  /// A kanji numeral: a date or an amount.
  case numeral
  /// An era or 西暦.
  case era
  /// The letter of an era.
  case letter
  /// 同, 前, 今 …: a relative date.
  case relative
  /// 数: an order of size.
  case several

  /// The characters that begin something, before they are folded.
  static let starts = CharacterSet(of: blocks) { of(Folding.single($0)) != .nothing }

  /// The characters that may stand right behind one of them in a mention.
  static let goesOn = CharacterSet(of: blocks) { goesOn(Folding.single($0)) }

  /// Where the characters of both are: ASCII, Latin-1, marks and kana, ideographs, compatibility.
  private static let blocks: [Range<UInt32>] = [
    0..<0x100, 0x2000..<0x3400, 0x4E00..<0xA000, 0xF900..<0xFB00, 0xFE30..<0x1_0000,
  ]

  /// A numeral, a space or line end, a mark between numbers, the rest of an era or a relative date.
  private static func goesOn(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20: return true
    case 0x28, 0x29, 0x2C, 0x2E, 0x2F, 0x3001, 0x30FB: return true  // ( ) , . / 、 ・
    case AmountWords.yen, AmountWords.oldYen, AmountWords.several: return true
    case DateWords.year, DateWords.month, DateWords.day, DateWords.degree: return true
    case 0x3005, 0x6765, 0x6628: return true  // 々 来 昨
    case 0x548C, 0x6210, 0x6B63, 0x6CBB, 0x66A6, 0x5143: return true  // 和 成 正 治 暦 元
    case 0x32C0...0x32CB: return true  // ㋀ to ㋋
    default:
      return Numeral(scalar) != nil || CharacterClass.isTilde(scalar)
        || CharacterClass.isDash(scalar) || CharacterClass.isLongVowelMark(scalar)
    }
  }

  /// What a folded character may begin.
  static func of(_ scalar: UInt32) -> Trigger {
    switch scalar {
    case 0x30...0x39: return .digit
    case 0x4D, 0x54, 0x53, 0x48, 0x52: return .letter  // M T S H R
    case 0x4EE4, 0x5E73, 0x662D, 0x5927, 0x660E, 0x897F: return .era  // 令平昭大明西
    case 0x32FF, 0x337B...0x337E: return .era  // ㋿ ㍻ ㍼ ㍽ ㍾
    case 0x540C, 0x524D, 0x7FCC, 0x4ECA, 0x672C, 0x5F53, 0x6628, 0x6765, 0x518D, 0x5148, 0x5E74,
      0x6B21, 0x53BB:
      return .relative  // 同前翌今本当昨来再先年次去
    case 0x6570: return .several
    default:
      switch Numeral(scalar) {
      case nil, .large?: return .nothing
      case .digit?, .small?: return .numeral
      }
    }
  }
}
