import JapaneseText
import Testing

@Suite struct DecimalNumberTests {
  @Test(arguments: [
    ("12.50", "12.5"), ("-0.07", "-0.07"), ("0", "0"), ("007", "7"), ("", nil), ("-", nil),
    ("1.", nil), (".5", "0.5"), ("1e3", nil), ("１", nil), ("1.2.3", nil),
  ])
  func readsPlainNotationOnly(text: String, expected: String?) {
    #expect(DecimalNumber(decimal: text)?.description == expected)
  }

  @Test(arguments: [
    ("31", "25", 124), ("80.8", "75", 107), ("0", "7", 0), ("1", "3", 33), ("2.5", "0.5", 500),
    ("-1", "4", -25),
  ])
  func givesPercentsExactly(part: String, whole: String, percent: Int) throws {
    let number = try #require(DecimalNumber(decimal: part))
    #expect(number.percent(of: try #require(DecimalNumber(decimal: whole))) == percent)
  }

  @Test func nothingIsAPercentOfZero() throws {
    let zero = try #require(DecimalNumber(decimal: "0"))
    #expect(zero.percent(of: zero) == nil)
  }
}
