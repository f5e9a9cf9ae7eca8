import Foundation
import Platform
import TestSupport
import Testing

/// Too little memory ends a run with words, not with a half-done snapshot.
@Suite(.serialized) struct ShortMemoryTests {
  /// The libraries that ask for memory themselves and say when they get none.
  static let libraries = ["libxml2", "libzip", "libsqlite3", "libcsv", "libyaml", "libz.so"]

  @Test(.temporaryFolder, .enabled(if: FaultLibrary.isUsable), arguments: libraries)
  func anAllocationThatFailsInALibrary(name: String) throws {
    let folder = try #require(Files.absolute(TemporaryFolder.path))
    let library = try FaultLibrary(in: folder)
    let template = folder + "/template"
    try makeProject(template)
    let first = try Tool.run(["run", "--fail-on", "never"], in: template)
    #expect(first.exit == 0, "\(first.error)")
    try Files.replace(template + "/raw/a.txt", with: Array((SmallProject.text + "令和5年\n").utf8))
    try Folder.removeTree(template + "/staged")
    let old = try SmallProject.contents(template)
    let undisturbed = folder + "/undisturbed"
    try SmallProject.copy(template, to: undisturbed)
    let watched = ["FAULT_CALL": "alloc", "FAULT_IN": name, "FAULT_AT": "0"]
    let (_, calls) = try library.run(Self.arguments, in: undisturbed, watched)
    let new = try SmallProject.contents(undisturbed)
    let count = calls.count { $0.name == "alloc" }
    try #require(count > 0 || name == "libcsv")
    let share = Console.environment("CHOAI_FAULTS") == "all" ? 400 : 3
    let trial = folder + "/trial"
    for number in stride(from: 1, through: count, by: max(1, count / share)) {
      try SmallProject.copy(template, to: trial)
      let fault = watched.merging(["FAULT_AT": String(number)]) { $1 }
      let outcome = try library.run(Self.arguments, in: trial, fault).outcome
      let latest = try SmallProject.contents(trial)
      let isRight =
        switch outcome.exit {
        case 0: latest == new
        // Inside the library of workbooks zlib's reason is lost.
        case 2, 4:
          latest == old
            && (outcome.error.contains("memory")
              || name == "libz.so" && outcome.error.contains("workbook"))
        case 3: latest != old && latest != new
        default: false
        }
      #expect(isRight, "\(name), allocation \(number) of \(count): \(outcome)")
      #expect(try Tool.run(Self.arguments, in: trial).exit == 0)
      try Folder.removeTree(trial)
    }
  }

  /// Under a limit that no run could keep, it says so at once, and leaves the old snapshot.
  @Test(.temporaryFolder, .enabled(if: FaultLibrary.isUsable))
  func aProcessWithoutMemory() throws {
    let project = try SampleProject()
    try project.run("run", "--fail-on", "never")
    let before = try project.contents(project.latest())
    try project.touch(project.aText(), "\n令和9年3月31日\n")
    var refused = 0
    for megabytes in stride(from: 20, through: 220, by: 20) {
      let outcome = try Tool.run(
        "/bin/sh",
        [
          "-c",
          "ulimit -v \(megabytes * 1024); exec timeout -k 1 10 \"$0\" run --fail-on never",
          Tool.path,
        ], in: project.folder)
      // Below what the loader needs, the program does not even start: 127.
      #expect([4, 127].contains(outcome.exit), "\(megabytes) MB: \(outcome)")
      if outcome.error.contains("a run needs at least 192 MB") { refused += 1 }
    }
    #expect(refused > 2)
    #expect(try project.contents(project.latest()) == before)
    #expect(try project.run("run", "--fail-on", "never").exit == 0)
  }

  private static let arguments = ["run", "--fail-on", "never", "--jobs", "1"]

  private func makeProject(_ folder: String) throws {
    try SmallProject.make(in: folder)
    for file in ["ministries/mext-fy2022.xlsx", "ministries/meti-fy2019.ods"] {
      let name = String(file.split(separator: "/")[1])
      try Files.writeNew("\(folder)/raw/\(name)", try Files.read("\(Tool.project)/raw/\(file)"))
    }
    let pipeline = String(decoding: try Files.read(folder + "/pipelines/small.yaml"), as: UTF8.self)
    try Files.replace(
      folder + "/pipelines/small.yaml",
      with: Array(pipeline.replacing("\"*.csv\"", with: "[\"*.csv\", \"*.xlsx\", \"*.ods\"]").utf8))
  }
}
