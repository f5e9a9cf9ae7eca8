import Model

/// What is left when layout and other places have said what they can.
extension ProgrammeLinker {
  /// Links the figures left in a unit: by elimination where one reading remains, else as ambiguous.
  mutating func linkLeft(_ unit: Int) {
    linkTwins(unit)
    eliminate(unit)
    let left = open(unit)
    let readings = left.map { candidates(for: $0, unit) }
    for column in columns(unit) { linkColumn(column, unit, readings: readings, of: left) }
    for (amount, candidates) in zip(left, readings) { guess(amount, unit, candidates) }
  }

  /// A figure of another budget right below one that is linked, no other programme between:
  /// X事業 66億円【令和5年度補正 7億円】.
  mutating func linkStages() {
    for index in amounts.indices.dropFirst()
    where isOpen(index) && amounts[index].role == .programme {
      guard
        let last = amounts[..<index].lastIndex(where: { $0.role == .programme && !$0.isPriorYear }),
        unitOfAmount[last] == unitOfAmount[index], let link = links[last],
        link.link != .ambiguous, link.project == nil, isOtherBudget(last, index),
        layout.contentIndex[layout.line(at: amounts[index].range.lowerBound)]
          - layout.contentIndex[layout.line(at: amounts[last].range.lowerBound)] <= 2,
        !slots.contains(where: {
          $0.start > amounts[last].range.lowerBound && $0.start < amounts[index].range.lowerBound
        })
      else { continue }
      links[index] = ProgrammeLink(
        names: link.names, link: .inferred, method: LinkMethod.stage)
    }
  }

  private func isOpen(_ index: Int) -> Bool {
    guard let link = links[index] else { return true }
    return link.method == LinkMethod.titleGuess
      || link.method == LinkMethod.onlyTitle && link.link != .certain
  }

  private func isOtherBudget(_ a: Int, _ b: Int) -> Bool {
    amounts[a].kind != amounts[b].kind || amounts[a].fiscalYear != amounts[b].fiscalYear
      || amounts[a].suppNo != amounts[b].suppNo
  }

  /// A programme listed twice, once as listed again, and a figure printed twice in one column.
  private mutating func linkTwins(_ unit: Int) {
    let order = slots(of: unit)
    for slot in order {
      let column = block(of: slot, in: order).filter { links[$0] == nil }
      let twins = Dictionary(grouping: column) { amounts[$0].yen }.values.filter { $0.count == 2 }
      let names = Dictionary(grouping: free(unit)) { slots[$0].key }.values.filter {
        $0.count == 2 && $0.contains { slots[$0].isMarked } && $0.contains { !slots[$0].isMarked }
      }
      guard twins.count == 1, names.count == 1, let pair = twins.first, let twin = names.first
      else {
        continue
      }
      for (amount, slot) in zip(pair.sorted(), twin.sorted()) {
        assign(amount, slot, .inferred, LinkMethod.restated)
      }
    }
  }

  private mutating func eliminate(_ unit: Int) {
    var before = -1
    while before != links.count {
      before = links.count
      for amount in open(unit) where amounts[amount].reprise == .full {
        if let slot = only(relisted(amount, unit)) {
          assign(amount, slot, .inferred, LinkMethod.relisted)
        }
      }
      let left = open(unit)
      if left.count == 1, let amount = left.first, let slot = only(candidates(for: amount, unit)) {
        assign(amount, slot, .inferred, LinkMethod.onlyLeft)
      }
    }
  }

  /// From this many figures in a row after a list of names, names and figures are two columns.
  private static let fewestInColumn = 4

  /// The figures that follow a list of programmes at once, as columns do, with the list.
  private func columns(_ unit: Int) -> [(slots: [Int], amounts: [Int])] {
    let order = slots(of: unit)
    return order.enumerated().compactMap { position, slot in
      let column = block(of: slot, in: order)
      guard column.count >= ProgrammeLinker.fewestInColumn else { return nil }
      let list = order[...position].filter { isUnbroken(slots[$0].nameEnd, slots[slot].start) }
      return (list + [slot], column)
    }
  }

  /// Names and figures of two columns go together in their order, those already linked left out.
  private mutating func linkColumn(
    _ column: (slots: [Int], amounts: [Int]), _ unit: Int, readings: [[Int]], of left: [Int]
  ) {
    var last = -1
    for amount in column.amounts {
      if let slot = links[amount]?.slot {
        last = max(last, slot)
        continue
      }
      let choice = candidates(for: amount, unit).first { $0 > last && column.slots.contains($0) }
      guard let choice, let index = left.firstIndex(of: amount) else { continue }
      assign(
        amount, choice, .ambiguous, LinkMethod.order, candidates: readings[index])
      last = choice
    }
  }

  private func only(_ slots: [Int]) -> Int? { slots.count == 1 ? slots.first : nil }

  /// The programmes that may own a re-listed figure: those whose own figure stands elsewhere, if
  /// there are such.
  private func relisted(_ amount: Int, _ unit: Int) -> [Int] {
    let candidates = candidates(for: amount, unit)
    let away = candidates.filter { hasOwnFigureElsewhere($0) }
    return away.isEmpty ? candidates : away
  }

  /// The free programmes that fit; those marked as listed again only where no other is left.
  private func candidates(for amount: Int, _ unit: Int) -> [Int] {
    let fitting = free(unit).filter { fits(amount, $0) }
    let plain = fitting.filter { !slots[$0].isMarked }
    return plain.isEmpty ? fitting : plain
  }

  private func hasOwnFigureElsewhere(_ slot: Int) -> Bool {
    slots.indices.contains { other in
      guard slots[other].unit != slots[slot].unit, let amount = slots[other].amount else {
        return false
      }
      return amounts[amount].reprise == .none && Likeness.areNear(slots[other].key, slots[slot].key)
    }
  }

  private func isRelistedElsewhere(_ slot: Int) -> Bool {
    slots.indices.contains { other in
      guard slots[other].unit != slots[slot].unit, let amount = slots[other].amount else {
        return false
      }
      return amounts[amount].reprise == .full && Likeness.areNear(slots[other].key, slots[slot].key)
    }
  }

  /// The nearest programme before the figure, said to be one reading of several.
  private mutating func guess(_ amount: Int, _ unit: Int, _ readings: [Int]) {
    guard links[amount] == nil else { return }
    var candidates = candidates(for: amount, unit)
    if amounts[amount].reprise == .full {
      candidates = relisted(amount, unit)
      let known = candidates.filter { isRelistedElsewhere($0) }
      if known.count == 1, let slot = known.first {
        return assign(amount, slot, .ambiguous, LinkMethod.order, candidates: readings)
      }
    }
    let start = amounts[amount].range.lowerBound
    let choice =
      candidates.last { slots[$0].nameEnd <= start } ?? candidates.first { slots[$0].start > start }
    guard let choice else {
      links[amount] = ProgrammeLink(link: .ambiguous, method: LinkMethod.nothing)
      return
    }
    assign(amount, choice, .ambiguous, LinkMethod.order, candidates: readings)
  }
}
