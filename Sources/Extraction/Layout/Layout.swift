import JapaneseText
import Model

/// A text as the recognisers see it: folded, cut into lines, each with what it is for the layout.
///
/// All offsets count bytes of the folded text; `place` and `printed` lead back to the source.
struct Layout: Sendable {
  let body: TextBody
  let folded: FoldedText
  let bytes: [UInt8]
  /// Every line of the source, blank ones too.
  private(set) var lines: [Line]
  /// The indices of the lines that say something: no blank, page number or vertical label.
  private(set) var content: [Int] = []
  /// For each line, its position in `content`, or that of the next content line.
  private(set) var contentIndex: [Int] = []
  /// Whether a blank line stands between most lines, so that one says nothing.
  private(set) var isDoubleSpaced = false

  init(_ body: TextBody) {
    self.body = body
    folded = FoldedText(body.bytes)
    bytes = folded.bytes
    lines = Layout.lines(of: folded.bytes)
    Layout.forgetIndents(&lines)
    LineRoles.assign(to: &lines, bytes: bytes)
    contentIndex.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated() {
      contentIndex.append(content.count)
      if line.role == .content { content.append(index) }
    }
    let spaced = content.filter { lines[$0].blanksBefore > 0 }.count
    isDoubleSpaced = spaced * 10 > content.count * 7
  }

  /// Text taken out of a PDF indents the first line of a page at most; where this share of the
  /// lines is indented, in hundredths, it is how the text is laid out and says nothing of pages.
  private static let mostIndented = 20
  private static let fewestIndented = 2

  /// Indented lines say nothing of pages where form feeds do, and where there are many of them.
  private static func forgetIndents(_ lines: inout [Line]) {
    let printed = lines.count { !$0.text.isEmpty }
    let count = lines.count(where: \.startsIndented)
    let isLaidOut = count > fewestIndented && count * 100 > printed * mostIndented
    let says = !isLaidOut && !lines.contains(where: \.startsPage)
    let indented = lines.indices.filter { lines[$0].startsIndented }
    for (index, line) in indented.enumerated() {
      // Pages are longer than a line: indented lines that follow each other are laid out so.
      let isRun =
        index > 0 && indented[index - 1] == line - 1
        || index + 1 < indented.count && indented[index + 1] == line + 1
      if !says || isRun { lines[line].startsIndented = false }
    }
  }

  private static func lines(of bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    var blanks = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      var line = Line(whole: start..<end, text: Layout.trimmed(start..<end, bytes))
      line.blanksBefore = blanks
      line.startsIndented = line.text.lowerBound == start + 1 && !line.text.isEmpty
      line.startsPage = bytes[start..<end].contains(0x0C)
      blanks = line.text.isEmpty ? blanks + 1 : 0
      lines.append(line)
      start = end + 1
    }
    return lines
  }

  /// A stretch without blanks at its ends.
  static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0C || byte == 0x0D
  }
}

/// A line of the text.
struct Line: Sendable {
  /// The whole line without its line end.
  let whole: Range<Int>
  /// The line without blanks at its ends.
  let text: Range<Int>
  /// The blank lines just before it.
  var blanksBefore = 0
  /// Whether one blank stands before its text: text taken out of a PDF marks a new page so.
  var startsIndented = false
  /// Whether a form feed stands in it.
  var startsPage = false
  /// What it is.
  var role = Role.content

  enum Role: Sendable {
    case content
    case blank
    /// Nothing but a page number.
    case pageNumber
    /// A line of the notes at the foot of a page.
    case footnote
    /// A piece of a label that runs down the page one character to a line.
    case vertical
  }
}
