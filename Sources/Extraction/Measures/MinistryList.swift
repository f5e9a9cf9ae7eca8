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
/// ◎ makes a bracket a list. Without it all names must be known: from other lists, from the
/// table of abbreviations of the text itself, or from the registry.
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
    }
  }

  private func brackets() -> [MinistryList] {
    var lists: [MinistryList] = []
    for open in layout.bytes.indices where layout.bytes[open] == 0x28 {
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
      list.ministries.append(text)
      if isLead { list.lead.append(text) }
      name = []
      isLead = false
      return true
    }
    var offset = range.lowerBound + 1
    while offset < range.upperBound - 1, let next = layout.scalar(at: offset) {
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

  /// Ideographs, kana and capitals only: no digits, no marks.
  private func isName(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.value >= 0x3041 && $0.value <= 0x30FE || $0.value >= 0x4E00 && $0.value <= 0x9FFF
        || $0.value >= 0x41 && $0.value <= 0x5A
    }
  }
}
