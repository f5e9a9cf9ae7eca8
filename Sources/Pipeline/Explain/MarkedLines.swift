import Model
import Publishing

/// The lines of a source with the characters of a place marked below them, for a terminal.
enum MarkedLines {
  /// The lines of a place.
  static func of(_ place: Place, in document: Document) -> [String] {
    let excerpt = SourceExcerpt(place, in: document, context: 0)
    let width = String(excerpt.lines.map(\.number).max() ?? 0).count
    return excerpt.lines.filter { !$0.marks.isEmpty }.flatMap { line -> [String] in
      let scalars = Array(line.text.unicodeScalars)
      let number = String(line.number)
      let margin = String(repeating: " ", count: width - number.count) + number + " | "
      return [
        margin + line.text,
        String(repeating: " ", count: width) + " | " + marks(line.marks, below: scalars),
      ]
    }
  }

  private static func marks(_ marks: [Range<Int>], below text: [Unicode.Scalar]) -> String {
    var line = ""
    var position = 0
    for mark in marks {
      let mark = mark.clamped(to: position..<max(position, text.count))
      line += String(repeating: " ", count: DisplayWidth.of(text[position..<mark.lowerBound]))
      line += String(repeating: "^", count: max(1, DisplayWidth.of(text[mark])))
      position = mark.upperBound
    }
    return line
  }
}
