import Model

/// What the sources print for the same programme and part one year earlier.
struct EarlierFigures {
  private let index: FigureIndex

  /// The figures of the year before the figures of some checks.
  init(_ ledger: Ledger, for checks: [Check], at positions: [Int]) {
    var wanted: Set<FigureIndex.Key> = []
    for position in positions {
      for side in [checks[position].left, checks[position].right] {
        for operand in side {
          guard case .line(let line) = ledger.identity(of: operand.origin),
            ledger.lines[line].year != Line.noYear, var key = FigureIndex.Key(ledger.lines[line])
          else { continue }
          key.year -= 1
          wanted.insert(key)
        }
      }
    }
    index = FigureIndex(ledger, of: wanted)
  }

  // A budget that did not change is not rare, so equality alone is weak.
  private static let weight = 150

  /// The wanted amount, where a figure is just the one of the year before.
  func replacement(for operand: Operand, in ledger: Ledger, wanted: Int64?) -> Replacement? {
    guard let printed = operand.figure, let wanted, wanted != printed.yen, wanted > 0,
      wanted / 10 < printed.yen, printed.yen / 10 < wanted,
      case .line(let number) = ledger.identity(of: operand.origin)
    else { return nil }
    let line = ledger.lines[number]
    guard line.year != Line.noYear, let key = FigureIndex.Key(line) else { return nil }
    var before = key
    before.year -= 1
    let isStale = index.lines(before).contains {
      ledger.lines[$0].figure?.yen == printed.yen && ledger.lines[$0].level == line.level
    }
    guard isStale else { return nil }
    return Replacement(
      slip: .staleYear,
      figure: Figure(
        yen: wanted - wanted % max(printed.unit, 1), unit: printed.unit, rounding: printed.rounding),
      weight: Self.weight)
  }
}
