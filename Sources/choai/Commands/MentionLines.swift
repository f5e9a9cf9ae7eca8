import JapaneseText
import RawBytes

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
  func append(_ date: DateMention, to output: inout ByteBuffer) {
    appendPlace(of: date.range, date.position, to: &output)
    if isTSV {
      output.append(0x09)
      if date.error == nil { output.append(text: date.kind.rawValue) }
      output.append(0x09)
      if let start = date.start { output.append(start) }
      output.append(0x09)
      if let end = date.end { output.append(end) }
    } else if date.error != nil {
      output.append("null")
    } else {
      output.append(#"{"kind":""#)
      output.append(text: date.kind.rawValue)
      output.append(#"","start":"#)
      output.appendQuoted(date.start)
      output.append(#","end":"#)
      output.appendQuoted(date.end)
      output.append(#","bound":""#)
      output.append(text: date.bound.rawValue)
      output.append(#""}"#)
    }
    appendEnd(date.flags, error: date.error?.rawValue, to: &output)
  }

  /// Appends an amount.
  func append(_ amount: AmountMention, to output: inout ByteBuffer) {
    appendPlace(of: amount.range, amount.position, to: &output)
    if isTSV {
      output.append(0x09)
      if let yen = amount.yen { output.append(number: yen) }
      output.append(0x09)
      if let unit = amount.unitYen { output.append(number: unit) }
      output.append(0x09)
      output.appendList(amount.qualifiers, separator: 0x3B, isQuoted: false)
    } else if amount.error != nil {
      output.append("null")
    } else {
      output.append(#"{"amount_yen":"#)
      output.append(orNull: amount.yen)
      output.append(#","unit_yen":"#)
      output.append(orNull: amount.unitYen)
      if let high = amount.highYen {
        output.append(#","amount_high_yen":"#)
        output.append(number: high)
      }
      output.append(#","qualifier":["#)
      output.appendList(amount.qualifiers, separator: 0x2C, isQuoted: true)
      output.append("]}")
    }
    appendEnd(amount.flags, error: amount.error?.rawValue, to: &output)
  }

  /// Appends a number.
  func append(_ number: NumberMention, to output: inout ByteBuffer) {
    appendPlace(of: number.range, number.position, to: &output)
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

  private func appendPlace(
    of range: Range<Int>, _ position: TextPosition, to output: inout ByteBuffer
  ) {
    if isTSV {
      output.append(number: Int64(position.line))
      output.append(0x09)
      output.append(number: Int64(position.column))
      output.append(0x09)
      appendText(range, to: &output)
      return
    }
    output.append(#"{"line":"#)
    output.append(number: Int64(position.line))
    output.append(#","column":"#)
    output.append(number: Int64(position.column))
    output.append(#","span":["#)
    output.append(number: Int64(range.lowerBound))
    output.append(0x2C)
    output.append(number: Int64(range.upperBound))
    output.append(#"],"text":""#)
    appendText(range, to: &output)
    output.append(#"","value":"#)
  }

  private func appendEnd(
    _ flags: [some RawRepresentable<String>], error: String?, to output: inout ByteBuffer
  ) {
    if isTSV {
      output.append(0x09)
      output.appendList(flags, separator: 0x3B, isQuoted: false)
      output.append(0x09)
      if let error { output.append(text: error) }
      output.append(0x0A)
      return
    }
    output.append(#","flags":["#)
    output.appendList(flags, separator: 0x2C, isQuoted: true)
    output.append(0x5D)
    if let error {
      output.append(#","error":""#)
      output.append(text: error)
      output.append(0x22)
    }
    output.append("}\n")
  }

  /// The characters of the source; a run of line ends and spaces around it is one ⏎.
  private func appendText(_ range: Range<Int>, to output: inout ByteBuffer) {
    if !hasSpecialByte(range) { return output.append(contentsOf: text.extracting(range)) }
    var isAfterBreak = false
    for index in range {
      let byte = text[index]
      switch byte {
      case 0x0A, 0x0C, 0x0D:
        if !isAfterBreak { output.append("⏎") }
        isAfterBreak = true
        continue
      case 0x22, 0x5C:
        if !isTSV { output.append(0x5C) }
        output.append(byte)
      case 0..<0x20: output.append(0x20)
      default: output.append(byte)
      }
      isAfterBreak = false
    }
  }

  /// Whether a byte of a mention is not written as it is.
  private func hasSpecialByte(_ range: Range<Int>) -> Bool {
    for index in range where text[index] < 0x20 || text[index] == 0x22 || text[index] == 0x5C {
      return true
    }
    return false
  }
}
