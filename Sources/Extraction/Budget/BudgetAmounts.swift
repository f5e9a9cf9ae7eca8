import JapaneseText
import Model

/// Finds the budget figures of a text and says what the words around each say.
struct BudgetAmounts {
  let layout: Layout
  let mentions: MentionIndex
  let settings: FamilySettings
  let lexicon: Lexicon
  let heads: BudgetHeadReader
  let reader: ProgrammeNameReader
  let title: BudgetHead?
  var found: [BudgetAmount] = []

  private static let differences: [Word] = ["増減", "差", "比較", "との比"]
  private static let yearBefore: Word = "前年度"
  private static let priorNote: [Word] = ["内は前年度", "内は、前年度", "書は前年度", "は前年度"]

  init(_ layout: Layout, _ mentions: MentionIndex, _ settings: FamilySettings, _ lexicon: Lexicon) {
    self.layout = layout
    self.mentions = mentions
    self.settings = settings
    self.lexicon = lexicon
    heads = BudgetHeadReader(layout: layout, mentions: mentions, settings: settings)
    reader = ProgrammeNameReader(lexicon: lexicon)
    title = DocumentTitle(layout: layout, mentions: mentions, settings: settings).head()
    let priorStage = priorStage()
    for mention in mentions.amounts where !mention.flags.contains(.notAnAmount) {
      add(mention, priorStage)
    }
  }

  private mutating func add(_ mention: AmountMention, _ priorStage: BudgetKind?) {
    if let stage = priorStage, let last = found.indices.last, isInBracket(mention, after: last) {
      found.append(prior(of: last, mention, stage))
      return
    }
    if let other = otherYear(mention) {
      found.append(other)
      return
    }
    guard let head = heads.head(before: mention.range.lowerBound) else {
      addWithoutHead(mention)
      return
    }
    var amount = BudgetAmount(
      mention, head: head, kind: settings.defaultStage,
      note: mention.note.map { layout.joined($0) } ?? "")
    if amount.reprise == .none, repriseOnNextLine(after: mention.end) { amount.reprise = .full }
    closeBracket(&amount)
    if amount.isInhouse, layout.scalar(before: head.start)?.value == 0x28 {
      amount.role = .inset
    } else {
      labelled(&amount)
    }
    found.append(amount)
    if let stage = priorStage, let end = nothingInBracket(after: mention.end) {
      found.append(noPrior(of: found.count - 1, mention.end..<end, stage))
    }
  }

  /// 補正予算（1,777億円）: a bracket that opens between the words and the figure closes after it.
  private func closeBracket(_ amount: inout BudgetAmount) {
    let opens = layout.bytes[amount.range.lowerBound..<amount.figure.lowerBound].contains(0x28)
    let close = layout.skipBlanks(amount.range.upperBound)
    guard opens, close < layout.bytes.count, layout.bytes[close] == 0x29 else { return }
    amount.range = amount.range.lowerBound..<close + 1
  }

  // MARK: Labels

  /// Reads the label before the words: the text before them on their line, or the line above.
  private func labelled(_ amount: inout BudgetAmount) {
    let line = layout.line(at: amount.range.lowerBound)
    let before = Layout.trimmed(
      layout.lines[line].text
        .lowerBound..<max(
          layout.lines[line].text.lowerBound, amount.range.lowerBound), layout.bytes)
    let label = before.isEmpty ? lineAbove(line) : before
    guard let label else { return }
    if lexicon.inhouseLabels.contains(where: { layout.has($0, endingAt: label.upperBound) }) {
      amount.isInhouse = true
    } else if lexicon.totalLabels.contains(where: { layout.has($0, endingAt: label.upperBound) }) {
      amount.role = .projectTotal
    }
  }

  /// The content line just above; not over a page break.
  private func lineAbove(_ line: Int) -> Range<Int>? {
    let index = layout.contentIndex[line]
    guard index > 0, !layout.breaksPage(before: line) else { return nil }
    return layout.lines[layout.content[index - 1]].text
  }

  // MARK: Figures of the year before

  /// The stage that a note gives for figures in brackets: （）内は前年度当初予算額.
  private func priorStage() -> BudgetKind? {
    for word in BudgetAmounts.priorNote {
      guard let start = layout.find(word, in: 0..<layout.bytes.count) else { continue }
      let end = min(layout.bytes.count, start + word.count + 30)
      let rest = start + word.count..<end
      // 前年度からの増減額 is no figure of the year before.
      if layout.contains(BudgetAmounts.differences, in: rest) { continue }
      if layout.find("補正後", in: rest) != nil { return .other }
      if layout.find("補正", in: rest) != nil { return .supplementary }
      if layout.find("決算", in: rest) != nil { return .settlement }
      if layout.find("予算案", in: rest) != nil { return .initialDraft }
      return .initial
    }
    return nil
  }

  func isInBracket(_ mention: AmountMention, after last: Int) -> Bool {
    guard mention.qualifiers.contains(.paren), found[last].role != .priorYear else { return false }
    let gap = found[last].range.upperBound..<mention.range.lowerBound
    guard gap.lowerBound <= gap.upperBound, gap.count <= 6 else { return false }
    return layout.bytes[gap].allSatisfy { $0 == 0x28 || Layout.isBlank($0) }
  }

  /// 987億円（令和４年度予算額 876億円）: brackets right behind a figure that name the year before it.
  private func otherYear(_ mention: AmountMention) -> BudgetAmount? {
    let start = mention.range.lowerBound
    guard let last = found.indices.last, found[last].role != .priorYear,
      let head = heads.head(before: start) ?? heads.year(before: start),
      head.start >= found[last].range.upperBound,
      // 80億円（令和５年度補正予算 25億円）: money of another stage is beside it, not before it.
      isSupplementary(head.kind) == isSupplementary(found[last].kind),
      layout.has(BudgetAmounts.yearBefore, at: head.start)
        || found[last].fiscalYear.map({ head.fiscalYear == $0 - 1 }) == true
    else { return nil }
    let open = layout.skipBlanks(found[last].range.upperBound, overLines: true)
    guard open < head.start, layout.bytes[open] == 0x28,
      layout.skipBlanks(open + 1, overLines: true) == head.start
    else { return nil }
    let note = mention.note.map { layout.joined($0) } ?? ""
    return asPrior(BudgetAmount(mention, head: head, kind: head.kind, note: note), of: last)
  }

  private func isSupplementary(_ kind: BudgetKind) -> Bool {
    kind == .supplementary || kind == .supplementaryDraft
  }

  private func prior(of parent: Int, _ mention: AmountMention, _ stage: BudgetKind) -> BudgetAmount
  {
    var amount = BudgetAmount(mention, head: nil, kind: stage, note: "")
    let open = layout.skipBlanksBack(mention.range.lowerBound, overLines: true) - 1
    amount.range = open..<layout.skipBlanks(mention.end, overLines: true) + 1
    return asPrior(amount, of: parent)
  }

  private func noPrior(of parent: Int, _ range: Range<Int>, _ stage: BudgetKind) -> BudgetAmount {
    let range = Layout.trimmed(range, layout.bytes)
    return asPrior(BudgetAmount(range: range, figure: range, kind: stage), of: parent)
  }

  private func asPrior(_ amount: BudgetAmount, of parent: Int) -> BudgetAmount {
    var amount = amount
    amount.role = .priorYear
    amount.isPriorYear = true
    amount.parent = parent
    amount.fiscalYear = found[parent].fiscalYear.map { $0 - 1 }
    return amount
  }

  /// The end of a bracket that holds only a dash.
  private func nothingInBracket(after offset: Int) -> Int? {
    let open = layout.skipBlanks(offset)
    guard open < layout.bytes.count, layout.bytes[open] == 0x28 else { return nil }
    let dash = layout.skipBlanks(open + 1)
    guard let mark = layout.scalar(at: dash), Marks.nothing.contains(mark.value) else { return nil }
    let close = layout.skipBlanks(dash + mark.length)
    guard close < layout.bytes.count, layout.bytes[close] == 0x29 else { return nil }
    return close + 1
  }

  /// ≪再掲≫ alone on the next line.
  private func repriseOnNextLine(after offset: Int) -> Bool {
    let start = layout.skipBlanks(offset, overLines: true)
    guard let open = layout.scalar(at: start), Marks.closing[open.value] != nil else {
      return false
    }
    let first = start + open.length
    // Without its other end a bracket goes as far as its line.
    let end =
      layout.closingBracket(from: start, limit: layout.bytes.count)
      ?? layout.lines[layout.line(at: start)].text.upperBound
    return layout.has("再掲", at: first)
      && (end <= first || layout.find("除", in: first..<end) == nil)
  }
}

extension BudgetAmount {
  /// A figure that is not printed.
  fileprivate init(range: Range<Int>, figure: Range<Int>, kind: BudgetKind) {
    self.range = range
    self.figure = figure
    self.kind = kind
  }
}
