import JapaneseText
import Model

/// Turns linked figures into published budget lines.
struct BudgetRows {
  let layout: Layout
  let units: [Unit]
  let settings: FamilySettings
  let names: NameRegistry
  let legend: MinistryLegend

  /// The row of a figure.
  func fact(_ linked: LinkedAmount) -> Fact<BudgetLine> {
    let amount = linked.amount
    var row = BudgetLine()
    let place = layout.place(amount.range)
    row.line = layout.place(amount.figure).line
    row.place = place.description
    row.raw = layout.printed(amount.range)
    row.amountYen = amount.yen
    row.unitYen = amount.unit
    row.rounding = settings.rounding
    if let yen = amount.yen, let unit = amount.unit {
      let interval = Figure(yen: yen, unit: unit, rounding: settings.rounding).interval
      row.amountLow = amount.isInner ? min(0, interval.low) : interval.low
      row.amountHigh = interval.high
    }
    row.fiscalYear = amount.fiscalYear
    row.budgetKind = amount.kind
    row.suppNo = amount.suppNo
    row.isPriorYear = amount.isPriorYear
    row.level = level(amount)
    row.reprise = amount.reprise
    row.inner = amount.isInner
    row.inhouse = amount.isInhouse
    // A total names no programme: what a group is called says what the amount is a part of.
    let isNamedPart = amount.role == .component || amount.role == .subtotal
    row.partNote = isNamedPart ? amount.label : amount.note
    row.project = linked.link.project ?? units[linked.unit].project
    describe(&row, linked)
    return Fact(row, at: place)
  }

  private func describe(_ row: inout BudgetLine, _ linked: LinkedAmount) {
    row.linkMethod = linked.link.method.rawValue
    switch linked.link.link {
    case .certain: row.link = .certain
    case .inferred: row.link = .inferred
    case .ambiguous: row.link = .ambiguous
    }
    row.candidates = linked.link.candidates
    switch linked.amount.role {
    case .projectTotal, .inhouseTotal:
      row.ministries = legend.ministries(of: units[linked.unit])
    case .subtotal: row.ministries = linked.amount.ministries
    default:
      row.programme = linked.link.names.joined(separator: " / ")
      row.programmeID = linked.link.names.compactMap { names.programme($0) }
      row.ministries = linked.amount.ministries
    }
    if row.ministries.isEmpty { row.ministries = settings.issuerMinistries }
  }

  private func level(_ amount: BudgetAmount) -> BudgetLevel {
    switch amount.role {
    case .projectTotal: .projectTotal
    case .inhouseTotal: .inhouseTotal
    case .subtotal: .subtotal
    case .component, .inset, .institute: .component
    case .priorYear:
      switch amount.parentRole {
      case .projectTotal: .projectTotal
      case .inhouseTotal: .inhouseTotal
      default: .programme
      }
    case .programme, .prose: .programme
    }
  }
}
