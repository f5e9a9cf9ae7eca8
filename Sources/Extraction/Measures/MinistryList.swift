import JapaneseText
import Model

/// A list of ministries in brackets: （◎厚、科技、文、経）.
struct MinistryList: Sendable {
  var range: Range<Int>
  var ministries: [String]
  var lead: [String]
}

/// Finds the lists of ministries of a text.
///
/// ◎ makes a bracket a list. Without it all names must be known: from other lists or from the
/// table of abbreviations of the text itself; behind a whole sentence also from the registry.
struct MinistryLists {
  let layout: Layout
  /// Abbreviations that the text itself explains.
  let explained: Set<String>
  private let registered: Set<String>
  private static let longest = 240
  private static let longestName = 27

  init(_ layout: Layout, _ registries: Registries) {
    self.layout = layout
    explained = AbbreviationTable(layout: layout).abbreviations()
    var names: Set<String> = []
    for ministry in registries.ministries {
      for name in [ministry.row.name] + ministry.row.aliases + ministry.abbreviations {
        names.insert(fold(name))
      }
    }
    registered = names
  }

  /// Whether a name is one the registry or the text explains.
  func isKnown(_ name: String) -> Bool { explained.contains(name) || registered.contains(name) }

  /// Whether there is anything to know names from.
  var knowsNames: Bool { !registered.isEmpty }

  /// The lists in order.
  func lists() -> [MinistryList] {
    let brackets = brackets()
    var seen: Set<String> = []
    for bracket in brackets where !bracket.lead.isEmpty { seen.formUnion(bracket.ministries) }
    return brackets.filter { bracket in
      !bracket.lead.isEmpty
        || bracket.ministries.allSatisfy { seen.contains($0) || explained.contains($0) }
          && !seen.isEmpty
        || endsItem(bracket.range)
          && bracket.ministries.allSatisfy { registered.contains($0) || collective.contains($0) }
          && bracket.ministries.contains { registered.contains($0) }
    }
  }

  private static let fullStop: Word = "。"
  /// Names of all ministries that a matter concerns.
  private let collective: Set<String> = ["関係府省", "関係府省庁", "関係省庁", "各府省", "各府省庁", "全府省", "全府省庁"]
  private static let openers: Set<UInt32> = Set("【《〔[".unicodeScalars.map(\.value))

  /// Whether a bracket opens that may hold ministries: round ones anywhere, others behind a
  /// sentence.
  private func opensList(at offset: Int) -> Bool {
    if layout.bytes[offset] == 0x28 { return true }
    guard layout.bytes[offset] == 0x5B || layout.bytes[offset] == 0xE3,
      let open = layout.scalar(at: offset), MinistryLists.openers.contains(open.value)
    else { return false }
    return layout.has(
      MinistryLists.fullStop, endingAt: layout.skipBlanksBack(offset, overLines: true))
  }

  /// Whether a bracket stands behind a sentence and ends its line.
  private func endsItem(_ range: Range<Int>) -> Bool {
    let line = layout.lines[layout.line(at: range.upperBound - 1)].text
    let before = layout.skipBlanksBack(range.lowerBound, overLines: true)
    return range.upperBound == line.upperBound
      && layout.has(MinistryLists.fullStop, endingAt: before)
  }

  private func brackets() -> [MinistryList] {
    var lists: [MinistryList] = []
    for open in layout.bytes.indices where opensList(at: open) {
      guard
        let end = layout.closingBracket(
          from: open, limit: min(layout.bytes.count, open + MinistryLists.longest)),
        let list = list(open..<end)
      else { continue }
      lists.append(list)
    }
    return lists
  }

  private func list(_ range: Range<Int>) -> MinistryList? {
    var list = MinistryList(range: range, ministries: [], lead: [])
    var name: [UInt8] = []
    var isLead = false
    func finish() -> Bool {
      let text = String(decoding: name, as: UTF8.self)
      guard !text.isEmpty, text.utf8.count <= MinistryLists.longestName, isName(text) else {
        return false
      }
      let names = parts(text)
      list.ministries += names
      if isLead { list.lead += names }
      name = []
      isLead = false
      return true
    }
    let bracket = layout.scalar(at: range.lowerBound)?.length ?? 1
    var offset = range.lowerBound + bracket
    while offset < range.upperBound - bracket, let next = layout.scalar(at: offset) {
      switch next.value {
      case 0x3001, 0x2C, 0xFF64: if !finish() { return nil }
      case 0x25CE: isLead = true
      case 0x20, 0x0A, 0x0C: break
      default: name += layout.bytes[offset..<offset + next.length]
      }
      offset += next.length
    }
    return finish() ? list : nil
  }

  /// 厚・文: names with ・ between, where each is known.
  private func parts(_ text: String) -> [String] {
    let parts = text.split(separator: "・").map(String.init)
    return parts.count > 1 && parts.allSatisfy(isKnown) ? parts : [text]
  }

  /// Ideographs, kana and capitals only: no digits, no marks.
  private func isName(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.value >= 0x3041 && $0.value <= 0x30FE || $0.value >= 0x4E00 && $0.value <= 0x9FFF
        || $0.value >= 0x41 && $0.value <= 0x5A
    }
  }
}
