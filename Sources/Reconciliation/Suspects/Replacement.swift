import Model

/// A figure that may have been meant, with the slip that made the printed one of it.
struct Replacement {
  var slip: Slip
  var figure: Figure
  /// How likely the slip is to give just the printed figure; only for comparing suspects.
  var weight: Int
}

extension Replacement {
  /// The figures that one slip may have turned into the printed one.
  static func replacements(of figure: Figure) -> [Replacement] {
    guard figure.yen != 0, figure.yen != .min, figure.unit > 0 else { return [] }
    return scaled(figure) + swapped(figure) + changed(figure) + shortened(figure)
      + lengthened(figure) + [
        Replacement(
          slip: .sign,
          figure: Figure(yen: -figure.yen, unit: figure.unit, rounding: figure.rounding),
          weight: 700)
      ]
  }

  private static func scaled(_ figure: Figure) -> [Replacement] {
    var replacements: [Replacement] = []
    for factor: Int64 in [10, 100, 1000] {
      let (yen, overflow) = figure.yen.multipliedReportingOverflow(by: factor)
      let (unit, unitOverflow) = figure.unit.multipliedReportingOverflow(by: factor)
      if !overflow, !unitOverflow {
        replacements.append(
          Replacement(
            slip: .tooSmall(by: factor),
            figure: Figure(yen: yen, unit: unit, rounding: figure.rounding), weight: 300))
      }
      guard figure.yen % factor == 0 else { continue }
      replacements.append(
        Replacement(
          slip: .tooGreat(by: factor),
          figure: Figure(
            yen: figure.yen / factor, unit: max(1, figure.unit / factor),
            rounding: figure.rounding),
          weight: 300))
    }
    return replacements
  }

  private static func swapped(_ figure: Figure) -> [Replacement] {
    let digits = Digits(figure)
    guard digits.count > 1 else { return [] }
    return (1..<digits.count).compactMap { place in
      let (low, high) = (digits[place - 1], digits[place])
      guard low != high, !(place == digits.count - 1 && low == 0) else { return nil }
      let change = (low - high) * digits.step(place) + (high - low) * digits.step(place - 1)
      return Replacement(
        slip: .swappedDigits, figure: digits.figure(changedBy: change),
        weight: 1000 / (digits.count - 1))
    }
  }

  private static func changed(_ figure: Figure) -> [Replacement] {
    let digits = Digits(figure)
    var replacements: [Replacement] = []
    for place in 0..<digits.count {
      let least: Int64 = place == digits.count - 1 && digits.count > 1 ? 1 : 0
      for digit in least...9 where digit != digits[place] {
        replacements.append(
          Replacement(
            slip: .wrongDigit,
            figure: digits.figure(changedBy: (digit - digits[place]) * digits.step(place)),
            weight: 1000 / (9 * digits.count)))
      }
    }
    return replacements
  }
}

extension Replacement {
  /// The figures without one of the digits.
  fileprivate static func shortened(_ figure: Figure) -> [Replacement] {
    let digits = Digits(figure)
    guard digits.count > 1 else { return [] }
    return (0..<digits.count).compactMap { place in
      if place == digits.count - 1, digits[place - 1] == 0 { return nil }
      let kept = digits.value(below: place)
      let moved = (digits.size - digits.value(below: place + 1)) / 10
      return Replacement(
        slip: .extraDigit, figure: digits.figure(changedBy: moved + kept - digits.size),
        weight: 500 / digits.count)
    }
  }

  /// The figures with one digit more.
  fileprivate static func lengthened(_ figure: Figure) -> [Replacement] {
    let digits = Digits(figure)
    guard digits.size < Int64.max / 100 else { return [] }
    return (0...digits.count).flatMap { place -> [Replacement] in
      let step = place < digits.count ? digits.step(place) : digits.step(place - 1) * 10
      let kept = digits.value(below: place)
      let moved = (digits.size - kept) * 10 + kept
      let least: Int64 = place == digits.count ? 1 : 0
      return (least...9).map { digit in
        Replacement(
          slip: .lostDigit,
          figure: digits.figure(changedBy: moved + digit * step - digits.size),
          weight: 500 / (10 * digits.count + 9))
      }
    }
  }
}
