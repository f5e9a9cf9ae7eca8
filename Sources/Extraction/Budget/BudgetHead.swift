import JapaneseText
import Model

/// The words before an amount that make it a budget figure: 令和4年度第2次補正予算案.
struct BudgetHead: Sendable, Hashable {
  /// Where the words start in the folded text.
  var start: Int
  /// The fiscal year they name.
  var fiscalYear: Int?
  /// The stage they name.
  var kind: BudgetKind
  /// The number of a supplementary budget.
  var suppNo: Int?
  /// Whether they say that the money is for in-house institutes.
  var isInhouse: Bool
}

/// Reads the words before an amount, from its first character back.
struct BudgetHeadReader {
  let layout: Layout
  let mentions: MentionIndex
  let settings: FamilySettings

  /// How many line ends may stand between the words and their amount.
  private static let mostLineEnds = 3

  private enum Sense {
    case budget, supplementary, draft, request, settlement, initial, inhouse, filler
    /// Of none of the stages: 補正後予算額, 予算現額.
    case other
    /// 予備費, which is none of them either.
    case reserve
  }

  private static let words: [(word: Word, sense: Sense)] = [
    ("予備費", .reserve), ("補正後", .other), ("変更後", .other), ("現", .other), ("予算", .budget),
    ("補正", .supplementary), ("要求", .request), ("要望", .request),
    ("概算", .request), ("決算", .settlement), ("執行", .settlement), ("支出済", .settlement),
    ("当初", .initial), ("案", .draft), ("インハウス", .inhouse), ("額", .filler), ("国費", .filler),
    ("政府", .draft), ("分", .filler), ("規模", .filler), ("号", .filler),
    ("第", .filler), ("次", .filler), ("一般会計", .filler), ("所要", .filler), ("総", .filler),
    ("(", .filler), (")", .filler),
  ]
  private static let colon: Word = ":"
  private static let of: Word = "の"
  private static let number: [Word] = ["次", "号"]

  /// The words that end before an amount, or nothing where it is no budget figure.
  func head(before amount: Int) -> BudgetHead? {
    switch column(of: amount) {
    case .under(let head): return head
    case .unclear: return nil
    case nil: break
    }
    var end = amount
    var hasColon = false
    end = back(end)
    while let mark = layout.scalar(before: end), [0x3A, 0x28, 0x306F].contains(mark.value) {
      // ： （ は
      if mark.value == 0x3A { hasColon = true }
      end = back(end - mark.length)
    }
    guard lineEnds(end, amount) <= BudgetHeadReader.mostLineEnds else { return nil }
    return words(endingAt: end) ?? (hasColon ? year(endingAt: end) : nil)
  }

  /// What a figure stands under where words of several budgets stand side by side on the line above.
  private enum Column {
    case under(BudgetHead)
    /// There are more or fewer figures than words.
    case unclear
  }

  /// The column of a figure on a line that begins with one; nothing where the line above names no
  /// several budgets.
  private func column(of amount: Int) -> Column? {
    let line = layout.line(at: amount)
    let index = layout.contentIndex[line]
    guard layout.lines[line].role == .content, index > 0 else { return nil }
    let figures = mentions.amounts(in: layout.lines[line].text)
    guard figures.first?.range.lowerBound == layout.lines[line].text.lowerBound else { return nil }
    let heads = words(on: layout.lines[layout.content[index - 1]].text)
    guard heads.count > 1 else { return nil }
    guard figures.count == heads.count,
      let position = figures.firstIndex(where: { $0.range.lowerBound == amount })
    else { return .unclear }
    return .under(heads[position - figures.startIndex])
  }

  /// The words of the budgets that a line names and nothing else, in its order.
  private func words(on text: Range<Int>) -> [BudgetHead] {
    var heads: [BudgetHead] = []
    var end = text.upperBound
    while end > text.lowerBound {
      guard let head = words(endingAt: end), head.start >= text.lowerBound, head.fiscalYear != nil
      else { return [] }
      heads.insert(head, at: 0)
      end = layout.skipBlanksBack(head.start, limit: text.lowerBound)
    }
    return heads
  }

  /// 令和４年度 in brackets after a figure, where no more words are needed.
  func year(before amount: Int) -> BudgetHead? {
    var end = back(amount)
    if let colon = layout.scalar(before: end), colon.value == 0x3A { end = back(end - 1) }
    return year(endingAt: end)
  }

  /// 今年度：66億円.
  private func year(endingAt end: Int) -> BudgetHead? {
    if let date = mentions.date(endingAt: end), let year = date.fiscalYear,
      date.kind == .relative || date.kind == .fiscalYear
    {
      return head(start: date.range.lowerBound, year)
    }
    return EraLetter.year(layout.bytes, endingAt: end).map { head(start: $0.start, $0.value) }
  }

  private func head(start: Int, _ year: Int) -> BudgetHead {
    BudgetHead(start: start, fiscalYear: year, kind: settings.defaultStage, isInhouse: false)
  }

  /// The words that end at an offset.
  func words(endingAt end: Int) -> BudgetHead? {
    var senses: [Sense] = []
    var suppNo: Int?
    var start = end
    var year: Int?
    while true {
      let position = layout.skipBlanksBack(start, overLines: lineEnds(start, end) == 0)
      if let date = mentions.date(endingAt: position) ?? dateBefore(position), year == nil,
        let named = date.fiscalYear
      {
        year = named
        start = date.range.lowerBound
        break
      }
      if !senses.isEmpty, let letter = EraLetter.year(layout.bytes, endingAt: position) {
        year = letter.value
        start = letter.start
        break
      }
      if let numbered = suppNumber(endingAt: position) {
        suppNo = suppNo ?? numbered.value
        start = numbered.start
        continue
      }
      guard
        let entry = BudgetHeadReader.words.first(where: { layout.has($0.word, endingAt: position) })
      else { break }
      senses.append(entry.sense)
      start = position - entry.word.count
    }
    while let sense = senses.last, sense == .filler {
      // A bracket or 第 that does not belong to the words is given back.
      guard layout.scalar(at: start).map({ $0.value == 0x28 || $0.value == 0x29 }) == true else {
        break
      }
      start += 1
      senses.removeLast()
    }
    // 補正予算＋当初予算案 is the money of no one stage.
    if layout.scalar(before: layout.skipBlanksBack(start))?.value == 0x2B { senses.append(.other) }
    return head(start: start, senses, year: year, suppNo: suppNo)
  }

  private static let budget: Word = "予算"

  /// The last words in a stretch that name a budget: 令和4年度補正予算案により.
  func last(in range: Range<Int>) -> BudgetHead? {
    let draft: Word = "案"
    var offset = range.upperBound
    while offset > range.lowerBound {
      if layout.has(BudgetHeadReader.budget, endingAt: offset),
        let head = words(endingAt: offset + (layout.has(draft, at: offset) ? draft.count : 0)),
        head.start >= range.lowerBound
      {
        return head
      }
      offset -= 1
    }
    return nil
  }

  /// 令和4年度の予算額: の between the year and the words.
  private func dateBefore(_ position: Int) -> DateMention? {
    guard layout.has(BudgetHeadReader.of, endingAt: position) else { return nil }
    return mentions.date(endingAt: position - BudgetHeadReader.of.count)
  }

  private func head(start: Int, _ senses: [Sense], year: Int?, suppNo: Int?) -> BudgetHead? {
    let says = Set(senses.map { $0 })
    guard
      !says.isDisjoint(with: [.budget, .supplementary, .request, .settlement, .reserve])
    else { return nil }
    let kind: BudgetKind
    if says.contains(.other) || says.contains(.reserve) {
      kind = .other
    } else if says.contains(.request) {
      kind = .request
    } else if says.contains(.settlement) {
      kind = .settlement
    } else if says.contains(.supplementary) {
      kind = says.contains(.draft) ? .supplementaryDraft : .supplementary
    } else if says.contains(.draft) {
      kind = .initialDraft
    } else {
      kind = says.contains(.initial) ? .initial : settings.defaultStage
    }
    return BudgetHead(
      start: start, fiscalYear: year, kind: kind, suppNo: suppNo,
      isInhouse: says.contains(.inhouse))
  }

  /// ２次, 第2号: a number before 次 or 号.
  private func suppNumber(endingAt end: Int) -> (value: Int, start: Int)? {
    guard let word = BudgetHeadReader.number.first(where: { layout.has($0, endingAt: end) }) else {
      return nil
    }
    var start = layout.skipBlanksBack(end - word.count)
    var value = 0
    var scale = 1
    while start > 0, Marks.isDigit(UInt32(layout.bytes[start - 1])), scale < 1000 {
      value += Int(layout.bytes[start - 1] - 0x30) * scale
      scale *= 10
      start -= 1
    }
    return scale > 1 ? (value, start) : nil
  }

  private func back(_ offset: Int) -> Int { layout.skipBlanksBack(offset, overLines: true) }

  private func lineEnds(_ start: Int, _ end: Int) -> Int {
    var count = 0
    for byte in layout.bytes[min(start, end)..<max(start, end)] where byte == 0x0A { count += 1 }
    return count
  }
}
