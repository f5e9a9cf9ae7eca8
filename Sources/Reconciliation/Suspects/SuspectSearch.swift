import Model

/// Looks for the figures whose change would make one mismatch agree.
struct SuspectSearch {
  let position: Int
  let check: Check
  let ledger: Ledger
  let memberships: Memberships
  let outsiders: [Outsiders.Candidate]
  let earlier: EarlierFigures
  /// The other mismatched sums of the source.
  let others: [Int]
  private let gap: IntervalSum
  private let printedGap: Int128?

  init(
    _ position: Int, _ check: Check, _ ledger: Ledger, _ memberships: Memberships,
    _ outsiders: [Outsiders.Candidate], _ earlier: EarlierFigures, others: [Int]
  ) {
    // Comparing with a few others finds a figure in the wrong group; more only cost time.
    self.others = others.filter { $0 != position }.prefix(50).map { $0 }
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

  private func becomesExact(by change: Int128, _ isSubtracted: Bool) -> Bool {
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
  private static let exactBonus = 5

  // MARK: - In the sum or not

  private func removals() -> [Suspect] {
    guard check.right.count > 1 else { return [] }
    var amounts: [Figure: Int] = [:]
    var names: [Int32: Int] = [:]
    for operand in check.right {
      if let figure = operand.figure { amounts[figure, default: 0] += 1 }
      if let name = programme(operand) { names[name, default: 0] += 1 }
    }
    return check.right.compactMap { operand in
      guard let printed = operand.figure, let interval = operand.interval else { return nil }
      var changed = gap
      changed.remove(interval, isSubtracted: !operand.isSubtracted)
      guard changed.meets(YenInterval(0, 0)) else { return nil }
      let isTwice = programme(operand).map { names[$0, default: 0] > 1 } ?? false
      let isEqual = amounts[printed, default: 0] > 1
      let isExact = becomesExact(by: -Int128(printed.yen), !operand.isSubtracted)
      let isWanted = others.contains { settles($0, with: interval) }
      let slip: Slip =
        isWanted ? .belongsElsewhere : isTwice || isEqual ? .countedTwice : .notInTotal
      let weight = isWanted ? 5000 : isTwice ? 2000 : isEqual ? 300 : 200
      return Suspect(
        parts: [
          Suspect.Part(origin: operand.origin, printed: printed, slip: slip, proposal: nil)
        ],
        weight: weight * 1000 * (isExact ? Self.exactBonus : 1), isExact: isExact)
    }
  }

  /// Parts that the total may have counted twice.
  private func doubles() -> [Suspect] {
    guard check.right.count > 1 else { return [] }
    return check.right.compactMap { operand in
      guard let printed = operand.figure, let interval = operand.interval, printed.yen != 0 else {
        return nil
      }
      var changed = gap
      changed.add(interval, isSubtracted: !operand.isSubtracted)
      guard changed.meets(YenInterval(0, 0)) else { return nil }
      let isExact = becomesExact(by: Int128(printed.yen), !operand.isSubtracted)
      return Suspect(
        parts: [
          Suspect.Part(
            origin: operand.origin, printed: printed, slip: .twiceInTotal, proposal: nil)
        ],
        weight: 200 * 1000 * (isExact ? Self.exactBonus : 1), isExact: isExact)
    }
  }

  private func settles(_ other: Int, with interval: YenInterval) -> Bool {
    guard var gap = memberships.gaps[other] else { return false }
    gap.add(interval, isSubtracted: true)
    return gap.meets(YenInterval(0, 0))
  }

  private func programme(_ operand: Operand) -> Int32? {
    guard case .line(let line) = ledger.identity(of: operand.origin),
      ledger.lines[line].programme != 0
    else { return nil }
    return ledger.lines[line].programme
  }

  private func insertions() -> [Suspect] {
    outsiders.compactMap { candidate in
      guard !candidate.isEarlier, let printed = candidate.operand.figure,
        let interval = candidate.operand.interval
      else {
        return nil
      }
      var changed = gap
      changed.add(interval, isSubtracted: true)
      guard changed.meets(YenInterval(0, 0)) else { return nil }
      let settlesOther = candidate.otherCheck.map { settles($0, without: interval) } ?? false
      let isExact = becomesExact(by: Int128(printed.yen), true)
      return Suspect(
        parts: [
          Suspect.Part(
            origin: candidate.operand.origin, printed: printed,
            slip: settlesOther ? .belongsElsewhere : .leftOut, proposal: nil)
        ],
        weight: (settlesOther ? 5000 : candidate.weight) * 1000 * (isExact ? Self.exactBonus : 1),
        isExact: isExact)
    }
  }

  /// Programmes with a figure of the year before and none of this year.
  private func missingProgrammes() -> [Suspect] {
    guard let printedGap, let wanted = Int64(exactly: printedGap), wanted > 0 else { return [] }
    return outsiders.compactMap { candidate in
      guard candidate.isEarlier, let printed = candidate.operand.figure,
        wanted / 10 < printed.yen, printed.yen / 10 < wanted
      else { return nil }
      let proposal = Figure(yen: wanted, unit: printed.unit, rounding: printed.rounding)
      return Suspect(
        parts: [
          Suspect.Part(
            origin: candidate.operand.origin, printed: printed, slip: .notPrinted,
            proposal: proposal)
        ],
        weight: candidate.weight * 1000, isExact: true)
    }
  }

  private func settles(_ other: Int, without interval: YenInterval) -> Bool {
    guard var gap = memberships.gaps[other] else { return false }
    gap.remove(interval, isSubtracted: true)
    return gap.meets(YenInterval(0, 0))
  }
}
