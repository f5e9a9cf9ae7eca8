import JapaneseText
import Platform
import RawBytes

/// Every mention of a running text, with its place.
struct NormalizedText {
  let kinds: Set<NormalizedKind>
  let anchor: Day?
  let isTSV: Bool

  /// How many bytes are put together before they are written.
  private static let chunk = 1 << 18

  /// Writes the mentions of a text in their order.
  func write(_ input: Span<UInt8>) throws {
    if kinds == [.numbers] { return try writeNumbers(input) }
    var options = ScanOptions(anchor: anchor)
    options.findsDates = kinds.contains(.dates)
    options.findsAmounts = kinds.contains(.amounts)
    let mentions = TextScanner.list(in: input, options: options)
    try NormalizedText.check(mentions)
    let lines = MentionLines(text: input, isTSV: isTSV)
    var output = ByteBuffer(capacity: NormalizedText.chunk * 2)
    var amounts = mentions.amounts.makeIterator()
    var amount = amounts.next()
    for date in mentions.dates {
      while let before = amount, before.range.lowerBound < date.range.lowerBound {
        lines.append(before, to: &output)
        amount = amounts.next()
      }
      lines.append(date, to: &output)
      try flush(&output, above: NormalizedText.chunk)
    }
    while let last = amount {
      lines.append(last, to: &output)
      amount = amounts.next()
      try flush(&output, above: NormalizedText.chunk)
    }
    try flush(&output, above: 0)
  }

  /// Writes a text folded, some lines at a time: no character changes one of another line.
  static func writeFolded(_ input: Span<UInt8>) throws {
    try checkUTF8(input)
    var start = 0
    while start < input.count {
      var end = min(start + chunk, input.count)
      while end < input.count, input[end - 1] != 0x0A { end += 1 }
      try Console.write(FoldedText(input.extracting(start..<end)).bytes, to: .output)
      start = end
    }
  }

  private func writeNumbers(_ input: Span<UInt8>) throws {
    try NormalizedText.checkUTF8(input)
    let lines = MentionLines(text: input, isTSV: isTSV)
    var output = ByteBuffer(capacity: NormalizedText.chunk * 2)
    for number in NumberScanner.mentions(in: input) {
      lines.append(number, to: &output)
      try flush(&output, above: NormalizedText.chunk)
    }
    try flush(&output, above: 0)
  }

  private func flush(_ output: inout ByteBuffer, above size: Int) throws {
    guard output.count > size else { return }
    try Console.write(output.bytes, to: .output)
    output.removeAll()
  }

  /// Refuses bytes that are no UTF-8.
  private static func checkUTF8(_ input: Span<UInt8>) throws {
    var options = ScanOptions()
    options.findsDates = false
    options.findsAmounts = false
    try check(TextScanner.list(in: input, options: options))
  }

  private static func check(_ mentions: MentionList) throws(UsageError) {
    guard let odd = mentions.firstInvalidByte else { return }
    throw UsageError(
      "standard input is not UTF-8: byte \(odd + 1) belongs to no character\n"
        + "  Convert it first: iconv -f CP932 -t UTF-8 FILE")
  }
}
