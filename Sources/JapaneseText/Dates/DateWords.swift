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
  static let span: UInt32 = 0x9593  // 間
  static let leap: UInt32 = 0x958F  // 閏
  static let before: UInt32 = 0x524D  // 前
  static let starts = ["当初", "初め", "はじめ", "初頭"].map(\.scalarValues)
  static let accounting = "会計年度".scalarValues
  static let about = ["頃", "ごろ", "ころ"].map(\.scalarValues)
  static let quarter = "四半期".scalarValues
  static let from = "から".scalarValues
  static let firstHalf = ["上半期", "上期", "前半"].map(\.scalarValues)
  static let secondHalf = ["下半期", "下期", "後半"].map(\.scalarValues)
  static let thirds = [("上旬", 0), ("初旬", 0), ("中旬", 1), ("下旬", 2)].map {
    (word: $0.0.scalarValues, index: $0.1)
  }
  static let since = ["以降", "以後", "から", "より"].map(\.scalarValues)
  static let until = ["まで", "迄", "以前"].map(\.scalarValues)
  /// Characters after より that make it a comparison: より前, より多い.
  static let compared = Set("前も以高低多少増減大小長短早遅良悪約".unicodeScalars.map(\.value))
}
