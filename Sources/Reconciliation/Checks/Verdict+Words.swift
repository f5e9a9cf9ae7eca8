import Model

/// What a check found, in words.
extension Verdict {
  /// By how much the sides differ, in units and figures, and what explains it.
  func explanation(_ check: Check, _ ledger: Ledger) -> String {
    var sentences = [opening(check)]
    if status == .mismatch || status == .withinRounding { sentences += details(check) }
    if right.ambiguous > 0, check.ruling == nil {
      let parts = right.ambiguous == 1 ? "1 part has" : "\(right.ambiguous) parts have"
      sentences.append(
        "\(parts) a link that the text does not decide; any assignment has the same sum")
    }
    if right.missing > 0, status != .undecided, status != .notComparable {
      sentences.append("\(right.missing) without a figure left out")
    }
    sentences += check.notes
    return sentences.joined(separator: "; ")
  }

  private func opening(_ check: Check) -> String {
    let sides = "\(leftText(check)) against \(rightText(check))"
    switch status {
    case .exact: return check.relation == .sum ? "\(sides): equal" : "\(sides): holds"
    case .withinRounding: return "\(sides): \(differenceText(check))"
    case .mismatch: return "\(sides): \(differenceText(check))"
    case .undecided, .notComparable:
      let hasFigures = left.figures > 0 && right.figures > 0
      return hasFigures ? "\(sides): \(reason)" : reason
    }
  }

  private func leftText(_ check: Check) -> String {
    left.printed.map { check.measure.text($0, step: left.unit) }
      ?? rangeText(left.sum.interval, check.measure, unit)
  }

  private func rightText(_ check: Check) -> String {
    if check.relation == .range { return rangeText(rightInterval, check.measure, unit) }
    let value =
      right.printed.map { check.measure.text($0, step: right.unit) }
      ?? rangeText(right.sum.interval, check.measure, unit)
    switch check.relation {
    case .atMost: return "at most \(value)"
    case .atLeast: return "at least \(value)"
    case .share(let share): return "\(share.text) of \(value)"
    case .sum, .range: return value
    }
  }

  private func differenceText(_ check: Check) -> String {
    guard check.relation == .sum, let difference else {
      return status == .withinRounding ? "within the range" : "outside the range"
    }
    let amount = check.measure.text(
      Int64(clamping: difference.magnitude), step: min(left.unit, right.unit))
    var text = "\(difference < 0 ? "less" : "more") by \(amount)"
    if unit > 0, case .yen = check.measure {
      let units = difference.magnitude / UInt64(unit)
      let rest = difference.magnitude % UInt64(unit)
      let count = rest == 0 ? "\(units)" : units == 0 ? "less than 1" : "more than \(units)"
      let noun = units <= 1 ? "unit" : "units"
      text += ", \(count) \(noun) of \(check.measure.text(unit, step: unit))"
    }
    return text + " over \(left.figures + right.figures) figures"
  }

  private func details(_ check: Check) -> [String] {
    guard let own = left.sum.interval, let other = rightInterval else { return [] }
    let intervals =
      "\(rangeText(own, check.measure, unit)) and \(rangeText(other, check.measure, unit))"
    if own.meets(other) {
      let cause = right.shares + left.shares > 0 ? "rounding and unknown shares" : "rounding"
      return ["\(cause) can explain it: \(intervals) meet"]
    }
    // Open ends may touch without meeting: the gap is then nothing, and still a gap.
    let gap = own.low > other.high ? own.low - other.high : other.low - own.high
    let size =
      gap > 0
      ? "\(check.measure.text(gap, step: max(1, unit / 2))) lie between"
      : "an end left out lies between"
    return ["rounding cannot explain it: \(size) \(intervals)"]
  }

  private func rangeText(_ interval: YenInterval?, _ measure: Measure, _ step: Int64) -> String {
    guard let interval else { return "a sum too great to be held" }
    let half = step > 1 && step % 2 == 0 ? step / 2 : step
    let open = interval.isLowOpen ? "(" : "["
    let close = interval.isHighOpen ? ")" : "]"
    let high = interval.high == .max ? "…" : measure.text(interval.high, step: max(half, 1))
    return "\(open)\(measure.text(interval.low, step: max(half, 1))), \(high)\(close)"
  }
}

extension String {
  /// The text without the semicolon, which separates the members of a published list.
  func replacingSeparator() -> String {
    utf8.contains(UInt8(ascii: ";"))
      ? split(separator: ";", omittingEmptySubsequences: false).joined(separator: "；") : self
  }
}
