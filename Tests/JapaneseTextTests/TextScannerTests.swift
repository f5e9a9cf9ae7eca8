import JapaneseText
import TestSupport
import Testing

@Suite struct TextScannerTests {
  private func dates(_ text: String, fiscalYear: Int? = nil) -> [String] {
    let bytes = Array(text.utf8)
    let mentions = TextScanner.mentions(in: bytes, options: ScanOptions(fiscalYear: fiscalYear))
    return mentions.dates.map { date in
      let source = String(decoding: bytes[date.range], as: UTF8.self)
      return "\(source) \(date.start?.description ?? "-")"
    }
  }

  private func amounts(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return TextScanner.mentions(in: bytes).amounts.map { amount in
      let source = String(decoding: bytes[amount.range], as: UTF8.self)
      let words = amount.qualifiers.map { " " + $0.rawValue }.joined()
      return "\(source) \(amount.yen.map { String($0) } ?? "-")/\(amount.unitYen ?? 0)\(words)"
    }
  }

  @Test func lettersAreYearsOnlyWhereTheTextUsesThemSo() {
    #expect(dates("R2: 8，R3: 3（R4年度まで）") == ["R2 2020-04-01", "R3 2021-04-01", "R4年度 2022-04-01"])
    #expect(dates("R2: 8，R3: 3") == [])
    #expect(dates("H29：90件 S1 H24年") == ["H29 2017-04-01", "H24年 2012-01-01"])
  }

  @Test func listsOfYearsShareTheirEndingHoweverLong() {
    let years = (1...30).map { "R\($0)" }.joined(separator: "/")
    #expect(dates(years + "年度").count == 30)
    #expect(dates(years + "年度").first == "R1 2019-04-01")
    // Without an ending they are years only where the text says so elsewhere.
    #expect(dates(years + " H").isEmpty)
  }

  @Test func theYearBeforeSaidAgainIsTheSame() {
    #expect(
      dates("令和５年度予算 甲 3億円（前年度 2億円） 乙 5億円（前年度 4億円、前々年度 3億円）、その翌年度 6億円、同年度末")
        == [
          "令和５年度 2023-04-01", "前年度 2022-04-01", "前年度 2022-04-01", "前々年度 2021-04-01",
          "翌年度 2022-04-01", "同年度末 2023-03-31",
        ])
  }

  @Test func relativeDatesAreSaidFromTheDateBeforeThem() {
    #expect(
      dates("令和元年法律第63号、2019年11月27日成立、同年12月４日公布")
        == ["令和元年 2019-01-01", "2019年11月27日 2019-11-27", "同年12月４日 2019-12-04"])
    #expect(
      dates("令和５年度当初予算案 31百万円（44百万円）※（）内は前年度当初予算額")
        == ["令和５年度 2023-04-01", "前年度 2022-04-01"])
  }

  @Test func thePresentIsTheFiscalYearOfTheText() {
    #expect(dates("今年度：29億円（14%）", fiscalYear: 2019) == ["今年度 2019-04-01"])
    #expect(dates("今年度") == ["今年度 -"])
    let far = String(repeating: "あ", count: 200)
    #expect(dates("今年度\(far)平成31年度\(far)平成31年度").first == "今年度 2019-04-01")
  }

  @Test(arguments: [
    ("85.8億円平成31年度予算額 36.5億円", ["85.8億円 8580000000/10000000", "36.5億円 3650000000/10000000"]),
    ("約\n\n９兆円", ["９兆円 9000000000000/1000000000000 approx"]),
    ("1.3億円\n≪再掲≫", ["1.3億円 130000000/10000000 reprise"]),
    ("2,\n562億円", ["2,\n562億円 256200000000/100000000"]),
    ("10～20億円", ["10～20億円 1000000000/100000000 range"]),
    ("△ 12百万円", ["△ 12百万円 -12000000/1000000"]),
    ("A-12百万円", ["12百万円 12000000/1000000"]),
    ("５千万／年（上限）", ["５千万 50000000/10000000 at_most per_year"]),
    ("数百億円程度", ["数百億円 -/10000000000 approx order"]),
    ("円滑化、関東一円、100円高", []),
    ("人口1億人、第2期", []),
    ("1,2,3億円", ["1,2,3億円 -/0"]),
    ("99,999,999,999億円", ["99,999,999,999億円 -/0"]),
  ])
  func amountsKeepTheirUnitsAndWords(text: String, expected: [String]) {
    #expect(amounts(text) == expected)
  }

  @Test func arbitraryBytesAreNoReasonToStop() {
    var generator = Seeded(seed: 20_220_401)
    for _ in 0..<2000 {
      let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let mentions = TextScanner.mentions(in: bytes)
      #expect(mentions.dates.allSatisfy { $0.range.upperBound <= bytes.count }, "\(bytes)")
      let folded = FoldedText(bytes)
      #expect(folded.sourceRange(of: 0..<folded.bytes.count) == 0..<bytes.count, "\(bytes)")
    }
  }
}

@Suite struct TextPositionTests {
  /// Counted by hand: a mention starts where its first character stands, a sign included.
  @Test func saysLineAndColumnOfEveryMention() {
    let text = "予算の額は\n　令和４年度326億円、△\n5億円 と R4\n2022年度"
    let mentions = TextScanner.mentions(in: Array(text.utf8))
    #expect(mentions.dates.map(\.position.line) == [2, 4])
    #expect(mentions.dates.map(\.position.column) == [2, 1])
    #expect(mentions.amounts.map(\.position.line) == [2, 2])
    #expect(mentions.amounts.map(\.position.column) == [7, 13])
  }

  @Test func countsOnAfterManyMentionsInOneLine() {
    let text = String(repeating: "令和4年度 ", count: 5000)
    let dates = TextScanner.mentions(in: Array(text.utf8)).dates
    #expect(dates.map(\.position.column) == (0..<5000).map { $0 * 6 + 1 })
  }
}
