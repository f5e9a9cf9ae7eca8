import Platform
import TestSupport
import Testing

/// A snapshot, the folders that name it, and the link to it are synced one before the other.
///
/// For a power cut may take everything that was written and not synced, in any order.
@Suite struct DurabilityTests {
  @Test(.temporaryFolder, .enabled(if: FaultLibrary.isUsable))
  func nothingIsNamedBeforeItIsOnTheDisk() throws {
    let folder = try #require(Files.absolute(TemporaryFolder.path))
    let library = try FaultLibrary(in: folder)
    let project = folder + "/project"
    try SmallProject.make(in: project)
    let (outcome, calls) = try library.run(["run", "--fail-on", "never"], in: project)
    #expect(outcome.exit == 0, "\(outcome.error)")
    var disk = Disk()
    var moves = 0
    for call in calls {
      if call.name == "rename", call.path == "published/snapshots/.new" {
        #expect(disk.unsynced(below: call.path) == [])
        moves += 1
      }
      if call.name == "rename", call.other == "published/latest" {
        #expect(disk.unsynced(below: "published/snapshots") == [])
        moves += 1
      }
      disk.take(call)
    }
    #expect(moves == 2)
    let last = try #require(calls.lastIndex { $0.other == "published/latest" })
    #expect(calls[last...].contains { $0.name == "fsync" && $0.path == "published" })
  }

  /// What a disk has been told and not been asked to keep.
  private struct Disk {
    private var dirty: Set<String> = []

    func unsynced(below path: String) -> [String] {
      dirty.filter { $0 == path || $0.hasPrefix(path + "/") }.sorted()
    }

    mutating func take(_ call: FaultLibrary.Call) {
      switch call.name {
      case "create": dirty.formUnion([call.path, Files.parent(of: call.path)])
      case "write", "ftruncate": dirty.insert(call.path)
      case "mkdir", "unlink", "rmdir": dirty.insert(Files.parent(of: call.path))
      case "symlink": dirty.insert(Files.parent(of: call.other))
      case "fsync": dirty.remove(call.path)
      case "rename":
        dirty = Set(
          dirty.map { path in
            let isMoved = path == call.path || path.hasPrefix(call.path + "/")
            return isMoved ? call.other + path.dropFirst(call.path.count) : path
          })
        dirty.formUnion([Files.parent(of: call.path), Files.parent(of: call.other)])
      default: break
      }
      if call.name == "unlink" || call.name == "rmdir" { dirty.remove(call.path) }
    }
  }
}
