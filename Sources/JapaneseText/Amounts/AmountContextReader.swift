/// Reads what stands around an amount: its sign, its brackets, the words that qualify it.
struct AmountContextReader: ~Escapable {
  let source: Source

  /// Adds sign, qualifiers and flags to an amount whose number and unit are known.
  func complete(_ mention: inout AmountMention) {
    var qualifiers = MarkSet(mention.qualifiers)
    var flags = MarkSet(mention.flags)
    readAfter(&mention, &qualifiers, &flags)
    readBefore(&mention, &qualifiers, &flags)
    mention.qualifiers = qualifiers.sorted()
    mention.flags = flags.sorted()
  }

  // MARK: After

  private func readAfter(
    _ mention: inout AmountMention, _ qualifiers: inout MarkSet<AmountQualifier>,
    _ flags: inout MarkSet<AmountFlag>
  ) {
    let core = mention.range.upperBound
    if Numeral(source.at(core).scalar) != nil { flags.insert(.numberFollows) }
    if source.at(core).scalar == 0x53F0 { flags.insert(.openRange) }  // 台
    if source.skip(AmountWords.caption, at: core) != nil { flags.insert(.notAnAmount) }
    for name in AmountWords.names where source.skip(name, at: core) != nil {
      flags.insert(.notAnAmount)
    }
    while true {
      if let word = wordAfter(mention.end) {
        qualifiers.insert(word.qualifier)
        mention.end = word.end
      } else if let note = bracketAfter(mention.end) {
        qualifiers.insert(note.qualifier)
        if let said = note.said { mention.note = said }
        mention.end = note.end
      } else {
        return
      }
    }
  }

  private func wordAfter(_ offset: Int) -> (qualifier: AmountQualifier, end: Int)? {
    let start = source.gap(at: offset, overLines: false).end
    let first = source.at(source.gap(at: start).end).scalar
    for entry in AmountWords.after where entry.word[0] == first {
      if let end = source.skipBroken(entry.word, at: start) { return (entry.qualifier, end.end) }
    }
    return nil
  }

  private struct BracketNote {
    let qualifier: AmountQualifier
    let said: Range<Int>?
    let end: Int
  }

  /// The bracket that closes one that opens.
  private static func closing(_ open: UInt32) -> UInt32? {
    switch open {
    case 0x28: 0x29
    case 0x5B: 0x5D
    case 0x3C: 0x3E
    case 0x226A, 0x300A, 0x3014, 0x3010, 0x3008: open + 1  // ≪ 《 〔 【 〈
    default: nil
    }
  }

  /// （一部再掲）, ≪再掲：難病関連部分≫, （上限）, also on the next line.
  private func bracketAfter(_ offset: Int) -> BracketNote? {
    let gap = source.gap(at: offset)
    let open = source.at(gap.end)
    guard let close = AmountContextReader.closing(open.scalar) else { return nil }
    let start = source.gap(at: gap.end + open.length, overLines: false).end
    if let part = source.skipBroken(AmountWords.partly, at: start),
      let word = source.skipBroken(AmountWords.reprise, at: part.end)
    {
      return note(.reprisePart, word.end, close)
    }
    if let word = source.skipBroken(AmountWords.reprise, at: start) {
      if leavesOut(at: word.end) { return nil }
      return note(.reprise, word.end, close)
    }
    if let word = source.skip(AmountWords.limit, at: start) { return note(.atMost, word, close) }
    if let word = source.skip(AmountWords.inner, at: start) { return note(.inner, word, close) }
    return nil
  }

  /// （再掲を除く）, （再掲分を除く。）: what is listed again is left out.
  private func leavesOut(at offset: Int) -> Bool {
    AmountWords.leftOut.contains { source.skip($0, at: offset) != nil }
  }

  /// How far a note in brackets may run.
  private static let longestNote = 200

  private func note(_ qualifier: AmountQualifier, _ offset: Int, _ close: UInt32) -> BracketNote? {
    var end = offset
    while end < source.bytes.count, end - offset < AmountContextReader.longestNote {
      let next = source.at(end)
      if next.scalar == close {
        let start = source.at(offset).scalar == 0x3A ? offset + source.at(offset).length : offset
        return BracketNote(
          qualifier: qualifier, said: start < end ? start..<end : nil, end: end + next.length)
      }
      end += next.length
    }
    return nil
  }

  // MARK: Before

  private func readBefore(
    _ mention: inout AmountMention, _ qualifiers: inout MarkSet<AmountQualifier>,
    _ flags: inout MarkSet<AmountFlag>
  ) {
    var start = mention.range.lowerBound
    if source.before(start).scalar == AmountWords.yenSign { start -= lengthBefore(start) }
    if let sign = sign(before: start) {
      start = sign
      mention.yen = mention.yen.map { -$0 }
      mention.highYen = mention.highYen.map { -$0 }
    }
    mention.range = start..<mention.range.upperBound
    let last = source.before(skipSpaceBack(start, overLines: true)).scalar
    for entry in AmountWords.before where entry.word.last == last {
      guard let found = skipBack(entry.word, before: start) else { continue }
      qualifiers.insert(entry.qualifier)
      if found.joined { flags.insert(.joined) }
      start = found.start
      break
    }
    let open = source.before(skipSpaceBack(start, overLines: true))
    let close = source.at(source.gap(at: mention.end).end)
    if open.scalar == 0x28, close.scalar == 0x29 { qualifiers.insert(.paren) }
  }

  private func lengthBefore(_ offset: Int) -> Int { source.before(offset).length }

  /// Where a minus sign before a number starts: △ ▲ with spaces, − － - only where no number or
  /// letter precedes it, マイナス.
  private func sign(before offset: Int) -> Int? {
    let near = skipSpaceBack(offset, overLines: true)
    let mark = source.before(near)
    if mark.scalar == 0x25B3 || mark.scalar == 0x25B2 { return near - mark.length }
    if let word = skipBack(AmountWords.minus, before: offset) { return word.start }
    let dash = source.before(offset)
    guard CharacterClass.isDash(dash.scalar) else { return nil }
    let before = source.before(offset - dash.length).scalar
    switch before {
    case Source.nothing.scalar, 0x20, 0x09, 0x0A, 0x28, 0x2C, 0x3A, 0x3001:
      return offset - dash.length
    default: return nil
    }
  }

  private func skipSpaceBack(_ offset: Int, overLines: Bool) -> Int {
    var position = offset
    while true {
      let before = source.before(position)
      let isSpace = before.scalar == 0x20 || before.scalar == 0x09
      let isLineEnd = before.scalar == 0x0A || before.scalar == 0x0C || before.scalar == 0x0D
      guard isSpace || (overLines && isLineEnd) else { return position }
      position -= before.length
    }
  }

  /// Where a word that ends before an offset starts, gaps and line ends between.
  private func skipBack(_ word: [UInt32], before offset: Int) -> (start: Int, joined: Bool)? {
    var position = skipSpaceBack(offset, overLines: true)
    let joined = position != skipSpaceBack(offset, overLines: false)
    for scalar in word.reversed() {
      let before = source.before(position)
      guard before.scalar == scalar else { return nil }
      position -= before.length
    }
    return (position, joined)
  }
}
