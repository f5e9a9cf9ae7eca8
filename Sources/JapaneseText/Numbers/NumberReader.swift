/// Reads one number: Arabic, kanji by units or by position, 大字, and mixtures of them.
///
/// A number is a sum of groups, each a value below 10,000 times a large unit (万 億 兆 …); units
/// descend. Within a group the small units (十 百 千) descend too, each with a digit run before
/// it or none.
struct NumberReader: ~Escapable {
  let source: Source
  /// Whether the text is one value and nothing else, so that 、 and spaces may stand inside.
  let isWholeValue: Bool

  @_lifetime(copy source)
  init(source: Source, isWholeValue: Bool = false) {
    self.source = source
    self.isWholeValue = isWholeValue
  }

  /// The number that starts at an offset; nothing where none starts there.
  func number(at start: Int) throws(NumberError) -> NumberReading? {
    guard Numeral(source.at(start).scalar) != nil else { return nil }
    var sum = Sum()
    var offset = start
    var joined = false
    while true {
      let gap = offset == start ? Gap(end: start, breaksLine: false) : gap(at: offset, sum)
      guard let item = try item(at: gap.end, after: gap, sum) else { break }
      let before = sum
      do throws(NumberError) {
        try sum.add(item)
      } catch {
        // What does not continue the number starts another one, unless this is all there is.
        guard isWholeValue || offset == gap.end else {
          sum = before
          break
        }
        throw error
      }
      joined = joined || gap.breaksLine || item.joined
      offset = item.end
    }
    return try sum.reading(end: offset, joined: joined)
  }

  /// A digit run or a unit.
  enum Item {
    case run(DigitRun)
    case small(exponent: Int, multiple: Int, end: Int)
    case large(exponent: Int, end: Int)

    var end: Int {
      switch self {
      case .run(let run): run.end
      case .small(_, _, let end): end
      case .large(_, let end): end
      }
    }

    var joined: Bool {
      guard case .run(let run) = self else { return false }
      return run.joined
    }
  }

  private func item(at offset: Int, after gap: Gap, _ sum: Sum) throws(NumberError) -> Item? {
    let next = source.at(offset)
    switch Numeral(next.scalar) {
    case nil: return nil
    case .small(let exponent, let multiple)?:
      return .small(exponent: exponent, multiple: multiple, end: offset + next.length)
    case .large(let exponent)?:
      return .large(exponent: exponent, end: offset + next.length)
    case .digit?:
      // Two runs of digits with a gap between them are two numbers.
      if sum.endsWithRun { return nil }
      let reader = DigitReader(source: source, isWholeValue: isWholeValue)
      return try reader.run(at: offset).map(Item.run)
    }
  }

  /// The gap before the next item: a line end only where the number is unfinished, a comma after
  /// a unit only in a whole value.
  private func gap(at offset: Int, _ sum: Sum) -> Gap {
    var position = offset
    let next = source.at(offset)
    if isWholeValue, !sum.endsWithRun, next.scalar == 0x2C || next.scalar == 0x3001 {
      position += next.length
    }
    let gap = source.gap(at: position)
    // A number that ends with a unit may be complete: digits on the next line are another one.
    if gap.breaksLine, !sum.endsWithRun, case .digit? = Numeral(source.at(gap.end).scalar),
      !isWholeValue
    {
      return continuesOverLine(gap) ? gap : Gap(end: bytesEnd, breaksLine: false)
    }
    return gap
  }

  /// Whether digits after a line end still belong to the number: they lead to a smaller unit
  /// and 円, as in "1億" LF "2,000万円".
  private func continuesOverLine(_ gap: Gap) -> Bool {
    guard let run = try? DigitReader(source: source, isWholeValue: false).run(at: gap.end) else {
      return false
    }
    var offset = source.gap(at: run.end, overLines: false).end
    while case .small? = Numeral(source.at(offset).scalar) { offset += source.at(offset).length }
    while case .large? = Numeral(source.at(offset).scalar) { offset += source.at(offset).length }
    return source.at(offset).scalar == 0x5186  // 円
  }

  private var bytesEnd: Int { source.bytes.count }
}
