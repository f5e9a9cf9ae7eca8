/// What single characters mean in a number.
enum Numeral: Equatable {
  /// A digit, Arabic or kanji.
  case digit(Int, isKanji: Bool)
  /// A tens-like unit within four places: 十 百 千 and their multiples 廿 卅 卌 皕.
  case small(exponent: Int, multiple: Int)
  /// A unit of four places and more: 万 億 兆 京 垓.
  case large(exponent: Int)

  /// What a folded character means; nothing where it is no numeral.
  @inline(__always)
  init?(_ scalar: UInt32) {
    if scalar < 0x3007 {
      guard CharacterClass.isDigit(scalar) else { return nil }
      self = .digit(Int(scalar - 0x30), isKanji: false)
      return
    }
    guard let numeral = Numeral.kanji(scalar) else { return nil }
    self = numeral
  }

  private static func kanji(_ scalar: UInt32) -> Numeral? {
    switch scalar {
    case 0x3007, 0x96F6: .digit(0, isKanji: true)  // 〇 零
    case 0x4E00, 0x58F1, 0x58F9: .digit(1, isKanji: true)  // 一 壱 壹
    case 0x4E8C, 0x5F10, 0x8CB3, 0x8CAE, 0x5F0D: .digit(2, isKanji: true)  // 二 弐 貳 貮 弍
    case 0x4E09, 0x53C2, 0x53C3, 0x5F0E: .digit(3, isKanji: true)  // 三 参 參 弎
    case 0x56DB, 0x8086: .digit(4, isKanji: true)  // 四 肆
    case 0x4E94, 0x4F0D: .digit(5, isKanji: true)  // 五 伍
    case 0x516D, 0x9678: .digit(6, isKanji: true)  // 六 陸
    case 0x4E03, 0x6F06, 0x67D2: .digit(7, isKanji: true)  // 七 漆 柒
    case 0x516B, 0x634C: .digit(8, isKanji: true)  // 八 捌
    case 0x4E5D, 0x7396: .digit(9, isKanji: true)  // 九 玖
    case 0x5341, 0x62FE: .small(exponent: 1, multiple: 1)  // 十 拾
    case 0x5EFF: .small(exponent: 1, multiple: 2)  // 廿
    case 0x5345: .small(exponent: 1, multiple: 3)  // 卅
    case 0x534C: .small(exponent: 1, multiple: 4)  // 卌
    case 0x767E, 0x964C, 0x4F70: .small(exponent: 2, multiple: 1)  // 百 陌 佰
    case 0x7695: .small(exponent: 2, multiple: 2)  // 皕
    case 0x5343, 0x9621, 0x4EDF: .small(exponent: 3, multiple: 1)  // 千 阡 仟
    case 0x4E07, 0x842C: .large(exponent: 4)  // 万 萬
    case 0x5104: .large(exponent: 8)  // 億
    case 0x5146: .large(exponent: 12)  // 兆
    case 0x4EAC: .large(exponent: 16)  // 京
    case 0x5793: .large(exponent: 20)  // 垓
    default: nil
    }
  }
}

/// What is odd about a number that has a value all the same.
public enum NumberFlag: String, Sendable, Hashable, CaseIterable {
  /// A lone 〇, which may be a bullet.
  case ambiguous
  /// Kanji digits in a row beside a unit: 百二三 may be 123 or "百二、三".
  case mixedNotation = "mixed_notation"
  /// A large unit right after another: 1万億.
  case stackedUnits = "stacked_units"
}

extension NumberFlag: Ranked {
  var rank: Int {
    switch self {
    case .ambiguous: 0
    case .mixedNotation: 1
    case .stackedUnits: 2
    }
  }
}

/// Why a text is not one number.
public enum NumberError: String, Error, Sendable, Hashable {
  /// Nothing numeric stands there.
  case notANumber = "not_a_number"
  /// Units repeat or ascend: 八百五百, 四万三億.
  case numberOrder = "number_order"
  /// A large unit without a number before it: 億.
  case unitAlone = "unit_alone"
  /// Comma groups that are not of three digits: 1,2,3.
  case commaGrouping = "comma_grouping"
  /// A point without digits on both sides, or two of them.
  case badPoint = "bad_point"
  /// A sign inside a number.
  case badSign = "bad_sign"
  /// A character that belongs to no number.
  case badCharacter = "bad_char"
  /// An amount with a part of a yen: 12円50銭, 103.5円.
  case fractionOfYen = "fraction_of_yen"
  /// More digits than can be held.
  case tooLarge = "too_large"
}
