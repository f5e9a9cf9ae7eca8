/// A caption that says what the figures of a table are counted in: （単位：百万円）.
public struct UnitCaption: Sendable, Hashable {
  /// The bytes of the source from 単位 to the unit.
  public let range: Range<Int>
  /// How many yen one of the unit is.
  public let unitYen: Int64

  /// The captions of a text, in its order.
  public static func captions(in bytes: [UInt8]) -> [UnitCaption] {
    let source = Source(bytes: bytes.span)
    var found: [UnitCaption] = []
    var offset = 0
    while offset < bytes.count {
      if let caption = caption(source, at: offset) {
        found.append(caption)
        offset = caption.range.upperBound
      } else {
        offset += source.at(offset).length
      }
    }
    return found
  }

  private static func caption(_ source: Source, at start: Int) -> UnitCaption? {
    guard source.at(start).scalar == AmountWords.caption[0],
      let word = source.skipBroken(AmountWords.caption, at: start)
    else { return nil }
    var offset = source.gap(at: word.end).end
    // A colon, は or an equals sign may stand between.
    if [0x3A, 0x306F, 0x3D].contains(source.at(offset).scalar) {
      offset = source.gap(at: offset + source.at(offset).length).end
    }
    guard let unit = unit(source, at: offset) else { return nil }
    return UnitCaption(range: start..<unit.end, unitYen: unit.yen)
  }

  /// How many yen one of a unit is that a text names and nothing else: 百万円.
  public static func yen(ofUnit text: Span<UInt8>) -> Int64? {
    let source = Source(bytes: text)
    guard let unit = unit(source, at: source.gap(at: 0).end),
      source.skipSpacesBack(text.count) == unit.end
    else { return nil }
    return unit.yen
  }

  private static func unit(_ source: Source, at start: Int) -> (yen: Int64, end: Int)? {
    var offset = start
    var exponent = 0
    while true {
      let next = source.at(offset)
      switch Numeral(next.scalar) {
      case .small(let small, multiple: 1)?: exponent += small
      case .large(let large)?: exponent += large
      default:
        guard next.scalar == AmountWords.yen, exponent < 19 else { return nil }
        let unit = (0..<exponent).reduce(Int64(1)) { product, _ in product * 10 }
        return (unit, offset + next.length)
      }
      offset += next.length
    }
  }
}

extension AmountValue {
  /// Reads a cell of a table: its own 円 counts, else the unit that a caption gave.
  ///
  /// Brackets stay a qualifier: what they mean is the document's to say. A dash alone is no amount.
  public static func read(cell text: String, unitYen: Int64) -> Result<AmountValue, NumberError> {
    read(cell: text.utf8Span.span, unitYen: unitYen)
  }

  /// Reads a cell of a table in UTF-8.
  public static func read(
    cell text: Span<UInt8>, unitYen: Int64
  ) -> Result<AmountValue, NumberError> {
    if let number = Source(bytes: text).plainNumber {
      let (yen, overflow) = number.multipliedReportingOverflow(by: unitYen)
      if !overflow { return .success(AmountValue(text, yen: yen, unit: unitYen)) }
    }
    let named = read(text)
    if case .success = named { return named }
    let inner = bracketed(Source(bytes: text))
    let cell = text.extracting(inner ?? 0..<text.count)
    switch NumberValue.read(cell) {
    case .failure(let error): return .failure(error)
    case .success(let number):
      // 3億 names its unit and leaves 円 out; it is not counted in that of the table.
      let namesUnit = namesUnit(Source(bytes: cell))
      guard let yen = number.yen(of: namesUnit ? Int64(1) : unitYen) else {
        return .failure(.fractionOfYen)
      }
      var amount = AmountValue(text, yen: yen.value, unit: yen.unit)
      if namesUnit { amount.mention.flags = [.yenOmitted] }
      if inner != nil { amount.mention.qualifiers = [.paren] }
      return .success(amount)
    }
  }

  private init(_ text: Span<UInt8>, yen: Int64, unit: Int64) {
    mention = AmountMention(range: 0..<text.count, end: text.count)
    mention.yen = yen
    mention.unitYen = unit
  }

  /// Whether a cell names a unit of its own: 億 and 万, or 千 behind Arabic digits.
  private static func namesUnit(_ source: Source) -> Bool {
    var offset = 0
    var followsDigit = false
    while offset < source.bytes.count {
      let next = source.at(offset)
      let numeral = Numeral(next.scalar)
      switch numeral {
      case .large?: return true
      // 三千 is a number like any other.
      case .small? where followsDigit: return true
      case .digit?, .small?, nil: followsDigit = numeral.map(isArabic) ?? false
      }
      offset += next.length
    }
    return false
  }

  private static func isArabic(_ numeral: Numeral) -> Bool {
    if case .digit(_, isKanji: false) = numeral { true } else { false }
  }

  /// What stands between the brackets that enclose a whole cell.
  private static func bracketed(_ source: Source) -> Range<Int>? {
    let open = source.at(0)
    let close = source.before(source.bytes.count)
    guard open.scalar == 0x28, close.scalar == 0x29 else { return nil }
    return open.length..<source.bytes.count - close.length
  }
}

extension NumberValue {
  /// The number of yen, and the yen that its last printed digit counts; nothing where there is no
  /// whole number of them.
  fileprivate func yen(of unitYen: Int64) -> (value: Int64, unit: Int64)? {
    guard let power = NumberValue.power(abs(place)), let scaling = NumberValue.power(value.scale)
    else { return nil }
    let (product, overflow) = value.digits.multipliedReportingOverflow(by: Int128(unitYen))
    let (large, isTooLarge) = Int128(unitYen).multipliedReportingOverflow(by: power)
    let unit = place < 0 ? Int128(unitYen) / power : large
    guard !overflow, place < 0 || !isTooLarge, product % scaling == 0,
      let yen = Int64(exactly: product / scaling), let step = Int64(exactly: unit)
    else { return nil }
    return (yen, max(1, step))
  }

  private static func power(_ exponent: Int) -> Int128? {
    guard exponent < 30 else { return nil }
    return (0..<exponent).reduce(Int128(1)) { product, _ in product * 10 }
  }
}
