import Model

extension Ledger {
  /// What people call a figure: the programme or project of a line, the label of a part.
  func label(of origin: Operand.Origin) -> String {
    switch origin {
    case .line(let line): return label(ofLine: line)
    case .term(let source, let sum, let term):
      // The whole claim is not copied: there are as many as a sheet has rows.
      return term < 0
        ? facts[source].sums[sum].total.label : facts[source].sums[sum].parts[term].label
    case .indicator(let source, let index, let year):
      let name = facts[source].indicators[index].row.name
      return year.map { "\(name) FY\($0)" } ?? name
    }
  }

  private func label(ofLine line: Int) -> String {
    let row = row(line)
    let name = row.programme.isEmpty ? row.project : row.programme
    let part = row.partNote.isEmpty ? "" : " (\(row.partNote))"
    return (name.isEmpty ? row.level.rawValue : name) + part
  }

  /// The key of the row a figure stands in, empty for a cell that is no row.
  func key(of origin: Operand.Origin) -> String {
    switch origin {
    case .line(let line):
      return facts[Int(lines[line].source)].budgetLines[Int(lines[line].index)].row.id
    case .term(let source, let sum, let term):
      return term < 0 ? facts[source].sums[sum].total.row : facts[source].sums[sum].parts[term].row
    case .indicator(let source, let index, _): return facts[source].indicators[index].row.id
    }
  }

  /// Where a figure stands.
  func place(of origin: Operand.Origin) -> Place {
    switch origin {
    case .line(let line):
      return facts[Int(lines[line].source)].budgetLines[Int(lines[line].index)].place
    case .term(let source, let sum, let term):
      return term < 0
        ? facts[source].sums[sum].total.place : facts[source].sums[sum].parts[term].place
    case .indicator(let source, let index, _): return facts[source].indicators[index].place
    }
  }

  /// The source a figure stands in, by its position among the facts.
  func source(of origin: Operand.Origin) -> Int {
    switch origin {
    case .line(let line): return Int(lines[line].source)
    case .term(let source, _, _), .indicator(let source, _, _): return source
    }
  }

  /// Where a figure stands, for people: `line 12`, `'Sheet'!C12`, with the source's path where
  /// it is another source.
  func placeText(of origin: Operand.Origin, seenFrom source: Int) -> String {
    let place = place(of: origin)
    let isCell = place.spans.first?.cell != nil
    let here = isCell ? place.description : "line \(place.line)"
    let own = self.source(of: origin)
    return own == source ? here : "\(title(ofSource: own)) \(here)"
  }

  /// The registry's key of a programme by its number, where it is one registered programme.
  func registryKey(ofProgramme number: Int32) -> String? {
    let name = programmes.text(number)
    guard name.hasPrefix("#") else { return nil }
    let key = String(name.dropFirst())
    return registries.programmes[key] == nil ? nil : key
  }

  /// What people call a source: its path, or its key where the path is not known.
  func title(ofSource source: Int) -> String {
    let key = facts[source].document
    guard let path = documents[key]?.path, !path.isEmpty else { return key }
    return path
  }
}

/// What a stage is called in labels, with the number of the supplementary budget.
func stageLabel(_ stage: BudgetKind, supplement: Int32) -> String {
  supplement >= 0 ? "\(stage.rawValue) \(supplement)" : stage.rawValue
}
