import Model

/// Reads measures with the ministries responsible for them.
struct MeasureRecogniser {
  let layout: Layout
  let headings: ProjectHeadings
  let lists: MinistryLists
  let document: String

  /// An item is not followed further back than this.
  private static let mostLines = 40

  /// Adds the measures of the text to the facts.
  func add(to facts: inout Facts) {
    var tracker = SectionTracker(layout: layout, headings: headings)
    var next = 0
    var lastEnd = 0
    var unknown: Set<String> = []
    for list in lists.lists() {
      let line = layout.line(at: list.range.lowerBound)
      while next <= line {
        if layout.lines[next].role == .content { tracker.pass(next) }
        next += 1
      }
      let (title, start) = title(of: list, line, tracker, after: lastEnd)
      lastEnd = list.range.upperBound
      guard !title.isEmpty else { continue }
      var row = Measure()
      let place = layout.place(list.range)
      row.line = place.line
      row.section = tracker.section
      row.title = title
      row.ministries = list.ministries
      row.lead = list.lead
      row.raw = layout.printed(list.range)
      facts.measures.append(Fact(row, at: layout.place(start..<list.range.upperBound)))
      for name in list.ministries
      where lists.knowsNames && !lists.isKnown(name) && unknown.insert(name).inserted {
        facts.findings.append(finding(name, place))
      }
    }
  }

  /// The text that a list of ministries stands behind.
  private func title(
    of list: MinistryList, _ line: Int, _ tracker: SectionTracker, after last: Int
  ) -> (String, Int) {
    let text = layout.lines[line].text
    let before = Layout.trimmed(
      max(text.lowerBound, last)..<max(last, list.range.lowerBound), layout.bytes)
    if before.isEmpty, list.range.upperBound == text.upperBound, standsApart(line) {
      if !tracker.project.isEmpty { return (tracker.project, list.range.lowerBound) }
      if let heading = headingAbove(line, after: last) { return heading }
    }
    if headings.heading(line: line) != nil { return (tracker.project, text.lowerBound) }
    let start = start(of: line, list.range.lowerBound, after: last)
    return (layout.joined(start..<list.range.lowerBound), start)
  }

  /// The heading on the line above a list: it starts with a number or bullet and is no sentence.
  private func headingAbove(_ line: Int, after last: Int) -> (String, Int)? {
    let index = layout.contentIndex[line]
    guard index > 0 else { return nil }
    let above = layout.lines[layout.content[index - 1]].text
    guard above.lowerBound >= last, !layout.has("。", endingAt: above.upperBound),
      let start = marker(above)
    else { return nil }
    return (layout.joined(start..<above.upperBound), above.lowerBound)
  }

  /// Whether a line that holds only the list belongs to a heading: a blank line stands before it,
  /// or a project's heading.
  private func standsApart(_ line: Int) -> Bool {
    let index = layout.contentIndex[line]
    guard index > 0 else { return true }
    return layout.lines[line].blanksBefore > 0 || layout.lines[line].startsIndented
      || headings.heading(line: layout.content[index - 1]) != nil
  }

  /// Where the item or paragraph starts that ends at an offset.
  private func start(of line: Int, _ end: Int, after last: Int) -> Int {
    var index = layout.contentIndex[line]
    var start = layout.lines[line].text.lowerBound
    for _ in 0..<MeasureRecogniser.mostLines {
      let current = layout.lines[layout.content[index]]
      if current.text.lowerBound < last { break }
      start = current.text.lowerBound
      if let marker = marker(current.text) { return min(marker, end) }
      guard index > 0, !endsParagraph(index) else { break }
      index -= 1
    }
    return max(start, min(end, layout.skipBlanks(last, overLines: true)))
  }

  /// Whether the line before one does not belong to the same paragraph.
  private func endsParagraph(_ index: Int) -> Bool {
    let line = layout.lines[layout.content[index]]
    if line.blanksBefore > 1 { return true }
    let above = layout.lines[layout.content[index - 1]].text
    return layout.has("。", endingAt: above.upperBound) && line.blanksBefore > 0
      || layout.scalar(before: above.upperBound)?.value == 0x29 && above.count < 60
      || isHeading(above, over: line.text)
  }

  /// Whether a line is a heading over another: a line of a paragraph is about as wide as the next.
  private func isHeading(_ above: Range<Int>, over text: Range<Int>) -> Bool {
    !layout.has("、", endingAt: above.upperBound) && width(above) * 4 < width(text) * 3
  }

  /// How wide a line is printed; a Latin letter is half as wide as a kanji.
  private func width(_ text: Range<Int>) -> Int {
    layout.bytes[text].reduce(0) { $0 + ($1 < 0x80 ? 1 : $1 >= 0xC0 ? 2 : 0) }
  }

  /// Where the text after a bullet or number starts, if the line starts with one.
  private func marker(_ text: Range<Int>) -> Int? {
    guard let first = layout.scalar(at: text.lowerBound) else { return nil }
    if Marks.bullets.contains(first.value) || first.value == 0x30FB
      || Marks.circledNumber(first.value) != nil
    {
      return layout.skipBlanks(text.lowerBound + first.length)
    }
    guard first.value == 0x28,
      let end = layout.closingBracket(from: text.lowerBound, limit: text.upperBound),
      end - text.lowerBound <= 8,
      layout.bytes[text.lowerBound + 1..<end - 1].allSatisfy({ $0 < 0x80 })
    else { return nil }
    return layout.skipBlanks(end)
  }

  private func finding(_ name: String, _ place: Place) -> Finding {
    Finding(
      .ministryUnknown, document: document, place: place, dataset: "measures", subject: name,
      message: "\(name) (line \(place.line)) is neither in the registry of ministries nor in the "
        + "text's own table of abbreviations; add it to the registry")
  }
}
