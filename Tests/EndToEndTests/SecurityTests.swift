import Foundation
import Platform
import TestSupport
import Testing

/// What `docs/security.md` promises of the whole program.
@Suite struct SecurityTests {
  private static let page = Tool.project + "/docs/security.md"

  /// Every Swift file below a folder of the project, with its text.
  private static func sources(_ folder: String) throws -> [(path: String, text: String)] {
    try (Folder.filesBelow("\(Tool.project)/\(folder)") ?? [])
      .filter { $0.hasSuffix(".swift") }
      .map { path in
        let bytes = try Files.read("\(Tool.project)/\(folder)/\(path)")
        return (path, String(decoding: bytes, as: UTF8.self))
      }
  }

  @Test func everyLineOfTheThreatModelHasATest() throws {
    let page = String(decoding: try Files.read(Self.page), as: UTF8.self)
    let tests = try Self.sources("Tests").map(\.text).joined()
    var named = 0
    for line in page.split(separator: "\n") where line.hasPrefix("| ") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3, cells[2] != "tests", !cells[2].hasPrefix("---") else { continue }
      let names = cells[2].split(separator: ",").map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: " `"))
      }
      #expect(!names.isEmpty, "\(cells[0])")
      for name in names {
        #expect(tests.contains("func \(name)("), "\(cells[0]): no test is called \(name)")
        named += 1
      }
    }
    #expect(named > 20)
  }

  @Test func noShellIsEverCalled() throws {
    for (path, text) in try Self.sources("Sources") {
      for word in ["/bin/sh", "/bin/bash", "popen(", "system(\"", "execl", "execv", "fork("] {
        #expect(!text.contains(word), "\(path): \(word)")
      }
    }
  }

  @Test func nothingOfTheEnvironmentIsRead() throws {
    var asked: Set<String> = []
    for (path, text) in try Self.sources("Sources") where !path.hasPrefix("Platform/") {
      #expect(!text.contains("getenv"), "\(path)")
      for piece in text.components(separatedBy: "Console.environment(\"").dropFirst() {
        asked.insert(String(piece.prefix { $0 != "\"" }))
      }
    }
    #expect(asked == ["NO_COLOR"])
  }

  @Test(.temporaryFolder) func aLinkAmongTheSourcesIsNotFollowed() throws {
    let project = try SampleProject()
    try Files.writeNew(project.folder + "/secret.txt", Array("令和4年度 秘密 9,999億円\n".utf8))
    try Files.link(project.folder + "/raw/hq/leak.txt", to: "../../secret.txt")
    let outcome = try project.run("run", "--fail-on", "never")
    #expect(outcome.exit == 0)
    for (file, bytes) in try project.contents(project.latest()) {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("秘密"), "\(file)")
    }
    let findings = String(
      decoding: try Files.read(project.latest() + "/findings.csv"), as: UTF8.self)
    #expect(findings.contains("hq/leak.txt: this is a link or no file"))
  }

  @Test(.temporaryFolder, arguments: ["../secret.txt", "/etc/passwd", "hq/../../secret.txt"])
  func pathsThatLeaveTheirFolderAreRefused(path: String) throws {
    let project = try SampleProject()
    let file = project.folder + "/pipelines/sample.yaml"
    let text = String(decoding: try Files.read(file), as: UTF8.self)
    for line in ["- files: hq/*.txt", "ministries: registries/ministries.csv"] {
      let key = line.prefix { $0 != ":" }
      #expect(text.contains(line))
      let changed = text.replacingOccurrences(of: line, with: "\(key): \(path)")
      try Files.replace(file, with: Array(changed.utf8))
      let outcome = try project.run("run")
      #expect(outcome.exit == 2, "\(line)")
      #expect(outcome.error.contains(path))
      #expect(try Files.kind(project.folder + "/published") == nil)
    }
  }

  @Test(.temporaryFolder) func tidyingUpFollowsNoLink() throws {
    let project = try SampleProject()
    let precious = project.folder + "/precious"
    try Folder.create(precious)
    try Files.writeNew(precious + "/file", [1])
    try Folder.create(project.folder + "/published/snapshots")
    try Files.link(project.folder + "/published/snapshots/.new", to: "../../precious")
    #expect(try project.run("run", "--fail-on", "never").exit == 0)
    #expect(try Files.read(precious + "/file") == [1])
    #expect(try Files.kind(project.latest()) == .folder)
  }

  @Test(.temporaryFolder) func whatIsPublishedOthersCannotWrite() throws {
    let project = try SampleProject()
    try project.run("run", "--health", "health.prom")
    let found = try Tool.run(
      "/usr/bin/find", [".", "-perm", "/022", "-not", "-type", "l"], in: project.folder)
    let written = found.output.split(separator: "\n").filter {
      $0.hasPrefix("./published") || $0.hasPrefix("./staged") || $0.hasPrefix("./health")
    }
    #expect(written.isEmpty, "\(written)")
  }

  @Test(.temporaryFolder) func aSourceRunsNothingInASpreadsheet() throws {
    let project = try SampleProject()
    let pipeline = project.folder + "/pipelines/sample.yaml"
    let text = String(decoding: try Files.read(pipeline), as: UTF8.self)
    let formats = try #require(text.firstRange(of: "formats: ["))
    let rest = text[formats.upperBound...].drop { $0 != "]" }
    try Files.replace(
      pipeline,
      with: Array((text[..<formats.upperBound] + "excel-csv" + rest).utf8))
    try project.touch(
      project.aText(), "\n=cmd|'/c calc'!A1事業　令和4年度予算額 5億円\n● =HYPERLINK(\"x\")事業 3億円\n")
    #expect(try project.run("run", "--fail-on", "never").exit == 0)
    let files = try Folder.filesBelow(project.latest() + "/excel") ?? []
    #expect(files.contains("budget_lines.csv"))
    for file in files {
      let csv = String(decoding: try Files.read(project.latest() + "/excel/" + file), as: UTF8.self)
      for start in [",=", ",\"=", "\n=", ",+", ",@"] {
        #expect(!csv.contains(start), "\(file): \(start)")
      }
    }
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
