import Model

/// The amounts of each project, programme or ministry by stage and fiscal year.
struct YearFigures {
  /// Whose amount it is, of which stage and year.
  struct Slot: Hashable {
    let holder: String
    let kind: BudgetKind
    let year: Int
  }

  /// An amount with the unit of its coarsest part, and the number of its parts.
  struct Amount {
    var yen: Int64
    var unit: Int64
    var parts: Int

    /// What the printed amount may stand for.
    var interval: YenInterval { Figure(yen: yen, unit: unit).interval }
  }

  /// The parts of an amount as one document has them; the same part printed twice counts once.
  private typealias Parts = [[String]: Amount]

  // A year's own figures apart from those printed a year later.
  private var own: [Slot: [String: Parts]] = [:]
  private var later: [Slot: [String: Parts]] = [:]
  private var disagreeing: Set<Slot> = []
  private(set) var kinds: Set<BudgetKind> = []

  /// Adds a line's amount to its holder's, as the part of that name.
  ///
  /// Supplementary budgets are left out: their numbers do not pair from year to year.
  mutating func add(_ line: BudgetLine, to holder: String, part: [String] = []) {
    guard let yen = line.amountYen, let year = line.fiscalYear, !holder.isEmpty,
      ![.supplementary, .supplementaryDraft, .other].contains(line.budgetKind)
    else { return }
    let slot = Slot(holder: holder, kind: line.budgetKind, year: year)
    kinds.insert(line.budgetKind)
    let amount = Amount(yen: yen, unit: line.unitYen ?? 1, parts: 1)
    let isSame: Bool
    if line.isPriorYear {
      isSame = add(amount, to: &later[slot, default: [:]][line.document, default: [:]][part])
    } else {
      isSame = add(amount, to: &own[slot, default: [:]][line.document, default: [:]][part])
    }
    if !isSame { disagreeing.insert(slot) }
  }

  /// Adds a part, or says that it was printed before with an amount that cannot be the same.
  private func add(_ amount: Amount, to part: inout Amount?) -> Bool {
    guard let before = part else {
      part = amount
      return true
    }
    if amount.unit < before.unit { part = amount }
    return before.interval.meets(amount.interval)
  }

  /// The amount of a slot where the documents agree: the most exactly printed one.
  func amount(_ slot: Slot) -> (amount: Amount?, disagrees: Bool) {
    if disagreeing.contains(slot) { return (nil, true) }
    let amounts = (own[slot] ?? later[slot] ?? [:]).values.map(YearFigures.total)
    guard let finest = amounts.compactMap({ $0 }).min(by: { $0.unit < $1.unit }) else {
      return (nil, false)
    }
    let agree = amounts.allSatisfy { $0?.interval.meets(finest.interval) ?? false }
    return agree ? (finest, false) : (nil, true)
  }

  private static func total(_ parts: Parts) -> Amount? {
    var total = Amount(yen: 0, unit: 1, parts: 0)
    for part in parts.values {
      let (sum, overflow) = total.yen.addingReportingOverflow(part.yen)
      if overflow { return nil }
      total = Amount(yen: sum, unit: max(total.unit, part.unit), parts: total.parts + 1)
    }
    return total
  }

  /// The holders that have an amount for a stage and year.
  func holders(_ kind: BudgetKind, _ year: Int) -> Set<String> {
    Set(
      (Array(own.keys) + Array(later.keys)).filter { $0.kind == kind && $0.year == year }
        .map(\.holder))
  }

  /// The years that have amounts.
  var years: [Int] { Set(own.keys.map(\.year)).union(later.keys.map(\.year)).sorted() }
}
