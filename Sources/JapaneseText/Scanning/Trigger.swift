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

  /// The trigger of every character below U+10000, by its number.
  static let table: [UInt8] = (UInt32(0)..<0x1_0000).map { of(Folding.single($0)).rawValue }

  private static func of(_ scalar: UInt32) -> Trigger {
    switch scalar {
    case 0x30...0x39: return .digit
    case 0x4D, 0x54, 0x53, 0x48, 0x52: return .letter  // M T S H R
    case 0x4EE4, 0x5E73, 0x662D, 0x5927, 0x660E, 0x897F: return .era  // 令平昭大明西
    case 0x32FF, 0x337B...0x337E: return .era  // ㋿ ㍻ ㍼ ㍽ ㍾
    case 0x540C, 0x524D, 0x7FCC, 0x4ECA, 0x672C, 0x5F53, 0x6628, 0x6765, 0x518D, 0x5148, 0x5E74,
      0x6B21:
      return .relative  // 同前翌今本当昨来再先年次
    case 0x6570: return .several
    default:
      switch Numeral(scalar) {
      case nil, .large?: return .nothing
      case .digit?, .small?: return .numeral
      }
    }
  }
}
