import Model

/// Settles what figures stand for from their neighbours: totals, in-house money, institutes.
struct AmountRoles {
  let layout: Layout
  let lexicon: Lexicon
  let headings: ProjectHeadings

  private static let openLabel: Word = "【"
  private static let share: Word = "に占める"
  private static let quote: Word = "の「"

  /// Settles the roles of all figures, which come in the order of the text.
  func settle(_ amounts: inout [BudgetAmount], reader: ProgrammeNameReader) {
    for index in amounts.indices {
      if amounts[index].isInhouse, amounts[index].role == .programme {
        settleInhouse(&amounts, index)
      } else if amounts[index].role == .programme, standsUnderHeading(amounts[index]) {
        amounts[index].role = .projectTotal
      }
      if amounts[index].role == .programme { readBrackets(after: &amounts[index], reader) }
    }
  }

  private func settleInhouse(_ amounts: inout [BudgetAmount], _ index: Int) {
    let line = layout.line(at: amounts[index].range.lowerBound)
    let label = labelLine(of: line)
    if let above = content(before: label) {
      let text = layout.lines[above].text
      if layout.find(AmountRoles.openLabel, in: text) == text.lowerBound
        || index > 0 && amounts[index - 1].role == .institute
          && text.contains(amounts[index - 1].range.lowerBound)
      {
        amounts[index].role = .institute
        return
      }
    }
    let isUnderTotal = nearLines(above: label).contains { near in
      amounts.contains {
        isOfTotal($0, amounts) && layout.line(at: $0.range.lowerBound) == near
      } || headings.heading(line: near) != nil
    }
    if isUnderTotal || headings.heading(line: label) != nil { amounts[index].role = .inhouseTotal }
  }

  /// Whether a figure is a project's total, or that of the year before.
  private func isOfTotal(_ amount: BudgetAmount, _ amounts: [BudgetAmount]) -> Bool {
    amount.role == .projectTotal
      || amount.role == .priorYear && amount.parent.map { amounts[$0].role } == .projectTotal
  }

  /// The line of the label: the figure's own, or the one above it where that is a label.
  private func labelLine(of line: Int) -> Int {
    if layout.contains(lexicon.inhouseLabels, in: layout.lines[line].text) { return line }
    guard let above = content(before: line),
      layout.contains(lexicon.inhouseLabels, in: layout.lines[above].text)
    else { return line }
    return above
  }

  private func content(before line: Int) -> Int? {
    let index = layout.contentIndex[line]
    return index > 0 ? layout.content[index - 1] : nil
  }

  private func nearLines(above line: Int) -> [Int] {
    let index = layout.contentIndex[line]
    return (max(0, index - 1)..<index).map { layout.content[$0] }
  }

  /// A figure just below the heading of a project, with no bullet between.
  private func standsUnderHeading(_ amount: BudgetAmount) -> Bool {
    let line = layout.line(at: amount.range.lowerBound)
    if amount.range.lowerBound == layout.lines[line].text.lowerBound {
      guard let above = content(before: line) else { return false }
      return headings.heading(line: above) != nil
    }
    return headings.heading(line: line) != nil
  }

  /// （X事業の「P」に占める割合） after a figure and its share.
  private func readBrackets(after amount: inout BudgetAmount, _ reader: ProgrammeNameReader) {
    var offset = layout.skipBlanks(amount.range.upperBound, overLines: true)
    let limit = min(layout.bytes.count, offset + 600)
    var printed: SumClaim.Share?
    for _ in 0..<2 {
      guard let end = layout.closingBracket(from: offset, limit: limit) else { return }
      let inside = layout.joined(offset + 1..<max(offset + 1, end - 1))
      if inside.holds(AmountRoles.share), let cut = split(inside) {
        amount.named = cut.programme
        amount.namedProject = cut.project
        amount.share = printed
        return
      }
      printed = share(inside)
      let name = reader.read(inside)
      if name.isStrong, let first = name.names.first, name.names.count == 1, !inside.holds("・R") {
        amount.named = name.bracket.isEmpty ? first : inside
        return
      }
      offset = layout.skipBlanks(end, overLines: true)
    }
  }

  /// 14% and 14.5%; anything else is no share.
  private func share(_ text: String) -> SumClaim.Share? {
    guard text.hasSuffix("%") else { return nil }
    let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = Int64(parts[0]), (0...100).contains(whole), parts.count <= 2 else {
      return nil
    }
    if parts.count == 1 { return SumClaim.Share(value: whole * 100, step: 100) }
    guard parts[1].utf8.count == 1, let tenths = Int64(parts[1]) else { return nil }
    return SumClaim.Share(value: whole * 100 + tenths * 10, step: 10)
  }

  private func split(_ text: String) -> (programme: String, project: String)? {
    let bytes = Array(text.utf8)
    let quote = AmountRoles.quote.bytes
    let close = Word("」").bytes
    guard let open = bytes.firstIndex(of: quote), let end = bytes.firstIndex(of: close, from: open)
    else { return nil }
    return (
      String(decoding: bytes[..<open], as: UTF8.self),
      String(decoding: bytes[(open + quote.count)..<end], as: UTF8.self)
    )
  }
}

extension [UInt8] {
  /// Where a word first stands at or after an index.
  func firstIndex(of word: [UInt8], from start: Int = 0) -> Int? {
    guard count >= word.count, start <= count - word.count else { return nil }
    return (start...count - word.count).first { self[$0...].starts(with: word) }
  }
}
