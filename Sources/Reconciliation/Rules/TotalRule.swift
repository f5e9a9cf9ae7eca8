import Model

/// `total`: each printed total with the sum of its programmes of the same source, year and stage.
struct TotalRule {
  let ledger: Ledger
  let rule: Rule
  let position: Int
  let groups: [TotalGroup]
  private let homes: ProjectsOfProgrammes

  init(_ ledger: Ledger, _ rule: Rule, position: Int) {
    self.ledger = ledger
    self.rule = rule
    self.position = position
    groups = TotalGroup.groups(of: ledger, under: rule)
    homes = ProjectsOfProgrammes(ledger)
  }

  /// The checks, with the policy for amounts listed elsewhere that the rule or the totals say.
  func checks(_ inferences: inout [RepriseInference], stated: Set<Int>) -> [Check] {
    let policies = RepriseDecision(self)
    inferences += policies.inferences
    var checks: [Check] = []
    for group in groups where !group.totals.isEmpty {
      let policy = policies.policy(for: group)
      for total in group.totals where !stated.contains(total) {
        checks.append(check(of: total, in: group, policy: policy.policy, note: policy.note))
      }
    }
    return checks
  }

  /// One total with its parts under one policy.
  func check(of total: Int, in group: TotalGroup, policy: ReprisePolicy, note: String) -> Check {
    let line = ledger.lines[total]
    var check = Check(
      rule: position, source: Int(line.source), scope: scope(of: total),
      fiscalYear: line.fiscalYear,
      leftLabel: label(line),
      rightLabel: group.parts.isEmpty ? "sum of its groups" : partsLabel(line),
      left: [Operand(line: total, in: ledger)], right: [])
    if line.project == 0 {
      check.ruling = Check.Ruling(
        status: .undecided, reason: "the source does not say which project the total is for")
      return check
    }
    let parts = TotalParts(group.addends, of: check, in: ledger, policy: policy)
    check.right = parts.operands
    check.notes = parts.notes
    check.mismatchRuling = parts.mismatchRuling
    if parts.hasReprises, !note.isEmpty { check.notes.append(note) }
    if group.addends.isEmpty {
      check.ruling = Check.Ruling(status: .notComparable, reason: reasonForNoParts(group.key))
    } else if let stranger = group.addends.first(where: { homes.mayStandElsewhere($0, ledger) }) {
      check.ruling = Check.Ruling(
        status: .undecided,
        reason: "\(ledger.label(of: .line(stranger))) may belong to another project")
    } else if line.isPriorYear, let other = withoutPriorYear(group) {
      check.ruling = Check.Ruling(
        status: .undecided,
        reason: "\(ledger.label(of: .line(other))) prints no figure of the year before")
    }
    return check
  }

  /// A programme of the total's project that prints this year's figure, but not the year's before.
  private func withoutPriorYear(_ group: TotalGroup) -> Int? {
    let known = Set(group.addends.map { ledger.lines[$0].programme })
    return groups.lazy.filter {
      $0.key.source == group.key.source && $0.key.project == group.key.project
        && $0.key.isInhouse == group.key.isInhouse && !$0.key.isPriorYear
        && $0.key.year == group.key.year + 1
    }.flatMap(\.addends).first { !known.contains(ledger.lines[$0].programme) }
  }

  private func scope(of total: Int) -> String {
    let row = ledger.row(total)
    return row.level == .inhouseTotal ? "\(row.project) (in-house)" : row.project
  }

  private func label(_ line: Line) -> String {
    let year = line.isPriorYear ? ", previous year" : ""
    return "printed total (\(stageLabel(line.stage, supplement: line.supplement))\(year))"
  }

  private func partsLabel(_ line: Line) -> String {
    line.level == .inhouseTotal ? "sum of its institutes" : "sum of its programmes"
  }

  // Stages do not mix: say so where the parts are there, but at another stage.
  private func reasonForNoParts(_ key: TotalGroupKey) -> String {
    let others = groups.filter {
      $0.key.source == key.source && $0.key.project == key.project && $0.key.year == key.year
        && $0.key.isInhouse == key.isInhouse && $0.key.isPriorYear == key.isPriorYear
        && !$0.addends.isEmpty
    }
    let stages = others.map { stageLabel($0.key.stage, supplement: $0.key.supplement) }
    if stages.isEmpty { return "no part of it is printed" }
    return "its parts are printed at another stage (\(stages.joined(separator: ", ")))"
  }
}
