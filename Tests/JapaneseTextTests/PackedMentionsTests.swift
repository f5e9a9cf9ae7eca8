import TestSupport
import Testing

@testable import JapaneseText

/// What is packed comes out as it went in, whatever it holds.
@Suite struct PackedMentionsTests {
  @Test func datesOfEveryKind() throws {
    var chance = Seeded(seed: 1)
    let days = [nil, Day(year: 1, month: 1, day: 1), Day(year: 9999, month: 12, day: 31)]
    var dates: [DateMention] = []
    for _ in 0..<3000 {
      let start = Int.random(in: 0..<1 << 40, using: &chance)
      var date = DateMention(
        range: start..<start + Int.random(in: 0...300, using: &chance),
        kind: try #require(DateMention.Kind.allCases.randomElement(using: &chance)),
        start: try #require(days.randomElement(using: &chance)),
        end: try #require(days.randomElement(using: &chance)),
        bound: try #require([.none, .from, .until].randomElement(using: &chance)))
      date.position.line = Int.random(in: 1...100_000, using: &chance)
      date.position.column = Int.random(in: 1...100_000, using: &chance)
      date.continuesList = Bool.random(using: &chance)
      date.letter = Bool.random(using: &chance) ? Era.allCases.randomElement(using: &chance) : nil
      for _ in 0..<Int.random(in: 0...20, using: &chance) {
        date.flags.append(try #require(DateFlag.allCases.randomElement(using: &chance)))
      }
      date.error = Int.random(in: 0..<9, using: &chance) == 0 ? .noSuchDay : nil
      dates.append(date)
    }
    #expect(unpacked(dates) == dates)
  }

  @Test func amountsOfEveryKind() throws {
    var chance = Seeded(seed: 2)
    let yen: [Int64?] = [nil, 0, 1, -1, 63, 64, -64, -65, 1_000_000, .min, .max]
    var amounts: [AmountMention] = []
    for _ in 0..<3000 {
      let start = Int.random(in: 0..<1 << 40, using: &chance)
      let range = start..<start + Int.random(in: 0...300, using: &chance)
      var amount = AmountMention(
        range: range, end: range.upperBound + Int.random(in: -1...1, using: &chance))
      amount.position.line = Int.random(in: 1...100_000, using: &chance)
      amount.position.column = Int.random(in: 1...100_000, using: &chance)
      amount.yen = try #require(yen.randomElement(using: &chance))
      amount.highYen = try #require(yen.randomElement(using: &chance))
      amount.unitYen = try #require(yen.randomElement(using: &chance))
      amount.note = Bool.random(using: &chance) ? start / 2..<start / 2 + 7 : nil
      for _ in 0..<Int.random(in: 0...70, using: &chance) {
        amount.qualifiers.append(
          try #require(AmountQualifier.allCases.randomElement(using: &chance)))
      }
      amount.flags = AmountFlag.allCases.shuffled(using: &chance)
      amount.error = Int.random(in: 0..<9, using: &chance) == 0 ? .tooLarge : nil
      amounts.append(amount)
    }
    #expect(unpacked(amounts) == amounts)
  }

  private func unpacked<Mention: PackableMention>(_ mentions: [Mention]) -> [Mention] {
    var packed = PackedMentions<Mention>()
    for mention in mentions { packed.append(mention) }
    #expect(packed.count == mentions.count)
    return Array(packed)
  }
}
