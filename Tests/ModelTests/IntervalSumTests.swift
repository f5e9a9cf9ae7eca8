import Model
import Testing

@Suite struct IntervalSumTests {
  @Test func openEndsAreCountedAndForgotten() {
    var sum = IntervalSum([YenInterval(1, 2), YenInterval(10, 20, isHighOpen: true)])
    #expect(sum.interval?.description == "[11, 22)")
    sum.add(YenInterval(100, 100, isHighOpen: true))
    sum.remove(YenInterval(10, 20, isHighOpen: true))
    #expect(sum.interval?.description == "[101, 102)")
    sum.remove(YenInterval(100, 100, isHighOpen: true))
    #expect(sum.interval == YenInterval(1, 2))
  }

  @Test func subtractingTurnsTheEndsRound() {
    var sum = IntervalSum([YenInterval(500, 500)])
    sum.add(YenInterval(100, 101, isHighOpen: true), isSubtracted: true)
    #expect(sum.interval?.description == "(399, 400]")
    #expect(!sum.meets(YenInterval(399, 399)))
    #expect(sum.meets(YenInterval(400, 400)))
    #expect(!sum.meets(YenInterval(390, 399)))
  }

  @Test func sumsTooGreatForAnIntervalStillCompare() {
    let great = YenInterval(.max, .max)
    var sum = IntervalSum([great, great])
    #expect(sum.interval == nil)
    #expect(!sum.meets(great))
    sum.add(great, isSubtracted: true)
    #expect(sum.interval == great)
    sum.add(YenInterval(.min, .min), isSubtracted: true)
    #expect(sum.interval == nil)
  }

  @Test(arguments: [
    (YenInterval(5, 9, isHighOpen: true), "[0, 9)"),
    (YenInterval(-9, -5, isLowOpen: true), "(-9, 0]"),
    (YenInterval(-1, 1, isLowOpen: true, isHighOpen: true), "(-1, 1)"),
  ])
  func aShareIsAnythingFromNothingToTheWhole(interval: YenInterval, expected: String) {
    #expect(interval.share.description == expected)
  }
}
