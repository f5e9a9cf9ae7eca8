import JapaneseText
import Model

/// Reads indicators with their values by year, and small tables of actual against target.
struct IndicatorSeries {
  let layout: Layout
  let mentions: MentionIndex
  let context: IndicatorContext

  private static let actual: Word = "実績"
  private static let goal: Word = "達成目標"
  private static let counts: [Word] = ["数", "件数", "率", "割合"]
  private static let mostRows = 14

  /// All such indicators that are not on lines taken by tables.
  func indicators(besides taken: Set<Int>) -> [Fact<Indicator>] {
    var facts: [Fact<Indicator>] = []
    var done = taken
    facts += kindLines(&done)
    facts += yearLines(&done)
    facts += chains(&done)
    facts += actualTables(&done)
    facts += fractions(&done)
    return facts
  }

  private func row(_ name: String, _ kind: IndicatorKind, _ range: Range<Int>) -> (Indicator, Place)
  {
    var row = Indicator()
    let place = layout.place(range)
    row.line = place.line
    row.kind = kind
    row.name = name
    row.project = context.project(line: layout.line(at: range.lowerBound))
    return (row, place)
  }

  // MARK: ＜アウトカム＞・name（令和２～５年度）21件

  private func kindLines(_ done: inout Set<Int>) -> [Fact<Indicator>] {
    var facts: [Fact<Indicator>] = []
    for (position, line) in layout.content.enumerated() where !done.contains(line) {
      let text = layout.lines[line].text
      guard let kind = context.kind(heading: line), layout.bytes[text.lowerBound] == 0x3C,
        let close = layout.closingBracket(from: text.lowerBound, limit: text.upperBound),
        let bullet = layout.scalar(at: close), Marks.bullets.contains(bullet.value)
      else { continue }
      let range = close + bullet.length..<text.upperBound
      guard let quantity = QuantityReader.last(Array(layout.bytes[range])) else { continue }
      let name = withoutPeriod(range.lowerBound..<range.lowerBound + quantity.range.lowerBound)
      var (row, place) = row(name, kind, range)
      setLatest(
        quantity,
        raw: layout.printed(range.lowerBound + quantity.range.lowerBound..<range.upperBound), &row)
      if position + 1 < layout.content.count {
        let next = layout.content[position + 1]
        let pairs = pairs(layout.lines[next].text)
        if pairs.count > 1, layout.bytes[layout.lines[next].text.lowerBound] == 0x28 {
          row.byYear = pairs.map { "\($0.year)=\($0.quantity.digits)" }
          done.insert(next)
        }
      }
      row.giveSeries()
      done.insert(line)
      facts.append(Fact(row, at: place))
    }
    return facts
  }

  /// A name without a last bracket that holds nothing but a date.
  private func withoutPeriod(_ range: Range<Int>) -> String {
    let text = Layout.trimmed(range, layout.bytes)
    guard layout.bytes[text.upperBound - 1] == 0x29 else { return layout.joined(text) }
    let open = text.reversed().first { layout.bytes[$0] == 0x28 }
    guard let open, let date = mentions.date(startingAt: open + 1),
      date.range.upperBound == text.upperBound - 1
    else { return layout.joined(text) }
    return layout.joined(text.lowerBound..<open)
  }

  private func setLatest(_ quantity: Quantity, raw: String, _ row: inout Indicator) {
    row.latestRaw = raw
    row.latestValue = quantity.value
    row.latestUnit = quantity.unit
  }

  // MARK: Years with values

  private struct Pair {
    var year: Int
    var quantity: Quantity
    var range: Range<Int>
  }

  /// H29：90件、H30：114件 in a stretch, units left out where the pair says only a number.
  private func pairs(_ range: Range<Int>) -> [Pair] {
    var starts: [Int: (year: Int, end: Int)] = [:]
    for date in mentions.dates(in: range) {
      guard let year = date.fiscalYear else { continue }
      starts[date.range.lowerBound] = (year, date.range.upperBound)
    }
    for offset in range {
      if let letter = EraLetter.year(layout.bytes, at: offset) {
        starts[offset] = (letter.value, letter.end)
      }
    }
    return starts.keys.sorted().compactMap { start in
      starts[start].flatMap { pair(start, year: $0.year, after: $0.end, limit: range.upperBound) }
    }
  }

  /// Whether a stretch gives the values of several years.
  func hasYears(_ range: Range<Int>) -> Bool { pairs(range).count > 1 }

  private func pair(_ start: Int, year: Int, after end: Int, limit: Int) -> Pair? {
    var offset = layout.skipBlanks(end, overLines: true, limit: limit)
    guard offset < limit, layout.bytes[offset] == 0x3A else { return nil }
    offset = layout.skipBlanks(offset + 1, overLines: true, limit: limit)
    let bytes = Array(layout.bytes[offset..<min(limit, offset + 60)])
    let found =
      QuantityReader.quantity(bytes, at: 0)
      ?? QuantityReader.number(bytes, at: 0).map {
        Quantity(digits: $0.digits, unit: "", range: 0..<$0.end)
      }
    guard let found else { return nil }
    return Pair(year: year, quantity: found, range: start..<offset + found.range.upperBound)
  }

  /// A name, and below it or after it years with values on one or two lines.
  private func chains(_ done: inout Set<Int>) -> [Fact<Indicator>] {
    var facts: [Fact<Indicator>] = []
    for (position, line) in layout.content.enumerated() where !done.contains(line) {
      let text = layout.lines[line].text
      let next = min(position + 1, layout.content.count - 1)
      let range = text.lowerBound..<layout.lines[layout.content[next]].text.upperBound
      let found = pairs(range).filter { !$0.quantity.unit.isEmpty }
      // Some lists begin with the newest year.
      guard found.count > 1, let first = found.first, let last = found.last,
        let latest = found.max(by: { $0.year < $1.year }),
        text.contains(first.range.lowerBound), first.range.lowerBound > 0
      else { continue }
      let start = itemStart(position, first.range.lowerBound)
      let name = layout.joined(start..<first.range.lowerBound)
      guard name.ends(with: IndicatorSeries.counts) || name.ends(with: [")"]),
        name.utf8.count <= 240
      else { continue }
      var (row, place) = row(name, .other, start..<last.range.upperBound)
      row.byYear = found.sorted { $0.year < $1.year }.map { "\($0.year)=\($0.quantity.digits)" }
      setLatest(latest.quantity, raw: layout.printed(latest.range), &row)
      row.giveSeries()
      done.insert(line)
      facts.append(Fact(row, at: place))
    }
    return facts
  }

  /// Where the item starts whose name ends at an offset: at its bullet, on its line or above.
  private func itemStart(_ position: Int, _ end: Int) -> Int {
    for index in stride(from: position, through: max(0, position - 2), by: -1) {
      let text = layout.lines[layout.content[index]].text
      guard let first = layout.scalar(at: text.lowerBound), text.lowerBound < end,
        Marks.bullets.contains(first.value) || first.value == 0x30FB
      else { continue }
      return layout.skipBlanks(text.lowerBound + first.length)
    }
    return layout.lines[layout.content[position]].text.lowerBound
  }

  // MARK: R2年度 3件 on lines below a name

  private func yearLines(_ done: inout Set<Int>) -> [Fact<Indicator>] {
    var facts: [Fact<Indicator>] = []
    for (position, line) in layout.content.enumerated() where !done.contains(line) {
      let text = layout.lines[line].text
      guard text.count <= 90, layout.contains(IndicatorSeries.counts, in: text),
        IndicatorSeries.counts.contains(where: { layout.has($0, endingAt: text.upperBound) })
      else { continue }
      var values: [(year: Int, quantity: Quantity, line: Int)] = []
      for next in layout.content[(position + 1)...].prefix(IndicatorSeries.mostRows) {
        guard layout.lines[next].blanksBefore == 0, let value = yearValue(next) else { break }
        values.append((value.year, value.quantity, next))
      }
      guard values.count > 1, let last = values.max(by: { $0.year < $1.year }) else { continue }
      var (row, place) = row(layout.joined(text), .other, text)
      row.byYear = values.sorted { $0.year < $1.year }.map { "\($0.year)=\($0.quantity.digits)" }
      setLatest(last.quantity, raw: layout.printed(layout.lines[last.line].text), &row)
      row.giveSeries()
      done.insert(line)
      done.formUnion(values.map(\.line))
      facts.append(Fact(row, at: place))
    }
    return facts
  }

  private func yearValue(_ line: Int) -> (year: Int, quantity: Quantity)? {
    let text = layout.lines[line].text
    guard let date = mentions.date(startingAt: text.lowerBound), let year = date.fiscalYear else {
      return nil
    }
    let start = layout.skipBlanks(date.range.upperBound)
    guard start > date.range.upperBound, start < text.upperBound,
      let quantity = QuantityReader.quantity(Array(layout.bytes[start..<text.upperBound]), at: 0)
    else { return nil }
    return (year, quantity)
  }

  // MARK: Actual against target

  /// 項目 活動実績 達成目標, and below it names with two values.
  private func actualTables(_ done: inout Set<Int>) -> [Fact<Indicator>] {
    var facts: [Fact<Indicator>] = []
    for (position, line) in layout.content.enumerated() {
      guard let year = context.goalYear(line: line), position > 0 else { continue }
      let top = layout.lines[layout.content[max(0, position - 2)]].text.lowerBound
      let header = top..<layout.lines[line].text.upperBound
      guard let actual = layout.find(IndicatorSeries.actual, in: header),
        let goal = layout.find(IndicatorSeries.goal, in: header), actual < goal
      else { continue }
      for next in layout.content[(position + 1)...].prefix(IndicatorSeries.mostRows) {
        guard let fact = actualRow(next, year) else { break }
        facts.append(fact)
        done.insert(next)
      }
    }
    return facts
  }

  private func actualRow(_ line: Int, _ year: Int) -> Fact<Indicator>? {
    let text = layout.lines[line].text
    let words = layout.bytes[text].split(separator: 0x20)
    guard words.count >= 3 else { return nil }
    let cells = words.suffix(2).map { Array($0) }
    guard let target = cell(cells[1]), let actual = cell(cells[0]), actual.quantity != nil else {
      return nil
    }
    let name = layout.joined(text.lowerBound..<words[words.count - 2].startIndex)
    var (row, place) = row(name, .other, text)
    if let quantity = target.quantity {
      row.setTarget(quantity)
      row.targetYear = year
      row.targetBasis = .cumulative
    } else {
      row.targetRaw = String(decoding: cells[1], as: UTF8.self)
    }
    if let quantity = actual.quantity {
      setLatest(quantity, raw: String(decoding: cells[0], as: UTF8.self), &row)
    }
    row.giveSeries()
    return Fact(row, at: place)
  }

  /// A quantity or a dash.
  private func cell(_ bytes: [UInt8]) -> (quantity: Quantity?, isDash: Bool)? {
    if let quantity = QuantityReader.quantity(bytes, at: 0) { return (quantity, false) }
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    guard scalars.count == 1, Marks.nothing.contains(scalars[0].value) else { return nil }
    return (nil, true)
  }

  // MARK: name：1376 / 1500件

  private func fractions(_ done: inout Set<Int>) -> [Fact<Indicator>] {
    var facts: [Fact<Indicator>] = []
    for line in layout.content where !done.contains(line) {
      let text = layout.lines[line].text
      guard let slash = layout.bytes[text].lastIndex(of: 0x2F),
        let colon = layout.bytes[text].lastIndex(of: 0x3A), colon < slash,
        let bullet = layout.scalar(at: text.lowerBound),
        Marks.bullets.contains(bullet.value)
      else { continue }
      let after = layout.skipBlanks(slash + 1)
      guard after < text.upperBound,
        let target = QuantityReader.last(Array(layout.bytes[after..<text.upperBound])),
        target.range.lowerBound == 0
      else { continue }
      var value = layout.skipBlanks(colon + 1)
      let isAnnual = layout.has("年間", at: value)
      if isAnnual { value = layout.skipBlanks(value + 6) }
      guard let actual = QuantityReader.number(Array(layout.bytes[value..<slash]), at: 0),
        layout.skipBlanks(value + actual.end) == slash
      else { continue }
      let name = layout.joined(text.lowerBound + bullet.length..<colon)
      var (row, place) = row(name, .other, text)
      row.setTarget(target)
      row.targetBasis = isAnnual ? .annual : .unspecified
      row.targetYear = nearGoalYear(line)
      row.latestRaw = layout.printed(value..<value + actual.end)
      row.latestValue = Decimal(actual.digits)
      row.latestUnit = target.unit
      row.giveSeries()
      done.insert(line)
      facts.append(Fact(row, at: place))
    }
    return facts
  }

  private func nearGoalYear(_ line: Int) -> Int? {
    let near = max(0, line - 20)..<min(layout.lines.count, line + 20)
    return near.lazy.compactMap { current -> Int? in
      let text = layout.lines[current].text
      guard let goal = layout.find(IndicatorSeries.goal, in: text) else { return nil }
      return mentions.dates(in: text.lowerBound..<goal).last.flatMap { context.fiscalYear($0) }
    }.first
  }
}
