/// Finds every number of a running text.
///
/// Arabic numerals count wherever no Latin letter precedes them (HER2 is a name). Kanji numerals
/// count only before a counter or after 第 and 約: 一部, 十分 and 三春町 hold no number.
public struct NumberScanner: ~Escapable {
  private let source: Source
  private var found: [NumberMention] = []
  private var positions = PositionCounter()

  /// The numbers of a text, in its order.
  public static func mentions(in bytes: [UInt8]) -> [NumberMention] { mentions(in: bytes.span) }

  /// The numbers of a text that is only lent.
  public static func mentions(in bytes: Span<UInt8>) -> [NumberMention] {
    var scanner = NumberScanner(Source(bytes: bytes))
    scanner.run()
    return scanner.found
  }

  @_lifetime(copy source)
  private init(_ source: Source) {
    self.source = source
  }

  private mutating func run() {
    var offset = 0
    while offset < source.bytes.count {
      let next = source.at(offset)
      guard let numeral = Numeral(next.scalar), mayStart(numeral, at: offset) else {
        offset += next.length
        continue
      }
      offset = number(at: offset) ?? endOfRow(from: offset)
    }
  }

  private func mayStart(_ numeral: Numeral, at offset: Int) -> Bool {
    if case .large = numeral { return false }
    return !CharacterClass.isAlphanumeric(source.before(offset).scalar)
  }

  /// Notes the number at an offset and says where it ends; nothing where there is none.
  private mutating func number(at start: Int) -> Int? {
    do throws(NumberError) {
      guard let number = try NumberReader(source: source).number(at: start),
        !number.isKanji || isCounted(number, start)
      else { return nil }
      let sign = signStart(before: start)
      let range = (sign ?? start)..<number.end
      found.append(
        NumberMention(
          range: range, position: position(of: range),
          value: sign == nil ? number.value : number.value.negated,
          flags: number.flags.sorted(), error: nil))
      return number.end
    } catch {
      let end = endOfRow(from: start)
      found.append(
        NumberMention(
          range: start..<end, position: position(of: start..<end), value: nil, flags: [],
          error: error))
      return end
    }
  }

  private mutating func position(of range: Range<Int>) -> TextPosition {
    positions.position(of: range.lowerBound, in: source.bytes)
  }

  /// Past all numerals in a row, with the commas and points between digits.
  private func endOfRow(from start: Int) -> Int {
    var end = start
    while true {
      let next = source.at(end)
      let joins =
        (next.scalar == 0x2C || next.scalar == 0x2E)
        && CharacterClass.isDigit(source.at(end + next.length).scalar)
      guard Numeral(next.scalar) != nil || joins else { return end }
      end += next.length
    }
  }

  /// Where a minus sign before a number starts.
  private func signStart(before start: Int) -> Int? {
    let mark = source.before(start)
    switch mark.scalar {
    case 0x25B3, 0x25B2: return start - mark.length  // △ ▲
    case 0x2D, 0x2212:
      let before = source.before(start - mark.length).scalar
      let isInside = CharacterClass.isAlphanumeric(before) || CharacterClass.isIdeograph(before)
      return isInside ? nil : start - mark.length
    default: return nil
    }
  }

  /// What follows a kanji numeral that counts something.
  private static let counters = Set("年月日円人名件回個社校箇か台本枚冊倍歳位号条項章期次番機拠課施割%".scalarValues)

  private func isCounted(_ number: NumberReading, _ start: Int) -> Bool {
    let before = source.before(start).scalar
    if before == DateWords.ordinal || before == 0x7D04 { return true }  // 第 約
    guard !CharacterClass.isIdeograph(before) else { return false }
    return NumberScanner.counters.contains(source.at(source.gap(at: number.end).end).scalar)
  }
}
