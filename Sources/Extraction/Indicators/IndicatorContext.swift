import JapaneseText
import Model

/// What the text around indicators says of all of them: years of values, years of targets, kinds.
struct IndicatorContext {
  let layout: Layout
  let mentions: MentionIndex
  let settings: FamilySettings
  let units: [Unit]

  private static let output: Word = "アウトプット"
  private static let outcome: Word = "アウトカム"
  private static let goal: [Word] = ["達成目標", "成果目標", "数値目標"]
  private static let yearlyNote: [Word] = ["各年度(", "各年度実績(", "単年実績("]
  private static let validity: [Word] = ["指標の数字", "指標の数値", "特記のない限り"]

  /// The fiscal years of values between slashes, from the note on them: 各年度（R2/R3/R4）.
  func valueYears() -> [Int] {
    for word in IndicatorContext.yearlyNote {
      var start = 0
      while let found = layout.find(word, in: start..<layout.bytes.count) {
        let open = found + word.count
        let end = layout.closingBracket(from: open - 1, limit: min(layout.bytes.count, open + 80))
        let years = years(in: open..<(end ?? open))
        if years.count >= 2 { return years }
        start = open
      }
    }
    return []
  }

  /// The years of a list: R2/R3/R4, 2020/2021.
  private func years(in range: Range<Int>) -> [Int] {
    let named = mentions.dates(in: range).compactMap(\.fiscalYear)
    let letters = range.compactMap { EraLetter.year(layout.bytes, at: $0)?.value }
    return letters.count > named.count ? letters : named
  }

  /// The fiscal year that a note gives for targets that name none.
  func targetYear() -> Int? {
    for word in IndicatorContext.validity {
      guard let found = layout.find(word, in: 0..<layout.bytes.count) else { continue }
      let line = layout.lines[layout.line(at: found)].text
      let years = mentions.dates(in: found..<line.upperBound).compactMap { fiscalYear($0) }
      if let year = years.first { return year }
    }
    return settings.targetYear
  }

  /// The year of the targets of a table or list, from its heading: 2024年度末までの達成目標.
  func goalYear(line: Int) -> Int? {
    let text = layout.lines[line].text
    guard text.count <= 160, layout.contains(IndicatorContext.goal, in: text) else { return nil }
    return mentions.dates(in: text).lazy.compactMap { fiscalYear($0) }.last
  }

  /// The fiscal year of a date that stands for a year or the end of one.
  func fiscalYear(_ date: DateMention) -> Int? {
    if let year = date.fiscalYear { return year }
    guard let end = date.end else { return nil }
    return FiscalYear(of: end).year
  }

  /// Output or outcome, where a line is such a heading.
  func kind(heading line: Int) -> IndicatorKind? {
    let text = layout.lines[line].text
    guard let first = layout.scalar(at: text.lowerBound)?.value else { return nil }
    let isMarked = first == 0x3C || first == 0x3010 || first == 0x3008
    guard isMarked || text.count <= 36 else { return nil }
    let start = isMarked ? text.lowerBound + 1..<min(text.upperBound, text.lowerBound + 60) : text
    if let at = layout.find(IndicatorContext.output, in: start), isMarked || at == text.lowerBound {
      return .output
    }
    if let at = layout.find(IndicatorContext.outcome, in: start), isMarked || at == text.lowerBound
    {
      return .outcome
    }
    return nil
  }

  /// The project a line is about: that of its unit, or the programme in quotes above it.
  func project(line: Int) -> String {
    guard let unit = units.first(where: { $0.contains(line: line) }), !unit.project.isEmpty else {
      return quotedProgramme(above: line) ?? ""
    }
    guard let part = unit.parts.dropFirst().first(where: { $0.contains(line) }) else {
      return unit.project
    }
    return programmeOfTitle(part) ?? unit.project
  }

  /// The programme in brackets after the title of a page that a project's page goes on with:
  /// 創薬の取組（X事業）.
  private func programmeOfTitle(_ lines: Range<Int>) -> String? {
    guard let first = lines.first(where: { layout.lines[$0].role == .content }) else { return nil }
    let reader = ProgrammeNameReader(lexicon: Lexicon(settings))
    let bracket = reader.read(layout.string(layout.lines[first].text)).bracket
    return reader.looksLikeName(Array(bracket.utf8)) ? bracket : nil
  }

  private static let longestPage = 60

  /// 「X事業」 above a line, with the bracket that follows the name elsewhere on the page.
  private func quotedProgramme(above line: Int) -> String? {
    let reader = ProgrammeNameReader(lexicon: Lexicon(settings))
    let top = max(0, line - IndicatorContext.longestPage)
    for current in stride(from: line, through: top, by: -1) {
      let text = layout.lines[current].text
      guard layout.lines[current].role == .content, let open = layout.find("「", in: text),
        let close = layout.find("」", in: open..<text.upperBound),
        layout.find("取組", in: close..<text.upperBound) != nil
      else { continue }
      let name = layout.string(open + 3..<close)
      guard reader.looksLikeName(Array(name.utf8)) else { continue }
      return withBracket(name, top..<line) ?? name
    }
    return nil
  }

  private func withBracket(_ name: String, _ lines: Range<Int>) -> String? {
    for line in lines {
      let text = layout.lines[line].text
      guard let start = layout.find(Word(name), in: text) else { continue }
      let open = start + name.utf8.count
      guard open < text.upperBound, layout.bytes[open] == 0x28,
        let end = layout.closingBracket(from: open, limit: text.upperBound)
      else { continue }
      return layout.string(start..<end)
    }
    return nil
  }
}
