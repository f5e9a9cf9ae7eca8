import Model

/// What figures that stand in two places say.
extension ProgrammeLinker {
  /// Links figures by what stands elsewhere in the text, until nothing more is found.
  mutating func linkByEvidence() {
    var before = -1
    while before != links.count {
      before = links.count
      for unit in units.indices {
        for amount in open(unit) {
          linkRestated(amount, unit)
          linkRounded(amount, unit)
        }
        linkTwice(unit)
      }
      linkShared()
    }
  }

  /// The same figure elsewhere, linked, where one of the two is marked as listed again.
  private mutating func linkRestated(_ amount: Int, _ unit: Int) {
    guard links[amount] == nil else { return }
    var found: Set<Int> = []
    for other in amounts.indices where isSameMoney(amount, other) {
      guard let slot = links[other]?.slot, links[other]?.link != .ambiguous,
        unitOfAmount[other] != unit,
        amounts[amount].reprise == .full || amounts[other].reprise == .full
      else { continue }
      found.formUnion(freeSlots(like: slots[slot].key, unit))
    }
    if found.count == 1, let slot = found.first, fits(amount, slot) {
      assign(amount, slot, .inferred, LinkMethod.restated)
    }
  }

  /// A coarser figure of the same year that names its programme.
  private mutating func linkRounded(_ amount: Int, _ unit: Int) {
    guard links[amount] == nil else { return }
    var found: Set<Int> = []
    for other in amounts.indices where rounds(amount, to: other) {
      guard let link = links[other], link.method == LinkMethod.named,
        link.project.map({ isProject($0, of: unit) }) ?? true, let name = link.names.first
      else { continue }
      found.formUnion(freeSlots(like: ProgrammeName.key(name), unit))
    }
    if found.count == 1, let slot = found.first {
      assign(amount, slot, .inferred, LinkMethod.rounded)
    }
  }

  /// A programme that one page lists twice, once as listed again, takes the figure it has there.
  private mutating func linkTwice(_ unit: Int) {
    for amount in open(unit) {
      var found: Set<Int> = []
      for other in amounts.indices where isSameMoney(amount, other) && unitOfAmount[other] == unit {
        guard let slot = links[other]?.slot else { continue }
        found.formUnion(
          freeSlots(like: slots[slot].key, unit).filter {
            slots[$0].isMarked || slots[slot].isMarked
          })
      }
      if found.count == 1, let slot = found.first {
        assign(amount, slot, .inferred, LinkMethod.restated)
      }
    }
  }

  /// The same figure open on two pages, once as listed again: it belongs to the one programme that
  /// both pages list.
  private mutating func linkShared() {
    let all = units.indices.flatMap { open($0) }
    for amount in all where amounts[amount].reprise == .full && links[amount] == nil {
      for other in all where links[other] == nil && amounts[other].reprise == .none {
        guard isSameMoney(amount, other), unitOfAmount[other] != unitOfAmount[amount] else {
          continue
        }
        let here = free(unitOfAmount[amount])
        let there = free(unitOfAmount[other])
        let pairs = here.flatMap { a in
          there.filter { slots[$0].key == slots[a].key }.map { (a, $0) }
        }
        guard pairs.count == 1, let pair = pairs.first else { continue }
        assign(amount, pair.0, .inferred, LinkMethod.shared)
        assign(other, pair.1, .inferred, LinkMethod.shared)
        break
      }
    }
  }

  /// Links that the layout suggests become certain where a figure elsewhere says the same.
  mutating func confirm() {
    for (amount, link) in links {
      guard link.link == .inferred, link.method == LinkMethod.firstInItem,
        let slot = link.slot
      else { continue }
      let isConfirmed = amounts.indices.contains { other in
        if rounds(amount, to: other), let said = links[other],
          said.method == LinkMethod.named, let name = said.names.first
        {
          return Likeness.areNear(ProgrammeName.key(name), slots[slot].key)
        }
        guard isSameMoney(amount, other), unitOfAmount[other] != unitOfAmount[amount],
          let said = links[other], said.link == .certain, let own = said.slot
        else { return false }
        return slots[own].key == slots[slot].key
      }
      if isConfirmed {
        links[amount]?.link = .certain
        links[amount]?.method = LinkMethod.confirmed
      }
    }
  }

  private func isSameMoney(_ a: Int, _ b: Int) -> Bool {
    a != b && amounts[a].yen != nil && amounts[a].yen == amounts[b].yen
      && amounts[a].unit == amounts[b].unit && amounts[a].fiscalYear == amounts[b].fiscalYear
      && amounts[a].kind == amounts[b].kind
  }

  private func rounds(_ a: Int, to b: Int) -> Bool {
    guard a != b, let fine = amounts[a].yen, let coarse = amounts[b].yen,
      let unit = amounts[a].unit, let wide = amounts[b].unit, unit < wide,
      amounts[a].fiscalYear == amounts[b].fiscalYear
    else { return false }
    let (distance, overflow) = fine.subtractingReportingOverflow(coarse)
    return !overflow && abs(distance) <= wide / 2
  }

  private func isProject(_ name: String, of unit: Int) -> Bool {
    Likeness.areNear(ProgrammeName.key(name), ProgrammeName.key(units[unit].project))
  }

  /// The free programmes of a unit with a name: the same, or else a near one.
  private func freeSlots(like key: String, _ unit: Int) -> [Int] {
    let free = free(unit)
    let same = free.filter { slots[$0].key == key }
    if same.count > 1 {
      let plain = same.filter { !slots[$0].isMarked }
      return plain.isEmpty ? same : plain
    }
    return same.isEmpty ? free.filter { Likeness.areNear(slots[$0].key, key) } : same
  }
}
