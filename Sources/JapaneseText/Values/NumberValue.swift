/// A text that is one number and nothing else.
public struct NumberValue: Sendable, Hashable {
  /// The value.
  public let value: DecimalNumber
  /// The power of ten of its last printed digit: -1 for 12.0, 0 for 12, 4 for 3万.
  public let place: Int
  /// What is odd about it.
  public let flags: [NumberFlag]

  /// Reads the number, signs included, or says why the text is not one.
  public static func read(_ text: String) -> Result<NumberValue, NumberError> {
    read(text.utf8Span.span)
  }

  /// Reads the number that a text in UTF-8 is.
  public static func read(_ text: Span<UInt8>) -> Result<NumberValue, NumberError> {
    do throws(NumberError) {
      return .success(try read(Source(bytes: text)))
    } catch {
      return .failure(error)
    }
  }

  private static func read(_ source: Source) throws(NumberError) -> NumberValue {
    let start = source.gap(at: 0).end
    let (isNegative, first) = sign(source, at: start)
    if first != start, Numeral(source.at(first).scalar) == nil { throw .badSign }
    let reader = NumberReader(source: source, isWholeValue: true)
    guard let number = try reader.number(at: first) else { throw .notANumber }
    try checkEnd(source, number.end)
    let value = isNegative ? number.value.negated : number.value
    var flags = number.flags
    // A lone 〇 may be a bullet, a lone zero in Arabic is none.
    if number.isKanji, number.length == 1, source.at(first).scalar == 0x3007,
      number.end - first == 3, first == start
    {
      flags.insert(.ambiguous)
    }
    return NumberValue(
      value: value, place: number.place, flags: flags.sorted())
  }

  private static func sign(_ source: Source, at start: Int) -> (isNegative: Bool, end: Int) {
    let next = source.at(start)
    if let end = source.skip(AmountWords.minus, at: start) {
      return (true, source.gap(at: end).end)
    }
    switch next.scalar {
    case 0x25B3, 0x25B2: return (true, source.gap(at: start + next.length).end)  // △ ▲
    case 0x2B: return (false, start + next.length)
    default:
      return CharacterClass.isDash(next.scalar) ? (true, start + next.length) : (false, start)
    }
  }

  private static func checkEnd(_ source: Source, _ end: Int) throws(NumberError) {
    var offset = end
    while offset < source.bytes.count {
      let next = source.at(offset)
      switch next.scalar {
      case 0x20, 0x09, 0x0A, 0x0D: offset += next.length
      default:
        if CharacterClass.isDash(next.scalar) { throw .badSign }
        if next.scalar == 0x2E { throw .badPoint }
        throw Numeral(next.scalar) == nil ? .badCharacter : .numberOrder
      }
    }
  }
}
