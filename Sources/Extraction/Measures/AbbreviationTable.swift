/// The table of a text that explains its abbreviations of ministries.
struct AbbreviationTable {
  let layout: Layout
  private static let heading: Word = "略称"
  private static let ministries: Word = "府省"
  private static let longest = 27

  /// The abbreviations of the first column.
  func abbreviations() -> Set<String> {
    var found: Set<String> = []
    var isOpen = false
    for line in layout.content {
      let text = layout.lines[line].text
      if layout.has(AbbreviationTable.heading, at: text.lowerBound),
        layout.find(AbbreviationTable.ministries, in: text) != nil, text.count <= 60
      {
        isOpen = true
        continue
      }
      guard isOpen else { continue }
      guard let abbreviation = row(text) else {
        isOpen = false
        continue
      }
      found.insert(abbreviation)
    }
    return found
  }

  /// 科技 内閣府 …: a short word, a blank, a name.
  private func row(_ text: Range<Int>) -> String? {
    guard let blank = text.first(where: { layout.bytes[$0] == 0x20 }),
      blank - text.lowerBound <= AbbreviationTable.longest, text.upperBound - blank > 6
    else { return nil }
    return layout.string(text.lowerBound..<blank)
  }
}
