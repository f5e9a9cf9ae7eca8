import Foundation
import Platform
import TestSupport
import Testing

@Suite struct InterruptTests {
  @Test(.temporaryFolder) func ctrlCLeavesNothingHalfDone() throws {
    let project = try SampleProject()
    var interrupted = 0
    for milliseconds in stride(from: 2, to: 60, by: 6) {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Tool.path)
      process.arguments = ["run", "--force", "--quiet", "--fail-on", "never", "--out", "out"]
      process.currentDirectoryURL = URL(fileURLWithPath: project.folder)
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(milliseconds * 1000))
      process.interrupt()
      process.waitUntilExit()
      // Before the program listens, the signal itself ends it.
      let isSignal = process.terminationReason == .uncaughtSignal
      #expect(isSignal || [0, 3, 130].contains(process.terminationStatus))
      if process.terminationStatus == 130 { interrupted += 1 }
      let left = try Folder.entries(project.folder + "/out/snapshots")?.map(\.name) ?? []
      #expect(!left.contains(".new"))
    }
    #expect(interrupted > 0, "no run was interrupted in the middle")
    #expect(try [0, 3].contains(project.run("run", "--fail-on", "never", "--out", "out").exit))
  }
}
