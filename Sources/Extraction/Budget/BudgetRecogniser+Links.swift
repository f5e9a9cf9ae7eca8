import Model

extension BudgetRecogniser {
  /// Figures of units that list no programmes take the title of their page; a title just beside
  /// a figure counts in all units that are about no project.
  func linkTitles(_ linker: inout ProgrammeLinker) {
    let withSlots = Set(linker.slots.filter(\.isStrong).map(\.unit))
    let figureLines = Set(
      linker.amounts.filter { $0.role == .programme }.map {
        layout.line(at: $0.range.lowerBound)
      })
    for unit in linker.units.indices {
      let open = linker.open(unit)
      let isFree = !withSlots.contains(unit)
      guard !open.isEmpty, isFree || linker.units[unit].project.isEmpty else { continue }
      for part in linker.units[unit].parts {
        let own = open.filter {
          part.contains(layout.line(at: linker.amounts[$0].range.lowerBound))
        }
        guard !own.isEmpty else { continue }
        let titles = PageTitles(layout: layout, reader: reader).titles(in: part)
        for amount in own {
          let link =
            heading(above: linker.amounts[amount], titles)
            ?? title(
              for: linker.amounts[amount], titles, figureLines: figureLines, count: open.count)
          if let link,
            isFree || link.method == LinkMethod.title
              || link.method == LinkMethod.order
              || link.method == LinkMethod.heading
          {
            linker.links[amount] = link
          }
        }
      }
    }
  }

  /// Figures with nothing but a programme's name before them on their line.
  func linkNamesOnLines(_ linker: inout ProgrammeLinker) {
    for index in linker.amounts.indices where linker.amounts[index].role == .programme {
      let start = linker.amounts[index].range.lowerBound
      let line = layout.line(at: start)
      let text = layout.lines[line].text
      let before = nameBefore(
        (layout.afterNumber(text) ?? text.lowerBound)..<max(text.lowerBound, start))
      guard let first = layout.scalar(at: before.lowerBound), !before.isEmpty,
        !Marks.bullets.contains(first.value),
        !linker.slots.contains(where: { before.contains($0.start) }),
        layout.bytes[before].first != 0x28
      else { continue }
      let name = reader.read(layout.string(before))
      guard name.isStrong, name.names.count == 1, let base = name.names.first else { continue }
      linker.links[index] = ProgrammeLink(
        names: [name.bracket.isEmpty ? base : "\(base)(\(name.bracket))"],
        method: LinkMethod.sameLine)
    }
  }

  /// What stands before a figure, without the bracket that opens between: X事業 [国費.
  private func nameBefore(_ range: Range<Int>) -> Range<Int> {
    guard range.lowerBound < range.upperBound else { return range.lowerBound..<range.lowerBound }
    let text = Layout.trimmed(range, layout.bytes)
    for opener: Word in ["[国費", "[", "(国費", "【"] where layout.has(opener, endingAt: text.upperBound)
    {
      return Layout.trimmed(
        text.lowerBound..<max(text.lowerBound, text.upperBound - opener.count), layout.bytes)
    }
    return text
  }

  /// A figure that starts its line right below a heading that is no programme by its name.
  private func heading(above amount: BudgetAmount, _ titles: [PageTitles.Title]) -> ProgrammeLink? {
    let line = layout.line(at: amount.range.lowerBound)
    guard amount.range.lowerBound == layout.lines[line].text.lowerBound,
      let heading = PageTitles(layout: layout, reader: reader).heading(above: line),
      !titles.contains(where: {
        abs(layout.contentIndex[$0.line] - layout.contentIndex[line]) <= 1
      })
    else { return nil }
    return ProgrammeLink(
      names: [heading.name], link: .inferred, method: LinkMethod.heading)
  }

  private func title(
    for amount: BudgetAmount, _ titles: [PageTitles.Title], figureLines: Set<Int>, count: Int
  ) -> ProgrammeLink? {
    let yearly = titles.filter { $0.fiscalYear != nil }
    if !yearly.isEmpty {
      let own = yearly.filter { $0.fiscalYear == amount.fiscalYear }
      guard own.count == 1, let title = own.first else { return nil }
      return ProgrammeLink(
        names: [title.name], link: .inferred, method: LinkMethod.titleYear)
    }
    let line = layout.contentIndex[layout.line(at: amount.range.lowerBound)]
    let beside = titles.filter { title in
      abs(layout.contentIndex[title.line] - line) <= 1
        && !(layout.contentIndex[title.line] > line && startsWithFigure(after: title.line))
    }
    if let link = column(amount, titles, figureLines) { return link }
    if beside.count == 1, let title = beside.first {
      // A title between two figures is beside both, and belongs to one of them.
      let own = layout.line(at: amount.range.lowerBound)
      let isShared = figureLines.contains {
        $0 != own && abs(layout.contentIndex[title.line] - layout.contentIndex[$0]) <= 1
      }
      return ProgrammeLink(
        names: [title.name], link: isShared ? .inferred : .certain,
        method: LinkMethod.title)
    }
    let names = Set(titles.map { ProgrammeName.key($0.name) })
    let above = titles.filter { layout.contentIndex[$0.line] < line }
    guard
      let nearest = above.last
        ?? titles.min(by: { distance($0.line, line) < distance($1.line, line) })
    else { return nil }
    if names.count == 1 {
      return ProgrammeLink(
        names: [nearest.name], link: count == 1 ? .certain : .inferred,
        method: LinkMethod.onlyTitle)
    }
    return ProgrammeLink(
      names: [nearest.name], link: .ambiguous, method: LinkMethod.titleGuess,
      candidates: titles.map(\.name))
  }

  /// Names on lines of their own, and figures on as many lines or more or less below: which is whose
  /// the text does not say, though they likely go in order.
  private func column(
    _ amount: BudgetAmount, _ titles: [PageTitles.Title], _ figureLines: Set<Int>
  ) -> ProgrammeLink? {
    let own = layout.contentIndex[layout.line(at: amount.range.lowerBound)]
    let figures = Set(figureLines.map { layout.contentIndex[$0] })
    var first = own
    while figures.contains(first - 1) { first -= 1 }
    var last = own
    while figures.contains(last + 1) { last += 1 }
    let byLine = Dictionary(titles.map { (layout.contentIndex[$0.line], $0.name) }) { a, _ in a }
    var names: [String] = []
    while let name = byLine[first - 1 - names.count] { names.append(name) }
    names.reverse()
    guard names.count > 1 else { return nil }
    let isPaired = names.count == last - first + 1
    return ProgrammeLink(
      names: [isPaired ? names[own - first] : names[names.count - 1]], link: .ambiguous,
      method: LinkMethod.order, candidates: names)
  }

  /// Whether a title has a figure of its own on the line below it.
  private func startsWithFigure(after line: Int) -> Bool {
    let index = layout.contentIndex[line] + 1
    guard index < layout.content.count else { return false }
    let text = layout.lines[layout.content[index]].text
    return mentions.amounts(in: text).first != nil
  }

  private func distance(_ line: Int, _ position: Int) -> Int {
    abs(layout.contentIndex[line] - position)
  }

  /// Figures of other roles: those of the year before, components, groups, institutes, sentences.
  func linkOthers(_ linker: inout ProgrammeLinker) {
    linkInstitutes(&linker)
    for index in linker.amounts.indices where linker.links[index] == nil {
      let amount = linker.amounts[index]
      switch amount.role {
      case .priorYear:
        linker.links[index] = amount.parent.flatMap { linker.links[$0] }
      case .component:
        var link = amount.parent.flatMap { linker.links[$0] }
        link?.method = LinkMethod.component
        linker.links[index] = link
      case .subtotal:
        linker.links[index] = ProgrammeLink(link: .inferred, method: LinkMethod.group)
      case .prose:
        linker.links[index] = SentenceSubject(layout: layout, reader: reader, lexicon: lexicon)
          .link(for: amount)
      case .inset: linker.links[index] = inset(amount, linker)
      case .projectTotal, .inhouseTotal, .programme, .institute: break
      }
    }
  }

  /// In-house money in brackets belongs to the programme whose description it stands in.
  private func inset(_ amount: BudgetAmount, _ linker: ProgrammeLinker) -> ProgrammeLink? {
    let start = amount.range.lowerBound
    guard let slot = linker.slots.last(where: { $0.nameEnd <= start }) else { return nil }
    return ProgrammeLink(
      names: slot.names, link: linker.isUnbroken(slot.nameEnd, start) ? .certain : .inferred,
      method: LinkMethod.description)
  }

  /// 【A】【B】 above in-house figures: in the order of the names, which is one reading of several.
  private func linkInstitutes(_ linker: inout ProgrammeLinker) {
    var names: [String] = []
    var used = 0
    var last = -1
    for index in linker.amounts.indices where linker.amounts[index].role == .institute {
      let line = layout.line(at: linker.amounts[index].range.lowerBound)
      let own = labels(above: line, after: last)
      if !own.isEmpty {
        names = own
        used = 0
      }
      last = line
      guard used < names.count else { continue }
      linker.links[index] = ProgrammeLink(
        names: [names[used]], link: names.count == 1 ? .inferred : .ambiguous,
        method: LinkMethod.order, candidates: names.count == 1 ? [] : names)
      used += 1
    }
  }

  private func labels(above line: Int, after last: Int) -> [String] {
    var index = layout.contentIndex[line]
    while index > 0, layout.contentIndex[line] - index < 3 {
      index -= 1
      let current = layout.content[index]
      guard current > last else { return [] }
      let text = layout.lines[current].text
      guard layout.scalar(at: text.lowerBound)?.value == 0x3010 else { continue }
      return layout.string(text).split { $0 == "【" || $0 == "】" }.map(String.init)
        .filter { !$0.isEmpty && $0 != " " }
    }
    return []
  }
}
