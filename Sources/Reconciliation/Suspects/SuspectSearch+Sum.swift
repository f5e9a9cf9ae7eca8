import Model

/// Figures that are in the sum and should not be, or should be and are not.
extension SuspectSearch {
  func removals() -> [Suspect] {
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
      let weight = isWanted ? 5000 : isTwice ? 2000 : isEqual ? 400 : 200
      return Suspect(
        parts: [
          Suspect.Part(origin: operand.origin, printed: printed, slip: slip, proposal: nil)
        ],
        weight: weight * 1000 * (isExact ? Self.exactBonus : 1), isExact: isExact)
    }
  }

  /// Parts that the total may have counted twice.
  func doubles() -> [Suspect] {
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

  func insertions() -> [Suspect] {
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
  func missingProgrammes() -> [Suspect] {
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
