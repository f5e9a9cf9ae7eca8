import JSON
import Platform
import TestSupport
import Testing

/// What a night's run leaves for those who look after it.
@Suite struct OperatingTests {
  @Test(.temporaryFolder) func statusSaysWhatARunWouldDoAndWhy() throws {
    let project = try SampleProject()
    let text = try project.aText()
    #expect(try project.run("status").output.hasPrefix("no snapshot yet: "))
    #expect(try project.run("status", "--exit-code").exit == 1)
    try project.run("run")
    #expect(try project.run("status", "--exit-code").exit == 0)
    try project.touch(text, "\n令和9年3月31日\n")
    let other = try #require(
      try Folder.filesBelow(project.folder + "/raw")?.first { $0.hasSuffix(".xlsx") })
    try Files.remove(project.folder + "/raw/" + other)
    let status = try project.run("status", "--exit-code")
    #expect(status.exit == 1)
    #expect(status.output.contains("changed  \(text) "))
    #expect(status.output.contains("missing  \(other) "))
    #expect(status.output.contains("it is in the snapshot, but no longer there"))
    try Folder.removeTree(project.folder + "/staged")
    let json = try JSONReader.read(Array(try project.run("status", "--json").output.utf8))
    let states = (json["sources"]?.array ?? []).compactMap { $0["state"]?.string }
    #expect(states.count { $0 == "stale" } == states.count - 2)
    #expect(json["current"]?.boolean == false)
  }

  @Test(.temporaryFolder) func everyRunThatHeldTheLockIsInTheHistory() throws {
    let project = try SampleProject()
    #expect(try project.run("runs").output == "published: no run yet\n")
    try project.run("run", "--fail-on", "never")
    try project.run("run", "--fail-on", "never")
    let lines = try project.run("runs", "--json").output.split(separator: "\n")
    let runs = try lines.map { try JSONReader.read(Array($0.utf8)) }
    #expect(runs.compactMap { $0["result"]?.string } == ["unchanged", "published"])
    #expect(runs.compactMap { $0["number"]?.integer } == [2, 1])
    #expect(runs.allSatisfy { ($0["read"]?.integer ?? 0) > 0 && $0["exit"]?.integer == 0 })
    #expect(
      try project.run("runs", "--limit", "1", "--json").output.split(separator: "\n").count == 1)
  }

  @Test(.temporaryFolder) func aRunThatFailedIsInTheHistoryWithItsReason() throws {
    let project = try SampleProject()
    // A folder stands where the link to the newest snapshot should be.
    try Folder.create(project.folder + "/published/latest/of-somebody")
    #expect(try project.run("run").exit == 4)
    let run = try JSONReader.read(Array(try project.run("runs", "--json").output.utf8))
    #expect(run["result"]?.string == "failed")
    #expect(run["exit"]?.integer == 4)
    #expect(run["message"]?.string?.contains("published/latest") == true)
  }

  @Test(.temporaryFolder) func aProgramIsToldWhatIsNewOrWrong() throws {
    let project = try SampleProject()
    let program = project.folder + "/tell"
    try Files.writeNew(program, Array("#!/bin/sh\ncat >> told.jsonl\n".utf8))
    #expect(try Tool.run("/bin/chmod", ["+x", program], in: project.folder).exit == 0)
    try project.run("run", "--fail-on", "never", "--notify", program)
    try project.run("run", "--fail-on", "never", "--notify", program)
    let told = try Files.read(project.folder + "/told.jsonl").split(separator: 0x0A)
    #expect(told.count == 1, "an unchanged run is no news")
    let first = try JSONReader.read(Array(try #require(told.first)))
    #expect(first["result"]?.string == "published")
    #expect(first["pipeline"]?.string == "sample")
  }

  @Test(
    .temporaryFolder,
    arguments: [
      ("exit 7", "ended with exit code 7"), ("kill -9 $$", "was ended by signal 9"),
      ("exec 0<&-; exit 0", ""),
    ])
  func howTheProgramEndsChangesNoExitCode(script: String, expected: String) throws {
    let project = try SampleProject()
    let program = project.folder + "/tell"
    try Files.writeNew(program, Array("#!/bin/sh\n\(script)\n".utf8))
    #expect(try Tool.run("/bin/chmod", ["+x", program], in: project.folder).exit == 0)
    let outcome = try project.run("run", "--fail-on", "never", "--notify", program)
    #expect(outcome.exit == 0)
    #expect(expected.isEmpty || outcome.error.contains(expected), "\(outcome.error)")
  }

  @Test(.temporaryFolder) func aProgramThatIsNotThereIsAWarning() throws {
    let project = try SampleProject()
    let outcome = try project.run("run", "--fail-on", "never", "--notify", "./nobody; touch pwned")
    #expect(outcome.exit == 0)
    #expect(outcome.error.contains("nobody; touch pwned is not told"))
    #expect(try Files.kind(project.folder + "/pwned") == nil, "no shell reads it")
  }

  @Test(.temporaryFolder) func aMonitorReadsTheHealthFile() throws {
    let project = try SampleProject()
    let outcome = try project.run("run", "--health", "health.prom")
    let text = String(decoding: try Files.read(project.folder + "/health.prom"), as: UTF8.self)
    #expect(text.contains("choai_run_exit_code{pipeline=\"sample\"} \(outcome.exit)\n"))
    #expect(text.contains("choai_run_success{pipeline=\"sample\"} 1\n"))
    #expect(text.contains("choai_sources{pipeline=\"sample\",status=\"refused\"} 0\n"))
    // Every sample follows the type of its metric, as the format asks.
    var typed: Set<Substring> = []
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      if line.hasPrefix("# TYPE") { typed.insert(words[2]) }
      if !line.hasPrefix("#") {
        #expect(typed.contains(line.prefix { $0 != "{" }))
        #expect(words.count == 2 && words[1].allSatisfy { $0.isNumber || $0 == "." })
      }
    }
  }

  @Test(.temporaryFolder) func aRunThatCouldNotPublishIsToldToo() throws {
    let project = try SampleProject()
    try Folder.create(project.folder + "/published")
    let lock = try OpenFile(project.folder + "/published/.lock", .lock)
    #expect(try lock.lock())
    let outcome = try project.run("run", "--health", "health.prom")
    try lock.close()
    #expect(outcome.exit == 75)
    let text = String(decoding: try Files.read(project.folder + "/health.prom"), as: UTF8.self)
    #expect(text.contains("choai_run_exit_code{pipeline=\"sample\"} 75\n"))
    #expect(text.contains("choai_run_success{pipeline=\"sample\"} 0\n"))
  }
}
