import Model

/// A number with its unit, as indicators print it: 1,099件, 2件以上, 1.28倍.
struct Quantity: Sendable, Hashable {
  var digits: String
  var unit: String
  var isAtLeast = false
  /// Where it starts and ends in the bytes it was read from.
  var range: Range<Int>

  var value: Decimal? { Decimal(digits) }
}

/// Reads quantities out of folded bytes.
enum QuantityReader {
  private static let units = [Word](longestFirst: [
    "件", "社", "名", "人", "品目", "%", "倍", "施設", "試験", "拠点", "機関", "課題", "種類", "か所", "箇所",
    "億円", "兆円", "百万円", "回", "報", "例", "本", "校", "団体", "か国", "事例", "地点", "地区", "地域", "台",
    "基", "隻", "戸", "世帯", "自治体", "市町村", "都道府県", "大学", "路線", "港", "橋", "駅", "棟", "頭", "便",
    "品種", "店舗", "企業", "事業者", "事業所", "ポイント", "ha", "km", "km2", "kL", "kW", "MW", "GW", "トン", "t",
  ])
  private static let scales: [(word: Word, zeros: Int)] = [("万", 4), ("億", 8)]
  private static let atLeast: Word = "以上"

  /// The quantity that starts at an index.
  static func quantity(_ bytes: [UInt8], at start: Int) -> Quantity? {
    guard let number = number(bytes, at: start) else { return nil }
    var offset = skipBlanks(bytes, number.end)
    var zeros = 0
    if let scale = scales.first(where: { has(bytes, $0.word, offset) }),
      !units.contains(where: { has(bytes, $0, offset) })
    {
      zeros = scale.zeros
      offset += scale.word.count
    }
    guard let unit = units.first(where: { has(bytes, $0, offset) }) else { return nil }
    offset += unit.count
    if isLetter(bytes, offset - 1), isLetter(bytes, offset) { return nil }
    let isAtLeast = has(bytes, atLeast, skipBlanks(bytes, offset))
    if isAtLeast { offset = skipBlanks(bytes, offset) + atLeast.count }
    return Quantity(
      digits: scaled(number.digits, zeros), unit: String(decoding: unit.bytes, as: UTF8.self),
      isAtLeast: isAtLeast, range: start..<offset)
  }

  /// A number with commas and a point.
  static func number(_ bytes: [UInt8], at start: Int) -> (digits: String, end: Int)? {
    var digits: [UInt8] = []
    var offset = start
    var hasPoint = false
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x30...0x39: digits.append(bytes[offset])
      case 0x2C where !digits.isEmpty && isDigit(bytes, offset + 1): break
      case 0x2E where !digits.isEmpty && !hasPoint && isDigit(bytes, offset + 1):
        hasPoint = true
        digits.append(0x2E)
      default:
        return digits.isEmpty ? nil : (String(decoding: digits, as: UTF8.self), offset)
      }
      offset += 1
    }
    return digits.isEmpty ? nil : (String(decoding: digits, as: UTF8.self), offset)
  }

  /// All quantities of a stretch, in order.
  static func quantities(_ bytes: [UInt8]) -> [Quantity] {
    var found: [Quantity] = []
    var offset = 0
    while offset < bytes.count {
      guard isDigit(bytes, offset) else {
        offset += 1
        continue
      }
      if let quantity = quantity(bytes, at: offset) {
        found.append(quantity)
        offset = quantity.range.upperBound
      } else {
        offset = number(bytes, at: offset)?.end ?? offset + 1
      }
    }
    return found
  }

  /// The quantity that a text ends with.
  static func last(_ bytes: [UInt8]) -> Quantity? {
    guard let last = quantities(bytes).last, last.range.upperBound == bytes.count else {
      return nil
    }
    return last
  }

  static func isDigit(_ bytes: [UInt8], _ offset: Int) -> Bool {
    offset < bytes.count && bytes[offset] >= 0x30 && bytes[offset] <= 0x39
  }

  private static func isLetter(_ bytes: [UInt8], _ offset: Int) -> Bool {
    offset < bytes.count && (0x61...0x7A).contains(bytes[offset] | 0x20)
  }

  static func skipBlanks(_ bytes: [UInt8], _ offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, Layout.isBlank(bytes[offset]) { offset += 1 }
    return offset
  }

  static func has(_ bytes: [UInt8], _ word: Word, _ offset: Int) -> Bool {
    offset >= 0 && offset + word.count <= bytes.count
      && bytes[offset..<offset + word.count].elementsEqual(word.bytes)
  }

  private static func scaled(_ digits: String, _ zeros: Int) -> String {
    guard zeros > 0 else { return digits }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count > 1 ? String(parts[1]) : ""
    guard decimals.utf8.count <= zeros else { return digits }
    return String(parts[0]) + decimals
      + String(repeating: "0", count: zeros - decimals.utf8.count)
  }
}
