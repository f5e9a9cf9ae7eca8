import JapaneseText
import RawBytes

/// Writing values as bytes without making texts of them first.
extension ByteBuffer {
  mutating func append(orNull number: Int64?) {
    if let number { append(number: number) } else { append("null") }
  }

  mutating func append(_ day: Day) {
    append(pair: day.year / 100)
    append(pair: day.year % 100)
    append(0x2D)
    append(pair: day.month)
    append(0x2D)
    append(pair: day.day)
  }

  mutating func appendQuoted(_ day: Day?) {
    guard let day else { return append("null") }
    append(0x22)
    append(day)
    append(0x22)
  }

  mutating func appendList(
    _ words: [some RawRepresentable<String>], separator: UInt8, isQuoted: Bool
  ) {
    for (index, word) in words.enumerated() {
      if index > 0 { append(separator) }
      if isQuoted { append(0x22) }
      append(text: word.rawValue)
      if isQuoted { append(0x22) }
    }
  }
}
