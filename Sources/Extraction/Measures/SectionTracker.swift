/// Follows the numbers of chapters and sections through a text.
struct SectionTracker {
  let layout: Layout
  let headings: ProjectHeadings
  /// The number of the chapter, such as 3.1, or of the project, such as ①.
  private(set) var number = ""
  /// The number of the section in brackets, such as (1).
  private(set) var sub = ""
  /// The title of the project, where the text is about one.
  private(set) var project = ""
  private static let longestSub = 8

  init(layout: Layout, headings: ProjectHeadings) {
    self.layout = layout
    self.headings = headings
  }

  var section: String { number + (project.isEmpty ? sub : "") }

  /// Takes a line into account.
  mutating func pass(_ line: Int) {
    let text = layout.lines[line].text
    if let heading = headings.heading(line: line) {
      number = heading.number
      project = heading.name
      sub = ""
    } else if let chapter = chapter(text) {
      number = chapter
      project = ""
      sub = ""
    } else if let bracketed = bracketed(text) {
      sub = bracketed
    }
  }

  /// Ⅳ, 3.1, 4.6-2 before a title.
  private func chapter(_ text: Range<Int>) -> String? {
    guard let first = layout.scalar(at: text.lowerBound), text.count <= 200 else { return nil }
    if Marks.romanNumber(first.value) != nil {
      return layout.string(text.lowerBound..<text.lowerBound + first.length)
    }
    var end = text.lowerBound
    var dots = 0
    while end < text.upperBound, end - text.lowerBound < 8 {
      let byte = layout.bytes[end]
      if byte == 0x2E || byte == 0x2D { dots += 1 } else if !Marks.isDigit(UInt32(byte)) { break }
      end += 1
    }
    guard dots > 0, end > text.lowerBound + 2, Marks.isDigit(UInt32(layout.bytes[end - 1])),
      let next = layout.scalar(at: layout.skipBlanks(end)), end < text.upperBound,
      startsTitle(next.value, afterBlank: Layout.isBlank(layout.bytes[end]))
    else { return nil }
    return layout.string(text.lowerBound..<end)
  }

  /// Whether a character begins a title rather than a unit: 4.5兆円.
  private func startsTitle(_ scalar: UInt32, afterBlank: Bool) -> Bool {
    let isUnit = [0x5146, 0x5104, 0x4E07, 0x500D].contains(scalar)  // 兆億万倍
    return scalar > 0x3040 && !isUnit || afterBlank && (0x41...0x5A).contains(scalar)
  }

  /// （１） before a title.
  private func bracketed(_ text: Range<Int>) -> String? {
    guard layout.bytes[text.lowerBound] == 0x28,
      let end = layout.closingBracket(from: text.lowerBound, limit: text.upperBound),
      end - text.lowerBound <= SectionTracker.longestSub, end < text.upperBound,
      layout.bytes[text.lowerBound + 1..<end - 1].allSatisfy({ Marks.isDigit(UInt32($0)) })
    else { return nil }
    return layout.string(text.lowerBound..<end)
  }
}
