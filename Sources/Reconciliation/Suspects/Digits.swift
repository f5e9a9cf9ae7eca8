import Model

/// The printed digits of a figure, the last one first.
struct Digits {
  private let printed: Figure
  private var digits: [Int64] = []
  private var steps: [Int64] = []

  init(_ figure: Figure) {
    printed = figure
    let size = Int64(clamping: figure.yen.magnitude)
    // A figure may print finer digits than the step it was rounded to.
    var step = figure.unit
    while size % step != 0, step % 10 == 0 { step /= 10 }
    var rest = size / step
    while rest > 0 {
      digits.append(rest % 10)
      steps.append(step)
      rest /= 10
      if rest > 0 { step *= 10 }
    }
  }

  /// The printed value without its sign.
  var size: Int64 { Int64(clamping: printed.yen.magnitude) }

  /// The value of the digits after a place.
  func value(below place: Int) -> Int64 { place < count ? size % steps[place] : size }

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
