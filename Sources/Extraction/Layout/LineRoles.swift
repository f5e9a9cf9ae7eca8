/// Says of each line whether it is blank, a page number, or a piece of a vertical label.
enum LineRoles {
  /// A vertical label of single characters has at least two lines; one of pairs, three.
  private static let fewestSingles = 2
  private static let fewestPairs = 3

  static func assign(to lines: inout [Line], bytes: [UInt8]) {
    for index in lines.indices {
      if lines[index].text.isEmpty {
        lines[index].role = .blank
      } else if isPageNumber(lines[index].text, bytes) {
        lines[index].role = .pageNumber
      }
    }
    markVertical(&lines, bytes)
    Footnotes.mark(&lines, bytes)
  }

  /// `12`, `- 12 -`, `12/40`: digits with nothing but dashes, slashes and blanks around them.
  private static func isPageNumber(_ text: Range<Int>, _ bytes: [UInt8]) -> Bool {
    var digits = 0
    for byte in bytes[text] {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x2D, 0x20, 0x2F: break
      default: return false
      }
    }
    return digits > 0 && digits <= 7 && text.count <= 11
  }

  private static func markVertical(_ lines: inout [Line], _ bytes: [UInt8]) {
    var index = 0
    while index < lines.count {
      guard width(lines[index], bytes) != nil else {
        index += 1
        continue
      }
      let run = run(from: index, lines, bytes)
      let widths = run.compactMap { width(lines[$0], bytes) }
      let singles = widths.filter { $0 == 1 }.count
      let isTight = run.count >= 2 && run[1] == run[0] + 1
      if run.count >= fewestPairs && singles * 2 >= run.count
        || run.count >= fewestSingles && singles == run.count && isTight
      {
        for member in run { lines[member].role = .vertical }
      }
      index = (run.last ?? index) + 1
    }
  }

  /// The lines of one or two characters that follow each other, single blank lines between.
  private static func run(from first: Int, _ lines: [Line], _ bytes: [UInt8]) -> [Int] {
    var run = [first]
    var next = first + 1
    while next < lines.count {
      if lines[next].role == .blank, next + 1 < lines.count, lines[next + 1].role == .content,
        width(lines[next + 1], bytes) != nil
      {
        next += 1
        continue
      }
      guard lines[next].role == .content, width(lines[next], bytes) != nil else { break }
      run.append(next)
      next += 1
    }
    return run
  }

  /// The number of characters of a line of one or two of them that may belong to a label;
  /// nothing for longer lines and for lone letters, digits and dashes, which are values.
  private static func width(_ line: Line, _ bytes: [UInt8]) -> Int? {
    guard line.role == .content, line.text.count <= 8 else { return nil }
    var count = 0
    var hasWide = false
    for byte in bytes[line.text] where byte & 0xC0 != 0x80 && byte != 0x20 {
      count += 1
      if byte >= 0xE0 { hasWide = true }
      if byte < 0x80, byte != 0x28, byte != 0x29, byte != 0x2F, byte != 0x2D { return nil }
    }
    guard count > 0, count <= 2 else { return nil }
    return hasWide || count == 1 ? count : nil
  }
}
