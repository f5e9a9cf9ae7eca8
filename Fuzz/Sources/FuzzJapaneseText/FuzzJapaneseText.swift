import JapaneseText

/// Gives the readers of Japanese text arbitrary bytes and checks what must always hold.
@c(LLVMFuzzerTestOneInput)
public func fuzzJapaneseText(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let mentions = TextScanner.mentions(in: bytes, options: ScanOptions(fiscalYear: 2022))
  checkDates(mentions.dates, count)
  checkAmounts(mentions.amounts, count)
  checkNumbers(NumberScanner.mentions(in: bytes), count)
  _ = UnitCaption.captions(in: bytes)
  checkFolding(bytes)
  let text = String(decoding: bytes, as: UTF8.self)
  _ = NumberValue.read(text)
  _ = AmountValue.read(text)
  _ = DateValue.read(text, anchor: Day(iso: "2022-06-03"))
  for mention in ministries.mentions(in: bytes) { precondition(mention.range.upperBound <= count) }
  return 0
}

private let ministries = MinistryFinder(abbreviations: [
  MinistryAbbreviation("厚", ministry: "厚生労働省"), MinistryAbbreviation("厚労省", ministry: "厚生労働省"),
  MinistryAbbreviation("AMED", ministry: "日本医療研究開発機構"),
])

/// Dates stand in order, without overlaps, and a value never goes with an error.
private func checkDates(_ dates: [DateMention], _ count: Int) {
  var end = 0
  for date in dates {
    precondition(date.range.lowerBound >= end && date.range.upperBound <= count)
    precondition(!date.range.isEmpty && date.position.line >= 1 && date.position.column >= 1)
    precondition(date.error == nil || (date.start == nil && date.end == nil))
    if let first = date.start, let last = date.end, !date.flags.contains(.reversedRange) {
      precondition(first <= last)
    }
    end = date.range.upperBound
  }
}

private func checkAmounts(_ amounts: [AmountMention], _ count: Int) {
  var end = 0
  for amount in amounts {
    precondition(amount.range.upperBound > end && amount.range.upperBound <= count)
    precondition(amount.end >= amount.range.upperBound && amount.end <= count)
    precondition(amount.error == nil || amount.yen == nil)
    precondition(amount.unitYen ?? 1 > 0)
    end = amount.range.upperBound
  }
}

private func checkNumbers(_ numbers: [NumberMention], _ count: Int) {
  var end = 0
  for number in numbers {
    precondition(number.range.upperBound > end && number.range.upperBound <= count)
    precondition((number.value == nil) == (number.error != nil))
    end = number.range.upperBound
  }
}

/// Every folded byte comes from some source bytes, and the whole from the whole.
private func checkFolding(_ bytes: [UInt8]) {
  let folded = FoldedText(bytes)
  precondition(folded.sourceRange(of: 0..<folded.bytes.count) == 0..<bytes.count)
  for index in folded.bytes.indices {
    let range = folded.sourceRange(of: index..<index + 1)
    precondition(!range.isEmpty && range.upperBound <= bytes.count)
  }
}
