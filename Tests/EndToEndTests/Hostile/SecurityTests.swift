import Foundation
import JSON
import Platform
import TestSupport
import Testing

/// The threats of docs/security.md that a whole run can meet, each by its name there.
@Suite struct SecurityTests {
  private func project() throws -> String {
    let folder = TemporaryFolder.path + "/project"
    try SmallProject.make(in: folder)
    return folder
  }

  private func run(_ folder: String, _ more: String...) throws -> Tool.Outcome {
    try Tool.run(["run", "--fail-on", "never"] + more, in: folder)
  }

  private func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  private func pipeline(_ folder: String, _ from: String, _ to: String) throws {
    let path = folder + "/pipelines/small.yaml"
    let text = String(decoding: try Files.read(path), as: UTF8.self)
    try Files.replace(path, with: Array(text.replacing(from, with: to).utf8))
  }

  private func published(_ folder: String) throws -> String {
    try SmallProject.contents(folder).values.map { String(decoding: $0, as: UTF8.self) }.joined()
  }

  @Test(.temporaryFolder) func linksAmongTheSourcesAreNotFollowed() throws {
    let folder = try project()
    try Folder.create(TemporaryFolder.path + "/private")
    try Files.writeNew(TemporaryFolder.path + "/private/secret.txt", Array("秘密 99億円\n".utf8))
    try link(folder + "/raw/link.txt", to: "../../private/secret.txt")
    try link(folder + "/raw/below", to: "../../private")
    try pipeline(folder, "\"*.txt\"", "\"**/*.txt\"")
    #expect(try run(folder).exit == 0)
    #expect(try !published(folder).contains("秘密"))
  }

  @Test(
    .temporaryFolder,
    arguments: [
      ("\"*.txt\"", "\"../*.txt\"", "leaves its folder with '..'"),
      ("\"*.txt\"", "\"/etc/*.txt\"", "is absolute"),
      ("name: small", "name: ../../small", "name should hold only"),
      ("rules:", "registries: { ministries: ../../etc/passwd }\nrules:", "leaves its folder"),
      ("rules:", "registries: { decisions: /etc/passwd }\nrules:", "is absolute"),
      ("rules:", "command: \"touch pwned\"\nrules:", "there is no key 'command'"),
      ("title: small", "title: *x", "aliases"),
    ])
  func aPipelineFileStaysInItsFolders(from: String, to: String, words: String) throws {
    let folder = try project()
    try pipeline(folder, from, to)
    let outcome = try run(folder)
    #expect(outcome.exit == 2)
    #expect(outcome.error.contains(words), "\(outcome.error)")
    #expect(try Folder.entries(folder)?.map(\.name) == ["pipelines", "raw"])
  }

  @Test(.temporaryFolder) func archivesWriteNothing() throws {
    let folder = try project()
    let archive = ZipBuilder([("../../evil.csv", SmallProject.table), ("a.csv", "a\n")]).archive
    try Files.writeNew(folder + "/raw/x.csv", archive)
    let outcome = try run(folder)
    #expect(outcome.exit == 3)
    #expect(try published(folder).contains("../../evil.csv"))
    #expect(try Folder.entries(TemporaryFolder.path)?.map(\.name) == ["project"])
  }

  /// Somebody who may write into the folder of the snapshots leaves links where the run writes.
  @Test(
    .temporaryFolder,
    arguments: [
      "snapshots/.new", "latest.new-1", "history.sqlite", "sources.jsonl", ".lock", "runs/failed",
    ])
  func linksAmongTheSnapshotsAreNotFollowed(place: String) throws {
    let folder = try project()
    #expect(try run(folder).exit == 0)
    try Files.replace(folder + "/raw/a.txt", with: Array("令和5年3月31日\n".utf8))
    let victim = TemporaryFolder.path + "/victim"
    try Folder.create(victim)
    try Files.writeNew(victim + "/file", Array("untouched".utf8))
    let target = place.hasSuffix(".new") || place.hasSuffix("failed") ? victim : victim + "/file"
    try? Files.remove(folder + "/published/" + place)
    try link(folder + "/published/" + place, to: target)
    let outcome = try run(folder)
    // A lock that is a link is no lock, and what others say the sources were like is not believed:
    // nothing is done.
    let isRead = place == ".lock" || place == "sources.jsonl"
    #expect(outcome.exit == (isRead ? 4 : 0), "\(outcome)")
    #expect(!outcome.error.contains("untouched"))
    #expect(try Files.read(victim + "/file") == Array("untouched".utf8))
    #expect(try Folder.entries(victim)?.map(\.name) == ["file"])
  }

  @Test(.temporaryFolder, arguments: [("022", mode_t(0o022)), ("077", 0o077)])
  func nobodyElseMayWriteAndTheMaskIsKept(mask: String, forbidden: mode_t) throws {
    let folder = try project()
    let outcome = try Tool.run(
      "/bin/sh", ["-c", "umask \(mask); exec \"$0\" run --fail-on never", Tool.path], in: folder)
    #expect(outcome.exit == 0)
    for top in ["published", "staged"] {
      let walk = FileManager.default.enumerator(atPath: folder + "/" + top)
      while let file = walk?.nextObject() as? String {
        let facts = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(top)/\(file)")
        guard facts[.type] as? FileAttributeType != .typeSymbolicLink else { continue }
        let mode = mode_t(facts[.posixPermissions] as? Int ?? -1)
        #expect(mode & forbidden == 0, "\(top)/\(file) has mode \(String(mode, radix: 8))")
      }
    }
  }

  @Test(.temporaryFolder, .enabled(if: FaultLibrary.isUsable))
  func nothingIsWrittenOutsideTheFoldersNamed() throws {
    let folder = try #require(Files.absolute(TemporaryFolder.path)) + "/project"
    try SmallProject.make(in: folder)
    let library = try FaultLibrary(in: TemporaryFolder.path)
    let (outcome, calls) = try library.run(
      ["run", "--fail-on", "never", "--out", "o", "--staged", "s"], in: folder)
    #expect(outcome.exit == 0)
    let changing: Set = ["create", "mkdir", "rename", "symlink", "unlink", "rmdir"]
    let places = calls.filter { changing.contains($0.name) }
      .flatMap { $0.name == "symlink" ? [$0.other] : [$0.path, $0.other] }
    #expect(places.count > 50)
    for place in places where !place.isEmpty {
      #expect(["o", "s"].contains { place == $0 || place.hasPrefix($0 + "/") }, "\(place)")
    }
  }

  @Test func noShellIsCalledAndNoNetworkIsUsed() throws {
    let words = ["popen(", "system(", "execv", "/bin/sh", "URLSession", "getaddrinfo", "connect("]
    for file in try Folder.filesBelow(Tool.project + "/Sources") ?? [] {
      let text = String(
        decoding: try Files.read("\(Tool.project)/Sources/\(file)"), as: UTF8.self)
      for word in words { #expect(!text.contains(word), "\(file) says \(word)") }
      let isTheOne = file == "Platform/Program.swift"
      #expect(isTheOne || !text.contains("posix_spawn("), "\(file) starts a program")
    }
  }

  @Test(.temporaryFolder) func secretsOfTheEnvironmentStayThere() throws {
    let folder = try project()
    let secret = "hunter2-in-the-environment"
    let outcome = try Tool.run(
      ["run", "--fail-on", "never", "--verbose", "--log-format", "json"], in: folder,
      environment: ["API_TOKEN": secret])
    #expect(outcome.exit == 0)
    #expect(!(outcome.output + outcome.error).contains(secret))
    for file in try Folder.filesBelow(folder) ?? [] {
      let bytes = try Files.read(folder + "/" + file)
      #expect(!String(decoding: bytes, as: UTF8.self).contains(secret), "\(file)")
    }
  }

  @Test(.temporaryFolder) func formulasAndScriptsAreOnlyText() throws {
    let folder = try project()
    let script = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    try Files.writeNew(
      folder + "/raw/c.csv",
      Array(
        (",,（単位：百万円）\n事業名,令和3年度予算額,令和4年度予算額\n"
          + "\"=cmd|'/C calc'!A0\",1100,1200\n\(script),200,300\n").utf8))
    try pipeline(folder, "title: small", "title: \"\(script)\"")
    #expect(try run(folder).exit == 0)
    let latest = folder + "/published/latest/"
    let excel = String(decoding: try Files.read(latest + "excel/budget_lines.csv"), as: UTF8.self)
    #expect(excel.contains("'=cmd|"))
    #expect(!excel.contains(",=cmd|") && !excel.contains("\"=cmd|"))
    let report = String(decoding: try Files.read(latest + "report.html"), as: UTF8.self)
    #expect(!report.contains("<script>alert") && !report.contains("<img src=x"))
  }

  @Test(.temporaryFolder) func namesCommandNoTerminal() throws {
    let folder = try project()
    let name = "\u{1B}]0;owned\u{7}\u{202E}vsc.txt"
    try Files.writeNew(folder + "/raw/" + name, [0xFF, 0xFE, 0x00])
    try Files.writeNew(folder + "/raw/<img src=x onerror=alert(1)>.csv", Array("a,b\n1,2\n".utf8))
    let outcome = try run(folder, "--verbose")
    #expect([0, 3].contains(outcome.exit))
    #expect(outcome.error.contains("owned"))
    #expect(!outcome.error.contains("\u{1B}") && !outcome.error.contains("\u{202E}"))
    let report = try Files.read(folder + "/published/latest/report.html")
    #expect(!String(decoding: report, as: UTF8.self).contains("<img src=x"))
  }
}
