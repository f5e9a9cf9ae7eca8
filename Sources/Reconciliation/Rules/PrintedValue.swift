import Model

/// What one source prints for a programme at one stage: a figure for each project it stands under.
struct PrintedValue {
  /// The source, by its position among the facts.
  var source: Int
  /// The first print of the figure under each project and part.
  var lines: [Int]
  /// Further prints under the same project and part.
  var repeats: [(line: Int, first: Int)] = []

  /// The values of some lines of one programme, source by source.
  ///
  /// A figure without a project stands for all projects. Beside the figures of several projects it
  /// would count twice, so it is left out there.
  static func values(of lines: [Int], in ledger: Ledger) -> [PrintedValue] {
    var values: [PrintedValue] = []
    var projects: [Int: Set<Int32>] = [:]
    for line in lines where ledger.lines[line].project != 0 {
      projects[Int(ledger.lines[line].source), default: []].insert(ledger.lines[line].project)
    }
    for line in lines where ledger.lines[line].figure != nil {
      let source = Int(ledger.lines[line].source)
      if ledger.lines[line].project == 0, projects[source, default: []].count > 1 { continue }
      if values.last?.source != source { values.append(PrintedValue(source: source, lines: [])) }
      values[values.count - 1].put(line, ledger)
    }
    return values
  }

  private mutating func put(_ line: Int, _ ledger: Ledger) {
    let own = ledger.lines[line]
    let first = lines.first {
      let other = ledger.lines[$0]
      return (own.project == other.project || own.project == 0 || other.project == 0)
        && own.note == other.note
    }
    if let first { repeats.append((line, first)) } else { lines.append(line) }
  }

  /// The figures as a side of a check.
  func operands(_ ledger: Ledger) -> [Operand] {
    lines.map { Operand(line: $0, in: ledger) }
  }
}

extension Check {
  /// Rules that nothing can be said where the text does not decide what a figure belongs to.
  mutating func waitForLinks(_ ledger: Ledger) {
    guard ruling == nil, let open = (left + right).first(where: { $0.link == .ambiguous }) else {
      return
    }
    ruling = Ruling(
      status: .undecided,
      reason: "the text does not decide what the figure at "
        + "\(ledger.placeText(of: open.origin, seenFrom: source)) belongs to")
  }
}
