import Model

/// One figure in a check, with the sign and the share it counts with.
struct Operand {
  /// Where a figure comes from.
  enum Origin: Hashable {
    /// A budget line, by its position in the ledger.
    case line(Int)
    /// A part of a stated sum: its source, the sum, the part; -1 is the total.
    case term(source: Int, sum: Int, term: Int)
    /// A value of an indicator: its source, the indicator, the fiscal year of the value.
    case indicator(source: Int, index: Int, year: Int?)
  }

  var origin: Origin
  /// The figure; nothing where none is printed.
  var figure: Figure?
  /// Whether only an unknown share of it counts.
  var isShare = false
  /// Whether it is subtracted.
  var isSubtracted = false
  /// How sure it is what it belongs to.
  var link = Link.certain

  /// What it counts for, before its sign.
  var interval: YenInterval? {
    guard let interval = figure?.interval else { return nil }
    return isShare ? interval.share : interval
  }

  /// The figure as it counts when figures without a declared rounding are read in one way.
  func interval(assuming rounding: Rounding) -> YenInterval? {
    guard var figure else { return nil }
    if figure.rounding != .exact { figure.rounding = rounding }
    return isShare ? figure.interval.share : figure.interval
  }
}

extension Operand {
  /// A budget line as it stands.
  init(line: Int, in ledger: Ledger) {
    self.init(
      origin: .line(line), figure: ledger.lines[line].figure,
      isShare: ledger.lines[line].isInner, link: ledger.lines[line].link)
  }
}
