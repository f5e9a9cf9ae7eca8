/// What a character may begin, looked up by its number: most of a text begins nothing.
enum Trigger: UInt8 {
  case nothing
  /// A number: a date or an amount.
  case numeral
  /// An era or 西暦.
  case era
  /// 同, 前, 今 …: a relative date.
  case relative
  /// 数: an order of size.
  case several

  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 0x1_0000)
    for scalar in UInt32(0)..<0x1_0000 { table[Int(scalar)] = of(Folding.single(scalar)).rawValue }
    return table
  }()

  private static func of(_ scalar: UInt32) -> Trigger {
    switch scalar {
    case 0x4EE4, 0x5E73, 0x662D, 0x5927, 0x660E, 0x897F: return .era  // 令平昭大明西
    case 0x32FF, 0x337B...0x337E: return .era
    case 0x4D, 0x54, 0x53, 0x48, 0x52: return .era  // M T S H R
    case 0x540C, 0x524D, 0x7FCC, 0x4ECA, 0x672C, 0x5F53, 0x6628, 0x6765, 0x518D, 0x5148, 0x5E74:
      return .relative  // 同前翌今本当昨来再先年
    case 0x6570: return .several
    default:
      switch Numeral(scalar) {
      case nil, .large?: return .nothing
      case .digit?, .small?: return .numeral
      }
    }
  }

  /// What the character at an offset may begin, and how long it is.
  @inline(__always)
  static func at(_ offset: Int, in bytes: [UInt8]) -> (trigger: UInt8, length: Int) {
    let first = bytes[offset]
    if first < 0x80 { return (table[Int(first)], 1) }
    guard first >= 0xE0, first < 0xF0, offset + 2 < bytes.count else {
      return (0, 1)
    }
    let second = bytes[offset + 1]
    let third = bytes[offset + 2]
    guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return (0, 1) }
    let scalar = Int(first & 0x0F) << 12 | Int(second & 0x3F) << 6 | Int(third & 0x3F)
    return (table[scalar], 3)
  }
}
