/// A mention of an amount of yen in a text.
public struct AmountMention: Sendable, Hashable {
  /// The bytes of the source that name the amount: sign, number, unit, 円.
  public var range: Range<Int>
  /// The line its number starts on, from 1.
  public var line = 1
  /// The amount; the lower one of a range; nothing where only an order is named (数億円).
  public var yen: Int64?
  /// The upper amount of a range.
  public var highYen: Int64?
  /// The place value of the last printed digit, in yen.
  public var unitYen: Int64?
  /// Words that qualify the amount, in the order of `AmountQualifier`.
  public var qualifiers: [AmountQualifier] = []
  /// What a qualifier in brackets says besides: 難病関連部分 of ≪再掲：難病関連部分≫.
  public var note: Range<Int>?
  /// Where the amount ends together with its qualifiers.
  public var end: Int
  /// What is odd about it.
  public var flags: [AmountFlag] = []
  /// Why it has no value.
  public var error: NumberError?
}

/// A word that qualifies an amount; never dropped.
public enum AmountQualifier: String, Sendable, Hashable, CaseIterable, Comparable {
  /// 約, 程度, 前後.
  case approx
  /// 弱.
  case approxBelow = "approx_below"
  /// 強, 余.
  case approxAbove = "approx_above"
  /// 以上.
  case atLeast = "at_least"
  /// 超.
  case moreThan = "more_than"
  /// 上限, 以内, 以下.
  case atMost = "at_most"
  /// 未満.
  case lessThan = "less_than"
  /// 内数: an unknown part of the amount.
  case inner
  /// 再掲: listed elsewhere too.
  case reprise
  /// 一部再掲: partly listed elsewhere too.
  case reprisePart = "reprise_part"
  /// Printed in brackets.
  case paren
  /// ／年.
  case perYear = "per_year"
  /// ／課題, ／件.
  case perItem = "per_item"
  /// From one amount to another.
  case range
  /// Only an order of size: 数億円.
  case order
  /// うち: a part of the amount before it.
  case ofWhich = "of_which"
  /// 総額: for all years or parts together.
  case overall

  /// Orders as listed.
  public static func < (a: AmountQualifier, b: AmountQualifier) -> Bool { a.rank < b.rank }

  private static let ranks = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

  private var rank: Int { AmountQualifier.ranks[self] ?? 0 }
}

/// What is odd about an amount that has a value all the same.
public enum AmountFlag: String, Sendable, Hashable, Comparable {
  /// The mention runs over a line end.
  case joined
  /// 円 is left out: ５千万／年.
  case yenOmitted = "yen_omitted"
  /// Part of another word: 千円札.
  case notAnAmount = "not_an_amount"
  /// 三百円台 is 300 to 399.
  case openRange = "open_range"
  /// Another number follows 円 at once: 1億円2,000万.
  case numberFollows = "number_order"
  /// 1万億円.
  case stackedUnits = "stacked_units"
  /// Kanji digits in a row beside a unit.
  case mixedNotation = "mixed_notation"

  /// Orders by name.
  public static func < (a: AmountFlag, b: AmountFlag) -> Bool { a.rawValue < b.rawValue }
}
