import Platform
import TestSupport
import Testing

/// Every call to the system may fail: `latest` stays whole, the next run mends all, and the exit
/// code and the message say what happened.
///
/// `make faults` tries every call with every error; the usual tests try a share of them.
@Suite struct FaultTests {
  private static let sample = 60

  @Test(.temporaryFolder, .enabled(if: FaultLibrary.isUsable))
  func whateverCallFailsNothingIsHalfDone() throws {
    let trial = try FaultTrial(in: TemporaryFolder.path)
    let all = Fault.all(trial.counts)
    #expect(all.count > 1000)
    var faults = all
    if Console.environment("CHOAI_FAULTS") != "all" {
      let seed = Console.environment("CHOAI_SEED").flatMap(UInt64.init) ?? 8
      var random = Seeded(seed: seed)
      faults = Array(all.shuffled(using: &random).prefix(Self.sample))
    }
    var failed = 0
    for fault in faults {
      let problems = try trial.problems(fault)
      if !problems.isEmpty { failed += 1 }
      for problem in problems { Issue.record("\(problem)") }
    }
    let counts = trial.counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    print("\(faults.count) struck runs, \(failed) failed; calls of a run: \(counts)")
  }
}
