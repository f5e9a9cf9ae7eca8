/// Finds ministries by their names and abbreviations, only as whole tokens or in lists.
///
/// 厚 is a ministry in （文、◎厚、経） and not in 手厚い; 総務省 is one anywhere but in 総務省令.
public struct MinistryFinder: Sendable {
  struct Entry: Sendable {
    let scalars: [UInt32]
    let abbreviation: MinistryAbbreviation
  }

  /// The names by their first character, longer ones first.
  private let entries: [UInt32: [Entry]]

  /// Makes a finder of these names; a name may be given several times, for different days.
  public init(abbreviations: [MinistryAbbreviation]) {
    var entries: [UInt32: [Entry]] = [:]
    for abbreviation in abbreviations {
      let scalars = MinistryAbbreviation.folded(abbreviation.text)
      guard let first = scalars.first else { continue }
      entries[first, default: []].append(Entry(scalars: scalars, abbreviation: abbreviation))
    }
    // Names of one length stay in the order given: the answer never depends on a hash.
    self.entries = entries.mapValues { names in
      names.enumerated().sorted {
        ($1.element.scalars.count, $0.offset) < ($0.element.scalars.count, $1.offset)
      }.map(\.element)
    }
  }

  /// The ministries that a text names, in its order.
  ///
  /// A day decides between names that have changed hands: 厚 is 厚生省 until 2001-01-05.
  public func mentions(in bytes: [UInt8], on day: Day? = nil) -> [MinistryMention] {
    mentions(in: bytes.span, on: day)
  }

  /// The ministries that a text names which is only lent.
  public func mentions(in bytes: Span<UInt8>, on day: Day? = nil) -> [MinistryMention] {
    let source = Source(bytes: bytes)
    var found: [MinistryMention] = []
    var offset = 0
    while offset < bytes.count {
      let next = source.at(offset)
      if MinistryFinder.opens(next.scalar), let list = list(source, at: offset, on: day) {
        found += list.mentions
        offset = list.end
      } else if next.scalar == MinistryFinder.leadMark,
        let item = item(source, at: offset), MinistryFinder.endsItem(source, at: item.end)
      {
        found.append(mention(item, list: nil, on: day))
        offset = item.end
      } else if let item = name(source, at: offset, onlyStandingAlone: true) {
        found.append(mention(item, list: nil, on: day))
        offset = item.end
      } else {
        offset += next.length
      }
    }
    return found
  }

  /// A name that was met in a text.
  struct Item {
    let entry: Entry
    let range: Range<Int>
    let isLead: Bool
    var end: Int { range.upperBound }
  }

  /// The longest name at an offset.
  func name(_ source: Source, at start: Int, onlyStandingAlone: Bool) -> Item? {
    guard let candidates = entries[source.at(start).scalar] else { return nil }
    for entry in candidates {
      if onlyStandingAlone, !entry.abbreviation.standsAlone { continue }
      guard let word = source.skipBroken(entry.scalars, at: start) else { continue }
      if onlyStandingAlone, !isWholeToken(source, entry, start..<word.end) { continue }
      return Item(entry: entry, range: start..<word.end, isLead: false)
    }
    return nil
  }

  func mention(_ item: Item, list: Range<Int>?, on day: Day?) -> MinistryMention {
    let same = (entries[item.entry.scalars[0]] ?? []).filter { $0.scalars == item.entry.scalars }
      .map(\.abbreviation)
    let inUse = same.filter { $0.isInUse(on: day) }
    var ministries: [String] = []
    for name in inUse.isEmpty ? same : inUse where !ministries.contains(name.ministry) {
      ministries.append(name.ministry)
    }
    return MinistryMention(
      range: item.range, name: item.entry.abbreviation.text, ministries: ministries,
      isLead: item.isLead, isInUse: !inUse.isEmpty, list: list)
  }

  // MARK: Whole tokens

  /// Ideographs before a name that do not make it another word: 旧厚生省, 各省.
  private static let prefixes = Set("旧元現前新各同両及又".scalarValues)

  /// Whether a name is no part of a longer word.
  private func isWholeToken(_ source: Source, _ entry: Entry, _ range: Range<Int>) -> Bool {
    let before = source.before(range.lowerBound).scalar
    let after = source.at(range.upperBound).scalar
    guard let first = entry.scalars.first, let last = entry.scalars.last else { return false }
    if CharacterClass.isLetter(first), CharacterClass.isAlphanumeric(before) { return false }
    if CharacterClass.isLetter(last), CharacterClass.isAlphanumeric(after) { return false }
    if CharacterClass.isKatakana(first), CharacterClass.isKatakana(before) { return false }
    if CharacterClass.isKatakana(last), CharacterClass.isKatakana(after) { return false }
    // 総務省令 is an ordinance.
    if last == 0x7701, after == 0x4EE4 { return false }
    guard entry.scalars.count <= 3, CharacterClass.isIdeograph(first) else { return true }
    if CharacterClass.isIdeograph(before), !MinistryFinder.prefixes.contains(before) {
      return false
    }
    return entry.scalars.count > 2 || !CharacterClass.isIdeograph(after)
  }
}
