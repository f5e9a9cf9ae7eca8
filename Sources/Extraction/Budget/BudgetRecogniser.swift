import JapaneseText
import Model

/// Reads the budget lines of a text.
struct BudgetRecogniser {
  let layout: Layout
  let mentions: MentionIndex
  let settings: FamilySettings
  let lexicon: Lexicon
  let reader: ProgrammeNameReader
  let headings: ProjectHeadings

  init(_ layout: Layout, _ mentions: MentionIndex, _ settings: FamilySettings, _ lexicon: Lexicon) {
    self.layout = layout
    self.mentions = mentions
    self.settings = settings
    self.lexicon = lexicon
    reader = ProgrammeNameReader(lexicon: lexicon)
    headings = ProjectHeadings(layout: layout, lexicon: lexicon)
  }

  /// The figures with their programmes, in the order of the text.
  func recognise(units: [Unit], fiscalYear: Int?) -> (lines: [LinkedAmount], slots: [Slot]) {
    var amounts = BudgetAmounts(layout, mentions, settings, lexicon).found
    AmountRoles(layout: layout, lexicon: lexicon, headings: headings).settle(
      &amounts, reader: reader)
    let unitOfAmount = amounts.map { unit(of: $0, units) }
    dropStraySubtotals(&amounts, unitOfAmount, units)
    spreadYears(&amounts, unitOfAmount, fiscalYear)
    let slots = slots(units, amounts, unitOfAmount)
    var linker = ProgrammeLinker(
      layout: layout, units: units, amounts: amounts, slots: slots, unitOfAmount: unitOfAmount,
      breaks: breaks(units, amounts), otherItems: otherItems(slots))
    linkNamesOnLines(&linker)
    linkTitles(&linker)
    linker.link()
    linkOthers(&linker)
    let lines = linker.amounts.indices.compactMap { index -> LinkedAmount? in
      var amount = linker.amounts[index]
      guard !dropped(amount) else { return nil }
      amount.parentRole = amount.parent.map { linker.amounts[$0].role }
      return LinkedAmount(
        amount: amount,
        link: linker.links[index] ?? ProgrammeLink(method: LinkMethod.total),
        unit: unitOfAmount[index], index: index)
    }
    return (lines, linker.slots)
  }

  private func unit(of amount: BudgetAmount, _ units: [Unit]) -> Int {
    let line = layout.line(at: amount.range.lowerBound)
    return units.firstIndex { $0.contains(line: line) } ?? 0
  }

  // MARK: Figures

  private func dropped(_ amount: BudgetAmount) -> Bool {
    amount.role == .subtotal && amount.label.isEmpty
  }

  /// A figure in brackets is a group's only where its page prints a project's total.
  private func dropStraySubtotals(
    _ amounts: inout [BudgetAmount], _ unitOfAmount: [Int], _ units: [Unit]
  ) {
    let totals = Set(
      amounts.indices.filter { amounts[$0].role == .projectTotal }.map { unitOfAmount[$0] })
    for index in amounts.indices where amounts[index].role == .subtotal {
      if !totals.contains(unitOfAmount[index]) || units[unitOfAmount[index]].project.isEmpty {
        amounts[index].label = ""
      }
    }
  }

  /// Figures that name no year take that of their unit's total, else the document's; programmes
  /// whose figures name no stage either take the total's.
  private func spreadYears(
    _ amounts: inout [BudgetAmount], _ unitOfAmount: [Int], _ fiscalYear: Int?
  ) {
    var years: [Int: Int] = [:]
    var kinds: [Int: BudgetKind] = [:]
    for index in amounts.indices where amounts[index].role == .projectTotal {
      years[unitOfAmount[index]] = amounts[index].fiscalYear ?? years[unitOfAmount[index]]
      if amounts[index].saysKind, amounts[index].suppNo == nil {
        kinds[unitOfAmount[index]] = kinds[unitOfAmount[index]] ?? amounts[index].kind
      }
    }
    for index in amounts.indices {
      if amounts[index].role == .prose { continue }
      if amounts[index].role == .programme, !amounts[index].saysKind,
        let kind = kinds[unitOfAmount[index]]
      {
        amounts[index].kind = kind
      }
      if let parent = amounts[index].parent {
        let year = amounts[parent].fiscalYear
        amounts[index].fiscalYear = amounts[index].isPriorYear ? year.map { $0 - 1 } : year
      } else {
        amounts[index].fiscalYear =
          amounts[index].fiscalYear ?? years[unitOfAmount[index]] ?? fiscalYear
      }
    }
  }

  // MARK: Programmes

  private func slots(
    _ units: [Unit], _ amounts: [BudgetAmount], _ unitOfAmount: [Int]
  ) -> [Slot] {
    let items = ProgrammeItems(
      layout, lexicon, amountStarts: amounts.map(\.range.lowerBound))
    let used = Set(
      amounts.indices.filter { amounts[$0].role == .programme }.map { unitOfAmount[$0] })
    let endings = Set(
      amounts.filter(\.endsItem).map { layout.line(at: $0.range.lowerBound) })
    var slots: [Slot] = []
    var brackets: [String: Set<String>] = [:]
    var found: [(item: ProgrammeItem, unit: Int)] = []
    for (index, unit) in units.enumerated() where used.contains(index) {
      var own = unit.parts.flatMap { items.items(in: $0) }
      let bullets = own.filter(\.name.isStrong).map(\.bullet)
      own = own.filter { item in
        item.name.isStrong || endings.contains(item.line)
          || bullets.filter { $0 == item.bullet }.count >= 2 && isShort(item.name)
      }
      found += own.map { ($0, index) }
    }
    for (item, _) in found {
      brackets[item.name.key, default: []].insert(ProgrammeName.key(item.name.bracket))
    }
    for (item, unit) in found {
      let names = BracketChoice(lexicon: lexicon, brackets: brackets).names(of: item.name)
      let slot = Slot(
        names: names, key: names.map(ProgrammeName.key).joined(separator: "/"),
        isMarked: item.name.reprise, part: item.name.part, isStrong: item.name.isStrong,
        start: item.start, nameEnd: item.nameEnd, line: item.line, unit: unit)
      if let last = slots.last, last.unit == unit, last.key == slot.key,
        last.isMarked == slot.isMarked, !hasFigure(between: last.nameEnd, slot.start, amounts)
      {
        slots.removeLast()
      }
      slots.append(slot)
    }
    return slots
  }

  private func hasFigure(between start: Int, _ end: Int, _ amounts: [BudgetAmount]) -> Bool {
    amounts.contains { $0.range.lowerBound >= start && $0.range.lowerBound < end }
  }

  private func isShort(_ name: ProgrammeName) -> Bool {
    guard let first = name.names.first, first.utf8.count <= 90 else { return false }
    return !first.unicodeScalars.contains { $0 == "。" || $0 == "、" || Marks.isDigit($0.value) }
  }

  /// Where the text between a programme and its figure breaks off: totals, vertical labels,
  /// headings in brackets, footnotes, the ends of parts.
  private func breaks(_ units: [Unit], _ amounts: [BudgetAmount]) -> [Int] {
    var breaks: [Int] = []
    for amount in amounts where amount.role == .projectTotal || amount.role == .inhouseTotal {
      breaks.append(amount.range.lowerBound)
    }
    let starts = Set(amounts.map(\.range.lowerBound))
    for line in layout.lines {
      let start = line.text.lowerBound
      switch line.role {
      case .vertical: breaks.append(start)
      case .content:
        guard let first = layout.scalar(at: start)?.value else { continue }
        let isFigure = line.blanksBefore == 0 && starts.contains(start)
        if line.startsIndented && !isFigure || [0x3010, 0x3C, 0x2A, 0x203B].contains(first) {
          breaks.append(start)
        }
      default: continue
      }
    }
    for unit in units {
      for part in unit.parts { breaks.append(layout.lines[part.lowerBound].whole.lowerBound) }
    }
    return breaks.sorted()
  }

  /// Where items begin that bear the bullet of programmes and are none by their names: what follows
  /// is theirs, not of the programme above.
  private func otherItems(_ slots: [Slot]) -> [Int] {
    let starts = Set(slots.map(\.start))
    let marks = Set(
      slots.filter(\.isStrong).compactMap { layout.scalar(at: $0.start)?.value }
        .filter { Marks.bullets.contains($0) })
    return layout.lines.lazy.filter { $0.role == .content }.map(\.text.lowerBound).filter {
      !starts.contains($0) && layout.scalar(at: $0).map { marks.contains($0.value) } == true
    }
  }
}

/// A figure with its programme.
struct LinkedAmount: Sendable {
  var amount: BudgetAmount
  var link: ProgrammeLink
  var unit: Int
  /// Its index among the figures of the text.
  var index: Int
}
