/// A list item that names a programme.
struct ProgrammeItem: Sendable {
  var name: ProgrammeName
  /// Where its bullet stands.
  var start: Int
  /// Where its name ends; what follows describes it.
  var nameEnd: Int
  /// The bullet; 0 where the name stands without one.
  var bullet: UInt32

  var line: Int = 0
}

/// Finds the list items that name programmes.
struct ProgrammeItems {
  let layout: Layout
  let lexicon: Lexicon
  /// Where budget figures start, words before them included.
  let amountStarts: [Int]
  private let reader: ProgrammeNameReader
  private static let longestName = 360
  private static let mostNameLines = 4

  init(_ layout: Layout, _ lexicon: Lexicon, amountStarts: [Int]) {
    self.layout = layout
    self.lexicon = lexicon
    self.amountStarts = amountStarts
    reader = ProgrammeNameReader(lexicon: lexicon)
  }

  /// The items on some lines, in order.
  func items(in lines: Range<Int>) -> [ProgrammeItem] {
    var items: [ProgrammeItem] = []
    var done = 0
    for line in lines where layout.lines[line].role == .content {
      let text = layout.lines[line].text
      for start in bullets(text) where start >= done {
        guard let item = item(at: start, line: line) else { continue }
        items.append(item)
        done = item.nameEnd
      }
      if text.lowerBound >= done, let item = bareList(from: line, lines) {
        items.append(item)
        done = item.nameEnd
      }
    }
    return items
  }

  /// Where items start on a line: at its start, and at bullets in its middle.
  private func bullets(_ text: Range<Int>) -> [Int] {
    var starts: [Int] = []
    var offset = text.lowerBound
    while offset < text.upperBound, let next = layout.scalar(at: offset) {
      if offset == text.lowerBound
        ? Marks.opensLine(next.value) : layout.opensItem(at: offset, next.value)
      {
        starts.append(offset)
      }
      offset += next.length
    }
    return starts
  }

  private func item(at start: Int, line: Int) -> ProgrammeItem? {
    guard let bullet = layout.scalar(at: start) else { return nil }
    let first = layout.skipBlanks(start + bullet.length)
    guard let range = nameRange(from: first, line: line) else { return nil }
    let name = reader.read(layout.joined(range))
    guard !name.names.isEmpty else { return nil }
    return ProgrammeItem(
      name: name, start: start, nameEnd: range.upperBound, bullet: bullet.value, line: line)
  }

  /// The stretch that names the programme: up to a colon, over line ends where the name goes on.
  private func nameRange(from start: Int, line: Int) -> Range<Int>? {
    var end = segmentEnd(from: start, line: line)
    if let colon = colon(in: start..<end) { return start..<colon }
    var index = layout.contentIndex[line]
    let isWholeLine = end == layout.lines[line].text.upperBound
    for _ in 1..<ProgrammeItems.mostNameLines where isWholeLine && index + 1 < layout.content.count
    {
      index += 1
      let next = layout.lines[layout.content[index]]
      let nextEnd = segmentEnd(from: next.text.lowerBound, line: layout.content[index])
      guard goesOn(start..<end, with: next.text.lowerBound..<nextEnd) else { break }
      if let colon = colon(in: next.text.lowerBound..<nextEnd) { return start..<colon }
      end = nextEnd
    }
    return cutAtBlank(start..<end)
  }

  /// Whether a name goes on on the next line.
  private func goesOn(_ name: Range<Int>, with next: Range<Int>) -> Bool {
    guard !next.isEmpty, name.count + next.count < ProgrammeItems.longestName,
      let first = layout.scalar(at: next.lowerBound), !Marks.bullets.contains(first.value),
      !Marks.footnotes.contains(first.value), layout.find("。", in: next) == nil
    else { return false }
    // X事業／: another name follows.
    if first.value == 0x2F || layout.bytes[name].last == 0x2F { return true }
    let whole = reader.read(layout.joined(name))
    if first.value == 0x28 {
      let text = layout.joined(next)
      return colon(in: next) != nil && reader.read(text).names.isEmpty == false
        || reader.looksLikeName(Array(text.utf8)) || text.holds("を含む") || isShortBracket(next)
    }
    if whole.isStrong || hasBlankCut(name) { return false }
    let joined = layout.joined(name.lowerBound..<next.upperBound)
    let cut =
      colon(in: next) == nil
      ? joined : layout.joined(name.lowerBound..<(colon(in: next) ?? next.upperBound))
    return reader.looksLikeName(Array(cut.utf8)) && next.count < 60 || next.count <= 6
  }

  private func isShortBracket(_ range: Range<Int>) -> Bool {
    range.count <= 24
      && layout.closingBracket(from: range.lowerBound, limit: range.upperBound) == range.upperBound
  }

  private func hasBlankCut(_ range: Range<Int>) -> Bool {
    cutAtBlank(range).upperBound < range.upperBound
  }

  /// Up to a blank after which a sentence follows: X事業 支援機能を強化.
  private func cutAtBlank(_ range: Range<Int>) -> Range<Int> {
    for offset in range where layout.bytes[offset] == 0x20 {
      let before = Array(layout.bytes[range.lowerBound..<offset])
      let rest = layout.skipBlanks(offset)..<range.upperBound
      guard reader.looksLikeName(before), rest.count > 12, layout.bytes[rest.lowerBound] != 0x28,
        layout.bytes[rest.lowerBound] != 0x2F,
        offset == range.lowerBound || layout.bytes[offset - 1] != 0x2F,
        layout.scalar(at: rest.lowerBound).map({ Marks.closing[$0.value] == nil }) == true,
        !reader.looksLikeName(Array(layout.bytes[rest]))
      else { continue }
      return range.lowerBound..<offset
    }
    return cutAfterBracket(range)
  }

  /// Up to the bracket after a name, where a stray character follows it.
  private func cutAfterBracket(_ range: Range<Int>) -> Range<Int> {
    guard layout.bytes[range].last != 0x29,
      let close = range.reversed().first(where: { layout.bytes[$0] == 0x29 }),
      range.upperBound - close <= 8,
      reader.looksLikeName(Array(layout.bytes[range.lowerBound...close]))
    else { return range }
    return range.lowerBound..<close + 1
  }

  /// The end of the text of an item on its line: at a figure, at the next bullet, at a legend.
  private func segmentEnd(from start: Int, line: Int) -> Int {
    var end = layout.lines[line].text.upperBound
    if let amount = amountStarts.first(where: { $0 >= start }), amount < end { end = amount }
    var offset = start
    while offset < end, let next = layout.scalar(at: offset) {
      if offset > start, layout.opensItem(at: offset, next.value) || next.value == 0x25A0 {
        end = offset
        break
      }
      offset += next.length
    }
    return max(start, layout.skipBlanksBack(end, limit: start))
  }

  /// Where a colon stands that ends a name; not within a bracket.
  private func colon(in range: Range<Int>) -> Int? {
    var depth = 0
    for offset in range {
      switch layout.bytes[offset] {
      case 0x28: depth += 1
      case 0x29: depth = max(0, depth - 1)
      case 0x3A where depth == 0: return offset
      default: break
      }
    }
    return nil
  }

  /// Programmes with ／ between them over several lines, without a bullet.
  private func bareList(from line: Int, _ lines: Range<Int>) -> ProgrammeItem? {
    let text = layout.lines[line].text
    guard let first = layout.scalar(at: text.lowerBound), !Marks.bullets.contains(first.value),
      layout.bytes[text].contains(0x2F), first.value > 0x3040
    else { return nil }
    var end = text.upperBound
    var index = layout.contentIndex[line]
    while index + 1 < layout.content.count, lines.contains(layout.content[index + 1]) {
      let next = layout.lines[layout.content[index + 1]]
      guard let mark = layout.scalar(at: next.text.lowerBound), !Marks.bullets.contains(mark.value),
        !amountStarts.contains(where: { next.text.contains($0) }), next.blanksBefore <= 1
      else { break }
      end = next.text.upperBound
      index += 1
      if end - text.lowerBound > 1500 { return nil }
    }
    let name = reader.read(layout.joined(text.lowerBound..<end))
    guard name.names.count >= 2 else { return nil }
    return ProgrammeItem(name: name, start: text.lowerBound, nameEnd: end, bullet: 0, line: line)
  }
}
