/// A Japanese era since 明治; eras begin and end on their days.
public enum Era: Int, Sendable, Hashable, CaseIterable {
  case meiji
  case taisho
  case showa
  case heisei
  case reiwa

  /// The western year of the era's first year.
  public var firstYear: Int {
    switch self {
    case .meiji: 1868
    case .taisho: 1912
    case .showa: 1926
    case .heisei: 1989
    case .reiwa: 2019
    }
  }

  /// The number of the first day, counted from 1970-01-01.
  public var firstDay: Int {
    switch self {
    case .meiji: -37_231  // 1868-01-25
    case .taisho: -20_974  // 1912-07-30
    case .showa: -15_713  // 1926-12-25
    case .heisei: 6_947  // 1989-01-08
    case .reiwa: 18_017  // 2019-05-01
    }
  }

  /// The number of the last day; the present era has none.
  public var lastDay: Int? { Era(rawValue: rawValue + 1).map { $0.firstDay - 1 } }

  /// Whether the day on which the next era began may carry this era's name too.
  ///
  /// The rescripts of 1912 and 1926 changed the name within the day (明治45年7月30日,
  /// 大正15年12月25日); those of 1989 and 2019 from the next day on.
  public var sharesItsLastDay: Bool { self == .meiji || self == .taisho }

  /// The western year of a year of the era.
  public func westernYear(_ year: Int) -> Int { firstYear + year - 1 }

  /// The name, two characters.
  public var name: String {
    switch self {
    case .meiji: "明治"
    case .taisho: "大正"
    case .showa: "昭和"
    case .heisei: "平成"
    case .reiwa: "令和"
    }
  }

  /// The letter used for it.
  public var letter: Character {
    switch self {
    case .meiji: "M"
    case .taisho: "T"
    case .showa: "S"
    case .heisei: "H"
    case .reiwa: "R"
    }
  }
}
