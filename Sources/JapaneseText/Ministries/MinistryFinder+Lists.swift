/// Lists of ministries in brackets: （健、総、文、◎厚、経、こ）, also over line ends.
extension MinistryFinder {
  /// ◎ marks the leading ministry.
  static let leadMark: UInt32 = 0x25CE

  /// Other marks before a name: ○ 〇 ●.
  private static let otherMarks: Set<UInt32> = [0x25CB, 0x3007, 0x25CF]

  private static let separators = Set("、,・/;".scalarValues)

  /// Whether a character opens a bracket.
  static func opens(_ scalar: UInt32) -> Bool { closing(scalar) != nil }

  private static func closing(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x28: 0x29  // ( )
    case 0x5B: 0x5D  // [ ]
    case 0x3010: 0x3011  // 【 】
    case 0x3014: 0x3015  // 〔 〕
    default: nil
    }
  }

  /// The list whose bracket opens at an offset; nothing where anything else stands in it.
  func list(
    _ source: Source, at start: Int, on day: Day?
  ) -> (mentions: [MinistryMention], end: Int)? {
    let open = source.at(start)
    guard let close = MinistryFinder.closing(open.scalar) else { return nil }
    var items: [Item] = []
    var offset = source.gap(at: start + open.length).end
    while let item = item(source, at: offset) {
      items.append(item)
      offset = source.gap(at: item.end).end
      let mark = source.at(offset)
      if mark.scalar == close {
        let range = start..<offset + mark.length
        return (items.map { mention($0, list: range, on: day) }, range.upperBound)
      }
      guard MinistryFinder.separators.contains(mark.scalar) else { return nil }
      offset = source.gap(at: offset + mark.length).end
    }
    return nil
  }

  /// A name with the mark before it.
  func item(_ source: Source, at start: Int) -> Item? {
    let mark = source.at(start)
    let isLead = mark.scalar == MinistryFinder.leadMark
    let isMarked = isLead || MinistryFinder.otherMarks.contains(mark.scalar)
    let offset = isMarked ? source.gap(at: start + mark.length).end : start
    guard let name = name(source, at: offset, onlyStandingAlone: false) else { return nil }
    return Item(entry: name.entry, range: name.range, isLead: isLead)
  }

  /// Whether an item of a list may end at an offset: 厚い does not begin with the item 厚.
  static func endsItem(_ source: Source, at offset: Int) -> Bool {
    let next = source.at(offset).scalar
    switch next {
    case Source.nothing.scalar, 0x20, 0x09, 0x0A, 0x0C, 0x0D, 0x29, 0x5D, 0x3011, 0x3015, 0x3002:
      return true
    default: return separators.contains(next)
    }
  }
}
