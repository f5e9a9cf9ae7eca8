import Platform
import TestSupport
import Testing

/// A snapshot does not depend on where, when and in which language it is made.
@Suite struct PlaceAndTimeTests {
  @Test(.temporaryFolder, .enabled(if: FaultLibrary.isUsable))
  func placeAndTimeDoNotChangeAByte() throws {
    let library = TemporaryFolder.path + "/later.so"
    let source = Tool.project + "/Tests/FaultInjection/later.c"
    let built = try Tool.run(
      "/usr/bin/env", ["cc", "-O2", "-Wall", "-shared", "-fPIC", "-o", library, source],
      in: TemporaryFolder.path)
    #expect(built.exit == 0, "\(built.error)")
    let here = try snapshot("one", ["TZ": "America/New_York", "LC_ALL": "C"])
    let there = try snapshot(
      "elsewhere/two",
      [
        "TZ": "Asia/Tokyo", "LC_ALL": "ja_JP.UTF-8", "LANG": "ja_JP.UTF-8", "LD_PRELOAD": library,
      ])
    #expect(here.contents.count > 30)
    #expect(there.contents == here.contents)
    // The clock was another one, as the records of the runs say.
    #expect(here.year < there.year)
  }

  /// The files of the snapshot of a run, and the year in which it ran.
  private func snapshot(
    _ folder: String, _ environment: [String: String]
  ) throws -> (contents: [String: [UInt8]], year: String) {
    let project = try SampleProject(in: TemporaryFolder.path + "/" + folder)
    let outcome = try Tool.run(
      ["run", "--fail-on", "never"], in: project.folder, environment: environment)
    #expect(outcome.exit == 0, "\(outcome)")
    let runs = project.folder + "/published/runs"
    let record = try #require(try Folder.filesBelow(runs)?.first { $0.hasSuffix("run.json") })
    let text = String(decoding: try Files.read(runs + "/" + record), as: UTF8.self)
    let time = try #require(text.firstMatch(of: #/"(\d{4})-\d\d-\d\dT/#))
    return (try project.contents(project.latest()), String(time.1))
  }
}
