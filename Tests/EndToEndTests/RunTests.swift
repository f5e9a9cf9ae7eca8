import Foundation
import Platform
import TestSupport
import Testing

@Suite struct RunTests {
  @Test(.temporaryFolder) func theSamplePublishesEveryTableInEveryFormat() throws {
    let project = try SampleProject()
    let outcome = try project.run("run", "--fail-on", "never")
    #expect(outcome.exit == 0, "\(outcome.error)")
    let files = Set(try project.contents(project.latest()).keys)
    let tables = [
      "documents", "budget_lines", "indicators", "measures", "instruments", "dates", "amounts",
      "ministries", "programmes", "reconciliations", "findings",
    ]
    for table in tables {
      #expect(files.contains(table + ".csv"))
      #expect(files.contains(table + ".jsonl"))
    }
    #expect(files.contains("datapackage.json"))
    #expect(files.contains("report.html"))
    #expect(files.contains { $0.hasSuffix(".sqlite") })
    #expect(try project.run("check", project.latest()).exit == 0)
  }

  @Test(.temporaryFolder) func jobsDoNotChangeAByte() throws {
    let project = try SampleProject()
    try project.run("run", "--out", "one", "--staged", "s1", "--jobs", "1")
    try project.run("run", "--out", "two", "--staged", "s2", "--jobs", "2")
    let one = try project.contents(project.latest("one"))
    #expect(!one.isEmpty)
    #expect(try project.contents(project.latest("two")) == one)
  }

  @Test(.temporaryFolder) func theCacheGivesTheSameBytes() throws {
    let project = try SampleProject()
    try project.run("run", "--out", "one")
    try project.run("run", "--out", "two")
    try Folder.removeTree(project.folder + "/staged")
    try project.run("run", "--out", "three")
    let one = try project.contents(project.latest("one"))
    #expect(try project.contents(project.latest("two")) == one)
    #expect(try project.contents(project.latest("three")) == one)
  }

  @Test(.temporaryFolder) func aRunThatChangesNothingAddsNoSnapshot() throws {
    let project = try SampleProject()
    try project.run("run")
    let first = try project.latest()
    try project.run("run", "--force")
    #expect(try project.latest() == first)
    #expect(try Folder.entries(project.folder + "/published/snapshots")?.count == 1)
    try project.touch(project.aText(), "\n令和9年3月31日\n")
    try project.run("run")
    #expect(try project.latest() != first)
    #expect(try Folder.entries(project.folder + "/published/snapshots")?.count == 2)
  }

  @Test(.temporaryFolder) func aSnapshotThatWasRemovedIsMadeAgain() throws {
    let project = try SampleProject()
    try project.run("run")
    let first = try project.contents(project.latest())
    try Folder.removeTree(project.folder + "/published/snapshots")
    try Folder.create(project.folder + "/published/snapshots/notes")
    let outcome = try project.run("run", "--fail-on", "never")
    #expect(outcome.exit == 0, "\(outcome.error)")
    #expect(try project.contents(project.latest()) == first)
  }

  @Test(.temporaryFolder) func aSecondRunFindsTheLock() throws {
    let project = try SampleProject()
    try Folder.create(project.folder + "/published")
    let lock = try OpenFile(project.folder + "/published/.lock", .lock)
    #expect(try lock.lock())
    let outcome = try project.run("run")
    #expect(outcome.exit == 75)
    #expect(outcome.error.contains("another run is working on published"))
    #expect(try Files.kind(project.folder + "/published/latest") == nil)
    try lock.close()
  }

  @Test(.temporaryFolder) func aRefusedSourceIsAFindingAndTheOthersGoOn() throws {
    let project = try SampleProject()
    try project.run("run")
    let text = try project.aText()
    try Files.replace("\(project.folder)/raw/\(text)", with: [0x81, 0x00, 0xFF, 0xFE, 0x00])
    let outcome = try project.run("run")
    #expect(outcome.exit == 3)
    let findings = try Files.read(project.latest() + "/findings.csv")
    #expect(String(decoding: findings, as: UTF8.self).contains("source-refused"))
    #expect(outcome.output.contains("1 refused"))
  }

  @Test(.temporaryFolder) func anUnwritableFolderLeavesWhatWasPublished() throws {
    let project = try SampleProject()
    let outcome = try project.run("run", "--out", "/proc/nowhere")
    #expect(outcome.exit == 4)
    #expect(outcome.error.hasPrefix("choai: cannot make the folder"))
  }

  @Test(.temporaryFolder) func everyFileOfASnapshotIsWatched() throws {
    let project = try SampleProject()
    try project.run("run")
    let latest = try project.latest()
    let files = try Folder.filesBelow(latest) ?? []
    #expect(files.count > 20)
    for file in files {
      var bytes = try Files.read("\(latest)/\(file)")
      let good = bytes
      bytes[bytes.count / 2] ^= 1
      try Files.replace("\(latest)/\(file)", with: bytes)
      let outcome = try project.run("check", latest)
      #expect(outcome.exit == 1 && outcome.error.contains(file), "\(file)")
      try Files.replace("\(latest)/\(file)", with: good)
    }
    #expect(try project.run("check", latest).exit == 0)
  }
}
