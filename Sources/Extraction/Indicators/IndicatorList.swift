import JapaneseText
import Model

/// Reads lists of indicators: names with their targets after them or in brackets.
struct IndicatorList {
  let layout: Layout
  let context: IndicatorContext
  let series: IndicatorSeries
  private let targetYear: Int?
  private let options: ScanOptions

  private static let heading: [Word] = ["アウトプット指標", "アウトカム指標", "評価指標", "成果指標"]
  /// Headings of short lists, in brackets: elsewhere the words stand above whole chapters.
  private static let goals: [Word] = ["成果目標", "数値目標", "達成目標", "KPI"]
  private static let listBullets: Set<UInt32> = Set("○〇◯●・•".unicodeScalars.map(\.value))
  private static let measures: [Word] = ["数", "率", "額", "割合", "状況"]
  private static let within: [Word] = ["中に", "内に", "中を目途"]
  /// What a line ends with that its sentence goes on after.
  private static let unfinished: [Word] = ["に", "を", "の", "と", "は", "が", "、", "や", "へ"]
  private static let mostLines = 6

  init(_ layout: Layout, _ context: IndicatorContext, _ series: IndicatorSeries) {
    self.layout = layout
    self.series = series
    self.context = context
    targetYear = context.targetYear()
    options = ScanOptions(fiscalYear: context.settings.fiscalYear)
  }

  /// The indicators of all lists that are not on lines taken by tables.
  func indicators(besides taken: Set<Int>) -> [Fact<Indicator>] {
    var facts: [Fact<Indicator>] = []
    var list: (kind: IndicatorKind, year: Int?, isGoals: Bool)?
    var group = ""
    var position = 0
    while position < layout.content.count {
      let line = layout.content[position]
      position += 1
      if let opened = opens(line) {
        list = opened
        group = ""
        continue
      }
      guard let current = list else { continue }
      if let name = groupName(line) {
        group = name
        continue
      }
      guard !taken.contains(line), let start = bullet(line) else {
        if closes(line, current.isGoals) { list = nil }
        continue
      }
      var last = position - 1
      while last + 1 < layout.content.count,
        goesOn(layout.content[last + 1], from: last - position + 2)
      {
        last += 1
      }
      position = last + 1
      let end = layout.lines[layout.content[last]].text.upperBound
      for item in items(start..<end) { facts += rows(item, current.kind, current.year, group) }
    }
    return facts
  }

  // MARK: Where lists stand

  private func opens(_ line: Int) -> (kind: IndicatorKind, year: Int?, isGoals: Bool)? {
    let text = layout.lines[line].text
    let first = layout.scalar(at: text.lowerBound)?.value
    if text.count <= 60,
      IndicatorList.heading.contains(where: { layout.has($0, endingAt: text.upperBound) })
    {
      return (context.kind(heading: line) ?? .other, targetYear, false)
    }
    if first == 0x3010, layout.scalar(before: text.upperBound)?.value == 0x3011,
      let year = context.goalYear(line: line)
    {
      return (.other, year, true)
    }
    let end = headingEnd(text)
    if text.count <= 60, let first, Marks.closing[first] != nil, end < text.upperBound,
      IndicatorList.goals.contains(where: { layout.has($0, endingAt: end) })
    {
      return (context.kind(heading: line) ?? .other, targetYear, true)
    }
    return nil
  }

  /// Where a heading ends without what closes its brackets: 【成果目標（KPI）】.
  private func headingEnd(_ text: Range<Int>) -> Int {
    var end = text.upperBound
    while let last = layout.scalar(before: end), end > text.lowerBound,
      IndicatorList.closers.contains(last.value)
    {
      end = layout.skipBlanksBack(end - last.length, limit: text.lowerBound)
    }
    return end
  }

  private static let closers: Set<UInt32> = Set(")]】>》〉」".unicodeScalars.map(\.value))

  /// ＜水産＞: the heading of a group within a list.
  private func groupName(_ line: Int) -> String? {
    let text = layout.lines[line].text
    guard layout.bytes[text.lowerBound] == 0x3C, text.count <= 90,
      layout.closingBracket(from: text.lowerBound, limit: text.upperBound) == text.upperBound
    else { return nil }
    return layout.string(text.lowerBound + 1..<text.upperBound - 1).trimmingBlanks
  }

  private func closes(_ line: Int, _ isGoals: Bool) -> Bool {
    if isGoals { return true }
    guard let first = layout.scalar(at: layout.lines[line].text.lowerBound)?.value else {
      return true
    }
    return first == 0x25A0 || Marks.romanNumber(first) != nil
  }

  private func bullet(_ line: Int) -> Int? {
    let text = layout.lines[line].text
    guard let first = layout.scalar(at: text.lowerBound),
      IndicatorList.listBullets.contains(first.value)
    else { return nil }
    return text.lowerBound
  }

  private func goesOn(_ line: Int, from count: Int) -> Bool {
    let found = layout.lines[line]
    guard count <= IndicatorList.mostLines, found.blanksBefore <= mostBlanks(above: line),
      bullet(line) == nil, !found.startsIndented,
      let first = layout.scalar(at: found.text.lowerBound)?.value
    else { return false }
    if first != 0x28, endsWithQuantity(above: line) { return false }
    return !Marks.footnotes.contains(first) && first != 0x3C && first != 0x3010 && first != 0x25A0
  }

  /// Whether the line above ends with a quantity, and an item with it; brackets may still follow.
  private func endsWithQuantity(above line: Int) -> Bool {
    let position = layout.contentIndex[line]
    guard position > 0 else { return false }
    let above = layout.lines[layout.content[position - 1]].text
    return QuantityReader.last(Array(layout.bytes[above])) != nil
  }

  /// How many blank lines may stand above a line that goes on with an item.
  private func mostBlanks(above line: Int) -> Int {
    let position = layout.contentIndex[line]
    guard !layout.isDoubleSpaced, position > 0 else { return 1 }
    let above = layout.lines[layout.content[position - 1]].text
    return IndicatorList.unfinished.contains { layout.has($0, endingAt: above.upperBound) } ? 1 : 0
  }

  /// The items of a stretch: one, or several with bullets between.
  private func items(_ range: Range<Int>) -> [Range<Int>] {
    var starts: [Int] = []
    var offset = range.lowerBound
    while offset < range.upperBound, let next = layout.scalar(at: offset) {
      let isBullet = IndicatorList.listBullets.contains(next.value) && next.value != 0x30FB
      if offset == range.lowerBound || isBullet && Layout.isBlank(layout.bytes[offset - 1]) {
        starts.append(offset)
      }
      offset += next.length
    }
    return starts.enumerated().map { index, start in
      start..<(index + 1 < starts.count ? starts[index + 1] : range.upperBound)
    }
  }

  // MARK: Rows

  private func rows(
    _ range: Range<Int>, _ kind: IndicatorKind, _ year: Int?, _ group: String
  ) -> [Fact<Indicator>] {
    guard let bullet = layout.scalar(at: range.lowerBound) else { return [] }
    let start = layout.skipBlanks(range.lowerBound + bullet.length)
    guard start < range.upperBound, !series.hasYears(range) else { return [] }
    var text = Array(layout.joined(start..<range.upperBound).utf8)
    var brackets: [TargetBracket] = []
    while let bracket = lastBracket(&text) { brackets.insert(bracket, at: 0) }
    var row = Indicator()
    let place = layout.place(range)
    row.line = place.line
    row.project = context.project(line: layout.line(at: range.lowerBound))
    if row.project.isEmpty { row.project = group }
    row.kind = kind
    let latest = brackets.first(where: \.isLatest)
    row.latestRaw = latest?.text ?? ""
    row.latestValue = latest?.quantity?.value
    row.latestUnit = latest?.quantity?.unit ?? ""
    let targets = brackets.filter { !$0.isLatest }.flatMap { $0.parts(options: options) }
    if targets.isEmpty { return bare(text, row, year, place) }
    row.name = clean(text)
    guard !row.name.isEmpty else { return [] }
    return targets.map { target in
      var row = row
      set(target, &row, year)
      row.giveSeries()
      return Fact(row, at: place)
    }
  }

  private func set(_ target: TargetBracket, _ row: inout Indicator, _ year: Int?) {
    if let quantity = target.quantity {
      row.setTarget(quantity)
    } else {
      row.targetOp = .text
    }
    row.targetRaw = target.text
    row.targetBasis = target.basis
    row.targetYear = target.year ?? year ?? targetYear
  }

  /// An item without brackets: a quantity at its end, one with 以上 in it, or a goal in words.
  private func bare(
    _ text: [UInt8], _ row: Indicator, _ year: Int?, _ place: Place
  ) -> [Fact<Indicator>] {
    var row = row
    let text = withoutPageNumber(text)
    var name = text
    if let said = quantityWithPeriod(text) {
      name = Array(text[..<said.quantity.range.lowerBound])
      row.setTarget(said.quantity)
      row.targetRaw = said.raw
      row.targetBasis = said.basis
    } else if let quantity = QuantityReader.last(text), quantity.range.lowerBound > 0 {
      name = Array(text[..<quantity.range.lowerBound])
      row.setTarget(quantity)
      row.targetBasis = .unspecified
      if clean(name).ends(with: ["年間"]) {
        row.targetBasis = .annual
        name = Array(clean(name).utf8.dropLast(6))
      }
    } else if let quantity = QuantityReader.quantities(text).last(where: {
      $0.isAtLeast && !QuantityReader.has(text, "で", $0.range.upperBound)
    }) {
      row.setTarget(quantity)
      row.targetBasis = .unspecified
    } else if !clean(text).ends(with: IndicatorList.measures) {
      row.targetOp = .text
      row.targetRaw = clean(text)
      row.targetBasis = .unspecified
    }
    row.name = clean(name)
    guard !row.name.isEmpty else { return [] }
    if row.targetOp != nil { row.targetYear = yearInside(text) ?? year ?? targetYear }
    row.giveSeries()
    return [Fact(row, at: place)]
  }

  /// 60件（2025年度～2029年度累計）, 150件／年（2028年度まで）: a quantity and, behind it, for how long.
  private func quantityWithPeriod(
    _ text: [UInt8]
  ) -> (quantity: Quantity, basis: TargetBasis, raw: String)? {
    guard let quantity = QuantityReader.quantities(text).last, quantity.range.lowerBound > 0 else {
      return nil
    }
    let rest = String(decoding: text[quantity.range.upperBound...], as: UTF8.self).trimmingBlanks
    guard !rest.isEmpty, let basis = TargetBracket.basis(ofPeriod: rest, options: options) else {
      return nil
    }
    return (quantity, basis, String(decoding: text[quantity.range.lowerBound...], as: UTF8.self))
  }

  /// An item without the page number that came to stand behind it.
  private func withoutPageNumber(_ text: [UInt8]) -> [UInt8] {
    let ends = Layout.trimmed(0..<text.count, text)
    var start = ends.upperBound
    while start > ends.lowerBound, QuantityReader.isDigit(text, start - 1) { start -= 1 }
    guard (1...3).contains(ends.upperBound - start), start > 1, text[start - 1] == 0x20,
      text[start - 2] >= 0x80
    else { return text }
    return Array(text[..<(start - 1)])
  }

  /// 2036年度までに inside a goal in words.
  private func yearInside(_ text: [UInt8]) -> Int? {
    TextScanner.mentions(in: text, options: options).dates.last { date in
      date.bound == .until
        || IndicatorList.within.contains { QuantityReader.has(text, $0, date.range.upperBound) }
    }.flatMap { context.fiscalYear($0) }
  }

  /// Takes the last bracket off a text where it says a target or a value.
  private func lastBracket(_ text: inout [UInt8]) -> TargetBracket? {
    let ends = Layout.trimmed(0..<text.count, text)
    guard ends.upperBound > 0, text[ends.upperBound - 1] == 0x29 else { return nil }
    var depth = 0
    var open = ends.upperBound - 1
    while open >= 0 {
      if text[open] == 0x29 { depth += 1 }
      if text[open] == 0x28 { depth -= 1 }
      if depth == 0 { break }
      open -= 1
    }
    guard open > 0 else { return nil }
    let inside = String(decoding: text[open + 1..<ends.upperBound - 1], as: UTF8.self)
    guard let bracket = TargetBracket(inside, options: options) else { return nil }
    text.removeLast(text.count - open)
    return bracket
  }

  /// A name without blanks and footnote marks at its ends.
  private func clean(_ bytes: [UInt8]) -> String {
    var text = joinedName(bytes)
    while let last = text.unicodeScalars.last, last == "※" || last == "*" || last == ":" {
      text.unicodeScalars.removeLast()
      text = text.trimmingBlanks
    }
    return text
  }
}
