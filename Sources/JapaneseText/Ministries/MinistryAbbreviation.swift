/// A name or abbreviation of a ministry, and when it was in use: 厚, 厚労省, 厚生労働省.
public struct MinistryAbbreviation: Sendable, Hashable {
  /// The name as printed.
  public let text: String
  /// The ministry it stands for, by its full name or its key.
  public let ministry: String
  /// The first day it was in use; nothing where that does not matter.
  public let firstDay: Day?
  /// The last day it was in use; nothing where it still is.
  public let lastDay: Day?
  /// Whether it is found outside lists too: 厚労省 is, 厚 and 消費 are not.
  public let standsAlone: Bool

  /// Makes a name; where nothing is said, those of three characters and Latin ones stand alone.
  public init(
    _ text: String, ministry: String, firstDay: Day? = nil, lastDay: Day? = nil,
    standsAlone: Bool? = nil
  ) {
    self.text = text
    self.ministry = ministry
    self.firstDay = firstDay
    self.lastDay = lastDay
    let scalars = MinistryAbbreviation.folded(text)
    let isLatin = scalars.allSatisfy { $0 < 0x80 } && scalars.count > 1
    self.standsAlone = standsAlone ?? (isLatin || scalars.count > 2)
  }

  /// Whether the name was in use on a day; it was where no day is asked for.
  func isInUse(on day: Day?) -> Bool {
    guard let day else { return true }
    if let firstDay, day < firstDay { return false }
    if let lastDay, day > lastDay { return false }
    return true
  }

  /// The characters to look for: folded, and without spaces, which a name may have anywhere.
  static func folded(_ text: String) -> [UInt32] {
    fold(text).scalarValues.filter { $0 != 0x20 && $0 != 0x0A }
  }
}
