/// A mention of an amount of yen in a text.
public struct AmountMention: Sendable, Hashable {
  /// The bytes of the source that name the amount: sign, number, unit, 円.
  public var range: Range<Int>
  /// Where it starts.
  public var position = TextPosition()
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

  var rank: Int {
    switch self {
    case .approx: 0
    case .approxBelow: 1
    case .approxAbove: 2
    case .atLeast: 3
    case .moreThan: 4
    case .atMost: 5
    case .lessThan: 6
    case .inner: 7
    case .reprise: 8
    case .reprisePart: 9
    case .paren: 10
    case .perYear: 11
    case .perItem: 12
    case .range: 13
    case .order: 14
    case .ofWhich: 15
    case .overall: 16
    }
  }
}

extension AmountQualifier: Ranked {}

/// What is odd about an amount that has a value all the same.
public enum AmountFlag: String, Sendable, Hashable, CaseIterable, Comparable {
  /// The mention runs over a line end.
  case joined
  /// Kanji digits in a row beside a unit.
  case mixedNotation = "mixed_notation"
  /// Part of another word: 千円札.
  case notAnAmount = "not_an_amount"
  /// Another number follows 円 at once: 1億円2,000万.
  case numberFollows = "number_order"
  /// 三百円台 is 300 to 399.
  case openRange = "open_range"
  /// 1万億円.
  case stackedUnits = "stacked_units"
  /// 円 is left out: ５千万／年.
  case yenOmitted = "yen_omitted"

  /// Orders by name, which is how they are listed.
  public static func < (a: AmountFlag, b: AmountFlag) -> Bool { a.rank < b.rank }

  var rank: Int {
    switch self {
    case .joined: 0
    case .mixedNotation: 1
    case .notAnAmount: 2
    case .numberFollows: 3
    case .openRange: 4
    case .stackedUnits: 5
    case .yenOmitted: 6
    }
  }
}

extension AmountFlag: Ranked {}
