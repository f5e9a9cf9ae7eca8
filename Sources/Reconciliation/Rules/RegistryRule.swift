import Model

/// `registry`: every ministry, project and programme named is known, under a name of its years.
struct RegistryRule {
  let ledger: Ledger
  let rule: Rule

  /// What sort of name it is.
  enum Sort: String {
    case ministry
    case project
    case programme

    fileprivate var code: FindingCode {
      switch self {
      case .ministry: .ministryUnknown
      case .project: .projectUnknown
      case .programme: .programmeUnknown
      }
    }
  }

  /// A name as one source uses it in one year.
  struct Use: Hashable {
    var sort: Sort
    var source: Int
    var name: String
    var year: Int?
  }

  /// Where a name was first used.
  struct FirstUse {
    var row: String
    var dataset: String
    var place: Place
  }

  /// One entry for each name, source and year, and findings for the names that are not known or
  /// may be spellings of one another.
  func compared(
    _ keys: inout KeyGiver
  ) -> (entries: [ReconciliationEntry], findings: [Finding]) {
    var order: [Use] = []
    var first: [Use: FirstUse] = [:]
    for source in ledger.facts.indices where rule.covers(ledger.facts[source].document) {
      uses(in: source) { use, firstUse in
        guard first[use] == nil else { return }
        first[use] = firstUse
        order.append(use)
      }
    }
    var entries: [ReconciliationEntry] = []
    var findings: [Finding] = []
    var unknown: [(use: Use, first: FirstUse)] = []
    var named: Set<String> = []
    for use in order {
      guard let place = first[use] else { continue }
      if known(use) == nil, named.insert("\(use.sort.rawValue) \(use.name)").inserted {
        unknown.append((use, place))
      }
      if isEmpty(use.sort) { continue }
      let entry = entry(use, place, &keys)
      entries.append(entry)
      if let finding = finding(use, place, entry) { findings.append(finding) }
    }
    return (entries, findings + variants(of: unknown))
  }

  private func uses(in source: Int, _ use: (Use, FirstUse) -> Void) {
    let document = ledger.documents[ledger.facts[source].document]
    for fact in ledger.facts[source].budgetLines {
      let row = fact.row
      let first = FirstUse(row: row.id, dataset: "budget_lines", place: fact.place)
      func add(_ sort: Sort, _ name: String) {
        guard !name.isEmpty else { return }
        use(Use(sort: sort, source: source, name: name, year: row.fiscalYear), first)
      }
      add(.project, row.project)
      for name in row.ministries { add(.ministry, name) }
      // A name whose programmes the extraction has found needs no look-up by spelling.
      if row.programmeID.isEmpty, row.link != .ambiguous {
        for name in row.programme.split(separator: " / ") { add(.programme, String(name)) }
      }
    }
    for fact in ledger.facts[source].measures {
      let first = FirstUse(row: fact.row.id, dataset: "measures", place: fact.place)
      for name in fact.row.ministries {
        use(Use(sort: .ministry, source: source, name: name, year: document?.fiscalYear), first)
      }
    }
  }

  // MARK: - What the registry says

  private func isEmpty(_ sort: Sort) -> Bool {
    switch sort {
    case .ministry: ledger.registries.ministryNames.isEmpty
    case .project: ledger.registries.projectNames.isEmpty
    case .programme: ledger.registries.programmeNames.isEmpty
    }
  }

  private func known(_ use: Use) -> (name: String, first: Int?, last: Int?)? {
    let registries = ledger.registries
    switch use.sort {
    case .ministry:
      return registries.ministryNames.key(of: use.name).flatMap { registries.ministries[$0] }
        .map { ($0.row.name, $0.firstYear, $0.lastYear) }
    case .project:
      return registries.projectNames.key(of: use.name).flatMap { registries.projects[$0] }
        .map { ($0.name, $0.firstYear, $0.lastYear) }
    case .programme:
      return registries.programmeNames.key(of: use.name).flatMap { registries.programmes[$0] }
        .map { ($0.name, $0.firstYear, $0.lastYear) }
    }
  }

  private func entry(
    _ use: Use, _ place: FirstUse, _ keys: inout KeyGiver
  ) -> ReconciliationEntry {
    var entry = ReconciliationEntry()
    entry.rule = rule.id
    entry.document = ledger.facts[use.source].document
    entry.scope = "\(use.sort.rawValue) \(use.name)"
    entry.fiscalYear = use.year
    entry.leftLabel = "name as printed"
    entry.rightLabel = "registry"
    entry.evidence = place.row.isEmpty ? [] : [place.row]
    (entry.status, entry.explanation) = outcome(use)
    let isUnknown = entry.status == .undecided && rule.severities[.undecided] == nil
    entry.severity = isUnknown ? use.sort.code.severity : rule.severity(of: entry.status)
    entry.id = keys.key(
      "r", [rule.id, entry.document, entry.scope, use.year.map(String.init) ?? ""])
    return entry
  }

  private func outcome(_ use: Use) -> (ReconciliationStatus, String) {
    guard let known = known(use) else {
      return (.undecided, "the registry does not know this \(use.sort.rawValue)")
    }
    let years = yearsText(known.first, known.last)
    guard let year = use.year else { return (.exact, "known as \(known.name), \(years)") }
    if year < known.first ?? year || year > known.last ?? year {
      return (
        .mismatch,
        "known as \(known.name) for \(years), printed for FY\(year)\(neighbours(of: use, known.last))"
      )
    }
    return (.exact, "known as \(known.name), \(years)")
  }

  /// What the registry knows a programme as before or after its years.
  private func neighbours(of use: Use, _ last: Int?) -> String {
    guard use.sort == .programme, let year = use.year,
      let key = ledger.registries.programmeNames.key(of: use.name)
    else { return "" }
    let successions = ledger.registries.successions
    if let last, year > last {
      let later = successions.followers(of: key)
      return later.isEmpty ? "" : "; followed by \(successions.namesWithYears(of: later))"
    }
    let earlier = ledger.registries.programmes[key]?.succeeds ?? []
    return earlier.isEmpty ? "" : "; it follows \(successions.namesWithYears(of: earlier))"
  }

  private func finding(_ use: Use, _ place: FirstUse, _ entry: ReconciliationEntry) -> Finding? {
    if entry.status == .exact { return nil }
    let code = entry.status == .undecided ? use.sort.code : .registry
    let advice =
      entry.status == .undecided
      ? "Add it to the registry, or add the printed name to the aliases of a known one."
      : "Correct the years in the registry, or look at the source."
    return Finding(
      code, severity: entry.severity, document: entry.document, place: place.place,
      dataset: place.dataset, row: place.row,
      subject: "\(entry.scope) \(use.year.map(String.init) ?? "")",
      message: "\(entry.scope): \(entry.explanation). \(advice)")
  }
}
