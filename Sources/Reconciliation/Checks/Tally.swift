import Model

/// One side of a check, added up.
struct Tally {
  private var printedSum: Int128 = 0
  /// The sum of the intervals.
  private(set) var sum = IntervalSum()
  /// The coarsest unit.
  private(set) var unit: Int64 = 0
  /// How many figures were added.
  private(set) var figures = 0
  /// How many parts print no figure.
  private(set) var missing = 0
  /// How many figures count with an unknown share.
  private(set) var shares = 0
  /// How many figures have a link that the text does not decide.
  private(set) var ambiguous = 0
  /// Whether a figure is below zero or subtracted.
  private(set) var hasNegative = false

  init(_ operands: [Operand], assuming rounding: Rounding? = nil) {
    for index in operands.indices {
      let interval =
        rounding.map { operands[index].interval(assuming: $0) } ?? operands[index].interval
      if operands[index].link == .ambiguous { ambiguous += 1 }
      guard let figure = operands[index].figure, let interval else {
        missing += 1
        continue
      }
      let isSubtracted = operands[index].isSubtracted
      sum.add(interval, isSubtracted: isSubtracted)
      printedSum += isSubtracted ? -Int128(figure.yen) : Int128(figure.yen)
      unit = max(unit, figure.unit)
      figures += 1
      if operands[index].isShare { shares += 1 }
      if isSubtracted || figure.yen < 0 { hasNegative = true }
    }
  }

  /// The sum of the printed values; nothing where a share is unknown or the sum is too great.
  var printed: Int64? { shares > 0 || figures == 0 ? nil : Int64(exactly: printedSum) }
}
