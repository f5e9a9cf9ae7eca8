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
  /// The true figure has one digit more.
  case lostDigit
  /// The true figure has one digit less.
  case extraDigit
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
    case .lostDigit: "one digit lost"
    case .extraDigit: "one digit too many"
    case .staleYear: "same as the year before"
    case .notPrinted: "printed for the year before and not for this one"
    }
  }
}
