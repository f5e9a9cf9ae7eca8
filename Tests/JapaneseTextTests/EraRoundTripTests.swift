import JapaneseText
import Testing

/// Every day from 1873 to 2040, printed in every form of its era and read back.
@Suite struct EraRoundTripTests {
  /// An era as this test knows it, apart from the table that is tested.
  struct EraName: Sendable, CustomTestStringConvertible {
    let name: String
    let square: String
    let letter: String
    let first: String
    let last: String
    let offset: Int
    var testDescription: String { name }
  }

  private static let eras = [
    EraName(
      name: "明治", square: "㍾", letter: "M", first: "1873-01-01", last: "1912-07-29", offset: 1867),
    EraName(
      name: "大正", square: "㍽", letter: "T", first: "1912-07-30", last: "1926-12-24", offset: 1911),
    EraName(
      name: "昭和", square: "㍼", letter: "S", first: "1926-12-25", last: "1989-01-07", offset: 1925),
    EraName(
      name: "平成", square: "㍻", letter: "H", first: "1989-01-08", last: "2019-04-30", offset: 1988),
    EraName(
      name: "令和", square: "㋿", letter: "R", first: "2019-05-01", last: "2040-12-31", offset: 2018),
  ]

  @Test(arguments: eras)
  func everyDayInEveryForm(era: EraName) throws {
    var day = try #require(Day(iso: era.first))
    let last = try #require(Day(iso: era.last))
    while day <= last {
      let forms = forms(of: day, in: era)
      let text = Array(forms.joined(separator: "。").utf8)
      let mentions = TextScanner.mentions(in: text).dates
      let wrong =
        mentions.count != forms.count
        || mentions.contains { $0.start != day || $0.end != day || !$0.flags.isEmpty }
      if wrong {
        let read = mentions.map { "\($0.start?.description ?? "-") \($0.flags)" }
        Issue.record("\(day): \(forms) read as \(read)")
      }
      day = try #require(day.adding(days: 1))
    }
  }

  private func forms(of day: Day, in era: EraName) -> [String] {
    let year = day.year - era.offset
    let (month, date) = (day.month, day.day)
    let named = year == 1 ? "元" : String(year)
    return [
      "\(era.name)\(named)年\(month)月\(date)日",
      "\(era.name)\(wide(year))年\(wide(month))月\(wide(date))日",
      "\(era.name)\(kanji(year))年\(kanji(month))月\(kanji(date))日",
      "\(era.name)\(places(year))年\(places(month))月\(places(date))日",
      "\(era.square)\(named)年 \(month) 月 \(date) 日",
      "\(era.letter)\(year).\(month).\(date)",
      "\(era.letter)\(year)/\(month)/\(date)",
      "\(era.name)\(year)-\(month)-\(date)",
      "\(String(era.name.prefix(1)))\(year)・\(month)・\(date)",
      "\(day.year)年\(month)月\(date)日",
      "\(day.year)/\(month)/\(date)",
      day.description,
    ]
  }

  private func wide(_ number: Int) -> String { digits(number, "０１２３４５６７８９") }

  private func places(_ number: Int) -> String { digits(number, "〇一二三四五六七八九") }

  private func digits(_ number: Int, _ signs: String) -> String {
    let signs = Array(signs)
    return String(String(number).compactMap(\.wholeNumberValue).map { signs[$0] })
  }

  /// A number below 100 with 十.
  private func kanji(_ number: Int) -> String {
    let ones = number % 10 == 0 ? "" : places(number % 10)
    switch number / 10 {
    case 0: return ones
    case 1: return "十" + ones
    default: return places(number / 10) + "十" + ones
    }
  }
}
