import Model

/// A known way for a figure to come out wrong.
enum Slip: Hashable {
  /// It belongs in the sum and is not there.
  case leftOut
  /// It is in the sum twice.
  case countedTwice
  /// It is among the parts, and the total was made without it.
  case notInTotal
  /// The total was made with it counted twice.
  case twiceInTotal
  /// It belongs to another sum, which then agrees too.
  case belongsElsewhere
  /// Another source or place prints another figure for it.
  case printedOtherwise
  /// The true figure is that many times the printed one.
  case tooSmall(by: Int64)
  /// The printed figure is that many times the true one.
  case tooGreat(by: Int64)
  case sign
  case swappedDigits
  case wrongDigit
  /// It is still the figure of the year before.
  case staleYear
  /// There is a figure of the year before and none of this year.
  case notPrinted

  /// What people call it.
  var words: String {
    switch self {
    case .leftOut: "left out of the sum"
    case .countedTwice: "counted twice"
    case .notInTotal: "not counted in the total"
    case .twiceInTotal: "counted twice in the total"
    case .belongsElsewhere: "belongs to another sum"
    case .printedOtherwise: "printed otherwise elsewhere"
    case .tooSmall(let factor): "\(factor) times too small"
    case .tooGreat(let factor): "\(factor) times too great"
    case .sign: "wrong sign"
    case .swappedDigits: "two digits swapped"
    case .wrongDigit: "one wrong digit"
    case .staleYear: "same as the year before"
    case .notPrinted: "printed for the year before and not for this one"
    }
  }
}

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
    return scaled(figure) + swapped(figure) + changed(figure) + [
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

/// The printed digits of a figure, the last one first.
struct Digits {
  private let printed: Figure
  private var digits: [Int64] = []
  private var steps: [Int64] = []

  init(_ figure: Figure) {
    printed = figure
    var rest = Int64(clamping: figure.yen.magnitude) / figure.unit
    var step = figure.unit
    while rest > 0 {
      digits.append(rest % 10)
      steps.append(step)
      rest /= 10
      if rest > 0 { step *= 10 }
    }
  }

  /// How many there are.
  var count: Int { digits.count }

  subscript(_ place: Int) -> Int64 { digits[place] }

  /// The value of one at a place, in yen.
  func step(_ place: Int) -> Int64 { steps[place] }

  /// The printed figure with its size changed.
  func figure(changedBy yen: Int64) -> Figure {
    var figure = printed
    figure.yen = printed.yen < 0 ? printed.yen &- yen : printed.yen &+ yen
    return figure
  }
}
