/// Finds the notes at the foot of pages, which would break the paragraphs they stand in.
enum Footnotes {
  /// Notes at the foot of a page take up no more lines than this.
  private static let mostLines = 12
  /// The mark of a note stands at most this far above it.
  private static let mostBytesOfPage = 4000
  private static let largestNumber = 999
  private static let fewestBytes = 12

  /// `16 2033年12月25日 大臣確認` below a blank line, down to the line that begins the next page.
  static func mark(_ lines: inout [Line], _ bytes: [UInt8]) {
    let content = lines.filter { $0.role == .content }
    let spaced = content.count { $0.blanksBefore > 0 }
    let usualBlanks = spaced * 10 > content.count * 7 ? 1 : 0
    for page in lines.indices.dropFirst()
    where lines[page].role == .content && (lines[page].startsIndented || lines[page].startsPage) {
      guard let first = first(above: page, lines, bytes, usualBlanks) else { continue }
      for line in first..<page where lines[line].role == .content { lines[line].role = .footnote }
    }
  }

  /// The first of the notes above the line that begins a page: each starts with its number, their
  /// lines follow each other, and the numbers count up.
  private static func first(
    above page: Int, _ lines: [Line], _ bytes: [UInt8], _ usualBlanks: Int
  ) -> Int? {
    var first: Int?
    var number = Int.max
    for line in stride(from: page - 1, through: max(0, page - 2 * mostLines), by: -1)
    where lines[line].role == .content {
      if lines[line].startsIndented || lines[line].startsPage { break }
      guard let own = noteNumber(lines[line].text, bytes) else {
        if lines[line].blanksBefore > usualBlanks { break }
        continue
      }
      guard own < number else { break }
      number = own
      let start = lines[line].whole.lowerBound
      if lines[line].blanksBefore > 0, isMarked(own, above: start, bytes) { first = line }
    }
    return first
  }

  private static let counted: [Word] = ["第", "図", "表", "約", "計", "全", "各", "、", "。", "・"]

  /// Whether a number stands above a line as a mark: right behind a word and before a particle,
  /// a comma or a bracket; kanji after it would count things.
  private static func isMarked(_ number: Int, above line: Int, _ bytes: [UInt8]) -> Bool {
    let mark = Array(String(number).utf8)
    var offset = line - mark.count - 1
    while offset > max(0, line - mostBytesOfPage) {
      if bytes[offset] == mark[0], bytes[offset - 1] >= 0x80,
        bytes[offset..<offset + mark.count].elementsEqual(mark),
        isParticle(bytes, at: offset + mark.count),
        !counted.contains(where: { bytes[..<offset].suffix($0.count).elementsEqual($0.bytes) })
      {
        return true
      }
      offset -= 1
    }
    return false
  }

  /// Whether hiragana, a comma, a full stop, a bracket or a line end stands at an offset.
  private static func isParticle(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard offset + 2 < bytes.count else { return true }
    if bytes[offset] < 0x80 { return bytes[offset] <= 0x20 || bytes[offset] == 0x29 }
    return bytes[offset] == 0xE3 && (0x80...0x82).contains(bytes[offset + 1])
  }

  /// The number of a note: up to three digits, a blank, and words.
  private static func noteNumber(_ text: Range<Int>, _ bytes: [UInt8]) -> Int? {
    var offset = text.lowerBound
    var number = 0
    while offset < text.upperBound, (0x30...0x39).contains(bytes[offset]) {
      number = number * 10 + Int(bytes[offset] - 0x30)
      offset += 1
      if number > largestNumber { return nil }
    }
    guard number > 0, offset + 1 < text.upperBound, bytes[offset] == 0x20 else { return nil }
    return text.upperBound - offset > fewestBytes ? number : nil
  }
}
