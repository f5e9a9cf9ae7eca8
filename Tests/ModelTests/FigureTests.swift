import Model
import Testing

/// 億円 as yen.
private let oku: Int64 = 100_000_000

@Suite struct FigureTests {
  @Test(arguments: [
    // A figure rounded to 億: half a unit to each side, ends included.
    (Figure(yen: 109 * oku, unit: oku), "[10850000000, 10950000000]"),
    (Figure(yen: -109 * oku, unit: oku), "[-10950000000, -10850000000]"),
    // A figure cut off: up to, not including, one unit more, away from zero.
    (Figure(yen: 109 * oku, unit: oku, rounding: .truncate), "[10900000000, 11000000000)"),
    (Figure(yen: -109 * oku, unit: oku, rounding: .truncate), "(-11000000000, -10900000000]"),
    (Figure(yen: 0, unit: 1000, rounding: .truncate), "(-1000, 1000)"),
    (Figure(yen: 7, unit: 1000, rounding: .exact), "[7, 7]"),
    // Nothing is smaller than a yen: figures printed to the yen stand for themselves.
    (Figure(yen: 7, unit: 1), "[7, 7]"),
    (Figure(yen: 7, unit: 1, rounding: .truncate), "[7, 7]"),
    (Figure(yen: 7, unit: 1, rounding: .unknown), "[7, 7]"),
    // Where nothing says, both readings stay possible.
    (Figure(yen: 2000, unit: 1000, rounding: .unknown), "[1500, 3000)"),
    (Figure(yen: -2000, unit: 1000, rounding: .unknown), "(-3000, -1500]"),
  ])
  func standsForAnInterval(figure: Figure, expected: String) {
    #expect(figure.interval.description == expected)
  }

  @Test func closedEndsTouchAndOpenOnesDoNot() {
    let cut = YenInterval(327, 330, isHighOpen: true)
    #expect(!cut.meets(YenInterval(330, 330)))
    #expect(YenInterval(327, 330).meets(YenInterval(330, 330)))
    #expect(cut.meets(YenInterval(329, 331)))
    #expect(!cut.meets(YenInterval(331, 340)))
  }

  @Test func sumsThatOverflowAreNotMade() {
    #expect(YenInterval(1, .max).adding(YenInterval(1, 1)) == nil)
    #expect(YenInterval(1, 2).adding(YenInterval(3, 4, isHighOpen: true))?.description == "[4, 6)")
  }

  @Test func theGreatestAmountsDoNotTrap() {
    #expect(Figure(yen: .max, unit: 1000).interval.description == "[\(Int64.max), \(Int64.max)]")
    #expect(Figure(yen: .min, unit: 1000).interval.description == "[\(Int64.min), \(Int64.min)]")
  }
}
