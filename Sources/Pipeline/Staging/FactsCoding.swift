import JSON
import Model

/// The facts of one source as JSON Lines: a line for each fact, sum and finding.
enum FactsCoding {
  /// The lines of a source's facts.
  static func lines(_ facts: Facts) -> [JSONValue] {
    var lines: [JSONValue] = []
    func add<Row: DatasetRow>(_ rows: [Fact<Row>]) {
      for fact in rows {
        lines.append([
          "table": .string(Row.table.name), "row": RowCoding.json(fact.row),
          "place": RowCoding.json(fact.place),
        ])
      }
    }
    add(facts.budgetLines)
    add(facts.indicators)
    add(facts.measures)
    add(facts.instruments)
    add(facts.dates)
    add(facts.amounts)
    lines += facts.sums.map { ["sum": json($0)] }
    lines += facts.findings.map { ["finding": RowCoding.json($0)] }
    return lines
  }

  /// The facts of a source from its lines; nothing where a line is not of this form.
  static func facts(_ lines: [JSONValue], document: String) -> Facts? {
    var facts = Facts(document: document)
    for line in lines {
      guard add(line, to: &facts) else { return nil }
    }
    return facts
  }

  private static func add(_ line: JSONValue, to facts: inout Facts) -> Bool {
    if let sum = line["sum"] {
      guard let claim = claim(sum) else { return false }
      facts.sums.append(claim)
      return true
    }
    if let json = line["finding"] {
      guard let finding = RowCoding.finding(json) else { return false }
      facts.findings.append(finding)
      return true
    }
    switch line["table"]?.string {
    case BudgetLine.table.name: return add(line, to: &facts.budgetLines)
    case Indicator.table.name: return add(line, to: &facts.indicators)
    case Measure.table.name: return add(line, to: &facts.measures)
    case Instrument.table.name: return add(line, to: &facts.instruments)
    case DateEntry.table.name: return add(line, to: &facts.dates)
    case AmountEntry.table.name: return add(line, to: &facts.amounts)
    default: return false
    }
  }

  private static func add<Row: DatasetRow>(_ line: JSONValue, to rows: inout [Fact<Row>]) -> Bool {
    guard let row = RowCoding.row(line["row"], Row.self),
      let place = RowCoding.place(line["place"])
    else { return false }
    rows.append(Fact(row, at: place))
    return true
  }

  // MARK: Sums

  private static func json(_ claim: SumClaim) -> JSONValue {
    [
      "rule": .string(claim.rule.rawValue), "scope": .string(claim.scope),
      "total": json(claim.total), "parts": .array(claim.parts.map(json)),
      "share": claim.share.map {
        .array([.integer($0.value), .integer($0.step)])
      } ?? .null,
    ]
  }

  private static func json(_ term: SumClaim.Term) -> JSONValue {
    let figure = term.figure.map { figure in
      JSONValue.array([
        .integer(figure.yen), .integer(figure.unit), .string(figure.rounding.rawValue),
      ])
    }
    return [
      "label": .string(term.label), "figure": figure ?? .null,
      "subtracted": .boolean(term.isSubtracted),
      "line": term.budgetLine.map { .integer($0) } ?? .null, "row": .string(term.row),
      "place": RowCoding.json(term.place),
    ]
  }

  private static func claim(_ json: JSONValue) -> SumClaim? {
    guard let rule = json["rule"]?.string.flatMap(FindingCode.init(rawValue:)),
      let scope = json["scope"]?.string, let total = term(json["total"]),
      let parts = json["parts"]?.array
    else { return nil }
    let terms = parts.compactMap(term)
    guard terms.count == parts.count else { return nil }
    var share: SumClaim.Share?
    if let numbers = json["share"]?.array {
      guard numbers.count == 2, let value = numbers[0].integer, let step = numbers[1].integer
      else { return nil }
      share = SumClaim.Share(value: value, step: step)
    }
    return SumClaim(rule: rule, scope: scope, total: total, parts: terms, share: share)
  }

  private static func term(_ json: JSONValue?) -> SumClaim.Term? {
    guard let json, let label = json["label"]?.string, let row = json["row"]?.string,
      let isSubtracted = json["subtracted"]?.boolean, let place = RowCoding.place(json["place"])
    else { return nil }
    var figure: Figure?
    if let parts = json["figure"]?.array {
      guard parts.count == 3, let yen = parts[0].integer, let unit = parts[1].integer,
        let rounding = parts[2].string.flatMap(Rounding.init(rawValue:))
      else { return nil }
      figure = Figure(yen: yen, unit: unit, rounding: rounding)
    }
    return SumClaim.Term(
      label: label, figure: figure, isSubtracted: isSubtracted,
      budgetLine: json["line"]?.integer.map { Int($0) }, row: row, place: place)
  }
}
