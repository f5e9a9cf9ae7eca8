import Foundation
import Platform
import TestSupport
import Testing

/// A run that finds everything as the last one left it does nothing; and whatever has changed, it
/// notices.
@Suite struct UnchangedTests {
  private let folder = TemporaryFolder.path

  private func run(_ more: String...) throws -> Tool.Outcome {
    try Tool.run(["run", "--fail-on", "never", "--verbose"] + more, in: folder)
  }

  /// Whether a run read the sources, or saw without doing so that there is nothing to do.
  private func worked(_ outcome: Tool.Outcome) -> Bool {
    outcome.error.contains("read and extract")
  }

  private func write(_ name: String, _ text: String) throws {
    try Files.replace(folder + "/" + name, with: Array(text.utf8))
  }

  private func snapshots() throws -> Int {
    try Folder.entries(folder + "/published/snapshots")?.count ?? 0
  }

  /// Two runs: the second sees the files when they have settled.
  private func settle() throws {
    #expect(try run().exit == 0)
    usleep(300_000)
    #expect(try run().exit == 0)
  }

  @Test(.temporaryFolder) func aRunWithNothingToDoDoesNothing() throws {
    try SmallProject.make(in: folder)
    let first = try run("--json")
    #expect(worked(first))
    let second = try run("--json")
    #expect(second.exit == 0)
    #expect(!worked(second), "\(second.error)")
    // The same numbers but for what became of them.
    let expected = first.output.replacing("\"new\":true", with: "\"new\":false")
      .replacing("\"cached\":0", with: "\"cached\":2")
    let withoutTime = { (text: String) in text.split(separator: ",\"milliseconds\"")[0] }
    #expect(withoutTime(second.output) == withoutTime(expected))
    #expect(try snapshots() == 1)
    #expect(try Tool.run(["runs", "--json"], in: folder).output.contains("unchanged"))
  }

  @Test(.temporaryFolder) func forceDoesAllOfItAndGivesTheSame() throws {
    try SmallProject.make(in: folder)
    try settle()
    let before = try SmallProject.contents(folder)
    let outcome = try run("--force")
    #expect(worked(outcome))
    #expect(try SmallProject.contents(folder) == before)
    #expect(try snapshots() == 1)
  }

  @Test(.temporaryFolder) func contentWrittenAtTheSameTickIsSeen() throws {
    try SmallProject.make(in: folder)
    // Written again and again right after a run has read it, with as many bytes.
    for number in 1...20 {
      #expect(try run().exit == 0)
      let digits = String(100 + number)
      try write("raw/a.txt", SmallProject.text.replacing("12億円", with: "\(digits)億円"))
      let outcome = try run()
      let lines = String(
        decoding: try Files.read(folder + "/published/latest/budget_lines.csv"), as: UTF8.self)
      #expect(lines.contains("\(digits)億円"), "\(outcome)")
    }
  }

  @Test(.temporaryFolder) func contentWithItsOldTimeAndSizeIsSeen() throws {
    try SmallProject.make(in: folder)
    try settle()
    let path = folder + "/raw/a.txt"
    let times = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
    let handle = try #require(FileHandle(forUpdatingAtPath: path))
    try handle.write(contentsOf: Array(SmallProject.text.replacing("12億円", with: "13億円").utf8))
    try handle.close()
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(times)], ofItemAtPath: path)
    #expect(worked(try run()))
    let lines = try Files.read(folder + "/published/latest/budget_lines.csv")
    #expect(String(decoding: lines, as: UTF8.self).contains("13億円"))
  }

  @Test(.temporaryFolder) func theSameContentAnewIsNoChange() throws {
    try SmallProject.make(in: folder)
    try settle()
    try write("raw/a.txt", SmallProject.text)
    #expect(!worked(try run()))
    #expect(try snapshots() == 1)
  }

  @Test(
    .temporaryFolder,
    arguments: [
      "a source more", "a source less", "a file nobody claims", "a link", "the pipeline file",
      "the cache", "the list of sources", "the copies of sources", "an earlier folder",
    ])
  func whateverElseChangesIsSeen(what: String) throws {
    try SmallProject.make(in: folder)
    try settle()
    switch what {
    case "a source more": try write("raw/c.txt", SmallProject.text)
    case "a source less": try Files.remove(folder + "/raw/b.csv")
    case "a file nobody claims": try write("raw/c.doc", "")
    case "a link": try Files.link(folder + "/raw/c.txt", to: "a.txt")
    case "the pipeline file":
      let path = folder + "/pipelines/small.yaml"
      try Files.replace(path, with: try Files.read(path) + Array("# \n".utf8))
    case "the cache": try Folder.removeTree(folder + "/staged")
    case "the list of sources": try Files.remove(folder + "/published/sources.jsonl")
    case "the copies of sources": try Folder.removeTree(folder + "/published/sources")
    default: try Folder.create(folder + "/published/snapshots/0009-0000000000000000")
    }
    #expect(worked(try run()))
  }

  @Test(.temporaryFolder) func aSnapshotThatSomebodyEditedIsSeen() throws {
    try SmallProject.make(in: folder)
    try settle()
    let path = folder + "/published/latest/budget_lines.csv"
    let times = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
    var bytes = try Files.read(path)
    bytes[bytes.count / 2] ^= 1
    let handle = try #require(FileHandle(forUpdatingAtPath: path))
    try handle.write(contentsOf: bytes)
    try handle.close()
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(times)], ofItemAtPath: path)
    let outcome = try run()
    #expect(outcome.error.contains("budget_lines.csv was changed since it was published"))
    #expect(try snapshots() == 1, "keep: 1")
    #expect(try Tool.run(["check", "published/latest"], in: folder).exit == 0)
  }

  @Test(.temporaryFolder) func aRefusedSourceIsTriedAgain() throws {
    try SmallProject.make(in: folder)
    try write("raw/a.txt", "\u{0}\u{1}\u{2}")
    #expect(try run().exit == 3)
    let again = try run()
    #expect(again.exit == 3)
    #expect(!worked(again))
    try write("raw/a.txt", SmallProject.text)
    #expect(try run().exit == 0)
  }

  @Test(.temporaryFolder) func aDamagedRecordIsNotBelieved() throws {
    try SmallProject.make(in: folder)
    try settle()
    let path = folder + "/published/last-run.jsonl"
    let good = try Files.read(path)
    for position in stride(from: 0, to: good.count, by: max(1, good.count / 12)) {
      var bad = good
      bad[position] ^= 1
      try Files.replace(path, with: bad)
      #expect(worked(try run()), "byte \(position)")
      try Files.replace(path, with: Array(good[..<position]))
      #expect(worked(try run()), "cut at \(position)")
    }
  }
}
