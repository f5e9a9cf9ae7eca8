import Model

/// The money of one year, from ministries through projects to programmes, out of one document.
struct BudgetFlow {
  /// How many programmes are drawn apart; the rest of a project is drawn as one.
  private static let mostProgrammes = 14

  let document: String
  let year: Int
  let kind: BudgetKind
  /// The amounts, greatest first.
  let streams: [Stream]

  /// An amount with its way.
  struct Stream: Hashable {
    let ministry: String
    let project: String
    let programme: String
    let yen: Int64
    let line: Int
  }

  /// The flow of the newest year that a document tells project by project; nothing where none does.
  init?(_ lines: [BudgetLine], _ names: MinistryNames) {
    struct Slot: Hashable {
      let document: String
      let year: Int
      let kind: BudgetKind
    }
    var slots: [Slot: [Stream]] = [:]
    for line in lines where line.isPlainProgramme && !line.isPriorYear {
      let ministries = names.all(line)
      guard let yen = line.amountYen, yen > 0, let year = line.fiscalYear,
        !line.project.isEmpty, !line.programme.isEmpty, !ministries.isEmpty
      else { continue }
      let slot = Slot(document: line.document, year: year, kind: line.budgetKind)
      slots[slot, default: []].append(
        Stream(
          ministry: ministries.joined(separator: "・"),
          project: line.project, programme: line.programme, yen: yen, line: line.line))
    }
    let order = { (slot: Slot, streams: [Stream]) in
      (slot.year, slot.kind == .initial ? 1 : 0, streams.count)
    }
    let best = slots.filter { $0.value.count > 1 }.sorted { a, b in
      order(b.key, b.value) == order(a.key, a.value)
        ? a.key.document < b.key.document : order(b.key, b.value) < order(a.key, a.value)
    }.first
    guard let (slot, streams) = best else { return nil }
    document = slot.document
    year = slot.year
    kind = slot.kind
    self.streams = streams.sorted { ($1.yen, $0.programme) < ($0.yen, $1.programme) }
  }

  /// The streams as drawn: the greatest apart, what is left of a ministry and project together.
  var drawn: [Stream] {
    var drawn = Array(streams.prefix(Self.mostProgrammes))
    var rest: [[String]: Int64] = [:]
    for stream in streams.dropFirst(Self.mostProgrammes) {
      let (sum, overflow) = rest[[stream.ministry, stream.project], default: 0]
        .addingReportingOverflow(stream.yen)
      if !overflow { rest[[stream.ministry, stream.project]] = sum }
    }
    for (way, yen) in rest.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      drawn.append(
        Stream(
          ministry: way[0], project: way[1], programme: "ほか", yen: yen, line: 0))
    }
    return drawn
  }
}
