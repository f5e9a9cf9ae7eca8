import JapaneseText
import Model

/// Reads the amounts of plain lists, where a programme's name and its amount share a line and no
/// word says that it is a budget: （1）湿地保全事業 6,600百万円（5,500百万円）.
struct ListedAmount {
  let layout: Layout
  let reader: ProgrammeNameReader
  /// What the title of the document says of its amounts.
  let title: BudgetHead?

  private static let openers: [Word] = ["[国費", "(国費", "国費", "[", "【"]
  /// What may follow an amount on its line besides brackets.
  private static let after: [Word] = ["※", "*", "]", "】", "(", "[", "【", "の内数", "程度"]

  init(_ layout: Layout, _ reader: ProgrammeNameReader, _ title: BudgetHead?) {
    self.layout = layout
    self.reader = reader
    self.title = title
  }

  /// The budget amount that a mention is, if it stands so.
  func amount(_ mention: AmountMention, _ settings: FamilySettings) -> BudgetAmount? {
    let line = layout.line(at: mention.range.lowerBound)
    let text = layout.lines[line].text
    guard layout.lines[line].role == .content, mention.end <= text.upperBound,
      isAlone(mention.end, text.upperBound),
      let end = endOfName(text.lowerBound..<mention.range.lowerBound)
    else { return nil }
    var amount = BudgetAmount(
      mention, head: nil, kind: title?.kind ?? settings.defaultStage,
      note: mention.note.map { layout.joined($0) } ?? "")
    amount.fiscalYear = title?.fiscalYear
    amount.range = withOpener(amount.range, from: end, limit: text.upperBound)
    return amount
  }

  /// Whether nothing but brackets and marks follows on the line.
  private func isAlone(_ end: Int, _ limit: Int) -> Bool {
    let next = layout.skipBlanks(end, limit: limit)
    return next >= limit || ListedAmount.after.contains { layout.has($0, at: next) }
  }

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
    var start = range.lowerBound
    if let first = layout.scalar(at: start), Marks.bullets.contains(first.value) {
      start = layout.skipBlanks(start + first.length)
    } else if let number = layout.afterNumber(range) {
      start = number
    }
    // A blank or a bracket parts the name from the amount.
    guard start < end, end < range.upperBound else { return nil }
    return reader.read(layout.string(start..<end)).isStrong ? end : nil
  }
}
