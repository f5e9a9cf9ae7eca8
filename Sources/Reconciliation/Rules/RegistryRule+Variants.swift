import Model

/// A proposal to a person: two names that may be one.
extension RegistryRule {
  /// A name that others are held against, and where it comes from.
  private struct Candidate {
    var name: String
    /// The registry's key; nothing for a name that is only printed.
    var key: String?
    /// Where it is printed.
    var place = ""
  }

  /// One finding for each pair of a name that the registry does not know and a name it knows, or
  /// another that it does not know, where one may be a spelling of the other.
  func variants(of unknown: [(use: Use, first: FirstUse)]) -> [Finding] {
    [Sort.programme, .project].flatMap { sort in
      variants(of: unknown.filter { $0.use.sort == sort }, among: registered(sort))
    }
  }

  private func registered(_ sort: Sort) -> [Candidate] {
    let registries = ledger.registries
    let names: [(String, [String])] =
      sort == .programme
      ? registries.programmes.values.map { ($0.id, [$0.name] + $0.aliases) }
      : registries.projects.values.map { ($0.id, [$0.name] + $0.aliases) }
    return names.sorted { $0.0 < $1.0 }
      .flatMap { entry in entry.1.map { Candidate(name: $0, key: entry.0) } }
  }

  private func variants(
    of unknown: [(use: Use, first: FirstUse)], among registered: [Candidate]
  ) -> [Finding] {
    var variants = NameVariants()
    var candidates: [Candidate] = []
    func add(_ candidate: Candidate, _ forms: NameForms) {
      variants.add(forms)
      candidates.append(candidate)
    }
    if unknown.isEmpty { return [] }
    for candidate in registered { add(candidate, NameForms(candidate.name)) }
    var findings: [Finding] = []
    for (use, first) in unknown {
      let forms = NameForms(use.name)
      var seen: Set<String> = []
      for match in variants.matches(forms) {
        let candidate = candidates[match.name]
        guard seen.insert(candidate.key ?? candidate.name).inserted else { continue }
        findings.append(
          finding(use, first, candidate, difference: variants.words(match, forms)))
      }
      let place = "\(ledger.title(ofSource: use.source)) line \(first.place.line)"
      add(Candidate(name: use.name, place: place), forms)
    }
    return findings
  }

  private func finding(
    _ use: Use, _ first: FirstUse, _ candidate: Candidate, difference: String
  ) -> Finding {
    let other =
      candidate.key.map { "\(candidate.name), which the registry knows as \($0)" }
      ?? "\(candidate.name) (\(candidate.place)), which the registry does not know either"
    let advice =
      candidate.key == nil
      ? "add it to the registry with both names" : "add the printed name to its aliases"
    return Finding(
      .nameVariant, document: ledger.facts[use.source].document, place: first.place,
      dataset: first.dataset, row: first.row,
      subject: "\(use.sort.rawValue) \(use.name) ~ \(candidate.key ?? candidate.name)",
      message: "\(use.sort.rawValue) \(use.name) may be \(other): \(difference). If they are one, "
        + "\(advice); until then they are not joined.")
  }
}
