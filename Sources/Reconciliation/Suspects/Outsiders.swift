import Model

/// Figures that may belong to a sum and are not in it, with why they may.
struct Outsiders {
  /// One of them.
  struct Candidate {
    var operand: Operand
    /// How likely it is to have been left out; only for comparing suspects.
    var weight: Int
    /// The mismatch it is a part of, where it is one.
    var otherCheck: Int?
    /// Whether it is the figure of the year before of a programme that has none of this year.
    var isEarlier = false
  }

  private let ledger: Ledger
  private let rules: [Rule]
  private let checks: [Check]
  /// The mismatched sum that each line is a part of.
  private var sums: [Int: Int] = [:]
  private var lines: [Key: [Int]] = [:]

  private struct Key: Hashable {
    /// The rule, which says what stages count as one.
    var rule: Int
    var year: Int32
    var stage: BudgetKind
    /// The source, or -1 with a project for lines of all sources.
    var source: Int32
    var project: Int32
  }

  // Looking further than this many lines around a sum finds coincidences.
  private static let limit = 4000

  init(_ checks: [Check], mismatches: [Int], _ ledger: Ledger, _ rules: [Rule]) {
    self.ledger = ledger
    self.rules = rules
    self.checks = checks
    var wanted: Set<Key> = []
    for position in mismatches {
      guard let total = totalLine(position) else { continue }
      wanted.insert(key(total, position, isWide: false))
      wanted.insert(key(total, position, isWide: true))
      wanted.insert(earlierKey(total, position))
      for operand in checks[position].right {
        if case .line(let line) = ledger.identity(of: operand.origin) { sums[line] = position }
      }
    }
    if wanted.isEmpty { return }
    let usedRules = Set(wanted.map(\.rule)).sorted()
    for line in ledger.lines.indices where isCandidate(ledger.lines[line]) {
      for rule in usedRules {
        for isWide in [false, true] {
          let key = key(line, rule: rule, isWide: isWide)
          if wanted.contains(key) { lines[key, default: []].append(line) }
        }
      }
    }
  }

  private func totalLine(_ position: Int) -> Int? {
    guard let origin = checks[position].left.first?.origin,
      case .line(let line) = ledger.identity(of: origin)
    else { return nil }
    switch ledger.lines[line].level {
    case .projectTotal, .inhouseTotal, .subtotal: return line
    case .programme, .component: return nil
    }
  }

  private func isCandidate(_ line: Line) -> Bool {
    line.figure != nil && (line.level == .programme || line.level == .component)
  }

  private func key(_ total: Int, _ position: Int, isWide: Bool) -> Key {
    key(total, rule: checks[position].rule, isWide: isWide)
  }

  private func key(_ number: Int, rule: Int, isWide: Bool) -> Key {
    let line = ledger.lines[number]
    return Key(
      rule: rule, year: line.year, stage: rules[rule].mixedStage(line.stage),
      source: isWide ? -1 : line.source, project: isWide ? line.project : -1)
  }

  private func earlierKey(_ total: Int, _ position: Int) -> Key {
    var key = key(total, position, isWide: true)
    if key.year != Line.noYear { key.year -= 1 }
    return key
  }

  /// The figures around a sum that are not in it, the likeliest first.
  func candidates(for position: Int) -> [Candidate] {
    guard let total = totalLine(position) else { return neighbouringParts(position) }
    let check = checks[position]
    var inside: Set<Int> = []
    var programmes: Set<Int32> = []
    for operand in check.right {
      guard case .line(let line) = ledger.identity(of: operand.origin) else { continue }
      inside.insert(line)
      programmes.insert(ledger.lines[line].programme)
    }
    var candidates: [Candidate] = []
    for isWide in [true, false] {
      for line in lines[key(total, position, isWide: isWide)] ?? [] {
        if candidates.count >= Self.limit { break }
        let own = ledger.lines[line]
        let isElsewhere = own.source != ledger.lines[total].source
        if isElsewhere && programmes.contains(own.programme) || !inside.insert(line).inserted {
          continue
        }
        candidates.append(
          Candidate(
            operand: Operand(line: line, in: ledger),
            weight: weight(own, total: ledger.lines[total]), otherCheck: sums[line]))
      }
    }
    return candidates + earlier(total, position, besides: programmes)
  }

  private func earlier(
    _ total: Int, _ position: Int, besides programmes: Set<Int32>
  ) -> [Candidate] {
    let own = ledger.lines[total]
    guard own.year != Line.noYear, !own.isPriorYear else { return [] }
    let lines = self.lines[earlierKey(total, position)] ?? []
    return lines.prefix(Self.limit).compactMap { number in
      let line = ledger.lines[number]
      guard line.source == own.source, line.isPriorYear, line.programme != 0,
        !programmes.contains(line.programme)
      else { return nil }
      return Candidate(
        operand: Operand(line: number, in: ledger), weight: 200, otherCheck: nil, isEarlier: true)
    }
  }

  private func weight(_ line: Line, total: Line) -> Int {
    // Another source's figure of the year before is news of this year; the own one is not.
    if line.isPriorYear != total.isPriorYear { return line.source == total.source ? 5 : 300 }
    if line.project == total.project { return line.level == .component ? 50 : 1000 }
    return line.project == 0 ? 300 : 20
  }

  /// The parts of the sums stated just before and after, for tables whose cells are no lines.
  private func neighbouringParts(_ position: Int) -> [Candidate] {
    [position - 1, position + 1].flatMap { other -> [Candidate] in
      guard checks.indices.contains(other), checks[other].rule == checks[position].rule,
        checks[other].source == checks[position].source
      else { return [] }
      return checks[other].right.prefix(Self.limit / 2).map {
        Candidate(operand: $0, weight: 20, otherCheck: other)
      }
    }
  }
}
