import Model

/// `prior_year`: a figure printed as the previous year's with that year's own figure elsewhere.
struct PriorYearRule {
  let ledger: Ledger
  let rule: Rule
  let position: Int
  let index: FigureIndex

  /// The checks: one for each source that prints the year's own figure, or one that says why
  /// there is nothing to compare with.
  func checks() -> [Check] {
    ledger.lines.indices.flatMap { number -> [Check] in
      let line = ledger.lines[number]
      guard line.isPriorYear, line.figure != nil, rule.covers(ledger.document(number)),
        let key = FigureIndex.Key(line)
      else { return [] }
      return checks(of: number, key)
    }
  }

  private func checks(of number: Int, _ key: FigureIndex.Key) -> [Check] {
    let line = ledger.lines[number]
    let own = ownFigures(key)
    let sameStage = own.filter {
      rule.mixedStage(ledger.lines[$0].stage) == rule.mixedStage(line.stage)
        && ledger.lines[$0].supplement == line.supplement
    }
    let values = PrintedValue.values(of: sameStage, in: ledger)
    if !values.isEmpty {
      return values.map { value in
        var check = check(number, right: value.operands(ledger), in: value.source)
        check.waitForLinks(ledger)
        return check
      }
    }
    if let other = own.first {
      let stage = ledger.lines[other]
      return [
        check(
          number, right: [Operand(line: other, in: ledger)], in: Int(stage.source),
          ruling: "that year's own figure is of another stage "
            + "(\(stageLabel(stage.stage, supplement: stage.supplement)))")
      ]
    }
    return [
      succession(number, key) ?? shared(number, key)
        ?? check(number, right: [], in: nil, ruling: noFigure(line))
    ]
  }

  /// Where the year after prints an unknown share (内数) beside it, that figure: it may be as much.
  private func shared(_ number: Int, _ key: FigureIndex.Key) -> Check? {
    guard let year = ledger.lines[number].fiscalYear else { return nil }
    var later = key
    later.year = Int32(year + 1)
    let figure = ownFigures(later).first {
      ledger.lines[$0].isInner && ledger.lines[$0].source == ledger.lines[number].source
    }
    guard let figure else { return nil }
    var check = check(
      number, right: [Operand(line: figure, in: ledger)], in: nil,
      ruling: noFigure(ledger.lines[number])
        + "; FY\(year + 1) prints a figure of which an unknown share is meant")
    check.rightLabel = "figure of FY\(year + 1) (内数)"
    return check
  }

  private func ownFigures(_ key: FigureIndex.Key) -> [Int] {
    index.lines(key).filter { other in
      let line = ledger.lines[other]
      return !line.isPriorYear && line.reprise == .none && line.figure != nil
        && rule.covers(ledger.document(other))
    }
  }

  private func noFigure(_ line: Line) -> String {
    let year = line.fiscalYear.map { "FY\($0)" } ?? "that year"
    return "its own figure of \(year) is not in the sources"
  }

  /// Where the programme follows others by the registry, their figures, which may have covered more
  /// or less.
  private func succession(_ number: Int, _ key: FigureIndex.Key) -> Check? {
    let line = ledger.lines[number]
    guard key.subject > 0, let id = ledger.registryKey(ofProgramme: key.subject) else { return nil }
    let successions = ledger.registries.successions
    let origin = successions.origin(of: id, in: line.fiscalYear)
    var figures: [Int] = []
    var absent: [String] = []
    for earlier in origin.programmes {
      let found =
        ledger.programmes.knownNumber(of: "#" + earlier)
        .map { firstFigures(key.of(programme: $0).whole, like: line) } ?? []
      if found.isEmpty { absent.append(earlier) }
      figures += found
    }
    guard let first = figures.first else { return nil }
    var reason = origin.reason(for: id, successions)
    if !absent.isEmpty {
      reason += "; no figure of \(successions.names(of: absent)) is in the sources"
    }
    return check(
      number, right: figures.map { Operand(line: $0, in: ledger) },
      in: Int(ledger.lines[first].source), ruling: reason)
  }

  /// What the first source prints for a programme, at the same stage where it has that.
  private func firstFigures(_ key: FigureIndex.Key, like line: Line) -> [Int] {
    let own = ownFigures(key)
    let sameStage = own.filter {
      rule.mixedStage(ledger.lines[$0].stage) == rule.mixedStage(line.stage)
        && ledger.lines[$0].supplement == line.supplement
    }
    return PrintedValue.values(of: sameStage, in: ledger).first?.lines ?? Array(own.prefix(1))
  }

  private func check(
    _ number: Int, right: [Operand], in source: Int?, ruling: String? = nil
  ) -> Check {
    let line = ledger.lines[number]
    let label = source.map { "own figure in \(ledger.title(ofSource: $0))" } ?? "own figure"
    var check = Check(
      rule: position, source: Int(line.source), scope: ledger.label(of: .line(number)),
      fiscalYear: line.fiscalYear,
      leftLabel:
        "printed as previous year (\(stageLabel(line.stage, supplement: line.supplement)))",
      rightLabel: label, left: [Operand(line: number, in: ledger)], right: right)
    check.ruling = ruling.map { Check.Ruling(status: .notComparable, reason: $0) }
    return check
  }
}
