import Foundation
import Platform
import TestSupport
import Testing

/// Runs that are started at once: one works, the others go at once and touch nothing.
@Suite struct ManyRunsTests {
  private static let number = 200

  @Test(.temporaryFolder) func twoHundredAtOnce() throws {
    let project = try SampleProject()
    let codes = try start(Self.number, in: project.folder).map { process in
      process.waitUntilExit()
      return process.terminationStatus
    }
    #expect(codes.allSatisfy { [0, 75].contains($0) }, "\(codes)")
    // Those that came when the first had ended found nothing to do.
    #expect(codes.contains(0))
    #expect(codes.contains(75))
    #expect(try Folder.entries(project.folder + "/published/snapshots")?.count == 1)
    #expect(try project.run("check", project.latest(), "--quiet").exit == 0)
    #expect(try project.run("runs", "--json").exit == 0)
  }

  @Test(.temporaryFolder) func whileOneWorksTheOthersGoAtOnce() throws {
    let project = try SampleProject()
    let worker = try #require(try start(1, in: project.folder).first)
    // Held still in the middle of its work.
    while try Folder.entries(project.folder + "/staged/facts")?.isEmpty ?? true {
      #expect(worker.isRunning)
      if !worker.isRunning { return }
    }
    kill(worker.processIdentifier, SIGSTOP)
    let others = try start(Self.number - 1, in: project.folder)
    for other in others { other.waitUntilExit() }
    #expect(others.allSatisfy { $0.terminationStatus == 75 })
    #expect(try Files.kind(project.folder + "/published/latest") == nil)
    kill(worker.processIdentifier, SIGCONT)
    worker.waitUntilExit()
    #expect(worker.terminationStatus == 0)
    #expect(try project.run("check", project.latest(), "--quiet").exit == 0)
  }

  private func start(_ number: Int, in folder: String) throws -> [Process] {
    try (0..<number).map { _ in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Tool.path)
      process.arguments = ["run", "--quiet", "--fail-on", "never"]
      process.currentDirectoryURL = URL(fileURLWithPath: folder)
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }
  }
}
