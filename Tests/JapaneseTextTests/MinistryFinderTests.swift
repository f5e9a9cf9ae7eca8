import JapaneseText
import Testing

@Suite struct MinistryFinderTests {
  private static let reform = Day(iso: "2001-01-06")
  private static let beforeReform = Day(iso: "2001-01-05")

  private let finder = MinistryFinder(abbreviations: [
    MinistryAbbreviation("厚", ministry: "厚生省", lastDay: beforeReform),
    MinistryAbbreviation("厚", ministry: "厚生労働省", firstDay: reform),
    MinistryAbbreviation("厚労省", ministry: "厚生労働省", firstDay: reform),
    MinistryAbbreviation("厚生労働省", ministry: "厚生労働省", firstDay: reform),
    MinistryAbbreviation("厚生省", ministry: "厚生省", lastDay: beforeReform),
    MinistryAbbreviation("文", ministry: "文部科学省"),
    MinistryAbbreviation("文科省", ministry: "文部科学省"),
    MinistryAbbreviation("経", ministry: "経済産業省"),
    MinistryAbbreviation("健", ministry: "健康・医療戦略推進事務局"),
    MinistryAbbreviation("健医", ministry: "健康・医療戦略推進事務局"),
    MinistryAbbreviation("こ", ministry: "こども家庭庁"),
    MinistryAbbreviation("消費", ministry: "消費者庁"),
    MinistryAbbreviation("理研", ministry: "理化学研究所", standsAlone: true),
    MinistryAbbreviation("総務省", ministry: "総務省"),
    MinistryAbbreviation("NC", ministry: "国立高度専門医療研究センター"),
    MinistryAbbreviation("国立高度専門医療研究センター", ministry: "国立高度専門医療研究センター"),
    MinistryAbbreviation("AMED", ministry: "日本医療研究開発機構"),
  ])

  private func found(_ text: String, on day: String? = nil) -> [String] {
    let bytes = Array(text.utf8)
    return finder.mentions(in: bytes, on: day.flatMap(Day.init(iso:))).map { mention in
      let printed = String(decoding: bytes[mention.range], as: UTF8.self)
      let mark = mention.isLead ? "◎" : ""
      return "\(mark)\(printed)=\(mention.ministries.joined(separator: "/"))"
    }
  }

  @Test(arguments: [
    ("（文、◎経）", ["文=文部科学省", "◎経=経済産業省"]),
    ("取り組む。（◎健医、文、\n経）", ["◎健医=健康・医療戦略推進事務局", "文=文部科学省", "経=経済産業省"]),
    ("（健、こ）", ["健=健康・医療戦略推進事務局", "こ=こども家庭庁"]),
    ("■文科省、■厚労省", ["文科省=文部科学省", "厚労省=厚生労働省"]),
    ("文科省・厚労省・総務省", ["文科省=文部科学省", "厚労省=厚生労働省", "総務省=総務省"]),
    ("厚\n生\n労\n働\n省", ["厚\n生\n労\n働\n省=厚生労働省"]),
    ("厚 生 労 働 省", ["厚 生 労 働 省=厚生労働省"]),
    ("国立高度専⾨医療研究センター", ["国立高度専⾨医療研究センター=国立高度専門医療研究センター"]),
    ("ＡＭＥＤにおいて", ["ＡＭＥＤ=日本医療研究開発機構"]),
    ("６ＮＣの", []),
    ("理研、産総研", ["理研=理化学研究所"]),
    ("施策◎文 実施", ["◎文=文部科学省"]),
  ])
  func namesAreFoundInListsAndAsTokens(text: String, expected: [String]) {
    #expect(found(text) == expected)
  }

  @Test(arguments: [
    "手厚い支援", "時を経る", "文化", "（経済）", "（文、その他）", "◎文化庁", "消費を促す", "総務省令", "管理研究",
    "NCBN", "CAMED", "こども", "",
  ])
  func nothingIsFoundInsideOtherWords(text: String) {
    #expect(found(text) == [])
  }

  @Test func aDayDecidesBetweenNamesThatChangedHands() {
    #expect(found("（厚）", on: "2001-01-05") == ["厚=厚生省"])
    #expect(found("（厚）", on: "2001-01-06") == ["厚=厚生労働省"])
    #expect(found("（厚）") == ["厚=厚生省/厚生労働省"])
  }

  @Test func aNameOutOfUseSaysSo() throws {
    let text = Array("旧厚生省".utf8)
    let mention = try #require(finder.mentions(in: text, on: Day(iso: "2020-04-01")).first)
    #expect(mention.ministries == ["厚生省"])
    #expect(!mention.isInUse)
    #expect(mention.range == 3..<12)
  }

  @Test func aListKnowsItsBrackets() throws {
    let text = Array("推進（文、◎経）等".utf8)
    let mentions = finder.mentions(in: text)
    #expect(mentions.map(\.list) == [6..<24, 6..<24])
  }
}
