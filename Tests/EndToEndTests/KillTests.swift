import Foundation
import Platform
import TestSupport
import Testing

/// A run that is killed leaves the old snapshot or the new one, whole; the next run succeeds.
@Suite struct KillTests {
  static let moments = 50

  @Test(.temporaryFolder) func killedAtAnyMomentLatestIsWhole() throws {
    let project = try SampleProject()
    let text = try project.aText()
    try project.run("run")
    let whole = try time { try project.run("run", "--force", "--out", "measure") }
    var published = 0
    for moment in 0..<Self.moments {
      let before = try project.latest()
      try project.touch(text, "\n令和\(moment + 2)年3月31日\n")
      let killed = try kill(project, after: whole * (Double(moment) + 0.5) / Double(Self.moments))
      let after = try project.latest()
      let check = try project.run("check", after, "--quiet")
      #expect(check.exit == 0, "moment \(moment): \(check.error)")
      if after != before { published += 1 }
      let next = try project.run("run", "--fail-on", "never")
      #expect(next.exit == 0, "moment \(moment): \(next.error)")
      #expect(try project.latest() != before, "moment \(moment): killed \(killed)")
      let left = try Folder.entries(project.folder + "/published/snapshots")?.map(\.name) ?? []
      #expect(!left.contains(".new"))
    }
    // If every run had ended, or none, the moments would have missed what they are for.
    #expect(published < Self.moments)
  }

  private func time(_ body: () throws -> Void) rethrows -> Double {
    let start = Clock.milliseconds
    try body()
    return Double(Clock.milliseconds - start) / 1000
  }

  /// Starts a run and kills it after some seconds; says whether it still ran by then.
  private func kill(_ project: SampleProject, after seconds: Double) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Tool.path)
    process.arguments = ["run", "--force", "--quiet"]
    process.currentDirectoryURL = URL(fileURLWithPath: project.folder)
    process.standardError = FileHandle.nullDevice
    try process.run()
    let end = Clock.milliseconds + Int(seconds * 1000)
    while Clock.milliseconds < end, process.isRunning { usleep(200) }
    let wasRunning = process.isRunning
    if wasRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    return wasRunning
  }
}
