import JapaneseText

/// Writing values as bytes without making texts of them first.
extension [UInt8] {
  mutating func append(text: String) { append(contentsOf: text.utf8) }

  mutating func append(number: Int64) {
    if number < 0 { append(0x2D) }
    let magnitude = number.magnitude
    var divisor: UInt64 = 1
    while magnitude / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      append(UInt8(truncatingIfNeeded: magnitude / divisor % 10) + 0x30)
      divisor /= 10
    }
  }

  mutating func append(orNull number: Int64?) {
    if let number { append(number: number) } else { append(text: "null") }
  }

  mutating func append(_ day: Day) {
    append(padded: day.year, width: 4)
    append(0x2D)
    append(padded: day.month, width: 2)
    append(0x2D)
    append(padded: day.day, width: 2)
  }

  mutating func appendQuoted(_ day: Day?) {
    guard let day else { return append(text: "null") }
    append(0x22)
    append(day)
    append(0x22)
  }

  mutating func appendList(
    _ words: [some RawRepresentable<String>], separator: String, quote: String
  ) {
    for (index, word) in words.enumerated() {
      if index > 0 { append(text: separator) }
      append(text: quote)
      append(text: word.rawValue)
      append(text: quote)
    }
  }

  /// Whether the last character is ⏎.
  var endsWithBreak: Bool {
    count >= 3 && self[count - 3] == 0xE2 && self[count - 2] == 0x8F && self[count - 1] == 0x8E
  }

  private mutating func append(padded number: Int, width: Int) {
    var divisor = width == 4 ? 1000 : 10
    while divisor > 0 {
      append(UInt8(truncatingIfNeeded: number / divisor % 10) + 0x30)
      divisor /= 10
    }
  }
}
