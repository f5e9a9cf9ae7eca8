/// The words of dates, as folded characters.
enum DateWords {
  static let year: UInt32 = 0x5E74  // 年
  static let degree: UInt32 = 0x5EA6  // 度
  static let month: UInt32 = 0x6708  // 月
  static let day: UInt32 = 0x65E5  // 日
  static let end: UInt32 = 0x672B  // 末
  static let decade: UInt32 = 0x4EE3  // 代
  static let period: UInt32 = 0x671F  // 期
  static let of: UInt32 = 0x306E  // の
  static let ordinal: UInt32 = 0x7B2C  // 第
  static let start = "当初".scalarValues
  static let budget = "予算".scalarValues
  static let quarter = "四半期".scalarValues
  static let from = "から".scalarValues
  static let firstHalf = ["上半期".scalarValues, "上期".scalarValues]
  static let secondHalf = ["下半期".scalarValues, "下期".scalarValues]
  static let thirds = ["上旬".scalarValues, "中旬".scalarValues, "下旬".scalarValues]
  static let since = ["以降".scalarValues, "以後".scalarValues, from]
  static let until = ["まで".scalarValues, "以前".scalarValues]
}
