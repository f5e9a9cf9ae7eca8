import JapaneseText
import Testing

@Suite struct AmountRoundTripTests {
  /// 0.1億円 to 9,999.9億円 in steps of 0.1: a binary fraction would lose a yen in every tenth.
  @Test(arguments: ["half", "full"])
  func everyTenthIsExactToTheYen(width: String) {
    for thousand in 0..<100 {
      let tenths = Array(max(1, thousand * 1000)..<(thousand + 1) * 1000)
      let text = tenths.map { printed($0, isFull: width == "full") }.joined(separator: "と")
      let amounts = TextScanner.mentions(in: Array(text.utf8)).amounts
      #expect(amounts.compactMap(\.yen) == tenths.map { Int64($0) * 10_000_000 })
      #expect(amounts.allSatisfy { $0.unitYen == 10_000_000 && $0.flags.isEmpty })
    }
  }

  private func printed(_ tenths: Int, isFull: Bool) -> String {
    let whole = tenths / 10
    let grouped =
      whole < 1000 ? "\(whole)" : "\(whole / 1000),\(String(whole % 1000 + 1000).dropFirst())"
    let text = "\(grouped).\(tenths % 10)億円"
    guard isFull else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.isASCII ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 }))
  }

  @Test(arguments: [
    ("12億3,456万円", "１２億３，４５６万円"), ("1兆2,345億円", "１兆２，３４５億円"), ("12億3,456万円", "十二億三千四百五十六万円"),
    ("1兆2,345億円", "一兆二千三百四十五億円"), ("326億円", "三二六億円"), ("326億円", "参百弐拾六億円"),
    ("▲326億円", "△３２６億円"), ("-326億円", "−326億円"), ("￥1,234", "¥１，２３４"), ("326億円", "326\u{3000}億円"),
    ("3百万円", "三百万円"), ("約5千億円", "約五千億円"), ("326億円", "３２６ 億 円"),
  ])
  func anotherSpellingIsTheSameAmount(text: String, other: String) throws {
    #expect(
      try AmountValue.read(other).get().mention.yen == AmountValue.read(text).get().mention.yen)
  }
}
