import Model

/// `restated`: one figure printed in two places or two sources, and amounts listed elsewhere with
/// their home figure.
struct RestatedRule {
  let ledger: Ledger
  let rule: Rule
  let position: Int
  let index: FigureIndex
  /// The rules that compare ministries' tables with headquarters; what they compare is not
  /// compared again.
  let crossing: [Rule]

  private struct Slot: Hashable {
    var stage: BudgetKind
    var supplement: Int32
    var level: BudgetLevel
  }

  /// The checks.
  func checks() -> [Check] {
    var checks: [Check] = []
    for key in index.sharedKeys {
      for lines in slots(of: key) where lines.count > 1 {
        let values = PrintedValue.values(
          of: lines.filter { ledger.lines[$0].reprise == .none }, in: ledger)
        for value in values { checks += value.repeats.compactMap(repeated) }
        guard let home = values.firstIndex(where: isSure) ?? values.indices.first else { continue }
        for other in values.indices where other != home {
          if isCrossed(values[other], values[home], key) { continue }
          checks.append(pair(values[other], values[home]))
        }
      }
    }
    return checks + reprises()
  }

  private func slots(of key: FigureIndex.Key) -> [[Int]] {
    var slots: [[Int]] = []
    var positions: [Slot: Int] = [:]
    for number in index.lines(key) {
      let line = ledger.lines[number]
      guard !line.isPriorYear, rule.covers(ledger.document(number)) else { continue }
      let slot = Slot(
        stage: rule.mixedStage(line.stage), supplement: line.supplement, level: line.level)
      if let known = positions[slot] {
        slots[known].append(number)
      } else {
        positions[slot] = slots.count
        slots.append([number])
      }
    }
    return slots
  }

  /// A figure printed again in one source.
  ///
  /// Rows of one sheet that share a name are items of their own, not prints of one figure.
  private func repeated(_ line: Int, _ first: Int) -> Check? {
    let (place, firstPlace) = (ledger.fact(line).place, ledger.fact(first).place)
    if place.spans.first?.cell != nil, place.sheet == firstPlace.sheet { return nil }
    return check(
      left: [Operand(line: line, in: ledger)], right: [Operand(line: first, in: ledger)],
      label: "printed before")
  }

  /// Whether the source decides what all figures of a value belong to.
  private func isSure(_ value: PrintedValue) -> Bool {
    value.lines.allSatisfy { ledger.lines[$0].link != .ambiguous }
  }

  private func isCrossed(
    _ value: PrintedValue, _ first: PrintedValue, _ key: FigureIndex.Key
  ) -> Bool {
    guard key.subject > 0, ledger.programmes.text(key.subject).hasPrefix("#") else { return false }
    let documents = [value, first].map { ledger.facts[$0.source].document }
    return crossing.contains { rule in
      zip(documents, documents.reversed()).contains {
        rule.ministryDocuments.contains($0) && rule.headquartersDocuments.contains($1)
      }
    }
  }

  private func pair(_ value: PrintedValue, _ first: PrintedValue) -> Check {
    check(
      left: value.operands(ledger), right: first.operands(ledger),
      label: "in \(ledger.title(ofSource: first.source))")
  }

  private func check(left: [Operand], right: [Operand], label: String) -> Check {
    let origin = left.first?.origin ?? .line(0)
    let line = ledger.lines[lineNumber(origin)]
    var check = Check(
      rule: position, source: Int(line.source), scope: ledger.label(of: origin),
      fiscalYear: line.fiscalYear,
      leftLabel: "printed again (\(stageLabel(line.stage, supplement: line.supplement)))",
      rightLabel: label, left: left, right: right)
    // Two prints of one shared amount are prints of the same figure, whatever the share.
    if (left + right).allSatisfy(\.isShare) {
      for index in check.left.indices { check.left[index].isShare = false }
      for index in check.right.indices { check.right[index].isShare = false }
    }
    check.waitForLinks(ledger)
    return check
  }

  private func lineNumber(_ origin: Operand.Origin) -> Int {
    guard case .line(let number) = origin else { return 0 }
    return number
  }
}

// MARK: - Amounts listed elsewhere

extension RestatedRule {
  private func reprises() -> [Check] {
    ledger.lines.indices.compactMap { number in
      let line = ledger.lines[number]
      guard line.reprise == .full, !line.isPriorYear, line.figure != nil,
        rule.covers(ledger.document(number)), let key = FigureIndex.Key(line)
      else { return nil }
      return reprise(number, key)
    }
  }

  /// An amount listed elsewhere equals its home figure, or is a part of the whole programme's.
  private func reprise(_ number: Int, _ key: FigureIndex.Key) -> Check {
    let same = homes(of: number, key)
    let whole = same.isEmpty && key.note > 0 ? homes(of: number, key.whole) : []
    let homes = same.isEmpty ? whole : same
    var check = check(
      left: [Operand(line: number, in: ledger)],
      right: homes.map { Operand(line: $0, in: ledger) },
      label: same.isEmpty ? "home figure of the whole" : "home figure")
    check.leftLabel = "listed again under \(ledger.row(number).project)"
    if homes.isEmpty {
      check.ruling = Check.Ruling(
        status: .notComparable, reason: "its home figure is not in the sources")
    } else if homes.count > 1, !whole.isEmpty || Verdict(check).status == .mismatch {
      check.relation = .atMost
      check.notes.append("\(homes.count) home figures; the amount may be any part of them")
    } else if !whole.isEmpty {
      check.relation = .atMost
    }
    return check
  }

  /// The figures of the same programme that are not listed elsewhere: of the same source, else of
  /// the first source that has any.
  private func homes(of number: Int, _ key: FigureIndex.Key) -> [Int] {
    let own = ledger.lines[number]
    let candidates = index.lines(key).filter { other in
      let line = ledger.lines[other]
      return line.reprise == .none && !line.isPriorYear && line.figure != nil
        && rule.mixedStage(line.stage) == rule.mixedStage(own.stage)
        && line.supplement == own.supplement && rule.covers(ledger.document(other))
    }
    let values = PrintedValue.values(of: candidates, in: ledger)
    return (values.first { $0.source == Int(own.source) } ?? values.first)?.lines ?? []
  }
}
