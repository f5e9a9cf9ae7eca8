import Model

/// Which project each programme of a source is at home under, for lines the text leaves open.
///
/// A programme listed again under another project is not at home there.
struct ProjectsOfProgrammes {
  private struct Key: Hashable {
    var source: Int32
    var programme: String
  }

  private var projects: [Key: Set<Int32>] = [:]
  private var sourcesWithOpenLines: Set<Int32> = []

  init(_ ledger: Ledger) {
    for line in ledger.lines.indices where ledger.lines[line].link == .ambiguous {
      if ledger.row(line).candidates.count > 1 {
        sourcesWithOpenLines.insert(ledger.lines[line].source)
      }
    }
    for line in ledger.lines.indices
    where ledger.lines[line].link != .ambiguous && ledger.lines[line].project != 0
      && ledger.lines[line].reprise == .none
      && sourcesWithOpenLines.contains(ledger.lines[line].source)
    {
      let key = Key(source: ledger.lines[line].source, programme: ledger.row(line).programme)
      projects[key, default: []].insert(ledger.lines[line].project)
    }
  }

  /// Whether a line may belong to a programme that is only printed under other projects.
  func mayStandElsewhere(_ line: Int, _ ledger: Ledger) -> Bool {
    let own = ledger.lines[line]
    guard own.link == .ambiguous, sourcesWithOpenLines.contains(own.source) else { return false }
    return ledger.row(line).candidates.contains { candidate in
      guard let homes = projects[Key(source: own.source, programme: candidate)] else {
        return false
      }
      return !homes.contains(own.project)
    }
  }
}
