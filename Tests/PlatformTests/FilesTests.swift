import Platform
import TestSupport
import Testing

@Suite struct FilesTests {
  @Test(.temporaryFolder) func replacingLeavesTheNewFileAndNothingElse() throws {
    let path = TemporaryFolder.path + "/health"
    try Files.replace(path, with: Array("old".utf8))
    try Files.replace(path, with: Array("new".utf8))
    #expect(try Files.read(path) == Array("new".utf8))
    #expect(try Folder.entries(TemporaryFolder.path)?.map(\.name) == ["health"])
  }

  @Test(.temporaryFolder) func aNewFileNeverReplacesNorFollowsALink() throws {
    let folder = TemporaryFolder.path
    try Files.link(folder + "/link", to: folder + "/elsewhere")
    for name in ["link", "there"] {
      if name == "there" { try Files.writeNew(folder + "/there", []) }
      #expect {
        try Files.writeNew(folder + "/" + name, [1])
      } throws: { ($0 as? PlatformError)?.code == .exists }
    }
    #expect(try Files.kind(folder + "/elsewhere") == nil)
  }

  @Test(.temporaryFolder) func linksMoveToTheirNewTarget() throws {
    let link = TemporaryFolder.path + "/latest"
    #expect(try Files.target(ofLink: link) == nil)
    try Files.link(link, to: "snapshots/a")
    try Files.link(link, to: "snapshots/b")
    #expect(try Files.target(ofLink: link) == "snapshots/b")
  }

  @Test(.temporaryFolder) func listingIsSortedByBytesAndLeavesLinksOut() throws {
    let folder = TemporaryFolder.path
    try Folder.create(folder + "/b/c")
    for name in ["b/c/z", "b/x", "a", "é"] { try Files.writeNew(folder + "/" + name, []) }
    try Files.link(folder + "/0", to: "a")
    #expect(try Folder.filesBelow(folder) == ["a", "b/c/z", "b/x", "é"])
    #expect(try Folder.filesBelow(folder + "/missing") == nil)
    try Folder.removeTree(folder + "/b")
    #expect(try Folder.filesBelow(folder) == ["a", "é"])
  }

  @Test(.temporaryFolder) func aFileBeyondTheLimitIsRefused() throws {
    let path = TemporaryFolder.path + "/large"
    try Files.writeNew(path, [UInt8](repeating: 1, count: 100))
    #expect(try Files.read(path, limit: 100).count == 100)
    #expect {
      try Files.read(path, limit: 99)
    } throws: { ($0 as? PlatformError)?.code == .tooLarge }
  }

  @Test func failuresSayWhatWhereAndWhy() {
    #expect {
      try Files.read("/nowhere/at/all")
    } throws: { "\($0)" == "cannot open /nowhere/at/all: No such file or directory" }
    #expect {
      try Files.read("/")
    } throws: { ($0 as? PlatformError)?.code == .isFolder }
  }

  @Test(.temporaryFolder) func foldersAreMadeWithThoseTheyLieIn() throws {
    let folder = TemporaryFolder.path
    try Folder.create(folder + "/a/b/c")
    try Folder.create(folder + "/a/b/c")
    #expect(try Files.kind(folder + "/a/b/c") == .folder)
    try Files.writeNew(folder + "/file", [])
    for path in [folder + "/file", folder + "/file/below", "/proc/nowhere/below"] {
      #expect(throws: PlatformError.self) { try Folder.create(path) }
    }
  }

  /// `/dev/full` takes nothing: every write ends with "no space".
  @Test func aFullDiskIsAnError() throws {
    let file = try OpenFile("/dev/full", .append)
    var code: PlatformError.Code?
    do { try file.write([1, 2, 3]) } catch { code = error.code }
    #expect(code == .noSpace)
  }

  @Test(.temporaryFolder) func aLockIsHeldByOneAtATime() throws {
    let path = TemporaryFolder.path + "/lock"
    let first = try OpenFile(path, .lock)
    #expect(try first.lock())
    let second = try OpenFile(path, .lock)
    #expect(try !second.lock())
    try first.close()
    #expect(try second.lock())
  }
}
