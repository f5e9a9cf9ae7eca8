import Model

/// The parts of a total as they count: listed-elsewhere amounts, shared amounts and repeated lines
/// each in the way the rule wants and the figures allow.
struct TotalParts {
  private(set) var operands: [Operand] = []
  private(set) var notes: [String] = []
  private(set) var mismatchRuling: Check.Ruling? = nil
  /// Whether an amount listed elsewhere is among the lines.
  private(set) var hasReprises = false

  init(_ lines: [Int], of check: Check, in ledger: Ledger, policy: ReprisePolicy) {
    let counted = lines.compactMap { operand($0, ledger, policy) }
    let groups = RepeatedLines(counted, in: ledger)
    operands = groups.once
    guard groups.once.count < counted.count else { return }
    settle(groups, counted, check, ledger)
  }

  private mutating func operand(
    _ line: Int, _ ledger: Ledger, _ policy: ReprisePolicy
  ) -> Operand? {
    var operand = Operand(line: line, in: ledger)
    let reprise = ledger.lines[line].reprise
    if reprise == .none { return operand }
    hasReprises = true
    guard policy == .exclude else { return operand }
    if reprise == .full { return nil }
    operand.isShare = true
    return operand
  }

  /// A line printed twice counts once; where only counting each time agrees, that is said, and for
  /// shared amounts, which may or may not be one pool, nothing is decided.
  private mutating func settle(
    _ groups: RepeatedLines, _ counted: [Operand], _ check: Check, _ ledger: Ledger
  ) {
    var onceCheck = check
    onceCheck.right = groups.once
    var eachCheck = check
    eachCheck.right = counted
    let names = groups.repeated.prefix(3).map { ledger.label(of: $0.origin) }
      .joined(separator: ", ")
    let more = groups.repeated.count > 3 ? " and \(groups.repeated.count - 3) more" : ""
    let (once, each) = (Verdict(onceCheck), Verdict(eachCheck))
    let countsOnce =
      once.status.isAgreement || (!each.status.isAgreement && once.distance <= each.distance)
    if countsOnce {
      notes.append("printed more than once, counted once: \(names)\(more)")
    } else if groups.hasPools {
      mismatchRuling = Check.Ruling(
        status: .undecided,
        reason: "it agrees only if amounts of equal size are not one shared amount: \(names)\(more)"
      )
    } else {
      operands = counted
      notes.append("printed more than once, counted each time: \(names)\(more)")
    }
  }
}

/// Lines that repeat one another: the same programme and part with figures that may be the same,
/// or one shared amount (内数) printed for several programmes.
struct RepeatedLines {
  /// Each figure once, the finest print of it.
  private(set) var once: [Operand] = []
  /// The figures left out of `once`.
  private(set) var repeated: [Operand] = []
  /// Whether a shared amount is among them.
  private(set) var hasPools = false

  private struct Key: Hashable {
    var programme: Int32
    var note: Int32
    var pool: Int64?
    var reprise: Reprise
  }

  init(_ operands: [Operand], in ledger: Ledger) {
    if RepeatedLines.areAllDifferent(operands, ledger) {
      once = operands
      return
    }
    var positions: [Key: Int] = [:]
    for operand in operands {
      guard case .line(let number) = operand.origin, let figure = operand.figure else {
        once.append(operand)
        continue
      }
      let line = ledger.lines[number]
      let key = Key(
        programme: line.isInner ? 0 : line.programme, note: line.isInner ? 0 : line.note,
        pool: line.isInner ? figure.yen : nil, reprise: line.reprise)
      guard line.programme != 0 || line.isInner, let first = positions[key] else {
        positions[key] = once.count
        once.append(operand)
        continue
      }
      put(operand, against: first, isPool: line.isInner)
    }
  }

  // Nearly all sums: sorting a few numbers is quicker than hashing them.
  private static func areAllDifferent(_ operands: [Operand], _ ledger: Ledger) -> Bool {
    var programmes: [Int32] = []
    programmes.reserveCapacity(operands.count)
    for operand in operands {
      guard case .line(let number) = operand.origin, !operand.isShare else { return false }
      programmes.append(ledger.lines[number].programme)
    }
    programmes.sort()
    return zip(programmes, programmes.dropFirst()).allSatisfy { $0 != $1 || $0 == 0 }
  }

  private mutating func put(_ operand: Operand, against first: Int, isPool: Bool) {
    guard let mine = operand.interval, let other = once[first].interval, mine.meets(other) else {
      once.append(operand)
      return
    }
    if isPool { hasPools = true }
    if let unit = operand.figure?.unit, let known = once[first].figure?.unit, unit < known {
      repeated.append(once[first])
      once[first] = operand
    } else {
      repeated.append(operand)
    }
  }
}

extension ReconciliationStatus {
  /// Whether both sides agree.
  var isAgreement: Bool { self == .exact || self == .withinRounding }
}
