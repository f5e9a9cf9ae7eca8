import Foundation
import Platform
import TestSupport
import Testing

/// Many runs in one process need no more memory than a few.
///
/// CHOAI_MEMORY_RUNS=200 makes as many; the usual tests are content with fewer.
@Suite struct MemoryTests {
  private static let few = 10
  private static let allowedKilobytes = 8 << 10

  @Test(.temporaryFolder, .enabled(if: FaultLibrary.isUsable))
  func memoryDoesNotGrowFromRunToRun() throws {
    let many = Console.environment("CHOAI_MEMORY_RUNS").flatMap(Int.init) ?? 40
    let project = try SampleProject()
    let first = try peak(of: Self.few, in: project.folder)
    let last = try peak(of: many, in: project.folder)
    #expect(first > 0)
    #expect(last <= first + Self.allowedKilobytes)
    print("\(Self.few) runs in one process: \(first) kB at most; \(many) runs: \(last) kB")
  }

  /// The most memory that a process held which ran the sample so often, all of it each time.
  private func peak(of runs: Int, in folder: String) throws -> Int {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Tool.path)
    process.arguments =
      ["run", "--quiet", "--fail-on", "never", "--force"]
      + [String](repeating: "pipelines/sample.yaml", count: runs)
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardError = FileHandle.nullDevice
    try process.run()
    var peak = 0
    while process.isRunning {
      let status = (try? Files.read("/proc/\(process.processIdentifier)/status")) ?? []
      for line in String(decoding: status, as: UTF8.self).split(separator: "\n")
      where line.hasPrefix("VmHWM:") {
        peak = line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? peak
      }
      usleep(5_000)
    }
    #expect(process.terminationStatus == 0)
    return peak
  }
}
