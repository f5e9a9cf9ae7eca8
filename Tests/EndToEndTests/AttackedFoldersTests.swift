import JSON
import Platform
import TestSupport
import Testing

/// Things in the folders of a pipeline that are not what they seem: pipes, links, odd names.
@Suite struct AttackedFoldersTests {
  private let folder: String

  init() throws {
    folder = TemporaryFolder.path
    try SmallProject.make(in: folder)
  }

  private func run(_ options: String...) throws -> Tool.Outcome {
    try Tool.run(["run", "--fail-on", "never"] + options, in: folder)
  }

  private func shell(_ script: String) throws {
    #expect(try Tool.run("/bin/sh", ["-c", script], in: folder).exit == 0)
  }

  @Test(.temporaryFolder, .timeLimit(.minutes(2)))
  func aPipeInPlaceOfASourceIsNotWaitedFor() throws {
    #expect(try run().exit == 0)
    try shell("rm raw/b.csv && mkfifo raw/b.csv")
    let outcome = try run()
    #expect(outcome.exit == 0)
    #expect(outcome.error.contains("b.csv"))
  }

  @Test(.temporaryFolder, .timeLimit(.minutes(2)))
  func aPipeInPlaceOfAPipelineFileIsAnError() throws {
    try shell("rm pipelines/small.yaml && mkfifo pipelines/small.yaml")
    let outcome = try run("pipelines/small.yaml")
    #expect(outcome.exit == 2)
    #expect(outcome.error.contains("a device, a pipe or a socket"), "\(outcome)")
  }

  @Test(.temporaryFolder, arguments: ["sources", "runs", "snapshots"])
  func aLinkInPlaceOfAFolderIsNotFollowed(name: String) throws {
    try shell(
      "mkdir published elsewhere && echo 1 > elsewhere/kept && ln -s ../elsewhere published/\(name)"
    )
    let outcome = try run()
    #expect(try Folder.entries(folder + "/elsewhere")?.map(\.name) == ["kept"], "\(outcome)")
  }

  @Test(.temporaryFolder) func aNameThatIsNotUTF8IsAFinding() throws {
    try shell("printf x > \"raw/$(printf '\\227\\134').csv\"")
    let outcome = try run()
    #expect(outcome.exit == 0)
    let findings = String(
      decoding: try Files.read(folder + "/published/latest/findings.csv"), as: UTF8.self)
    try shell("rm raw/*.csv")
    #expect(findings.contains("\\x97\\.csv: the name is not UTF-8"), "\(findings)")
  }

  @Test(.temporaryFolder) func aFolderOfAForeignNumberIsNoSnapshot() throws {
    try Folder.create(folder + "/published/snapshots/9223372036854775807-x")
    let outcome = try run()
    #expect(outcome.exit == 0, "\(outcome)")
    #expect(outcome.output.contains("published 0001-"))
  }

  @Test(.temporaryFolder) func aNightWithoutSourcesIsNotTheLast() throws {
    #expect(try run().exit == 0)
    try shell("mkdir away && mv raw/* away/")
    _ = try run()
    _ = try run()
    try shell("mv away/* raw/")
    #expect(try run().exit == 0)
    #expect(try run().output.contains("unchanged"))
  }

  @Test(.temporaryFolder) func aSourceThatStoppedComingFailsTheNight() throws {
    try shell("cp raw/b.csv raw/c.csv")
    #expect(try Tool.run(["run", "--quiet"], in: folder).exit == 0)
    try Files.remove(folder + "/raw/c.csv")
    let outcome = try Tool.run(["run", "--quiet", "--health", "h.prom"], in: folder)
    #expect(outcome.exit == 1)
    #expect(
      outcome.error.contains("error: The source c.csv came with the run before"), "\(outcome)")
    let health = String(decoding: try Files.read(folder + "/h.prom"), as: UTF8.self)
    #expect(health.contains("severity=\"error\"} 1\n"), "\(health)")
    // It is told once.
    #expect(try Tool.run(["run", "--quiet"], in: folder).exit == 0)
  }

  @Test(.temporaryFolder) func aSelectionOfNothingIsAnError() throws {
    let outcome = try run("--select", "typo.csv")
    #expect(outcome.exit == 2)
    #expect(outcome.error.contains("typo.csv"))
    #expect(try Files.kind(folder + "/published/latest") == nil)
  }

  @Test(.temporaryFolder) func aRunWhoseSummaryNobodyCanReadIsDone() throws {
    let outcome = try Tool.run(
      "/bin/sh", ["-c", "'\(Tool.path)' run --fail-on never > /dev/full"], in: folder)
    #expect(outcome.exit == 4)
    #expect(
      outcome.error.contains("the run is done, but its summary cannot be written"), "\(outcome)")
    #expect(try Files.kind(folder + "/published/latest") == .link)
  }

  @Test(.temporaryFolder) func everyMessageIsJSONWhereWanted() throws {
    let outcome = try run("--log-format", "json", "--summary", "--quiet")
    for line in outcome.error.split(separator: "\n") {
      #expect(throws: Never.self) { try JSONReader.read(Array(line.utf8)) }
    }
    let failure = try Tool.run(["run", "nobody", "--log-format", "json"], in: folder)
    #expect(failure.exit == 2)
    #expect(try JSONReader.read(Array(failure.error.utf8))["level"]?.string == "error")
  }

  @Test(.temporaryFolder) func aPipelineThatCannotBeLoadedIsAFailedNight() throws {
    _ = try run("--health", "h.prom")
    try Files.replace(folder + "/pipelines/small.yaml", with: Array("name: small\nnam: x\n".utf8))
    #expect(try run("--health", "h.prom").exit == 2)
    let health = String(decoding: try Files.read(folder + "/h.prom"), as: UTF8.self)
    #expect(health.contains("choai_run_exit_code{pipeline=\"default\"} 2\n"), "\(health)")
  }
}
