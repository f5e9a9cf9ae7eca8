import Model
import TestSupport

/// A fraction with an infinitesimal for each end that is left out.
///
/// A second way to know whether a total can be the sum of its parts, written to be plain, not fast.
struct SlowNumber: Comparable {
  var numerator: Int128
  var denominator: Int128
  /// How many infinitely small steps are added or taken away.
  var steps: Int

  init(_ numerator: Int128, over denominator: Int128 = 1, steps: Int = 0) {
    let divisor = SlowNumber.commonDivisor(numerator.magnitude, denominator.magnitude)
    self.numerator = numerator / Int128(max(divisor, 1))
    self.denominator = denominator / Int128(max(divisor, 1))
    self.steps = steps
  }

  private static func commonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    b == 0 ? a : commonDivisor(b, a % b)
  }

  static func + (a: SlowNumber, b: SlowNumber) -> SlowNumber {
    SlowNumber(
      a.numerator * b.denominator + b.numerator * a.denominator,
      over: a.denominator * b.denominator, steps: a.steps + b.steps)
  }

  static prefix func - (a: SlowNumber) -> SlowNumber {
    SlowNumber(-a.numerator, over: a.denominator, steps: -a.steps)
  }

  static func < (a: SlowNumber, b: SlowNumber) -> Bool {
    let (left, right) = (a.numerator * b.denominator, b.numerator * a.denominator)
    return left == right ? a.steps < b.steps : left < right
  }
}

/// The least and the greatest amount that a printed figure stands for.
struct SlowRange {
  var least: SlowNumber
  var greatest: SlowNumber

  /// Half a unit to each side for rounding; for cutting off, anything that loses less than a unit
  /// when the digits behind it are dropped.
  init(_ figure: Figure, isShare: Bool = false) {
    let (yen, unit) = (Int128(figure.yen), Int128(figure.unit))
    // Nothing is smaller than a yen.
    switch figure.unit == 1 ? .exact : figure.rounding {
    case .exact: (least, greatest) = (SlowNumber(yen), SlowNumber(yen))
    case .round:
      least = SlowNumber(2 * yen - unit, over: 2)
      greatest = SlowNumber(2 * yen + unit, over: 2)
    case .truncate:
      least = yen <= 0 ? SlowNumber(yen - unit, steps: 1) : SlowNumber(yen)
      greatest = yen >= 0 ? SlowNumber(yen + unit, steps: -1) : SlowNumber(yen)
    case .unknown:
      let (rounded, cut) = (figure.read(as: .round), figure.read(as: .truncate))
      least = min(SlowRange(rounded).least, SlowRange(cut).least)
      greatest = max(SlowRange(rounded).greatest, SlowRange(cut).greatest)
    }
    guard isShare else { return }
    least = min(least, SlowNumber(0))
    greatest = max(greatest, SlowNumber(0))
  }

  private init(_ least: SlowNumber, _ greatest: SlowNumber) {
    self.least = least
    self.greatest = greatest
  }

  static func + (a: SlowRange, b: SlowRange) -> SlowRange {
    SlowRange(a.least + b.least, a.greatest + b.greatest)
  }

  static func - (a: SlowRange, b: SlowRange) -> SlowRange {
    SlowRange(a.least + -b.greatest, a.greatest + -b.least)
  }

  /// Whether the two have an amount in common.
  func meets(_ other: SlowRange) -> Bool {
    max(least, other.least) <= min(greatest, other.greatest)
  }
}

extension Figure {
  fileprivate func read(as rounding: Rounding) -> Figure {
    Figure(yen: yen, unit: unit, rounding: rounding)
  }
}

/// A random sum: a total, its parts, and which of them are subtracted.
struct RandomSum: Sendable {
  var total: Figure
  var parts: [Figure]
  var subtracted: Set<Int>

  /// Mostly sums that are nearly right, where the ends decide.
  init(using random: inout Seeded) {
    let units: [Int64] = [1, 10, 1000, 1_000_000, 10_000_000, 100_000_000]
    let roundings: [Rounding] = [.round, .truncate, .exact, .unknown]
    let usual = roundings.randomElement(using: &random) ?? .round
    let usualUnit = units.randomElement(using: &random) ?? 1
    func figure(_ value: Int64?) -> Figure {
      let isOdd = Int.random(in: 0..<6, using: &random) == 0
      let unit = isOdd ? units.randomElement(using: &random) ?? 1 : usualUnit
      let rounding = isOdd ? roundings.randomElement(using: &random) ?? .round : usual
      let steps = value.map { $0 / unit } ?? Int64.random(in: -20...400, using: &random)
      return Figure(yen: steps * unit, unit: unit, rounding: rounding)
    }
    parts = (0..<Int.random(in: 1...6, using: &random)).map { _ in figure(nil) }
    subtracted = []
    var sum: Int64 = 0
    for index in parts.indices {
      if Int.random(in: 0..<8, using: &random) == 0 { subtracted.insert(index) }
      sum += subtracted.contains(index) ? -parts[index].yen : parts[index].yen
    }
    let slack = usualUnit * Int64(parts.count + 2) / 2
    total = figure(sum + Int64.random(in: -slack...slack, using: &random))
  }

  /// What the second way says: equal as printed, agreeing with rounding, or neither.
  var expected: ReconciliationStatus {
    var sum = SlowRange(Figure(yen: 0, unit: 1, rounding: .exact))
    var printed: Int64 = 0
    for index in parts.indices {
      let isSubtracted = subtracted.contains(index)
      sum = isSubtracted ? sum - SlowRange(parts[index]) : sum + SlowRange(parts[index])
      printed += isSubtracted ? -parts[index].yen : parts[index].yen
    }
    if printed == total.yen { return .exact }
    return sum.meets(SlowRange(total)) ? .withinRounding : .mismatch
  }
}
