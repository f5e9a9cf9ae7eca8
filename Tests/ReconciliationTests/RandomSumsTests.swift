import Model
import Reconciliation
import TestSupport
import Testing

@Suite struct RandomSumsTests {
  @Test func threeHundredRandomSumsComeOutAsTheSlowWaySays() {
    let seed: UInt64 = 77
    print("random sums: seed \(seed)")
    var random = Seeded(seed: seed)
    let sums = (0..<300).map { _ in RandomSum(using: &random) }
    var source = Ledgers("a")
    for (number, sum) in sums.enumerated() {
      source.state(.components, "\(number)", sum.total, sum.parts, subtracted: sum.subtracted)
    }
    // What a source declares keeps figures of unknown rounding out of the inference.
    let statuses = reconcile([source], [Rule(.components)], roundings: ["a": .unknown])
      .entries.map(\.status)
    for (sum, status) in zip(sums, statuses) {
      #expect(status == sum.expected, "seed \(seed): \(sum)")
    }
    // The table is worth something only if every outcome is in it.
    for status in [ReconciliationStatus.exact, .withinRounding, .mismatch] {
      #expect(statuses.filter { $0 == status }.count > 20)
    }
  }

  // A million sums take a few seconds in a release build and much longer in a debug build.
  #if DEBUG
    static let count = 100_000
  #else
    static let count = 1_000_000
  #endif

  @Test(arguments: 0..<4 as Range<UInt64>) func sumsOfIntervalsAreWhatTheSlowWaySays(chunk: UInt64)
  {
    let seed = 1000 + chunk
    print("sums of intervals: seed \(seed)")
    var random = Seeded(seed: seed)
    for _ in 0..<Self.count / 4 {
      let sum = RandomSum(using: &random)
      var fast = IntervalSum()
      for index in sum.parts.indices {
        fast.add(sum.parts[index].interval, isSubtracted: sum.subtracted.contains(index))
      }
      var expected = SlowRange(Figure(yen: 0, unit: 1, rounding: .exact))
      for index in sum.parts.indices {
        let range = SlowRange(sum.parts[index])
        expected = sum.subtracted.contains(index) ? expected - range : expected + range
      }
      let total = sum.total.interval
      guard fast.meets(total) == expected.meets(SlowRange(sum.total)),
        fast.interval?.meets(total) == fast.meets(total)
      else {
        Issue.record("seed \(seed): \(sum)")
        return
      }
      // Taking a member out again gives the sum of the others.
      guard let first = sum.parts.first else { return }
      fast.remove(first.interval, isSubtracted: sum.subtracted.contains(0))
      var rest = IntervalSum()
      for index in sum.parts.indices.dropFirst() {
        rest.add(sum.parts[index].interval, isSubtracted: sum.subtracted.contains(index))
      }
      guard fast == rest else {
        Issue.record("seed \(seed): taking out of \(sum)")
        return
      }
    }
  }
}
