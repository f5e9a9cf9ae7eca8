import JapaneseText
import Model

/// Reads the amounts of plain lists, where no word says that an amount is a budget: a programme's
/// name and its amount share a line, as in （1）湿地保全事業 6,600百万円（5,500百万円）, or the amounts
/// stand alone on lines below the names.
struct ListedAmount {
  let layout: Layout
  let reader: ProgrammeNameReader
  let heads: BudgetHeadReader
  /// What the title of the document says of its amounts.
  let title: BudgetHead?

  private static let openers: [Word] = ["[国費", "(国費", "国費", "[", "【", "〔", "約"]
  /// What may follow an amount on its line besides brackets.
  private static let after: [Word] = [
    "※", "*", "]", "】", "〕", "(", "[", "【", "〔", "の内数", "程度",
  ]

  init(
    _ layout: Layout, _ reader: ProgrammeNameReader, _ heads: BudgetHeadReader,
    _ title: BudgetHead?
  ) {
    self.layout = layout
    self.reader = reader
    self.heads = heads
    self.title = title
  }

  /// The budget amount that a mention is, if it stands so.
  func amount(_ mention: AmountMention, _ settings: FamilySettings) -> BudgetAmount? {
    let line = layout.line(at: mention.range.lowerBound)
    let text = layout.lines[line].text
    let before = text.lowerBound..<mention.range.lowerBound
    guard layout.lines[line].role == .content, mention.end <= text.upperBound,
      isAlone(mention.end, text.upperBound)
    else { return nil }
    let name = endOfName(before)
    let item = name == nil ? endOfItem(before) : nil
    guard
      let end = name ?? item ?? (standsBelowName(mention, line) ? text.lowerBound : nil)
    else { return nil }
    // Its own line knows better than the title: (参考)令和5年度補正予算案 X事業 3億円.
    let own = heads.last(in: before)
    let head = own ?? title
    var amount = BudgetAmount(
      mention, head: nil, kind: head?.kind ?? settings.defaultStage,
      note: mention.note.map { layout.joined($0) } ?? "")
    amount.fiscalYear = head?.fiscalYear ?? title?.fiscalYear
    amount.suppNo = head?.suppNo
    amount.saysKind = own != nil
    amount.endsItem = item != nil
    amount.range = withOpener(amount.range, from: end, limit: text.upperBound)
    return amount
  }

  /// Whether nothing but brackets and marks follows on the line.
  private func isAlone(_ end: Int, _ limit: Int) -> Bool {
    let next = layout.skipBlanks(end, limit: limit)
    return next >= limit || ListedAmount.after.contains { layout.has($0, at: next) }
  }

  /// Names of items are no longer than this, and hold no sentence.
  private static let longestItem = 120
  private static let sentence: [Word] = ["。", "、", ":", "円", "により", "について"]

  /// Where the name of an item ends that is no programme by its last word: in a list of a budget, a
  /// bullet starts it and a gap parts it from its amount.
  private func endOfItem(_ range: Range<Int>) -> Int? {
    guard title != nil, !range.isEmpty, let bullet = layout.scalar(at: range.lowerBound),
      Marks.bullets.contains(bullet.value)
    else { return nil }
    let end = layout.skipBlanksBack(range.upperBound, limit: range.lowerBound)
    let start = layout.skipBlanks(range.lowerBound + bullet.length)
    guard range.upperBound - end >= 2, start < end, end - start <= ListedAmount.longestItem,
      !layout.contains(ListedAmount.sentence, in: start..<end)
    else { return nil }
    return end
  }

  /// From this many lines of amounts on, the names above are too far away.
  private static let mostAmounts = 12

  /// Whether an amount starts its line and a programme's name ends the line above, or other
  /// such amounts do with a name above them.
  private func standsBelowName(_ mention: AmountMention, _ line: Int) -> Bool {
    var below = layout.lines[line]
    guard mention.range.lowerBound == below.text.lowerBound else { return false }
    var index = layout.contentIndex[line]
    for _ in 0..<ListedAmount.mostAmounts {
      guard index > 0, !layout.breaksPage(before: layout.content[index]), below.blanksBefore <= 1
      else { return false }
      index -= 1
      below = layout.lines[layout.content[index]]
      guard let first = layout.scalar(at: below.text.lowerBound), below.role == .content else {
        return false
      }
      if Marks.isDigit(first.value), layout.find(ListedAmount.yen, in: below.text) != nil {
        continue
      }
      return isName(below.text)
    }
    return false
  }

  private static let yen: Word = "円"

  /// The range with the bracket that the amount stands in: [国費 505億円(1.02倍)].
  private func withOpener(_ range: Range<Int>, from end: Int, limit: Int) -> Range<Int> {
    let open = layout.skipBlanks(end)
    guard open < range.lowerBound else { return range }
    let close = layout.closingBracket(from: open, limit: limit)
    return open..<max(close ?? range.upperBound, range.upperBound)
  }

  /// Where a programme's name ends that the stretch is but for a bullet, a number or what opens
  /// the amount.
  private func endOfName(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    var end = layout.skipBlanksBack(range.upperBound, limit: range.lowerBound)
    for opener in ListedAmount.openers where layout.has(opener, endingAt: end) {
      end = layout.skipBlanksBack(end - opener.count, limit: range.lowerBound)
      break
    }
    // A blank or a bracket parts the name from the amount.
    guard end < range.upperBound else { return nil }
    return isName(range.lowerBound..<end) ? end : nil
  }

  /// Whether a stretch is a programme's name but for a bullet or a number before it.
  private func isName(_ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    if let first = layout.scalar(at: start), Marks.opensLine(first.value) {
      start = layout.skipBlanks(start + first.length)
    } else if let number = layout.afterNumber(range) {
      start = number
    }
    return start < range.upperBound && reader.read(layout.string(start..<range.upperBound)).isStrong
  }
}
