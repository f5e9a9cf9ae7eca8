/// A number as its decimal digits, kept to the 15 significant ones that spreadsheets show.
///
/// Spreadsheets store binary fractions, so files hold 274.65999999999997 where people wrote
/// 274.66. Fifteen digits are what the programs themselves print and compare.
struct DecimalDigits: Equatable {
  static let significant = 15

  /// The number, without a plus sign, leading zeros and trailing zeros after the point.
  let text: String
  /// Whether digits past the fifteenth were rounded away.
  let isRounded: Bool
  /// The number of significant digits kept.
  let digitCount: Int

  /// Past these powers of ten a number is written with an exponent.
  private static let plainExponents = -20...30

  /// Reads a decimal literal as XML and JSON write it; anything else is nothing.
  init?(_ literal: [UInt8], rounding: Bool = true) {
    if let count = DecimalDigits.countOfPlain(literal) {
      text = String(decoding: literal, as: UTF8.self)
      isRounded = false
      digitCount = count
      return
    }
    guard let parsed = DecimalDigits.parse(literal) else { return nil }
    var digits = parsed.digits
    var exponent = parsed.exponent
    var isRounded = false
    if rounding, digits.count > DecimalDigits.significant {
      isRounded = true
      let isUp = digits[DecimalDigits.significant] >= 5
      exponent += digits.count - DecimalDigits.significant
      digits.removeSubrange(DecimalDigits.significant...)
      if isUp, DecimalDigits.increment(&digits) { exponent += 1 }
    }
    while digits.count > 1, digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    self.isRounded = isRounded
    digitCount = digits.count
    text = DecimalDigits.print(digits, exponent, isNegative: parsed.isNegative)
  }

  /// The number of digits of a literal that is in its final form already; most are.
  private static func countOfPlain(_ literal: [UInt8]) -> Int? {
    guard let first = literal.first, (0x31...0x39).contains(first),
      literal.count <= significant, literal.last != 0x30 || !literal.contains(0x2E),
      literal.last != 0x2E
    else { return nil }
    var points = 0
    for byte in literal {
      if byte == 0x2E { points += 1 } else if !(0x30...0x39).contains(byte) { return nil }
    }
    return points <= 1 ? literal.count - points : nil
  }

  /// The significant digits of a literal and the power of ten of the last one.
  private static func parse(
    _ literal: [UInt8]
  ) -> (digits: [UInt8], exponent: Int, isNegative: Bool)? {
    var digits: [UInt8] = []
    var exponent = 0
    var rest = literal[...]
    let sign = rest.first
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
    var hasDigit = false
    var isFraction = false
    while let byte = rest.first, byte != UInt8(ascii: "e"), byte != UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
        continue
      }
      guard (0x30...0x39).contains(byte) else { return nil }
      hasDigit = true
      if isFraction { exponent -= 1 }
      // Zeros before the first other digit are not significant.
      if byte != 0x30 || !digits.isEmpty { digits.append(byte - 0x30) }
    }
    guard hasDigit else { return nil }
    if !rest.isEmpty {
      guard let power = power(rest.dropFirst()) else { return nil }
      exponent += power
    }
    return digits.isEmpty
      ? ([0], 0, false) : (digits, exponent, sign == UInt8(ascii: "-"))
  }

  private static func power(_ literal: ArraySlice<UInt8>) -> Int? {
    var rest = literal
    let sign = rest.first
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard !rest.isEmpty, rest.count <= 6 else { return nil }
    var power = 0
    for byte in rest {
      guard (0x30...0x39).contains(byte) else { return nil }
      power = power * 10 + Int(byte - 0x30)
    }
    return sign == UInt8(ascii: "-") ? -power : power
  }

  /// Adds one to the last digit; true where that made the number one digit longer.
  private static func increment(_ digits: inout [UInt8]) -> Bool {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return false
      }
      digits[index] = 0
    }
    digits[0] = 1
    return true
  }

  private static func print(_ digits: [UInt8], _ exponent: Int, isNegative: Bool) -> String {
    var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    let point = digits.count + exponent
    func append(_ part: ArraySlice<UInt8>) { for digit in part { text.append(0x30 + digit) } }
    guard plainExponents.contains(point) else {
      append(digits[..<1])
      if digits.count > 1 {
        text.append(UInt8(ascii: "."))
        append(digits[1...])
      }
      return String(decoding: text, as: UTF8.self) + "E\(point - 1)"
    }
    if point <= 0 {
      text.append(contentsOf: "0.".utf8)
      text.append(contentsOf: repeatElement(0x30, count: -point))
      append(digits[...])
    } else if exponent >= 0 {
      append(digits[...])
      text.append(contentsOf: repeatElement(0x30, count: exponent))
    } else {
      append(digits[..<point])
      text.append(UInt8(ascii: "."))
      append(digits[point...])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
