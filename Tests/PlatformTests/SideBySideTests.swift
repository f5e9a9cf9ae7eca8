import Platform
import Testing

@Suite struct SideBySideTests {
  private struct Broken: Error {}

  @Test(arguments: [1, 2, 7, 40])
  func whatIsMadeComesInItsOrder(jobs: Int) async throws {
    let works = (0..<30).map { number in { @Sendable () throws -> Int in number * number } }
    #expect(try await SideBySide.run(works, jobs: jobs) == (0..<30).map { $0 * $0 })
    let none: [@Sendable () throws -> Int] = []
    #expect(try await SideBySide.run(none, jobs: jobs).isEmpty)
    let (text, numbers) = try await SideBySide.run({ "one" }, and: works, jobs: jobs)
    #expect(text == "one")
    #expect(numbers.count == 30)
  }

  @Test(arguments: [1, 2]) func anErrorEndsAll(jobs: Int) async {
    let good: @Sendable () throws -> Int = { 1 }
    let bad: @Sendable () throws -> Int = { throw Broken() }
    #expect(await isBroken { try await SideBySide.run([good, bad, good], jobs: jobs).count })
    #expect(await isBroken { try await SideBySide.run(good, and: [good, bad], jobs: jobs).0 })
    #expect(await isBroken { try await SideBySide.run(bad, and: [good], jobs: jobs).0 })
    #expect(await !isBroken { try await SideBySide.run(good, and: [good], jobs: jobs).0 })
  }

  private func isBroken(_ run: () async throws -> Int) async -> Bool {
    do {
      _ = try await run()
      return false
    } catch { return error is Broken }
  }
}
