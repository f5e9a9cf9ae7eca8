import Model

/// Looks for the figures whose change would make one mismatch agree.
struct SuspectSearch {
  let position: Int
  let check: Check
  let ledger: Ledger
  let memberships: Memberships
  let outsiders: [Outsiders.Candidate]
  let earlier: EarlierFigures
  /// The mismatched sums around it, to which a figure may belong.
  let others: [Int]
  let gap: IntervalSum
  let printedGap: Int128?

  init(
    _ position: Int, _ check: Check, _ ledger: Ledger, _ memberships: Memberships,
    _ outsiders: [Outsiders.Candidate], _ earlier: EarlierFigures, others: [Int]
  ) {
    self.others = others
    self.position = position
    self.check = check
    self.ledger = ledger
    self.memberships = memberships
    self.outsiders = outsiders
    self.earlier = earlier
    gap = memberships.gaps[position] ?? IntervalSum(gapOf: check)
    printedGap = SuspectSearch.printedGap(check)
  }

  private static func printedGap(_ check: Check) -> Int128? {
    var gap: Int128 = 0
    for (side, isRight) in [(check.left, false), (check.right, true)] {
      for operand in side {
        guard let figure = operand.figure else { continue }
        if operand.isShare { return nil }
        gap += operand.isSubtracted != isRight ? -Int128(figure.yen) : Int128(figure.yen)
      }
    }
    return gap
  }

  /// The suspects, the likeliest first.
  func suspects() -> [Suspect] {
    var found: [Suspect] = []
    for (side, isRight) in [(check.left, false), (check.right, true)] {
      for operand in side { found += replacements(of: operand, isRight: isRight) }
    }
    found += removals() + doubles() + insertions() + missingProgrammes()
    if found.isEmpty {
      found = PairSearch(gap, check, outsiders).suspects()
    }
    // A stable order: equals stay as they stand in the source.
    return found.enumerated().sorted {
      ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
    }.map(\.element)
  }

  // MARK: - Another figure in its place

  private func replacements(of operand: Operand, isRight: Bool) -> [Suspect] {
    guard let printed = operand.figure else { return [] }
    let identity = ledger.identity(of: operand.origin)
    let membership = Membership(
      check: position, isShare: operand.isShare,
      isSubtracted: operand.isSubtracted != isRight)
    var candidates = Replacement.replacements(of: printed)
    candidates += memberships.otherPrints(of: identity, ledger, besides: position)
    if let other = otherSide(isRight) { candidates.append(other) }
    if let stale = earlier.replacement(
      for: operand, in: ledger, wanted: wanted(operand, membership))
    {
      candidates.append(stale)
    }
    var found: [Suspect] = []
    for candidate in candidates {
      var changed = gap
      changed.replace(printed, by: candidate.figure, as: membership)
      guard changed.meets(YenInterval(0, 0)) else { continue }
      let isExact = becomesExact(
        by: Int128(candidate.figure.yen) - Int128(printed.yen), membership.isSubtracted)
      found.append(
        Suspect(
          parts: [
            Suspect.Part(
              origin: operand.origin, printed: printed, slip: candidate.slip,
              proposal: candidate.figure)
          ],
          weight: weigh(candidate, printed, identity, isExact), isExact: isExact))
    }
    // One suspect for a figure: the likeliest of its slips.
    return found.max { $0.weight < $1.weight }.map { [$0] } ?? []
  }

  /// Of two figures that should be equal, the other one.
  private func otherSide(_ isRight: Bool) -> Replacement? {
    guard check.left.count == 1, check.right.count == 1,
      let figure = isRight ? check.left[0].figure : check.right[0].figure
    else { return nil }
    return Replacement(slip: .printedOtherwise, figure: figure, weight: 10)
  }

  /// The amount that would close the printed gap.
  private func wanted(_ operand: Operand, _ membership: Membership) -> Int64? {
    guard let printedGap, let printed = operand.figure else { return nil }
    let change = membership.isSubtracted ? printedGap : -printedGap
    return Int64(exactly: Int128(printed.yen) + change)
  }

  func becomesExact(by change: Int128, _ isSubtracted: Bool) -> Bool {
    printedGap.map { $0 + (isSubtracted ? -change : change) == 0 } ?? false
  }

  private func weigh(
    _ candidate: Replacement, _ printed: Figure, _ identity: FigureIdentity, _ isExact: Bool
  ) -> Int {
    let effect = memberships.effect(
      of: candidate.figure, for: printed, identity, besides: position)
    var weight = candidate.weight * 1000 * (isExact ? Self.exactBonus : 1)
    for _ in 0..<min(effect.settled, 3) { weight *= 50 }
    for _ in 0..<min(effect.unsettled, 3) { weight /= 5 }
    for _ in 0..<min(effect.broken, 3) { weight /= 20 }
    return weight
  }

  // Few wrong figures would leave a sum equal to the yen.
  static let exactBonus = 5
}
