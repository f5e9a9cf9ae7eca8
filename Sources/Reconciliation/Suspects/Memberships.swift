import Model

/// What makes two figures in two checks the same figure: the line or the cell.
enum FigureIdentity: Hashable {
  case line(Int)
  case cell(source: Int, sheet: String, CellReference)
  case place(source: Int, Place)
  case indicator(source: Int, index: Int, year: Int?)
}

/// A figure's part in a check: how it counts there.
struct Membership {
  var check: Int
  var isShare: Bool
  /// Whether it counts against the left side.
  var isSubtracted: Bool
}

/// In which checks the figures of mismatches take part, so that a suspect can be held against all
/// of them.
struct Memberships {
  private var members: [FigureIdentity: [Membership]] = [:]
  /// For each check, left side less right side; nothing where the sides are not sums.
  private(set) var gaps: [Int: IntervalSum] = [:]
  private let checks: [Check]
  private let verdicts: [Verdict]

  // More than this many checks say nothing new about a figure.
  private static let limit = 16

  init(_ checks: [Check], _ verdicts: [Verdict], _ ledger: Ledger) {
    self.checks = checks
    self.verdicts = verdicts
    var wanted: Set<FigureIdentity> = []
    for position in checks.indices where verdicts[position].status == .mismatch {
      for side in [checks[position].left, checks[position].right] {
        for operand in side { wanted.insert(ledger.identity(of: operand.origin)) }
      }
    }
    for position in checks.indices where Memberships.counts(checks[position], verdicts[position]) {
      enter(position, wanted, ledger)
    }
  }

  private static func counts(_ check: Check, _ verdict: Verdict) -> Bool {
    check.relation == .sum && check.ruling == nil
      && (verdict.status == .mismatch || verdict.status.isAgreement)
  }

  private mutating func enter(
    _ position: Int, _ wanted: Set<FigureIdentity>, _ ledger: Ledger
  ) {
    var isWanted = verdicts[position].status == .mismatch
    for (side, isRight) in [(checks[position].left, false), (checks[position].right, true)] {
      for operand in side {
        let identity = ledger.identity(of: operand.origin)
        guard wanted.contains(identity) else { continue }
        isWanted = true
        guard members[identity, default: []].count < Memberships.limit else { continue }
        members[identity, default: []].append(
          Membership(
            check: position, isShare: operand.isShare,
            isSubtracted: operand.isSubtracted != isRight))
      }
    }
    if isWanted { gaps[position] = IntervalSum(gapOf: checks[position]) }
  }

  /// The checks of a figure.
  func memberships(_ identity: FigureIdentity) -> [Membership] { members[identity] ?? [] }

  /// The figures that other places print for the same thing, where they do not agree with this one.
  func otherPrints(
    of identity: FigureIdentity, _ ledger: Ledger, besides check: Int
  ) -> [Replacement] {
    memberships(identity).compactMap { membership in
      let other = checks[membership.check]
      guard membership.check != check, verdicts[membership.check].status == .mismatch,
        other.left.count == 1, other.right.count == 1
      else { return nil }
      let isLeft = ledger.identity(of: other.left[0].origin) == identity
      return (isLeft ? other.right[0] : other.left[0]).figure
        .map { Replacement(slip: .printedOtherwise, figure: $0, weight: 3000) }
    }
  }

  /// How many other mismatches a replacement settles and how many agreements it breaks.
  func effect(
    of figure: Figure, for printed: Figure, _ identity: FigureIdentity, besides check: Int
  ) -> (settled: Int, unsettled: Int, broken: Int) {
    var effect = (settled: 0, unsettled: 0, broken: 0)
    for membership in memberships(identity) where membership.check != check {
      guard var gap = gaps[membership.check] else { continue }
      gap.replace(printed, by: figure, as: membership)
      let agrees = gap.meets(YenInterval(0, 0))
      switch (verdicts[membership.check].status == .mismatch, agrees) {
      case (true, true): effect.settled += 1
      case (true, false): effect.unsettled += 1
      case (false, false): effect.broken += 1
      case (false, true): break
      }
    }
    return effect
  }
}

extension IntervalSum {
  /// The left side of a check less its right side.
  init(gapOf check: Check) {
    self.init()
    for operand in check.left {
      if let interval = operand.interval { add(interval, isSubtracted: operand.isSubtracted) }
    }
    for operand in check.right {
      if let interval = operand.interval { add(interval, isSubtracted: !operand.isSubtracted) }
    }
  }

  /// Counts another figure in the place of one that is counted already.
  mutating func replace(_ printed: Figure, by figure: Figure, as membership: Membership) {
    remove(printed.counted(membership), isSubtracted: membership.isSubtracted)
    add(figure.counted(membership), isSubtracted: membership.isSubtracted)
  }
}

extension Figure {
  fileprivate func counted(_ membership: Membership) -> YenInterval {
    membership.isShare ? interval.share : interval
  }
}

extension Ledger {
  /// The line or cell that a figure of a check stands in.
  func identity(of origin: Operand.Origin) -> FigureIdentity {
    switch origin {
    case .line(let line): return .line(line)
    case .term(let source, let sum, let term):
      // The whole claim is not copied: there are as many as a sheet has rows.
      return term < 0
        ? identity(of: facts[source].sums[sum].total, source)
        : identity(of: facts[source].sums[sum].parts[term], source)
    case .indicator(let source, let index, let year):
      return .indicator(source: source, index: index, year: year)
    }
  }

  private func identity(of term: borrowing SumClaim.Term, _ source: Int) -> FigureIdentity {
    if let line = term.budgetLine { return .line(firstLines[source] + line) }
    // A cell is known by its name: there are many, and a place is slow to hash.
    if let cell = term.place.spans.first?.cell {
      return .cell(source: source, sheet: term.place.sheet, cell)
    }
    return .place(source: source, term.place)
  }
}
