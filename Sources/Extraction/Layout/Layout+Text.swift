import JapaneseText
import Model

extension Layout {
  /// The folded text of a stretch.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The folded text of a stretch with its line ends and what stands beside them left out.
  ///
  /// Japanese words go on over a line end; Latin ones are kept apart by a blank.
  func joined(_ range: Range<Int>) -> String {
    var out: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      guard byte == 0x0A || byte == 0x0C || byte == 0x0D else {
        out.append(byte)
        index += 1
        continue
      }
      while let last = out.last, Layout.isBlank(last) { out.removeLast() }
      if byte == 0x0A { index = nextContent(after: index, limit: range.upperBound) }
      while index < range.upperBound, Layout.isBlank(bytes[index]) { index += 1 }
      if let last = out.last, index < range.upperBound, Layout.isLatin(last),
        Layout.isLatin(bytes[index])
      {
        out.append(0x20)
      }
    }
    let ends = Layout.trimmed(0..<out.count, out)
    return String(decoding: out[ends], as: UTF8.self)
  }

  /// Where the text goes on after a line end: page numbers, footnotes and vertical labels that
  /// stand between are no part of it.
  private func nextContent(after lineEnd: Int, limit: Int) -> Int {
    var next = line(at: lineEnd) + 1
    while next < lines.count, lines[next].whole.lowerBound < limit, lines[next].role != .content {
      next += 1
    }
    guard next < lines.count else { return limit }
    return min(limit, lines[next].text.lowerBound)
  }

  private static func isLatin(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
  }

  /// The characters of the source that a stretch came from, line ends as ⏎.
  func printed(_ range: Range<Int>) -> String { body.printed(folded.sourceRange(of: range)) }

  /// The place of a stretch in the source.
  func place(_ range: Range<Int>) -> Place { body.place(of: folded.sourceRange(of: range)) }

  /// The index of the line an offset stands on.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].whole.lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The character at an offset, with its length; nothing past the end.
  func scalar(at offset: Int) -> (value: UInt32, length: Int)? {
    guard offset < bytes.count else { return nil }
    let first = bytes[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard offset + length <= bytes.count else { return (0xFFFD, bytes.count - offset) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for index in offset + 1..<offset + length { value = value << 6 | UInt32(bytes[index] & 0x3F) }
    return (value, length)
  }

  /// The character that ends at an offset, with its length.
  func scalar(before offset: Int) -> (value: UInt32, length: Int)? {
    guard offset > 0 else { return nil }
    var start = offset - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }

  /// The number that opens an item: ①, or a plain digit right before a word, as compatibility
  /// forms have it.
  func itemNumber(at offset: Int) -> Int? {
    guard let first = scalar(at: offset) else { return nil }
    if let circled = Marks.circledNumber(first.value) { return circled }
    guard Marks.isDigit(first.value) else { return nil }
    var end = offset
    var number = 0
    while end < bytes.count, Marks.isDigit(UInt32(bytes[end])), end - offset < 3 {
      number = number * 10 + Int(bytes[end] - 0x30)
      end += 1
    }
    guard number > 0, number <= 20, let next = scalar(at: skipBlanks(end)), next.value >= 0x3040
    else { return nil }
    return number
  }

  /// Where the words start after a number that opens a heading, as in (1) X.
  func afterNumber(_ text: Range<Int>) -> Int? {
    var offset = text.lowerBound
    let isBracketed = offset < text.upperBound && bytes[offset] == 0x28
    if isBracketed { offset += 1 }
    let digits = offset
    while offset < text.upperBound, Marks.isDigit(UInt32(bytes[offset])) { offset += 1 }
    guard (1...2).contains(offset - digits), offset < text.upperBound,
      bytes[offset] == (isBracketed ? 0x29 : 0x2E)
    else { return nil }
    let start = skipBlanks(offset + 1, limit: text.upperBound)
    guard let next = scalar(at: start), next.value > 0x3040 else { return nil }
    return start
  }

  private static let circles: Set<UInt32> = Set("○〇◯◇□▶▷★☆".unicodeScalars.map(\.value))

  /// Whether a bullet in the middle of a line opens an item.
  func opensItem(at offset: Int, _ bullet: UInt32) -> Bool {
    if Marks.inlineBullets.contains(bullet) { return true }
    guard Layout.circles.contains(bullet), let before = scalar(before: offset) else { return false }
    // Circles stand for letters too: ○○事業.
    if let next = scalar(at: skipBlanks(offset + 3)), Layout.circles.contains(next.value) {
      return false
    }
    return before.value <= 0x20 || Marks.closing.values.contains(before.value)
  }

  /// Whether a word stands at an offset.
  func has(_ word: Word, at offset: Int) -> Bool {
    guard offset >= 0, offset + word.count <= bytes.count else { return false }
    for index in 0..<word.count where bytes[offset + index] != word.bytes[index] { return false }
    return true
  }

  /// Whether a word ends at an offset.
  func has(_ word: Word, endingAt offset: Int) -> Bool { has(word, at: offset - word.count) }

  /// Where a word first stands in a stretch.
  func find(_ word: Word, in range: Range<Int>) -> Int? {
    guard let first = word.bytes.first, range.count >= word.count else { return nil }
    var offset = range.lowerBound
    let last = range.upperBound - word.count
    while offset <= last {
      if bytes[offset] == first, has(word, at: offset) { return offset }
      offset += 1
    }
    return nil
  }

  /// Whether any of some words stands in a stretch.
  func contains(_ words: [Word], in range: Range<Int>) -> Bool {
    words.contains { find($0, in: range) != nil }
  }

  /// The first offset at or after one that is no blank; line ends count as blanks if asked.
  func skipBlanks(_ offset: Int, overLines: Bool = false, limit: Int? = nil) -> Int {
    var offset = offset
    let end = limit ?? bytes.count
    while offset < end,
      bytes[offset] == 0x20 || bytes[offset] == 0x09
        || overLines && Layout.isBlank(bytes[offset])
    {
      offset += 1
    }
    return offset
  }

  /// The last offset at or before one that no blank ends at.
  func skipBlanksBack(_ offset: Int, overLines: Bool = false, limit: Int = 0) -> Int {
    var offset = offset
    while offset > limit,
      bytes[offset - 1] == 0x20 || bytes[offset - 1] == 0x09
        || overLines && Layout.isBlank(bytes[offset - 1])
    {
      offset -= 1
    }
    return offset
  }

  /// The offset after the bracket that closes the one at an offset, on the same stretch.
  func closingBracket(from open: Int, limit: Int) -> Int? {
    guard let first = scalar(at: open), let close = Marks.closing[first.value] else { return nil }
    var depth = 0
    var offset = open
    while offset < limit, let next = scalar(at: offset) {
      if next.value == first.value { depth += 1 }
      if next.value == close { depth -= 1 }
      offset += next.length
      if depth == 0 { return offset }
    }
    return nil
  }
}
