/// Titles of pages that name a programme: the whole line is the name.
struct PageTitles {
  let layout: Layout
  let reader: ProgrammeNameReader

  /// A title with the fiscal year it names, where several stand in one bracket.
  struct Title: Sendable {
    var name: String
    var line: Int
    var fiscalYear: Int?
  }

  /// The titles on some lines.
  func titles(in lines: Range<Int>) -> [Title] {
    lines.flatMap { line -> [Title] in
      guard layout.lines[line].role == .content else { return [] }
      let text = layout.lines[line].text
      let years = yearTitles(text, line)
      if !years.isEmpty { return years }
      guard let name = title(text) else { return [] }
      return [Title(name: name, line: line)]
    }
  }

  private func title(_ text: Range<Int>) -> String? {
    let text = (layout.afterNumber(text) ?? text.lowerBound)..<text.upperBound
    guard text.count >= 18, text.count <= 240, let first = layout.scalar(at: text.lowerBound),
      !Marks.opensLine(first.value), Marks.circledNumber(first.value) == nil,
      Marks.romanNumber(first.value) == nil, !Marks.footnotes.contains(first.value),
      !Marks.isDigit(first.value), first.value != 0x28, layout.find("。", in: text) == nil,
      layout.find("、", in: text) == nil,
      layout.find(":", in: text) == nil
    else { return nil }
    let words = layout.string(text)
    let name = reader.read(words)
    guard name.isStrong, name.names.count == 1, let base = name.names.first else { return nil }
    return name.bracket.isEmpty ? unquoted(base) : words
  }

  /// The heading just above a figure that starts its line, whatever it is called.
  func heading(above line: Int) -> Title? {
    let index = layout.contentIndex[line]
    guard index > 0, layout.lines[line].blanksBefore == 0 else { return nil }
    let above = layout.content[index - 1]
    let text = layout.lines[above].text
    let isFirst = index == 1 || layout.breaksPage(before: above)
    guard isFirst || layout.lines[above].blanksBefore > 0, text.count >= 12, text.count <= 120,
      let first = layout.scalar(at: text.lowerBound), first.value > 0x3040,
      !Marks.bullets.contains(first.value), !Marks.footnotes.contains(first.value),
      !layout.contains(PageTitles.sentence, in: text),
      // A day or a number of a page is no name.
      !layout.bytes[text].contains(where: { Marks.isDigit(UInt32($0)) })
    else { return nil }
    return Title(name: layout.string(text), line: above)
  }

  private static let sentence: [Word] = ["。", "、", ":", "円", "【", "年度", "対象", "目的", "概要", "経費"]

  private func unquoted(_ text: String) -> String {
    guard text.unicodeScalars.first == "「", text.unicodeScalars.last == "」" else { return text }
    return String(text.dropFirst().dropLast())
  }

  /// （R2A事業・R3B事業): each name behind its year.
  private func yearTitles(_ text: Range<Int>, _ line: Int) -> [Title] {
    guard layout.bytes[text.lowerBound] == 0x28, layout.bytes[text.upperBound - 1] == 0x29 else {
      return []
    }
    let inside = text.lowerBound + 1..<text.upperBound - 1
    var starts: [(offset: Int, name: Int, year: Int)] = []
    var offset = inside.lowerBound
    while offset < inside.upperBound, let next = layout.scalar(at: offset) {
      let isFirst = offset == inside.lowerBound
      if isFirst || next.value == 0x30FB || next.value == 0x3001 || next.value == 0x2F {
        let start = isFirst ? offset : offset + next.length
        if let year = EraLetter.year(layout.bytes, at: start) {
          starts.append((offset, year.end, year.value))
        }
      }
      offset += next.length
    }
    guard starts.count >= 2 else { return [] }
    return starts.enumerated().compactMap { index, start in
      let end = index + 1 < starts.count ? starts[index + 1].offset : inside.upperBound
      guard start.name < end else { return nil }
      return Title(
        name: reader.read(layout.joined(start.name..<end)).names.first ?? "", line: line,
        fiscalYear: start.year)
    }
  }
}
