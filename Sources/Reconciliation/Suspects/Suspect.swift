import Model

/// A figure, or a few, whose change would make a check agree.
struct Suspect {
  /// One figure of it.
  struct Part {
    var origin: Operand.Origin
    /// The printed figure.
    var printed: Figure
    var slip: Slip
    /// The figure that would agree, where there is one.
    var proposal: Figure?
  }

  var parts: [Part]
  /// How likely it is; only for comparing suspects.
  var weight: Int
  /// Whether the check then agrees as printed, without the help of rounding.
  var isExact: Bool
}

extension Suspect {
  /// The suspect in words, with its place; without the mark that separates published lists.
  func text(_ ledger: Ledger, _ measure: Measure, source: Int) -> String {
    parts.map { $0.text(ledger, measure, source: source) }.joined(separator: " and ")
      .replacingSeparator()
  }
}

extension Suspect.Part {
  fileprivate func text(_ ledger: Ledger, _ measure: Measure, source: Int) -> String {
    let name = ledger.label(of: origin)
    let place = ledger.placeText(of: origin, seenFrom: source)
    let text =
      "\(name) \(measure.text(printed.yen, step: printed.unit)) (\(place)): \(slip.words)"
    guard let proposal else { return text }
    return "\(text), \(measure.text(proposal.yen, step: proposal.unit)) would agree"
  }
}
