/// The heading of a project: １．海洋調査プロジェクト, ① 海洋調査プロジェクト.
struct ProjectHeading: Sendable, Hashable {
  /// The index of its line.
  var line: Int
  /// The name, folded.
  var name: String
  /// What counts it, as printed: 1, ①.
  var number: String
}

/// Finds the headings of projects.
struct ProjectHeadings {
  let layout: Layout
  let lexicon: Lexicon

  /// The heading that a line is, if it is one.
  func heading(line index: Int) -> ProjectHeading? {
    let text = layout.lines[index].text
    guard let marker = marker(at: text.lowerBound, limit: text.upperBound) else {
      return unnumbered(index, text)
    }
    let start = layout.skipBlanks(marker.end, limit: text.upperBound)
    guard let name = name(start..<text.upperBound) else { return nil }
    let isNamed = name.ends(with: lexicon.projectSuffixes)
    guard isNamed || marker.isSure && hasTotal(line: index, after: start) else { return nil }
    if !marker.isSure, !isWholeLine(start, name, text.upperBound) { return nil }
    return ProjectHeading(line: index, name: name, number: marker.number)
  }

  /// A project's name alone on its line right above the label of its total.
  private func unnumbered(_ index: Int, _ text: Range<Int>) -> ProjectHeading? {
    guard text.count <= 120, let name = name(text), name.utf8.count == text.count,
      name.ends(with: lexicon.projectSuffixes), hasTotal(line: index, after: text.upperBound)
    else { return nil }
    return ProjectHeading(line: index, name: name, number: "")
  }

  /// Whether nothing but brackets stands behind a name that does not count things: 3つの…, 5大….
  private func isWholeLine(_ start: Int, _ name: String, _ limit: Int) -> Bool {
    guard let first = layout.scalar(at: start), first.value >= 0x30A1,
      !ProjectHeadings.counters.contains(first.value), name.utf8.count >= 24
    else { return false }
    let end = layout.skipBlanks(start + name.utf8.count)
    return end >= limit || layout.closingBracket(from: end, limit: limit) == limit
  }

  private static let counters: Set<UInt32> = Set("大個件本次年月期省府ヶケ".unicodeScalars.map(\.value))

  /// The number that comes after a heading's where things are counted in the same way.
  static func next(after number: String) -> String? {
    if let value = Int(number) { return String(value + 1) }
    guard let mark = number.unicodeScalars.first, Marks.circledNumber(mark.value) != nil else {
      return nil
    }
    return Unicode.Scalar(mark.value + 1).map { String(Character($0)) }
  }

  /// The number that surely opens a line: １．, ①.
  func number(line index: Int) -> String? {
    let text = layout.lines[index].text
    return marker(at: text.lowerBound, limit: text.upperBound).flatMap {
      $0.isSure ? $0.number : nil
    }
  }

  /// １． or ①, and where the name after it starts; a bare 1 is not sure to be one.
  private func marker(at start: Int, limit: Int) -> (number: String, end: Int, isSure: Bool)? {
    guard let first = layout.scalar(at: start) else { return nil }
    if Marks.circledNumber(first.value) != nil {
      return (layout.string(start..<start + first.length), start + first.length, true)
    }
    var end = start
    while end < limit, Marks.isDigit(UInt32(layout.bytes[end])), end - start < 2 { end += 1 }
    guard end > start, end < limit else { return nil }
    let dot = layout.scalar(at: end)
    guard let dot, dot.value == 0x2E || dot.value == 0x3001 || dot.value == 0x30FB else {
      return (layout.string(start..<end), end, false)
    }
    let after = end + dot.length
    guard after < limit, !Marks.isDigit(UInt32(layout.bytes[after])) else { return nil }
    return (layout.string(start..<end), after, true)
  }

  /// The name up to a blank, a bracket or the words of a budget figure.
  private func name(_ range: Range<Int>) -> String? {
    var end = range.lowerBound
    while end < range.upperBound, let next = layout.scalar(at: end) {
      if [0x20, 0x28, 0x3A, 0x3002, 0x25A0, 0x25CF].contains(next.value) { break }
      end += next.length
    }
    for label in lexicon.totalLabels + lexicon.inhouseLabels {
      if let cut = layout.find(label, in: range.lowerBound..<end) { end = min(end, cut) }
    }
    guard end - range.lowerBound >= 6, end - range.lowerBound <= 120 else { return nil }
    return layout.string(range.lowerBound..<end)
  }

  /// Whether a label of a project's total follows on the line or on the two below.
  private func hasTotal(line index: Int, after start: Int) -> Bool {
    let position = layout.contentIndex[index]
    let last = min(position + 1, layout.content.count - 1)
    guard last >= position else { return false }
    let end = layout.lines[layout.content[last]].text.upperBound
    return layout.contains(lexicon.totalLabels, in: start..<max(start, end))
  }
}
