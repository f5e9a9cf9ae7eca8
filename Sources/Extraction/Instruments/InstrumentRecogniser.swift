import JapaneseText
import Model

/// Reads laws, decisions, notifications and plans that a text cites with a date or a number.
struct InstrumentRecogniser {
  let layout: Layout
  let mentions: MentionIndex
  private let names: InstrumentName

  private static let lawNumber: Word = "法律第"
  private static let longestBracket = 420
  private static let longestTitle = 180
  private static let publications: [Word] = ["報告書", "とりまとめ", "取りまとめ", "提言", "中間報告"]
  private static let changes: [Word] = ["改正", "成立", "施行", "公布", "制定"]

  init(_ layout: Layout, _ mentions: MentionIndex) {
    self.layout = layout
    self.mentions = mentions
    names = InstrumentName(layout: layout)
  }

  /// The citations in the order of the text.
  func instruments() -> [Fact<Instrument>] {
    var found: [Fact<Instrument>] = []
    var taken: [Range<Int>] = []
    for open in layout.bytes.indices where layout.bytes[open] == 0x28 {
      let limit = min(layout.bytes.count, open + InstrumentRecogniser.longestBracket)
      guard let end = layout.closingBracket(from: open, limit: limit),
        let fact = bracketed(open..<end)
      else { continue }
      found.append(fact.fact)
      taken.append(fact.range)
    }
    for fact in quoted() + footnotes() + issued() + changed()
    where !taken.contains(where: { $0.overlaps(fact.range) }) {
      found.append(fact.fact)
      taken.append(fact.range)
    }
    return found.sorted { offset($0) < offset($1) }
  }

  private func offset(_ fact: Fact<Instrument>) -> Int {
    let span = fact.place.spans[0]
    return span.line * 100_000 + span.columns.lowerBound
  }

  private typealias Found = (fact: Fact<Instrument>, range: Range<Int>)

  private func found(
    _ name: String, _ kind: InstrumentKind, _ numbers: [String], _ date: DateMention?,
    _ range: Range<Int>
  ) -> Found? {
    guard !name.isEmpty else { return nil }
    var row = Instrument()
    let place = layout.place(range)
    row.line = place.line
    row.name = name
    row.kind = kind
    row.number = numbers
    row.dateStart = date?.start
    row.dateEnd = date?.end
    row.raw = layout.printed(range)
    return (Fact(row, at: place), range)
  }

  // MARK: name（date …決定）

  private func bracketed(_ bracket: Range<Int>) -> Found? {
    let inside = bracket.lowerBound + 1..<bracket.upperBound - 1
    guard let date = mentions.dates(in: inside).first(where: { $0.start != nil }) else {
      return nil
    }
    let text = layout.joined(inside)
    let end = layout.skipBlanksBack(bracket.lowerBound, overLines: true)
    let isLaw = text.holds(InstrumentRecogniser.lawNumber)
    let quote = names.quote(endingAt: end)
    var start = quote?.whole.lowerBound ?? names.start(of: end)
    if isLaw, quote == nil { start = names.lastLaw(start, end) }
    let name = quote.map { layout.joined($0.inside) } ?? layout.joined(start..<max(start, end))
    guard !name.isEmpty, name.utf8.count <= 400 else { return nil }
    let issuer = date.range.upperBound..<max(date.range.upperBound, inside.upperBound)
    guard
      let kind = isLaw
        ? .law
        : InstrumentWords.kind(bracket: text, name: name)
          ?? (quote != nil && isIssuer(issuer, of: date, inside) ? self.kind(of: name) : nil)
    else { return nil }
    var range = start..<bracket.upperBound
    // 「name（date 閣議決定）」: the quotes hold the bracket too.
    if quote == nil, let open = layout.scalar(before: start), open.value == 0x300C,
      let close = layout.scalar(at: bracket.upperBound), close.value == 0x300D
    {
      range = start - open.length..<bracket.upperBound + close.length
    }
    return found(name, kind, numbers(text, isLaw), isLaw ? year(of: date) : date, range)
  }

  /// 「X」（平成31年４月23日文部科学省）: a day and who issued it.
  private func isIssuer(_ rest: Range<Int>, of date: DateMention, _ inside: Range<Int>) -> Bool {
    date.kind == .day && date.range.lowerBound == layout.skipBlanks(inside.lowerBound)
      && InstrumentWords.isIssuer(layout.joined(rest))
  }

  private func numbers(_ text: String, _ isLaw: Bool) -> [String] {
    let numbers = InstrumentWords.numbers(text)
    return isLaw ? Array(numbers.prefix(1)) : numbers
  }

  private func year(of date: DateMention) -> DateMention { date }

  // MARK: 「name 2021」, 2016年の「name」報告書

  private func quoted() -> [Found] {
    var facts: [Found] = []
    let close: Word = "」"
    for offset in layout.bytes.indices where layout.bytes[offset] == 0xE3 {
      guard layout.has(close, at: offset), let quote = names.quote(endingAt: offset + 3),
        quote.inside.count <= InstrumentRecogniser.longestTitle
      else { continue }
      if let fact = report(quote) ?? titled(quote) { facts.append(fact) }
    }
    return facts
  }

  /// 2016年の「X懇談会」報告書.
  private func report(_ quote: (whole: Range<Int>, inside: Range<Int>)) -> Found? {
    let end = layout.skipBlanks(quote.whole.upperBound, overLines: true)
    guard let word = InstrumentRecogniser.publications.first(where: { hasBroken($0, at: end) }),
      let stop = endOfBroken(word, at: end)
    else { return nil }
    let before = layout.skipBlanksBack(quote.whole.lowerBound, overLines: true)
    guard layout.has("の", endingAt: before),
      let date = mentions.date(endingAt: layout.skipBlanksBack(before - 3))
    else { return nil }
    let range = date.range.lowerBound..<stop
    let name = layout.joined(quote.whole.lowerBound..<stop)
    return found(name, .other, [], date, range)
  }

  /// A word that may be broken over lines.
  private func hasBroken(_ word: Word, at offset: Int) -> Bool {
    endOfBroken(word, at: offset) != nil
  }

  private func endOfBroken(_ word: Word, at start: Int) -> Int? {
    var offset = start
    for (index, byte) in word.bytes.enumerated() {
      if index > 0, byte & 0xC0 != 0x80 { offset = layout.skipBlanks(offset, overLines: true) }
      guard offset < layout.bytes.count, layout.bytes[offset] == byte else { return nil }
      offset += 1
    }
    return offset
  }

  private static let verbs: Set<UInt32> = Set("。、をはがにへ→:".unicodeScalars.map(\.value))

  /// 「水産業ビジョン2035」: a title that holds a year.
  private func titled(_ quote: (whole: Range<Int>, inside: Range<Int>)) -> Found? {
    let name = layout.joined(quote.inside)
    guard !name.unicodeScalars.contains(where: { InstrumentRecogniser.verbs.contains($0.value) })
    else {
      return nil
    }
    let dates = mentions.dates(in: quote.inside)
    if dates.count == 1, let date = dates.first, date.fiscalYear != nil {
      return found(name, kind(of: name), [], date, quote.whole)
    }
    guard dates.isEmpty, let year = lastYear(Array(name.utf8)) else { return nil }
    var date = found(name, kind(of: name), [], nil, quote.whole)
    date?.fact.row.dateStart = Day(year: year, month: 1, day: 1)
    date?.fact.row.dateEnd = Day(year: year, month: 12, day: 31)
    return date
  }

  private func kind(of name: String) -> InstrumentKind {
    InstrumentWords.isGuide(name) ? .guideline : .other
  }

  /// A year of four digits at the end of a Japanese title.
  private func lastYear(_ bytes: [UInt8]) -> Int? {
    guard bytes.count > 12, bytes[0] >= 0xE3 else { return nil }
    let digits = bytes.suffix(4)
    guard digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), bytes[bytes.count - 5] >= 0x80,
      let year = Int(String(decoding: digits, as: UTF8.self)), (1950...2060).contains(year)
    else { return nil }
    return year
  }

  // MARK: 17 2019年４月12日 経済産業省策定

  /// Footnotes that give the decision on a title that stands in the text with the note's number.
  private func footnotes() -> [Found] {
    layout.lines.compactMap { line -> Found? in
      let text = line.text
      guard line.role == .content || line.role == .footnote,
        let number = QuantityReader.number(Array(layout.bytes[text]), at: 0)
      else { return nil }
      let start = layout.skipBlanks(text.lowerBound + number.end)
      guard start > text.lowerBound + number.end, let date = mentions.date(startingAt: start) else {
        return nil
      }
      let rest = layout.joined(date.range.upperBound..<text.upperBound)
      guard rest.utf8.count <= 120, let quote = quote(above: text.lowerBound, note: number.digits)
      else { return nil }
      let name = layout.joined(quote.inside)
      guard let kind = InstrumentWords.kind(bracket: rest, name: name) else { return nil }
      return found(name, kind, InstrumentWords.numbers(rest), date, quote.whole)
    }
  }

  private static let mostBytesOfPage = 6000

  private func quote(
    above end: Int, note: String
  ) -> (whole: Range<Int>, inside: Range<Int>)? {
    let mark = Word("」" + note)
    var offset = end
    while offset > max(0, end - InstrumentRecogniser.mostBytesOfPage) {
      if layout.has(mark, at: offset), !QuantityReader.isDigit(layout.bytes, offset + mark.count) {
        return names.quote(endingAt: offset + 3)
      }
      offset -= 1
    }
    return nil
  }

  // MARK: Xガイダンスについて、令和３年３月23日に発出

  private func issued() -> [Found] {
    mentions.dates.compactMap { date -> Found? in
      guard date.kind == .day || date.kind == .month else { return nil }
      var next = layout.skipBlanks(date.range.upperBound, overLines: true)
      guard layout.has("に", at: next) else { return nil }
      next = layout.skipBlanks(next + 3, overLines: true)
      guard InstrumentWords.isIssued(layout, at: next) else { return nil }
      var end = layout.skipBlanksBack(date.range.lowerBound, overLines: true)
      if layout.has("、", endingAt: end) { end = layout.skipBlanksBack(end - 3, overLines: true) }
      for particle: Word in ["については", "について", "を", "は", "が"]
      where layout.has(particle, endingAt: end) {
        end -= particle.count
        break
      }
      let quote = names.quote(endingAt: end)
      let start = quote?.whole.lowerBound ?? names.start(of: end)
      let name = quote.map { layout.joined($0.inside) } ?? layout.joined(start..<max(start, end))
      guard name.utf8.count >= 12, name.utf8.count <= 300,
        InstrumentWords.isGuide(name) || quote != nil
      else { return nil }
      return found(name, kind(of: name), [], date, start..<date.range.upperBound)
    }
  }

  // MARK: 令和４年に改正された感染症法

  private func changed() -> [Found] {
    mentions.dates.compactMap { date -> Found? in
      let after = layout.skipBlanks(date.range.upperBound, overLines: true)
      guard layout.has("に", at: after) else { return nil }
      let verb = layout.skipBlanks(after + 3, overLines: true)
      guard let change = InstrumentRecogniser.changes.first(where: { layout.has($0, at: verb) }),
        layout.has("された", at: verb + change.count)
      else { return nil }
      let start = layout.skipBlanks(verb + change.count + 9, overLines: true)
      guard let end = endOfLaw(from: start) else { return nil }
      let name = layout.joined(start..<end)
      let note = layout.joined(date.range) + String(decoding: change.bytes, as: UTF8.self)
      return found("\(name)(\(note))", .law, [], date, date.range.lowerBound..<end)
    }
  }

  /// The end of a law's name: the 法 before a particle.
  private func endOfLaw(from start: Int) -> Int? {
    var offset = start
    while offset < min(layout.bytes.count, start + 180), let mark = layout.scalar(at: offset) {
      if [0x3002, 0x3001, 0x0A].contains(mark.value) { return nil }
      if mark.value == 0x6CD5, let next = layout.scalar(at: offset + mark.length),
        next.value >= 0x3041 && next.value <= 0x3093 || next.value == 0x3001
      {
        return offset + mark.length
      }
      offset += mark.length
    }
    return nil
  }
}
