import Model

/// All budget lines of all sources, with the names resolved, ready for the rules.
struct Ledger {
  let facts: [Facts]
  let documents: [String: SourceDocument]
  let registries: RegistryIndex
  private(set) var lines: [Line] = []
  /// The position of the first line of each source.
  private(set) var firstLines: [Int] = []
  private(set) var programmes = Interner()
  private(set) var projects = Interner()
  private(set) var notes = Interner()
  private var latest: (name: String, number: Int32) = ("", 0)

  init(_ facts: [Facts], documents: [SourceDocument], registries: Registries) {
    self.facts = facts
    self.documents = Dictionary(
      documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.registries = RegistryIndex(registries)
    lines.reserveCapacity(facts.reduce(0) { $0 + $1.budgetLines.count })
    // The empty name is 0 everywhere.
    _ = programmes.number(of: "")
    _ = projects.number(of: "")
    _ = notes.number(of: "")
    for source in facts.indices {
      firstLines.append(lines.count)
      for index in facts[source].budgetLines.indices { append(source, index) }
    }
  }

  private mutating func append(_ source: Int, _ index: Int) {
    let project = projectKey(facts[source].budgetLines[index].row.project)
    let programme = programmeKey(source, index)
    let note = notes.number(of: facts[source].budgetLines[index].row.partNote)
    lines.append(
      Line(
        source: Int32(source), index: Int32(index), project: project, programme: programme,
        note: note,
        year: facts[source].budgetLines[index].row.fiscalYear.map(Int32.init) ?? Line.noYear,
        supplement: facts[source].budgetLines[index].row.suppNo.map(Int32.init) ?? -1,
        figure: Ledger.figure(of: facts[source].budgetLines[index].row),
        stage: facts[source].budgetLines[index].row.budgetKind,
        level: facts[source].budgetLines[index].row.level,
        reprise: facts[source].budgetLines[index].row.reprise,
        link: facts[source].budgetLines[index].row.link,
        isInner: facts[source].budgetLines[index].row.inner,
        isInhouse: facts[source].budgetLines[index].row.inhouse,
        isPriorYear: facts[source].budgetLines[index].row.isPriorYear))
  }

  private static func figure(of row: borrowing BudgetLine) -> Figure? {
    guard let yen = row.amountYen else { return nil }
    return Figure(yen: yen, unit: row.unitYen ?? 1, rounding: row.rounding)
  }

  private mutating func projectKey(_ name: String) -> Int32 {
    if name.isEmpty { return 0 }
    return projects.number(of: registries.projectNames.key(of: name).map { "#" + $0 } ?? name)
  }

  private mutating func programmeKey(_ source: Int, _ index: Int) -> Int32 {
    let ids = facts[source].budgetLines[index].row.programmeID
    if let only = ids.first {
      let key = ids.count == 1 ? only : ids.sorted().joined(separator: ";")
      return programmes.number(of: "#" + key)
    }
    return programmeNumber(of: facts[source].budgetLines[index].row.programme)
  }

  /// The number of a programme's name, by its registry key where it is known.
  mutating func programmeNumber(of name: String) -> Int32 {
    if name.isEmpty { return 0 }
    // The figures of a row are of one programme.
    if name == latest.name { return latest.number }
    let key = registries.programmeNames.key(of: name)
    latest = (name, programmes.number(of: key.map { "#" + $0 } ?? name))
    return latest.number
  }

  /// Whether a figure has no rounding of its own.
  var hasUnknownRoundings: Bool {
    lines.contains { $0.figure?.rounding == .unknown }
      || facts.contains { source in
        source.sums.indices.contains { sum in
          source.sums[sum].total.figure?.rounding == .unknown
            || source.sums[sum].parts.contains { $0.figure?.rounding == .unknown }
        }
      }
  }

  /// Gives figures without a rounding of their own the rounding of their document.
  mutating func resolveRoundings(_ roundings: [String: Rounding]) {
    for line in lines.indices where lines[line].figure?.rounding == .unknown {
      let document = facts[Int(lines[line].source)].document
      lines[line].figure?.rounding = roundings[document] ?? .round
    }
  }
}

extension Ledger {
  /// The row of a line.
  func row(_ line: Int) -> BudgetLine { fact(line).row }

  /// The row of a line with its place.
  func fact(_ line: Int) -> Fact<BudgetLine> {
    facts[Int(lines[line].source)].budgetLines[Int(lines[line].index)]
  }

  /// The key of the source of a line.
  func document(_ line: Int) -> String { facts[Int(lines[line].source)].document }
}
