/// Finds where the name of an instrument starts that ends at an offset.
struct InstrumentName {
  let layout: Layout
  private static let longest = 420
  private static let longestHeading = 75
  private static let stops: Set<UInt32> = Set("。「『」』()[]:;●•○■※◆<>《》".unicodeScalars.map(\.value))
  private static let joints: [Word] = ["及び", "並びに", "又は", "その他の", "や", "、", "に基づき", "のうち"]

  /// The outermost quotes that end at an offset, with the stretch inside them.
  func quote(endingAt end: Int) -> (whole: Range<Int>, inside: Range<Int>)? {
    guard let close = layout.scalar(before: end), close.value == 0x300D || close.value == 0x300F
    else { return nil }
    var depth = 0
    var offset = end
    while offset > max(0, end - InstrumentName.longest), let mark = layout.scalar(before: offset) {
      offset -= mark.length
      if mark.value == 0x300D || mark.value == 0x300F { depth += 1 }
      if mark.value == 0x300C || mark.value == 0x300E { depth -= 1 }
      if depth == 0 { return (offset..<end, offset + mark.length..<end - close.length) }
    }
    return nil
  }

  /// The start of a name without quotes: back to a mark, a clause, the start of an item.
  func start(of end: Int) -> Int {
    var offset = end
    while offset > max(0, end - InstrumentName.longest), let mark = layout.scalar(before: offset) {
      if InstrumentName.stops.contains(mark.value) { break }
      if mark.value == 0x3001, endsClause(offset - mark.length) { break }
      if mark.value == 0x0A, startsItem(offset) || followsHeading(offset - 1) { break }
      offset -= mark.length
    }
    return skipJoints(offset, end)
  }

  /// Whether a comma ends a clause: hiragana before it; nouns in a list have none.
  private func endsClause(_ comma: Int) -> Bool {
    guard let before = layout.scalar(before: layout.skipBlanksBack(comma, overLines: true)) else {
      return true
    }
    return before.value >= 0x3041 && before.value <= 0x3093
  }

  private func startsItem(_ offset: Int) -> Bool {
    guard let first = layout.scalar(at: layout.skipBlanks(offset)) else { return true }
    let line = layout.lines[layout.line(at: offset)]
    if line.role == .blank { return !layout.isDoubleSpaced }
    return Marks.bullets.contains(first.value)
      || line.blanksBefore > (layout.isDoubleSpaced ? 1 : 0)
  }

  /// A short line with a bullet, or a number of a chapter, before a line end is a heading.
  private func followsHeading(_ end: Int) -> Bool {
    let text = layout.lines[layout.line(at: end)].text
    guard !text.isEmpty, text.count <= InstrumentName.longestHeading,
      let first = layout.scalar(at: text.lowerBound)
    else { return false }
    return Marks.bullets.contains(first.value) || Marks.romanNumber(first.value) != nil
  }

  private static let listed: [Word] = ["法及び", "法律及び", "法並びに", "法律並びに", "法又は", "法律又は"]
  private static let amended: Word = "改正"

  /// The last of several laws, which is the one that the number after it belongs to; a law that
  /// changes others is one law.
  func lastLaw(_ start: Int, _ end: Int) -> Int {
    let text = layout.joined(start..<max(start, end))
    guard !text.holds(InstrumentName.amended) else { return start }
    var last = start
    for word in InstrumentName.listed {
      var from = start
      while let found = layout.find(word, in: from..<max(from, end)) {
        from = found + word.count
        last = max(last, layout.skipBlanks(from, overLines: true, limit: end))
      }
    }
    return last
  }

  private func skipJoints(_ start: Int, _ end: Int) -> Int {
    var start = layout.skipBlanks(start, overLines: true, limit: end)
    while let joint = InstrumentName.joints.first(where: { layout.has($0, at: start) }),
      start + joint.count < end
    {
      start = layout.skipBlanks(start + joint.count, overLines: true, limit: end)
    }
    return skipLead(start, end)
  }

  /// Past a footnote mark before a comma, and past の…を含む.
  private func skipLead(_ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end, Marks.isDigit(UInt32(layout.bytes[offset])) { offset += 1 }
    if offset > start, layout.has("、", at: offset) { return offset + 3 }
    guard layout.has("の", at: start), let included = layout.find("を含む", in: start..<end) else {
      return start
    }
    return included + 9
  }
}
