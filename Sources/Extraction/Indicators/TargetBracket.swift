import JapaneseText
import Model

/// What brackets after an indicator's name say: its target, its latest value.
struct TargetBracket: Sendable {
  var text: String
  var quantity: Quantity?
  var basis: TargetBasis
  var year: Int?
  /// Whether it gives the value of today, not a target.
  var isLatest: Bool

  private static let latest: [Word] = ["現在", "時点", "実績", "現状"]
  /// What a target starts from.
  private static let start: [Word] = ["基準値", "当初値", "従来"]
  private static let annual: [Word] = ["年間", "/年", "毎年", "年当たり"]
  private static let cumulative: [Word] = ["累計", "累積", "通算", "合計"]
  private static let baseline: [Word] = ["比", "対比", "平均", "を基準"]
  private static let growth: [Word] = ["増加", "以上", "向上", "減少", "倍"]

  /// Reads the text of a bracket; nothing where it says neither target nor value.
  init?(_ text: String, options: ScanOptions) {
    let bytes = Array(text.utf8)
    let found = QuantityReader.quantities(bytes)
    guard !TargetBracket.start.contains(where: { text.holds($0) }) else { return nil }
    self.text = text
    quantity = found.last
    isLatest = TargetBracket.latest.contains { text.holds($0) }
    basis = TargetBracket.basis(text)
    // 平成30年5千億円→1兆円: what stands before the arrow is where it starts from.
    let arrow: Word = "→"
    let base = bytes.firstIndex(of: arrow.bytes) ?? 0
    let dates = TextScanner.mentions(in: bytes, options: options).dates.filter {
      $0.range.lowerBound >= base
    }
    year = dates.reversed().lazy.compactMap { TargetBracket.year($0, bytes) }.first
    if let quantity {
      // Top1%論文 names something; a target stands at the end.
      let rest = String(decoding: bytes[quantity.range.upperBound...], as: UTF8.self)
      guard rest.trimmingBlanks.isEmpty || rest.holds("/年") || isLatest else { return nil }
    } else {
      let growth = TargetBracket.growth.contains { text.holds($0) }
      guard growth, !dates.isEmpty else { return nil }
    }
  }

  private static func basis(_ text: String) -> TargetBasis {
    // ５年間で60回 counts the years together.
    if text.contains(#/[0-9]年間/#) { return .cumulative }
    if annual.contains(where: { text.holds($0) }) { return .annual }
    return cumulative.contains { text.holds($0) } ? .cumulative : .unspecified
  }

  private static let ends: [Word] = ["まで", "末", "累計", "累積", "通算", "合計", "度", "年", "時点"]

  /// What /年 and a bracket with a period behind a quantity say of it; nothing where they say more.
  static func basis(ofPeriod text: String, options: ScanOptions) -> TargetBasis? {
    let perYear = "/年"
    let period = text.hasPrefix(perYear) ? text.dropFirst(perYear.count) : text[...]
    let bracket = String(period).trimmingBlanks
    if bracket.isEmpty { return .annual }
    guard bracket.hasPrefix("("), bracket.hasSuffix(")") else { return nil }
    let inside = String(bracket.dropFirst().dropLast())
    let bytes = Array(inside.utf8)
    let dates = TextScanner.mentions(in: bytes, options: options).dates
    guard QuantityReader.quantities(bytes).isEmpty, dates.first?.range.lowerBound == 0,
      inside.ends(with: ends)
    else { return nil }
    return text.hasPrefix(perYear) ? .annual : basis(inside)
  }

  /// The targets of a bracket that lists several: （特許出願4件以上、論文5件以上）.
  func parts(options: ScanOptions) -> [TargetBracket] {
    let comma: Character = "、"
    let pieces = text.split(separator: comma).map { String($0).trimmingBlanks }
    let parts = pieces.compactMap { TargetBracket($0, options: options) }
    guard parts.count > 1, parts.count == pieces.count,
      parts.allSatisfy({ $0.quantity != nil && !$0.isLatest })
    else { return [self] }
    return parts
  }

  /// The fiscal year of a date that no word makes the base of a comparison.
  private static func year(_ date: DateMention, _ bytes: [UInt8]) -> Int? {
    let after = QuantityReader.skipBlanks(bytes, date.range.upperBound)
    guard !baseline.contains(where: { QuantityReader.has(bytes, $0, after) }) else { return nil }
    if let year = date.fiscalYear { return year }
    return date.end.map { FiscalYear(of: $0).year }
  }
}
