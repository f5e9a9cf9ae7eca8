import JSON
import JapaneseText
import Model

/// Every mention of a running text, with its place.
struct NormalizedText {
  let kind: NormalizedKind
  let anchor: Day?
  let isTSV: Bool

  func output(for input: [UInt8]) throws -> [UInt8] {
    guard String(validating: input, as: UTF8.self) != nil else {
      throw UsageError(
        "standard input is not UTF-8\n  Convert it first: iconv -f CP932 -t UTF-8 FILE")
    }
    if kind == .text { return FoldedText(input).bytes }
    if kind == .numbers {
      throw UsageError("numbers are read one a line only\n  Add --values.")
    }
    var options = ScanOptions(anchor: anchor)
    options.findsDates = kind == .dates
    options.findsAmounts = kind == .amounts
    let mentions = TextScanner.mentions(in: input, options: options)
    let body = TextBody(input)
    var writer = Writer(body: body, isTSV: isTSV)
    for date in mentions.dates { writer.write(date) }
    for amount in mentions.amounts { writer.write(amount) }
    return writer.bytes
  }

  private struct Writer {
    let body: TextBody
    let isTSV: Bool
    private(set) var json = JSONWriter()
    private var tsv: [UInt8] = []

    init(body: TextBody, isTSV: Bool) {
      self.body = body
      self.isTSV = isTSV
    }

    var bytes: [UInt8] { isTSV ? tsv : json.bytes }

    mutating func write(_ date: DateMention) {
      let value: JSONValue =
        date.error == nil
        ? [
          "kind": .string(date.kind.rawValue), "start": .day(date.start), "end": .day(date.end),
          "bound": .string(date.bound.rawValue),
        ] : .null
      write(
        date.range, value, flags: date.flags.map(\.rawValue), error: date.error?.rawValue,
        fields: [date.kind.rawValue, date.start?.description ?? "", date.end?.description ?? ""])
    }

    mutating func write(_ amount: AmountMention) {
      let value: JSONValue = amount.error == nil ? .amount(amount) : .null
      write(
        amount.range, value, flags: amount.flags.map(\.rawValue), error: amount.error?.rawValue,
        fields: [
          amount.yen.map { String($0) } ?? "", amount.unitYen.map { String($0) } ?? "",
          amount.qualifiers.map(\.rawValue).joined(separator: ";"),
        ])
    }

    private mutating func write(
      _ range: Range<Int>, _ value: JSONValue, flags: [String], error: String?, fields: [String]
    ) {
      let span = body.place(of: range).spans[0]
      let text = body.printed(range)
      if isTSV {
        let columns = [String(span.line), String(span.columns.lowerBound + 1), text] + fields
        tsv += (columns + [flags.joined(separator: ";"), error ?? ""]).joined(separator: "\t").utf8
        tsv.append(0x0A)
        return
      }
      var members = [
        JSONMember("line", .integer(span.line)),
        JSONMember("column", .integer(span.columns.lowerBound + 1)),
        JSONMember("span", .array([.integer(range.lowerBound), .integer(range.upperBound)])),
        JSONMember("text", .string(text)), JSONMember("value", value),
        JSONMember("flags", .strings(flags)),
      ]
      if let error { members.append(JSONMember("error", .string(error))) }
      json.writeLine(.object(members))
    }
  }
}
