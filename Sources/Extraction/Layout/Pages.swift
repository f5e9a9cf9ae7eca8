/// A stretch of lines that belong together on a page.
struct Page: Sendable {
  /// The indices of its lines.
  var lines: Range<Int>
}

extension Layout {
  /// This many blank lines in a row are a page break.
  private static let blanksOfPageBreak = 3

  /// Whether a page begins with a line for certain.
  func breaksPage(before line: Int) -> Bool {
    lines[line].startsPage
      || lines[line].blanksBefore >= Layout.blanksOfPageBreak && lines[line].role != .blank
  }

  /// The pages, as far as the text shows them.
  var pages: [Page] {
    var pages: [Page] = []
    var start = 0
    for line in lines.indices.dropFirst() where breaksPage(before: line) {
      pages.append(Page(lines: start..<line))
      start = line
    }
    if !lines.isEmpty { pages.append(Page(lines: start..<lines.count)) }
    return pages
  }

  /// The parts of a page that begin with an indented line, which may be pages of their own.
  func parts(of page: Page) -> [Page] {
    var parts: [Page] = []
    var start = page.lines.lowerBound
    for line in page.lines.dropFirst()
    where lines[line].startsIndented && lines[line].role == .content {
      parts.append(Page(lines: start..<line))
      start = line
    }
    parts.append(Page(lines: start..<page.lines.upperBound))
    return parts
  }
}
