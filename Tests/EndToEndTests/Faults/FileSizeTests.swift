import Foundation
import Platform
import TestSupport
import Testing

/// A file may not grow beyond a limit (`ulimit -f`): like a full disk, but also for the libraries
/// that write with the buffers of C.
@Suite struct FileSizeTests {
  @Test(.temporaryFolder) func aFileThatMayNotGrowIsAnError() throws {
    let folder = try #require(Files.absolute(TemporaryFolder.path))
    let template = folder + "/template"
    try SmallProject.make(in: template)
    let arguments = "run --fail-on never --jobs 1"
    _ = try Tool.run(["run", "--fail-on", "never"], in: template)
    let old = try SmallProject.contents(template)
    try Files.replace(template + "/raw/a.txt", with: Array((SmallProject.text + "令和5年\n").utf8))
    var failed = 0
    let trial = folder + "/trial"
    // In blocks of 512 bytes, up to more than the largest file.
    let largest = (old.values.map(\.count).max() ?? 0) / 512 + 100
    for blocks in stride(from: 1, through: largest, by: max(1, largest / 12)) {
      try SmallProject.copy(template, to: trial)
      let outcome = try Tool.run(
        "/bin/sh", ["-c", "ulimit -f \(blocks); exec \"$0\" \(arguments)", Tool.path], in: trial)
      let latest = try SmallProject.contents(trial)
      if outcome.exit == 0 {
        #expect(latest != old)
        #expect(try Tool.run(["check", "published/latest", "--quiet"], in: trial).exit == 0)
      } else {
        failed += 1
        #expect(outcome.exit == 4 && latest == old, "\(blocks) blocks: \(outcome)")
        #expect(outcome.error.contains("choai: "), "\(blocks) blocks: \(outcome)")
      }
      let next = try Tool.run(["run", "--fail-on", "never"], in: trial)
      #expect(next.exit == 0, "\(next)")
      let isSound = try self.isSound(trial + "/published/latest/small.xlsx", in: trial)
      #expect(isSound, "\(blocks) blocks")
      try Folder.removeTree(trial)
    }
    #expect(failed > 3)
  }

  /// Whether a workbook can be read as a whole.
  private func isSound(_ path: String, in folder: String) throws -> Bool {
    try Tool.run(["read", path, "--cells"], in: folder).exit == 0
  }
}
