/// A page or some pages that are about one thing: the slide of a project, the sheet of a programme.
struct Unit: Sendable {
  /// The stretches of lines it is made of.
  var parts: [Range<Int>]
  /// The project it is about, empty where it is about none.
  var project: String
  /// What counts the project where its heading stands.
  var number: String

  /// Whether a line belongs to it.
  func contains(line: Int) -> Bool { parts.contains { $0.contains(line) } }
}

/// Cuts a text into units.
struct UnitCutter {
  let layout: Layout
  let headings: ProjectHeadings
  private static let nothing: Set<String> = []

  /// The units in order; together they hold every line once.
  func units() -> [Unit] {
    var units: [Unit] = []
    var project: (name: String, number: String) = ("", "")
    var list = NumberedList()
    for page in layout.pages {
      for piece in pieces(of: page).flatMap({ list.cut($0, headings, layout) }) {
        if let heading = piece.heading {
          project = (heading.name, heading.number)
          units.append(Unit(parts: [piece.lines], project: project.name, number: project.number))
        } else if piece.isSibling || closesProject(piece.lines) {
          project = ("", "")
          units.append(Unit(parts: [piece.lines], project: "", number: ""))
        } else if !project.name.isEmpty, let last = units.indices.last {
          units[last].parts.append(piece.lines)
        } else {
          units.append(Unit(parts: [piece.lines], project: "", number: ""))
        }
      }
    }
    return units
  }

  fileprivate struct Piece {
    var lines: Range<Int>
    var heading: ProjectHeading?
    /// Whether it begins with an item that is counted on from the project above and is none.
    var isSibling = false
  }

  /// A page with one project is one piece; one with several is cut where indented lines show
  /// that a page began, or else at the headings.
  private func pieces(of page: Page) -> [Piece] {
    let found = headings(in: page.lines)
    if Set(found.map(\.name)).count <= 1 { return pieces(of: page.lines, under: found.first) }
    var pieces: [Piece] = []
    for part in layout.parts(of: page) {
      let own = headings(in: part.lines)
      if Set(own.map(\.name)).count <= 1 {
        pieces += self.pieces(of: part.lines, under: own.first)
        continue
      }
      var start = part.lines.lowerBound
      for (index, heading) in own.enumerated() {
        let end = index + 1 < own.count ? own[index + 1].line : part.lines.upperBound
        pieces += self.pieces(of: start..<end, under: heading)
        start = end
      }
    }
    return pieces
  }

  /// A stretch with one heading: what stands before a chapter that the heading belongs to is about
  /// no project; other lines before a heading may belong to its page.
  private func pieces(of lines: Range<Int>, under heading: ProjectHeading?) -> [Piece] {
    guard let heading, closesProject(lines.lowerBound..<heading.line) else {
      return [Piece(lines: lines, heading: heading)]
    }
    return [
      Piece(lines: lines.lowerBound..<heading.line, heading: nil),
      Piece(lines: heading.line..<lines.upperBound, heading: heading),
    ]
  }

  private func headings(in lines: Range<Int>) -> [ProjectHeading] {
    lines.compactMap { layout.lines[$0].role == .content ? headings.heading(line: $0) : nil }
  }

  /// Whether a piece begins a chapter that is no project's: Ⅰ, 3.1.
  private func closesProject(_ lines: Range<Int>) -> Bool {
    lines.contains { index in
      let text = layout.lines[index].text
      guard layout.lines[index].role == .content, let first = layout.scalar(at: text.lowerBound)
      else { return false }
      if Marks.romanNumber(first.value) != nil { return true }
      var offset = text.lowerBound
      var dots = 0
      var digits = 0
      while offset < text.upperBound, offset - text.lowerBound < 6 {
        if layout.bytes[offset] == 0x2E {
          dots += 1
        } else if Marks.isDigit(UInt32(layout.bytes[offset])) {
          digits += 1
        } else {
          break
        }
        offset += 1
      }
      guard dots >= 1, digits >= 2, digits <= 3,
        let next = layout.scalar(at: layout.skipBlanks(offset))
      else {
        return false
      }
      return next.value > 0x3040 && layout.bytes[offset - 1] != 0x2E && offset + 6 < text.upperBound
        && next.value != 0x5104 && next.value != 0x5146 && next.value != 0x4E07
    }
  }
}

/// What is counted on from a project's heading and is no project stands beside it, not below it:
/// １．Xプロジェクト, ２．Y事業.
private struct NumberedList {
  /// The number of the next item beside the project; nothing where the numbers below it are its own.
  private var next: String?

  /// A piece, cut before such an item.
  mutating func cut(
    _ piece: UnitCutter.Piece, _ headings: ProjectHeadings, _ layout: Layout
  ) -> [UnitCutter.Piece] {
    var first = piece.lines.lowerBound
    if let heading = piece.heading {
      next = ProjectHeadings.next(after: heading.number)
      first = heading.line + 1
    }
    for line in first..<max(first, piece.lines.upperBound) where layout.lines[line].role == .content
    {
      guard next != nil, let number = headings.number(line: line) else { continue }
      let isSibling = number == next
      next = nil
      if !isSibling { break }
      var (head, tail) = (piece, piece)
      head.lines = piece.lines.lowerBound..<line
      tail.lines = line..<piece.lines.upperBound
      (tail.heading, tail.isSibling) = (nil, true)
      return head.lines.isEmpty ? [tail] : [head, tail]
    }
    return [piece]
  }
}
