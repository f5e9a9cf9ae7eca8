import JapaneseText

/// Makes a line of JSON or of tab-separated values for each mention, byte by byte: a text may
/// hold a million of them.
struct MentionLines: ~Escapable {
  private let text: Span<UInt8>
  private let isTSV: Bool

  @_lifetime(copy text)
  init(text: Span<UInt8>, isTSV: Bool) {
    self.text = text
    self.isTSV = isTSV
  }

  /// Appends a date.
  func append(_ date: DateMention, to output: inout [UInt8]) {
    appendPlace(of: date.range, line: date.line, to: &output)
    if isTSV {
      output.append(0x09)
      if date.error == nil { output.append(text: date.kind.rawValue) }
      output.append(0x09)
      if let start = date.start { output.append(start) }
      output.append(0x09)
      if let end = date.end { output.append(end) }
    } else if date.error != nil {
      output.append(text: "null")
    } else {
      output.append(text: #"{"kind":""#)
      output.append(text: date.kind.rawValue)
      output.append(text: #"","start":"#)
      output.appendQuoted(date.start)
      output.append(text: #","end":"#)
      output.appendQuoted(date.end)
      output.append(text: #","bound":""#)
      output.append(text: date.bound.rawValue)
      output.append(text: #""}"#)
    }
    appendEnd(date.flags, error: date.error?.rawValue, to: &output)
  }

  /// Appends an amount.
  func append(_ amount: AmountMention, to output: inout [UInt8]) {
    appendPlace(of: amount.range, line: amount.line, to: &output)
    if isTSV {
      output.append(0x09)
      if let yen = amount.yen { output.append(number: yen) }
      output.append(0x09)
      if let unit = amount.unitYen { output.append(number: unit) }
      output.append(0x09)
      output.appendList(amount.qualifiers, separator: ";", quote: "")
    } else if amount.error != nil {
      output.append(text: "null")
    } else {
      output.append(text: #"{"amount_yen":"#)
      output.append(orNull: amount.yen)
      output.append(text: #","unit_yen":"#)
      output.append(orNull: amount.unitYen)
      if let high = amount.highYen {
        output.append(text: #","amount_high_yen":"#)
        output.append(number: high)
      }
      output.append(text: #","qualifier":["#)
      output.appendList(amount.qualifiers, separator: ",", quote: "\"")
      output.append(text: "]}")
    }
    appendEnd(amount.flags, error: amount.error?.rawValue, to: &output)
  }

  /// Appends a number.
  func append(_ number: NumberMention, to output: inout [UInt8]) {
    appendPlace(of: number.range, line: number.line, to: &output)
    let value = number.value?.description
    if isTSV {
      output.append(0x09)
      output.append(text: value ?? "")
    } else {
      output.append(text: value.map { "\"\($0)\"" } ?? "null")
    }
    appendEnd(number.flags, error: number.error?.rawValue, to: &output)
  }

  // MARK: What all mentions have

  private func appendPlace(of range: Range<Int>, line: Int, to output: inout [UInt8]) {
    let column = column(of: range.lowerBound)
    if isTSV {
      output.append(number: Int64(line))
      output.append(0x09)
      output.append(number: column)
      output.append(0x09)
      appendText(range, to: &output)
      return
    }
    output.append(text: #"{"line":"#)
    output.append(number: Int64(line))
    output.append(text: #","column":"#)
    output.append(number: column)
    output.append(text: #","span":["#)
    output.append(number: Int64(range.lowerBound))
    output.append(0x2C)
    output.append(number: Int64(range.upperBound))
    output.append(text: #"],"text":""#)
    appendText(range, to: &output)
    output.append(text: #"","value":"#)
  }

  private func appendEnd(
    _ flags: [some RawRepresentable<String>], error: String?, to output: inout [UInt8]
  ) {
    if isTSV {
      output.append(0x09)
      output.appendList(flags, separator: ";", quote: "")
      output.append(0x09)
      if let error { output.append(text: error) }
      output.append(0x0A)
      return
    }
    output.append(text: #","flags":["#)
    output.appendList(flags, separator: ",", quote: "\"")
    output.append(0x5D)
    if let error {
      output.append(text: #","error":""#)
      output.append(text: error)
      output.append(0x22)
    }
    output.append(text: "}\n")
  }

  /// The characters of the source; a run of line ends and spaces around it is one ⏎.
  private func appendText(_ range: Range<Int>, to output: inout [UInt8]) {
    for index in range {
      let byte = text[index]
      switch byte {
      case 0x0A, 0x0C, 0x0D:
        if !output.endsWithBreak { output.append(text: "⏎") }
      case 0x22, 0x5C:
        if !isTSV { output.append(0x5C) }
        output.append(byte)
      case 0..<0x20: output.append(0x20)
      default: output.append(byte)
      }
    }
  }

  /// The number of characters from the start of the line, from 1: bytes that do not continue one.
  private func column(of offset: Int) -> Int64 {
    var column: Int64 = 1
    var index = offset - 1
    while index >= 0, text[index] != 0x0A {
      if text[index] & 0xC0 != 0x80 { column += 1 }
      index -= 1
    }
    return column
  }
}
