import Model

/// `cross_ministry`: a programme's figure in a ministry's own table with the headquarters' one,
/// joined by the registry's key and by nothing else.
struct CrossMinistryRule {
  let ledger: Ledger
  let rule: Rule
  let position: Int

  private struct Key: Hashable {
    var programme: Int32
    var year: Int32
    var supplement: Int32
    var stage: BudgetKind
  }

  /// All that both sides print for one programme, year and stage.
  private struct Pair {
    var key: Key
    var headquarters: [Int] = []
    var ministries: [Int] = []
  }

  /// A year and stage that a ministry's tables cover.
  private struct Coverage: Hashable {
    var ministry: String
    var year: Int32
    var stage: BudgetKind

    init(ministry: String, _ key: Key) {
      self.ministry = ministry
      year = key.year
      stage = key.stage
    }
  }

  /// The checks.
  func checks() -> [Check] {
    let pairs = pairs()
    var covered: Set<Coverage> = []
    for pair in pairs {
      for line in pair.ministries {
        covered.insert(Coverage(ministry: ministry(ofTableLine: line), pair.key))
      }
    }
    return pairs.flatMap { checks(of: $0, covered) }
  }

  /// The programmes that the registry joins to one by succession and a ministry's tables list.
  private func kin(of key: Key, _ ministry: String) -> [String] {
    guard let id = ledger.registryKey(ofProgramme: key.programme) else { return [] }
    let successions = ledger.registries.successions
    let others = successions.followers(of: id) + (ledger.registries.programmes[id]?.succeeds ?? [])
    return others.filter { other in
      guard let number = ledger.programmes.knownNumber(of: "#" + other) else { return false }
      return ledger.lines.indices.contains { line in
        let listed = ledger.lines[line]
        return listed.programme == number && listed.year == key.year
          && rule.mixedStage(listed.stage) == key.stage && !listed.isPriorYear
          && rule.ministryDocuments.contains(ledger.document(line))
          && self.ministry(ofTableLine: line) == ministry
      }
    }
  }

  private func pairs() -> [Pair] {
    var pairs: [Pair] = []
    var positions: [Key: Int] = [:]
    for number in ledger.lines.indices {
      let document = ledger.document(number)
      let isHeadquarters = rule.headquartersDocuments.contains(document)
      guard isHeadquarters || rule.ministryDocuments.contains(document) else { continue }
      let line = ledger.lines[number]
      guard line.level == .programme, line.programme != 0, !line.isPriorYear,
        line.reprise != .full, line.figure != nil
      else { continue }
      let key = Key(
        programme: line.programme, year: line.year, supplement: line.supplement,
        stage: rule.mixedStage(line.stage))
      let place = positions[key] ?? pairs.count
      if place == pairs.count {
        positions[key] = place
        pairs.append(Pair(key: key))
      }
      if isHeadquarters {
        pairs[place].headquarters.append(number)
      } else {
        pairs[place].ministries.append(number)
      }
    }
    return pairs
  }

  private func checks(of pair: Pair, _ covered: Set<Coverage>) -> [Check] {
    PrintedValue.values(of: pair.headquarters, in: ledger).flatMap { value -> [Check] in
      guard ledger.programmes.text(pair.key.programme).hasPrefix("#") else {
        return unregistered(value, pair, covered)
      }
      let sets = value.lines.map { ministries(ofLine: $0) }
      if sets.allSatisfy({ $0.count == 1 }) {
        return separate(value, sets.compactMap(\.first), pair, covered)
      }
      return [joint(value, Set(sets.joined()), pair, covered)].compactMap { $0 }
    }
  }
}

// MARK: - Who runs a programme

extension CrossMinistryRule {
  /// The ministries a headquarters' line is about: as printed, else as the registry knows.
  private func ministries(ofLine line: Int) -> [String] {
    let printed = ledger.row(line).ministries
    if !printed.isEmpty { return printed.map(registered) }
    let name = ledger.programmes.text(ledger.lines[line].programme)
    return ledger.registries.programmes[String(name.dropFirst())]?.ministries.map(registered) ?? []
  }

  /// The ministry whose figure a table's line is: as printed, else whose table it is.
  private func ministry(ofTableLine line: Int) -> String {
    let printed = ledger.row(line).ministries
    if printed.count == 1 { return registered(printed[0]) }
    return registered(ledger.documents[ledger.document(line)]?.issuer ?? "")
  }

  private func registered(_ name: String) -> String {
    ledger.registries.ministryNames.key(of: name) ?? name
  }

  private func name(of ministry: String) -> String {
    let name = ledger.registries.ministries[ministry]?.row.name ?? ministry
    return name.isEmpty ? "an unnamed ministry" : name
  }
}

// MARK: - The checks of one headquarters' document

extension CrossMinistryRule {
  /// Each line names one ministry: its figures with that ministry's tables.
  private func separate(
    _ value: PrintedValue, _ names: [String], _ pair: Pair, _ covered: Set<Coverage>
  ) -> [Check] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }.flatMap { ministry -> [Check] in
      let left = zip(value.lines, names).filter { $0.1 == ministry }.map(\.0)
      let tables = PrintedValue.values(
        of: pair.ministries.filter { self.ministry(ofTableLine: $0) == ministry }, in: ledger)
      if tables.isEmpty {
        guard covered.contains(Coverage(ministry: ministry, pair.key)) else { return [] }
        var reason = "the table of \(name(of: ministry)) does not list it"
        let kin = kin(of: pair.key, ministry)
        if !kin.isEmpty {
          reason +=
            "; it lists \(ledger.registries.successions.names(of: kin)), which the registry joins "
            + "to it by succession"
        }
        let missing = Check.Ruling(status: .undecided, reason: reason)
        return [check(left, [], pair.key, by: name(of: ministry), missing)]
      }
      return tables.map { check(left, $0.lines, pair.key, by: name(of: ministry), nil) }
    }
  }

  /// A figure of several ministries with the sum of their tables.
  private func joint(
    _ value: PrintedValue, _ names: Set<String>, _ pair: Pair, _ covered: Set<Coverage>
  ) -> Check? {
    var tables: [String: [Int]] = [:]
    for ministry in Set(pair.ministries.map { self.ministry(ofTableLine: $0) }) {
      let lines = pair.ministries.filter { self.ministry(ofTableLine: $0) == ministry }
      tables[ministry] = PrintedValue.values(of: lines, in: ledger).first?.lines ?? []
    }
    let wanted = names.isEmpty ? tables.keys.sorted() : names.sorted()
    if tables.isEmpty { return nil }
    let lines = wanted.flatMap { tables[$0] ?? [] }
    let absent = wanted.filter { tables[$0] == nil }
    var ruling: Check.Ruling? = nil
    if !absent.isEmpty {
      ruling = Check.Ruling(
        status: .undecided,
        reason: "no figure of \(absent.map(name).joined(separator: ", ")) is in the sources")
    }
    var check = check(
      value.lines, lines, pair.key, by: wanted.map(name).joined(separator: " + "), ruling)
    if names.isEmpty {
      check.mismatchRuling = Check.Ruling(
        status: .undecided, reason: "the headquarters' figure names no ministry")
    }
    return check
  }

  /// A name that the registry does not know joins nothing.
  private func unregistered(
    _ value: PrintedValue, _ pair: Pair, _ covered: Set<Coverage>
  ) -> [Check] {
    let isCovered = covered.contains { $0.year == pair.key.year && $0.stage == pair.key.stage }
    guard isCovered else { return [] }
    let ruling = Check.Ruling(
      status: .undecided,
      reason: "the programme is not in the registry, so the two sides cannot be joined")
    return [check(value.lines, pair.ministries, pair.key, by: "the ministries", ruling)]
  }

  private func check(
    _ left: [Int], _ right: [Int], _ key: Key, by name: String, _ ruling: Check.Ruling?
  ) -> Check {
    let origin = Operand.Origin.line(left[0])
    var check = Check(
      rule: position, source: ledger.source(of: origin), scope: ledger.row(left[0]).programme,
      fiscalYear: ledger.lines[left[0]].fiscalYear,
      leftLabel: "headquarters (\(stageLabel(key.stage, supplement: key.supplement)))",
      rightLabel: label(right, name), left: left.map(operand), right: right.map(operand))
    check.ruling = ruling
    check.waitForLinks(ledger)
    return check
  }

  private func operand(_ line: Int) -> Operand {
    var operand = Operand(line: line, in: ledger)
    if ledger.lines[line].reprise == .part { operand.isShare = true }
    return operand
  }

  private func label(_ lines: [Int], _ name: String) -> String {
    guard let first = lines.first else { return "table of \(name)" }
    let source = ledger.source(of: .line(first))
    return "table of \(name) (\(ledger.title(ofSource: source)))"
  }
}
