/// The words around amounts, as folded characters.
enum AmountWords {
  static let yen: UInt32 = 0x5186  // 円
  static let oldYen: UInt32 = 0x5713  // 圓
  static let yenSign: UInt32 = 0xA5
  static let several: UInt32 = 0x6570  // 数
  static let precisely: UInt32 = 0x4E5F  // 也
  static let sen: UInt32 = 0x92AD  // 銭
  static let caption = "単位".scalarValues
  static let from = "から".scalarValues
  static let until = "まで".scalarValues
  static let minus = "マイナス".scalarValues
  static let reprise = "再掲".scalarValues
  static let roundings = ["未満四捨五入", "未満を四捨五入", "未満切捨", "未満切り捨", "未満を切"].map(\.scalarValues)
  static let leftOut = ["を除", "除", "分を除", "分除"].map(\.scalarValues)
  static let partly = "一部".scalarValues
  static let limit = "上限".scalarValues
  static let inner = "内数".scalarValues

  /// Words before an amount.
  static let before = words([
    ("約", .approx), ("およそ", .approx), ("おおよそ", .approx), ("おおむね", .approx),
    ("概ね", .approx), ("ほぼ", .approx), ("最大", .atMost), ("上限", .atMost),
    ("最低", .atLeast), ("少なくとも", .atLeast), ("うち", .ofWhich), ("うち、", .ofWhich),
    ("総額", .overall), ("年間", .perYear), ("年額", .perYear), ("毎年", .perYear),
    ("毎年度", .perYear), ("あたり", .perItem), ("当たり", .perItem),
  ])

  /// Words after an amount.
  static let after = words([
    ("程度", .approx), ("前後", .approx), ("くらい", .approx), ("ぐらい", .approx),
    ("ほど", .approx), ("弱", .approxBelow), ("近く", .approxBelow),
    ("足らず", .approxBelow), ("強", .approxAbove), ("余", .approxAbove), ("あまり", .approxAbove),
    ("以上", .atLeast),
    ("超", .moreThan), ("を超え", .moreThan), ("を上回", .moreThan), ("未満", .lessThan),
    ("を下回", .lessThan), ("以内", .atMost), ("以下", .atMost), ("を上限", .atMost),
    ("上限", .atMost), ("を限度", .atMost),
    ("の内数", .inner), ("内数", .inner), ("の一部再掲", .reprisePart), ("の再掲", .reprise), ("/年", .perYear),
    ("/課題", .perItem),
    ("/件", .perItem), ("/人", .perItem), ("/社", .perItem), ("/機関", .perItem), ("/校", .perItem),
    ("/拠点", .perItem), ("/施設", .perItem), ("/箇所", .perItem), ("/か所", .perItem),
  ])

  /// What follows 円 where it makes another word: 円滑, 円高, 円相場; but 1億円相当 is an amount.
  private static let notYen = [
    "高", "安", "滑", "形", "周", "卓", "筒", "満", "熟", "盤", "陣", "弧", "柱", "錐", "相場", "借款",
    "買い", "建て",
  ].map(\.scalarValues)
  private static let notYenFirst = Set(notYen.map { $0[0] })

  /// Whether a 円 that ends at an offset is part of another word.
  static func isOtherWord(_ source: Source, after yen: Int) -> Bool {
    notYenFirst.contains(source.at(yen).scalar)
      && notYen.contains { source.skip($0, at: yen) != nil }
  }

  /// Words after 円 that make the amount part of a name: 千円札.
  static let names = ["札", "玉", "ショップ", "硬貨"].map(\.scalarValues)

  private static func words(
    _ entries: [(String, AmountQualifier)]
  ) -> [(word: [UInt32], qualifier: AmountQualifier)] {
    entries.map { ($0.0.scalarValues, $0.1) }
  }
}
