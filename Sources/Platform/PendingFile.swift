import Glibc

/// A new file that somebody else writes aside, and that takes its place when it is complete.
@safe public struct PendingFile: ~Copyable {
  /// Where it is written meanwhile.
  public let aside: String
  private let path: String
  private var isDelivered = false

  /// A file to be made at a path where nothing stands yet.
  public init(_ path: String) throws(PlatformError) {
    self.path = path
    aside = path + ".new-" + String(getpid())
    try PendingFile.requireNothing(at: path)
    try Files.remove(aside)
  }

  deinit {
    if !isDelivered { unsafe unlink(aside) }
  }

  /// Waits until the file is on the disk and moves it to its place.
  ///
  /// The corresponding C functions are `fsync` and `rename`.
  public mutating func deliver() throws(PlatformError) {
    try OpenFile(aside, .read).sync()
    try PendingFile.requireNothing(at: path)
    try Files.move(aside, to: path)
    isDelivered = true
    try Folder.sync(Files.parent(of: path))
  }

  private static func requireNothing(at path: String) throws(PlatformError) {
    if try Files.kind(path) != nil { throw PlatformError("make", path, code: .exists) }
  }
}
