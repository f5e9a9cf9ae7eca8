import Model

/// The cells of one indicator of a table.
struct IndicatorCells {
  let start: Int
  private(set) var end: Int
  private(set) var name = ""
  private(set) var target: Quantity?
  private(set) var parts: [Part] = []
  private(set) var latest: Latest?
  private(set) var grade = ""
  private(set) var lines: [Int] = []
  private let layout: Layout
  private static let grades: ClosedRange<UInt8> = 0x41...0x45

  /// A part of the indicator in square brackets.
  struct Part {
    var name: String
    var target: Quantity?
    var range: Range<Int>
    var latest: Latest?
  }

  /// The latest value as printed, with the values of single years.
  struct Latest {
    var raw: String
    var quantity: Quantity?
    var years: [String]
  }

  /// Reads the lines of an item; nothing where they are no indicator with a value.
  init?(_ layout: Layout, lines: [Int], start: Int, end: Int) {
    self.layout = layout
    self.start = start
    self.end = end
    guard let value = value(lines) else { return nil }
    readHead(start..<value.range.lowerBound)
    latest = value.latest
    guard !name.isEmpty else { return nil }
    let rest = readParts(from: value.range.upperBound, limit: end)
    let found = readGrade(from: rest, limit: end)
    guard !grade.isEmpty || !value.latest.years.isEmpty else { return nil }
    self.end = found
    self.lines = lines.filter { layout.lines[$0].text.lowerBound < found }
  }

  // MARK: The latest value

  /// A quantity with the values of single years after it, or a dash with a grade.
  private func value(_ lines: [Int]) -> (latest: Latest, range: Range<Int>)? {
    for (index, line) in lines.enumerated() {
      let whole = layout.lines[line].text
      // The item may start behind the line's last character: a bullet with nothing after it.
      guard start < whole.upperBound, !whole.isEmpty else { continue }
      let text = max(whole.lowerBound, start)..<whole.upperBound
      let bytes = Array(layout.bytes[text])
      if index > 0, let dash = dashWithGrade(text) {
        return (Latest(raw: layout.printed(dash), quantity: nil, years: []), dash)
      }
      guard let found = YearlyValues.find(bytes), bytes.first != 0x5B else { continue }
      let end = text.lowerBound + found.range.upperBound
      let before = trimmed(Array(bytes[..<found.range.lowerBound]))
      if let quantity = QuantityReader.last(before) {
        let range = text.lowerBound + quantity.range.lowerBound..<end
        return (Latest(raw: layout.printed(range), quantity: quantity, years: found.values), range)
      }
      guard before.isEmpty, index > 0 else { return nil }
      let above = layout.lines[lines[index - 1]].text
      guard let quantity = QuantityReader.quantity(Array(layout.bytes[above]), at: 0) else {
        return nil
      }
      let range = above.lowerBound..<end
      return (Latest(raw: layout.printed(range), quantity: quantity, years: found.values), range)
    }
    return nil
  }

  /// `- A`: a dash in the place of the value, alone or before a grade.
  private func dashWithGrade(_ text: Range<Int>) -> Range<Int>? {
    guard let first = layout.scalar(at: text.lowerBound), Marks.nothing.contains(first.value) else {
      return nil
    }
    let end = text.lowerBound + first.length
    let rest = layout.skipBlanks(end, limit: text.upperBound)..<text.upperBound
    guard
      rest.isEmpty
        || rest.count == 1 && IndicatorCells.grades.contains(layout.bytes[rest.lowerBound])
    else { return nil }
    return text.lowerBound..<end
  }

  // MARK: Name and target

  /// The name with its target and the names of its parts.
  private mutating func readHead(_ range: Range<Int>) {
    var bytes: [UInt8] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      if layout.bytes[offset] == 0x5B,
        let end = layout.closingBracket(from: offset, limit: range.upperBound)
      {
        let open = offset
        let words = trimmed(Array(layout.bytes[offset + 1..<end - 1]))
        offset = end
        // 30件[5件]: the target of the part named before.
        if let target = QuantityReader.last(words), target.range.lowerBound == 0,
          let part = parts.indices.first(where: { parts[$0].target == nil })
        {
          parts[part].target = target
          continue
        }
        let inside = nameAndTarget(words)
        parts.append(Part(name: inside.name, target: inside.target, range: open..<end))
        continue
      }
      bytes.append(layout.bytes[offset])
      offset += 1
    }
    (name, target) = nameAndTarget(bytes)
  }

  /// A name, and the quantity after it.
  private func nameAndTarget(_ bytes: [UInt8]) -> (name: String, target: Quantity?) {
    let text = trimmed(bytes)
    guard let target = QuantityReader.last(text), target.range.lowerBound > 0,
      Layout.isBlank(text[target.range.lowerBound - 1])
    else { return (joinedName(text), nil) }
    return (joinedName(Array(text[..<target.range.lowerBound])), target)
  }

  // MARK: Parts and grade

  /// The values of the parts in square brackets, which come in the order of their names.
  private mutating func readParts(from start: Int, limit: Int) -> Int {
    var offset = start
    var index = 0
    while true {
      let next = skipMarks(offset, limit)
      guard next < limit, layout.bytes[next] == 0x5B,
        let end = layout.closingBracket(from: next, limit: limit)
      else { return offset }
      let inside = next + 1..<end - 1
      let bytes = Array(layout.bytes[inside])
      if index < parts.count, let quantity = QuantityReader.quantities(bytes).first {
        parts[index].latest = Latest(
          raw: layout.printed(inside), quantity: quantity,
          years: YearlyValues.find(bytes)?.values ?? [])
      }
      index += 1
      offset = end
    }
  }

  private func skipMarks(_ offset: Int, _ limit: Int) -> Int {
    var next = layout.skipBlanks(offset, overLines: true, limit: limit)
    while next < limit, let mark = layout.scalar(at: next), Marks.footnotes.contains(mark.value) {
      next = layout.skipBlanks(next + mark.length, overLines: true, limit: limit)
    }
    return next
  }

  /// A letter that stands alone after the values; returns where the cells end.
  private mutating func readGrade(from start: Int, limit: Int) -> Int {
    let offset = layout.skipBlanks(start, overLines: true, limit: limit)
    guard offset < limit, IndicatorCells.grades.contains(layout.bytes[offset]) else { return start }
    let after = offset + 1
    guard after >= limit || Layout.isBlank(layout.bytes[after]) else { return start }
    grade = layout.string(offset..<after)
    return after
  }

  private func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes[Layout.trimmed(0..<bytes.count, bytes)])
  }
}
