import Publishing
import Testing

@Suite struct PeopleNumbersTests {
  @Test(
    arguments: [
      (0, "0円"), (999, "999円"), (10_000, "1万円"), (12_345, "1.2345万円"), (31_000_000, "3,100万円"),
      (2_180_000_000, "21.8億円"), (32_600_000_000, "326億円"), (-100_000_000, "−1億円"),
      (1_234_500_000_000, "1兆2,345億円"), (1_000_000_000_000, "1兆円"),
      (1_000_000_000_001, "1兆0.00000001億円"), (.min, "−9,223,372兆368.54775808億円"),
    ] as [(Int64, String)])
  func yenAreExact(yen: Int64, expected: String) {
    #expect(PeopleNumbers.yen(yen) == expected)
  }

  @Test(
    arguments: [
      (0, "0.00 %"), (1, "+0.01 %"), (-423, "−4.23 %"), (123_456, "+1,234.56 %"),
    ] as [(Int64, String)])
  func percent(basisPoints: Int64, expected: String) {
    #expect(PeopleNumbers.percent(basisPoints) == expected)
  }

  @Test(arguments: [
    (0, "0"), (1, "+1"), (999, "+999"), (1000, "+1,000"), (-1_234_567, "−1,234,567"),
  ])
  func numbersHaveMarksBetweenThousands(number: Int, expected: String) {
    #expect(PeopleNumbers.number(number, sign: true) == expected)
  }
}
