import JapaneseText
import Model

/// Figures without words before them: those of lists, of items below a figure, of groups in
/// brackets, of sentences.
extension BudgetAmounts {
  mutating func addWithoutHead(_ mention: AmountMention) {
    guard mention.yen != nil, mention.highYen == nil,
      !mention.qualifiers.contains(.perYear), !mention.qualifiers.contains(.perItem)
    else { return }
    if let item = ListedAmount(layout, reader, heads, title).amount(mention, settings) {
      found.append(withWordsBehind(item))
    } else if mention.qualifiers.contains(.paren) {
      if let last = found.indices.last, isInBracket(mention, after: last) { return }
      if let component = component(mention) {
        found.append(component)
      } else if let subtotal = subtotal(mention) {
        found.append(subtotal)
      }
    } else if let component = bareComponent(mention) {
      found.append(component)
    } else if let sentence = said(mention) {
      found.append(sentence)
    }
  }

  /// 5,163億円（R5補正）: brackets behind a figure that name its budget.
  private func withWordsBehind(_ amount: BudgetAmount) -> BudgetAmount {
    let open = layout.skipBlanks(amount.range.upperBound)
    let line = layout.lines[layout.line(at: amount.figure.lowerBound)].text
    guard let close = layout.closingBracket(from: open, limit: line.upperBound),
      let length = layout.scalar(at: open)?.length,
      let head = heads.words(endingAt: layout.skipBlanksBack(close - length)),
      head.start == layout.skipBlanks(open + length), head.fiscalYear != nil
    else { return amount }
    var amount = amount
    amount.fiscalYear = head.fiscalYear
    amount.kind = head.kind
    amount.suppNo = head.suppNo
    amount.saysKind = true
    amount.range = amount.range.lowerBound..<close
    return amount
  }

  /// ① X事業 9億円 below a supplementary budget: a gap parts the figure, which ends its line.
  private func bareComponent(_ mention: AmountMention) -> BudgetAmount? {
    let start = mention.range.lowerBound
    guard mention.end == layout.lines[layout.line(at: start)].text.upperBound,
      layout.skipBlanksBack(start) < start, let component = component(mention),
      component.kind == .supplementary || component.kind == .supplementaryDraft
    else { return nil }
    return component
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
    if mention.qualifiers.contains(.paren) { amount.range = bracket(around: mention) }
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

  /// 約66億円を計上した, 令和３年度補正予算で500億円.
  private func said(_ mention: AmountMention) -> BudgetAmount? {
    let next = layout.skipBlanks(mention.end, overLines: true)
    guard
      BudgetAmounts.verbs.contains(where: { layout.has($0, at: next) })
        || namesBudget(before: mention.range.lowerBound)
    else { return nil }
    var amount = BudgetAmount(mention, head: nil, kind: settings.defaultStage, note: "")
    amount.role = .prose
    let sentence = sentenceStart(mention.range.lowerBound)..<mention.range.lowerBound
    if let head = heads.last(in: sentence) {
      amount.kind = head.kind
      amount.suppNo = head.suppNo
      amount.fiscalYear = head.fiscalYear
    }
    amount.fiscalYear =
      amount.fiscalYear
      ?? mentions.dates(in: sentence).reversed().lazy.compactMap(\.fiscalYear).first
    return amount
  }

  private static let particles: [Word] = ["で", "において", "として"]

  /// Whether a budget with its year and a particle stand before an amount.
  private func namesBudget(before amount: Int) -> Bool {
    let end = layout.skipBlanksBack(amount, overLines: true)
    guard let particle = BudgetAmounts.particles.first(where: { layout.has($0, endingAt: end) })
    else { return false }
    return heads.words(endingAt: end - particle.count)?.fiscalYear != nil
  }

  private static let longestSentence = 900
  private static let fullStop: Word = "。"

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
}
