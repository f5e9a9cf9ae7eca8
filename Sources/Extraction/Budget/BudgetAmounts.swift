import JapaneseText
import Model

/// Finds the budget figures of a text and says what the words around each say.
struct BudgetAmounts {
  let layout: Layout
  let mentions: MentionIndex
  let settings: FamilySettings
  let lexicon: Lexicon
  private let heads: BudgetHeadReader
  private let reader: ProgrammeNameReader
  private let title: BudgetHead?
  private(set) var found: [BudgetAmount] = []

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
      if layout.find("決算", in: rest) != nil { return .settlement }
      if layout.find("予算案", in: rest) != nil { return .initialDraft }
      return .initial
    }
    return nil
  }

  private func isInBracket(_ mention: AmountMention, after last: Int) -> Bool {
    guard mention.qualifiers.contains(.paren), found[last].role != .priorYear else { return false }
    let gap = found[last].range.upperBound..<mention.range.lowerBound
    guard gap.lowerBound <= gap.upperBound, gap.count <= 6 else { return false }
    return layout.bytes[gap].allSatisfy { $0 == 0x28 || Layout.isBlank($0) }
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
    return layout.has("再掲", at: start + open.length)
  }

  // MARK: Figures without words before them

  private mutating func addWithoutHead(_ mention: AmountMention) {
    guard mention.yen != nil, mention.highYen == nil,
      !mention.qualifiers.contains(.perYear), !mention.qualifiers.contains(.perItem)
    else { return }
    if let item = ListedAmount(layout, reader, title).amount(mention, settings) {
      found.append(item)
    } else if mention.qualifiers.contains(.paren) {
      if let last = found.indices.last, isInBracket(mention, after: last) { return }
      if let component = component(mention) {
        found.append(component)
      } else if let subtotal = subtotal(mention) {
        found.append(subtotal)
      }
    } else if let sentence = said(mention) {
      found.append(sentence)
    }
  }

  /// （1,111億円） at the end of an item ① below a figure.
  private func component(_ mention: AmountMention) -> BudgetAmount? {
    guard
      let parent = found.lastIndex(where: {
        $0.role == .programme && $0.kind != .settlement && !$0.isPriorYear
      })
    else { return nil }
    let line = layout.line(at: mention.range.lowerBound)
    let top = layout.line(at: found[parent].range.lowerBound)
    guard line > top, let item = itemStart(of: line, below: top) else { return nil }
    var amount = BudgetAmount(mention, head: nil, kind: found[parent].kind, note: "")
    amount.range = bracket(around: mention)
    amount.role = .component
    amount.parent = parent
    amount.fiscalYear = found[parent].fiscalYear
    amount.suppNo = found[parent].suppNo
    amount.label = layout.joined(item..<amount.range.lowerBound)
    return amount
  }

  /// Where the item ① that a line belongs to starts: items follow the figure at once.
  private func itemStart(of line: Int, below top: Int) -> Int? {
    var index = layout.contentIndex[line]
    var start: Int?
    var number: Int?
    while index >= 0, layout.content[index] > top {
      let current = layout.content[index]
      let text = layout.lines[current].text
      // Numbers count up without a gap, or they are none.
      if let own = layout.itemNumber(at: text.lowerBound), number.map({ own == $0 - 1 }) ?? true {
        number = own
        start = start ?? text.lowerBound
      }
      if layout.breaksPage(before: current) { return nil }
      index -= 1
    }
    // The first line below the figure must itself be the first item.
    guard let start, number == 1 else { return nil }
    let first = layout.lines[layout.content[index + 1]].text
    return layout.itemNumber(at: first.lowerBound) == nil ? nil : start
  }

  private func bracket(around mention: AmountMention) -> Range<Int> {
    let open = layout.skipBlanksBack(mention.range.lowerBound, overLines: true)
    let close = layout.skipBlanks(mention.end, overLines: true)
    return max(0, open - 1)..<min(layout.bytes.count, close + 1)
  }

  /// 港湾・航路（44.4億円）: a group's name on the line or on the lines above.
  private func subtotal(_ mention: AmountMention) -> BudgetAmount? {
    let range = bracket(around: mention)
    let line = layout.line(at: range.lowerBound)
    let text = layout.lines[line].text
    guard range.upperBound == text.upperBound else { return nil }
    var start = text.lowerBound
    var index = layout.contentIndex[line]
    let last = index
    while index > 0, last - index < 3, continuesLabel(index, isBare: start == range.lowerBound) {
      let above = layout.lines[layout.content[index - 1]].text
      guard above.count <= 75,
        layout.scalar(at: above.lowerBound).map({ !Marks.bullets.contains($0.value) }) == true,
        !layout.bytes[above].contains(0x29) || start < range.lowerBound
      else { break }
      if layout.bytes[above.upperBound - 1] == 0x29 { break }
      start = above.lowerBound
      index -= 1
    }
    let label = layout.joined(start..<range.lowerBound)
    guard !label.isEmpty, label.utf8.count <= 150 else { return nil }
    var amount = BudgetAmount(mention, head: nil, kind: settings.defaultStage, note: "")
    amount.range = range
    amount.role = .subtotal
    amount.label = label
    return amount
  }

  private static let joints: [Word] = ["・", "、", "及び", "や"]

  /// Whether a line goes on with the label of a group above it: at once, or over a blank line
  /// where only brackets have been seen so far or the line above is not finished.
  private func continuesLabel(_ index: Int, isBare: Bool) -> Bool {
    let blanks = layout.lines[layout.content[index]].blanksBefore
    if blanks == 0 { return true }
    let above = layout.lines[layout.content[index - 1]].text
    return blanks == 1
      && (isBare || BudgetAmounts.joints.contains { layout.has($0, endingAt: above.upperBound) })
  }

  private static let verbs: [Word] = [
    "を積み増", "積み増", "を計上", "計上", "を措置", "を充当", "を追加", "を配分", "を交付", "の予算", "を造成",
  ]

  /// 約66億円を計上した.
  private func said(_ mention: AmountMention) -> BudgetAmount? {
    let next = layout.skipBlanks(mention.end, overLines: true)
    guard BudgetAmounts.verbs.contains(where: { layout.has($0, at: next) }) else { return nil }
    var amount = BudgetAmount(mention, head: nil, kind: settings.defaultStage, note: "")
    amount.role = .prose
    let sentence = sentenceStart(mention.range.lowerBound)..<mention.range.lowerBound
    if let head = lastHead(in: sentence) {
      amount.kind = head.kind
      amount.suppNo = head.suppNo
      amount.fiscalYear = head.fiscalYear
    }
    amount.fiscalYear =
      amount.fiscalYear
      ?? mentions.dates(in: sentence).reversed().lazy.compactMap(\.fiscalYear).first
    return amount
  }

  private static let longestSentence = 900
  private static let fullStop: Word = "。"
  private static let budget: Word = "予算"

  private func sentenceStart(_ end: Int) -> Int {
    var offset = end
    while offset > max(0, end - BudgetAmounts.longestSentence) {
      if layout.has(BudgetAmounts.fullStop, endingAt: offset) { return offset }
      if layout.bytes[offset - 1] == 0x0A, let first = layout.scalar(at: layout.skipBlanks(offset)),
        Marks.bullets.contains(first.value)
      {
        return offset
      }
      offset -= 1
    }
    return offset
  }

  /// The last words in a sentence that name a budget: 令和4年度補正予算により.
  private func lastHead(in range: Range<Int>) -> BudgetHead? {
    var offset = range.upperBound
    while offset > range.lowerBound {
      if layout.has(BudgetAmounts.budget, endingAt: offset),
        let head = heads.words(endingAt: offset), head.start >= range.lowerBound
      {
        return head
      }
      offset -= 1
    }
    return nil
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
