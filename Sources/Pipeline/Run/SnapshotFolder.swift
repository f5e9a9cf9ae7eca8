import Platform

/// The folder of published snapshots: a snapshot is complete or absent, and `latest` points to
/// the newest good one.
///
///     snapshots/0001-3f9a2c…/   complete, never changed again
///     snapshots/.new            being built; whatever a killed run left is removed
///     latest -> snapshots/0001-3f9a2c…
///     runs/0001-3f9a2c…/        run.json and lineage.jsonl: times, host, versions
///     .lock                     held while a run works
struct SnapshotFolder: Sendable {
  let path: String

  private var snapshots: String { path + "/snapshots" }
  /// Where a snapshot is built.
  var building: String { snapshots + "/.new" }

  /// A finished snapshot.
  struct Snapshot: Sendable, Hashable {
    /// The name of its folder: a number that grows, and the hash of what it says.
    let id: String
    /// Its folder.
    let path: String

    /// 0 where the name is none of ours.
    var number: Int {
      Int(id.prefix { $0 != "-" }).flatMap { $0 < Snapshot.mostNumber ? $0 : nil } ?? 0
    }
    private static let mostNumber = 1 << 40
    var contentHash: String { String(id.drop { $0 != "-" }.dropFirst()) }
  }

  /// Makes the folders and takes the lock; nothing where another run holds it.
  func open() throws(PlatformError) -> SnapshotLock? {
    try Folder.createOwn(snapshots)
    let file = try OpenFile(path + "/.lock", .lock)
    guard try file.lock() else { return nil }
    // What a run that was killed left behind: half a snapshot goes, a whole one to which `latest`
    // had not moved yet is the newest good one.
    try Folder.removeTree(building)
    try Files.removeLeftAside(in: path)
    if let newest = try all().last, try latest() != newest { try pointLatest(to: newest) }
    return SnapshotLock(file: file)
  }

  /// The newest good snapshot.
  func latest() throws(PlatformError) -> Snapshot? {
    guard let target = try Files.target(ofLink: path + "/latest") else { return nil }
    let id = String(target.split(separator: "/").last ?? "")
    // A link whose snapshot somebody removed points to nothing.
    guard try Files.kind(snapshots + "/" + id) == .folder else { return nil }
    return Snapshot(id: id, path: snapshots + "/" + id)
  }

  /// All snapshots, oldest first.
  func all() throws(PlatformError) -> [Snapshot] {
    try (Folder.entries(snapshots) ?? [])
      .filter { $0.kind == .folder && !$0.name.hasPrefix(".") }
      .map { Snapshot(id: $0.name, path: snapshots + "/" + $0.name) }
      .filter { $0.number > 0 }
      .sorted { ($0.number, $0.id) < ($1.number, $1.id) }
  }

  /// The snapshot that would be published next.
  func next(hash: String) throws(PlatformError) -> Snapshot {
    let digits = String((try all().last?.number ?? 0) + 1)
    let id = String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-" + hash
    return Snapshot(id: id, path: snapshots + "/" + id)
  }

  /// Moves the snapshot that was built to its place, then `latest` to it, each in one step.
  ///
  /// Where a step fails, those before it are taken back: `latest` is as it was.
  func publish(hash: String) throws(PlatformError) -> Snapshot {
    let before = try latest()
    let snapshot = try next(hash: hash)
    // A file is on the disk only when the folder that names it is, too.
    for entry in try Folder.entries(building) ?? [] where entry.kind == .folder {
      try Folder.sync(building + "/" + entry.name)
    }
    try Folder.sync(building)
    try Files.move(building, to: snapshot.path)
    do throws(PlatformError) {
      try Folder.sync(snapshots)
      try pointLatest(to: snapshot)
    } catch {
      takeBack(snapshot, before)
      throw error
    }
    return snapshot
  }

  /// As far as a disk with faults lets us; what stays undone, the next run does.
  private func takeBack(_ snapshot: Snapshot, _ before: Snapshot?) {
    if let before { try? pointLatest(to: before) } else { try? Files.remove(path + "/latest") }
    try? Files.move(snapshot.path, to: building)
  }

  private func pointLatest(to snapshot: Snapshot) throws(PlatformError) {
    try Files.link(path + "/latest", to: "snapshots/" + snapshot.id)
  }

  /// Removes the oldest snapshots beyond a number, never the one `latest` points to.
  func prune(keep: Int) throws(PlatformError) {
    let latest = try latest()?.id
    let all = try all()
    for snapshot in all.prefix(max(0, all.count - max(1, keep))) where snapshot.id != latest {
      // Out of sight first, so that no reader meets half of it.
      try Files.move(snapshot.path, to: building)
      try Folder.removeTree(building)
      try? Folder.removeTree(path + "/runs/" + snapshot.id)
    }
  }
}

/// The lock of a folder of snapshots, held as long as this lives.
struct SnapshotLock: ~Copyable {
  let file: OpenFile
}
